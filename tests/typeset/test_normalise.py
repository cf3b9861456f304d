"""Typed text is put right, every change is recorded, and what is right stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.typeset.lines import Language
from reportpub.typeset.normalise import normalise

CASES: list[tuple[Language, str, str]] = [
    ("zh", "新收案件 83308 件,同比下降8.54%.其中", "新收案件83308件，同比下降8.54%。其中"),
    ("zh", "（含 IP 案件)与(广州)", "（含IP案件)与（广州）"),
    ("zh", 'RFC 1(2012) a, "草案"', "RFC 1(2012) a，“草案”"),
    ("zh", "等等...完", "等等……完"),
    ("zh", "一--二", "一——二"),
    ("zh", "2021-2035年", "2021—2035年"),
    ("zh", "１２３ＡＢ", "123AB"),
    ("zh", "在10:30见1,000人, 好", "在10:30见1,000人，好"),
    ("zh", "见{a.b:n}件,{c, d}", "见{a.b:n}件，{c, d}"),
    ("zh", "见https://a.b/c,d与people's", "见https://a.b/c,d与people’s"),
    ("en", '"it\'s," he said', "“it’s,” he said"),
    ("en", "the '90s -- gone", "the ’90s—gone"),
    ("en", "2021-2035, 5 - 10 and COVID-19", "2021–2035, 5–10 and COVID-19"),
    ("en", "on 2024-05-03, down -5%", "on 2024-05-03, down −5%"),
    ("en", "two  spaces , here", "two spaces, here"),
]


@pytest.mark.parametrize(("lang", "typed", "right"), CASES)
def test_typed_text_is_put_right(lang: Language, typed: str, right: str) -> None:
    assert normalise(typed, lang).text == right


@pytest.mark.parametrize(("lang", "typed", "right"), CASES)
def test_every_change_names_its_place_in_the_typed_text(lang: Language, typed: str, right: str) -> None:
    found = normalise(typed, lang)
    assert bool(found.changes) == (typed != right)
    for change in found.changes:
        assert typed[change.start : change.end] == change.before


@pytest.mark.parametrize(("lang", "right"), [(lang, right) for lang, _, right in CASES])
def test_what_is_right_stays(lang: Language, right: str) -> None:
    assert normalise(right, lang).changes == ()


@given(st.text(alphabet="中文，。“”ab1 ,.;:()\"'-—…{}", max_size=30), st.sampled_from(("zh", "en")))
def test_no_letter_is_lost(typed: str, lang: str) -> None:
    letters = [c for c in typed if c.isalnum()]
    assert [c for c in normalise(typed, "zh" if lang == "zh" else "en").text if c.isalnum()] == letters
