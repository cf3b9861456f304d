"""Facts are said right in both languages, in every form, and no wording changes a value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.edition.reading_numbers import read_english, read_figures, read_han

from reportpub.edition.chinese_numerals import LONGEST, han, scaled
from reportpub.edition.english_numerals import cardinal, ordinal, ordinal_figures
from reportpub.edition.figures_in_words import FORMS, Form, in_words, why_not
from reportpub.findings import Span
from reportpub.model.facts import RESERVED_UNITS, Change, Direction, Fact, Scale, Style, Unit
from reportpub.model.text import Lang

ROOT = Path(__file__).parents[2]
# Everything is read as text, so that no float comes near a value.
BOOK = yaml.load((ROOT / "source/facts.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
CASES = yaml.load((ROOT / "tests/cases/figures.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
UNITS = {key: Unit(key, unit["zh"], *unit["en"]) for key, unit in BOOK["units"].items()}
COUNTS = {"件": Unit("件", "件", "case", "cases"), "人": Unit("人", "人", "person", "persons")}


def fact(name: str, entry: dict[str, object]) -> Fact:
    def pair(key: str) -> tuple[str, str] | None:
        words = entry.get(key)
        return (str(words["zh"]), str(words["en"])) if isinstance(words, dict) else None

    change = entry.get("change")
    return Fact(
        id=name,
        label=pair("label") or ("", ""),
        value=Decimal(str(entry["value"])),
        unit=str(entry["unit"]),
        period=str(entry.get("period", "2024")),
        counts=str(entry.get("counts", "")),
        scale=Scale(str(entry["scale"])) if "scale" in entry else None,
        decimals=int(str(entry.get("decimals", 0))),
        style=Style(str(entry.get("style", "figures"))),
        qualifier=pair("qualifier"),
        among=pair("among"),
        change=Change(change["of"], Direction(change["direction"]), change["basis"])
        if isinstance(change, dict)
        else None,
        cumulative=entry.get("cumulative") == "true",
        span=Span("facts.yaml"),
    )


FACTS = {name: fact(name, entry) for name, entry in BOOK["facts"].items()}


def both(one: Fact, form: str, units: dict[str, Unit]) -> list[str]:
    return [in_words(one, form, lang, units) for lang in (Lang.ZH, Lang.EN)]


def test_the_cases_name_every_fact_of_the_source_in_its_order() -> None:
    assert len(FACTS) == 212
    assert list(CASES["usual"]) == list(FACTS)


def test_every_unit_is_declared_and_every_changed_fact_is_a_fact_or_said_not_to_be_reported() -> None:
    for one in FACTS.values():
        assert one.unit in UNITS or one.unit in RESERVED_UNITS
        assert not one.counts or one.counts in UNITS
        if one.change is not None:
            assert one.change.of in FACTS or "not reported" in one.change.of


def test_ordinals_firsts_and_lists_say_what_they_count() -> None:
    for one in FACTS.values():
        assert bool(one.counts) == (one.unit in {"ordinal", "first", "list-size"}), one.id


@pytest.mark.parametrize("name", CASES["usual"])
def test_a_fact_reads_as_expected_in_running_text(name: str) -> None:
    assert both(FACTS[name], "", UNITS) == CASES["usual"][name]


@pytest.mark.parametrize(("name", "form", "zh", "en"), CASES["forms"])
def test_a_fact_reads_as_expected_in_a_form(name: str, form: str, zh: str, en: str) -> None:
    assert why_not(FACTS[name], form) is None
    assert both(FACTS[name], form, UNITS) == [zh, en]


@pytest.mark.parametrize(("name", "form", "reason"), CASES["misfits"])
def test_a_form_that_does_not_fit_has_a_reason_and_no_wording(name: str, form: str, reason: str) -> None:
    assert reason in (why_not(FACTS[name], form) or "")
    with pytest.raises(ValueError, match=reason):
        in_words(FACTS[name], form, Lang.EN, UNITS)


@pytest.mark.parametrize(
    ("value", "scale", "decimals", "style", "qualifier", "unit", "zh", "en"), CASES["numbers"]
)
def test_a_number_reads_as_expected(  # noqa: PLR0913, PLR0917 -- one column of the case table each
    value: str, scale: str, decimals: str, style: str, qualifier: object, unit: str, zh: str, en: str
) -> None:
    entry: dict[str, object] = {"value": value, "decimals": decimals, "style": style, "unit": unit}
    entry |= {} if scale == "-" else {"scale": scale}
    entry |= {} if qualifier == "-" else {"qualifier": qualifier}
    assert both(fact("x", entry), "", COUNTS) == [zh, en]


def test_every_form_is_documented() -> None:
    assert set(FORMS) == set(Form)


@pytest.mark.parametrize("form", list(Form))
def test_a_form_that_fits_has_words_in_both_languages(form: Form) -> None:
    known = (replace(one, last=Decimal(7)) for one in FACTS.values())
    fitting = [one for one in known if why_not(one, form) is None]
    assert fitting
    for one in fitting:
        zh, en = both(one, form, UNITS)
        assert zh.strip() == zh != ""
        assert en.strip() == en != ""
        assert "None" not in zh + en


@given(st.integers(0, LONGEST - 1))
def test_han_numerals_read_back(number: int) -> None:
    assert read_han(han(Decimal(number))) == number


@given(st.decimals(0, 99999999, places=3))
def test_han_decimals_read_back(number: Decimal) -> None:
    assert read_han(han(number)) == number


@given(st.integers(0, 10**12), st.sampled_from([None, *Scale]))
def test_a_scale_in_han_numerals_keeps_the_value(number: int, scale: Scale | None) -> None:
    assert read_han(scaled(Decimal(number), scale)) == number


@given(st.integers(0, 10**15 - 1))
def test_english_words_read_back(number: int) -> None:
    assert read_english(cardinal(number)) == number


@given(st.integers(1, 10**6))
def test_english_ordinals_of_words_and_figures_end_alike(number: int) -> None:
    assert ordinal(number)[-2:] == ordinal_figures(number)[-2:]


STATED = st.builds(
    lambda value, scale, decimals, style, unit: fact(
        "x",
        {"value": value, "decimals": decimals, "style": style, "unit": unit}
        | ({} if scale is None else {"scale": scale}),
    ),
    st.decimals(0, 10**13, places=2),
    st.sampled_from([None, Scale.WAN, Scale.YI]),
    st.integers(0, 4),
    st.sampled_from(Style),
    st.sampled_from(["件", "CNY", "percent", "point"]),
)


@given(STATED, st.sampled_from(["", "n", "unit"]), st.sampled_from(Lang))
def test_no_wording_changes_the_value(one: Fact, form: str, lang: Lang) -> None:
    said = in_words(one, form, lang, COUNTS)
    assert read_figures(said) == one.value


@given(STATED, st.text(max_size=8))
def test_asking_whether_a_form_fits_never_raises(one: Fact, form: str) -> None:
    assert why_not(one, form) is None or why_not(one, form)
