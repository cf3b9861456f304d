"""Numbers and pointers: one outline, counted alike in both languages and unique in the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.edition.labels import labels, letter, roman
from reportpub.findings import Span
from reportpub.model.blocks import Block, Figure, Heading, Table
from reportpub.model.facts import FactBook
from reportpub.model.job import Job
from reportpub.model.report import Chapter, Metadata, Place, Report
from reportpub.model.text import Bilingual, Lang, Passage, Str

HERE = Span("f")


def text(zh: str, en: str) -> Bilingual:
    return Bilingual(Passage(Lang.ZH, (Str(zh),), HERE), Passage(Lang.EN, (Str(en),), HERE))


NOTHING = text("", "")


def heading(name: str, level: int = 2) -> Heading[Bilingual]:
    return Heading(id=name, level=level, text=NOTHING, span=HERE)


def table(name: str) -> Table[Bilingual]:
    return Table(id=name, title=NOTHING, columns=(), rows=(), span=HERE)


def figure(name: str) -> Figure[Bilingual]:
    return Figure(id=name, image="", title=NOTHING, alt=NOTHING, span=HERE)


def report(*chapters: tuple[str, Place, tuple[Block[Bilingual], ...]]) -> Report:
    meta = Metadata(
        title=NOTHING,
        subtitle=None,
        period="2024",
        issuer=NOTHING,
        date="2025-01-31",
        imprint=(),
        english_status=NOTHING,
    )
    made = tuple(
        Chapter(
            id=name,
            place=place,
            title=Heading(id=name, level=1, text=text(f"{name}章", name.title()), span=HERE),
            blocks=blocks,
            span=HERE,
        )
        for name, place, blocks in chapters
    )
    return Report(
        id="r",
        root=Path("/r"),
        metadata=meta,
        chapters=made,
        facts=FactBook({}, {}),
        terms={},
        editions=(),
        job=Job(span=HERE),
    )


def numbers(whole: Report, lang: Lang) -> dict[str, str]:
    return {name: label.number.get(lang, "") for name, label in labels(whole).items()}


def pointers(whole: Report, lang: Lang) -> dict[str, str]:
    return {name: label.pointer[lang] for name, label in labels(whole).items()}


OUTLINE = report(
    ("preface", Place.FRONT, (table("p-t"),)),
    ("one", Place.BODY, (heading("a"), heading("a1", 3), heading("a2", 3), heading("b"), heading("b1", 3))),
    ("two", Place.BODY, (table("t1"), figure("f1"), table("t2"), heading("c"))),
    ("annex", Place.BACK, (table("x-t"), heading("x-h"))),
    ("index", Place.BACK, (table("y-t"), figure("y-f"))),
)


def test_the_outline_is_counted_in_chinese() -> None:
    assert numbers(OUTLINE, Lang.ZH) == {
        "preface": "",
        "p-t": "表附-1",
        "one": "一、",
        "a": "（一）",
        "a1": "1.",
        "a2": "2.",
        "b": "（二）",
        "b1": "1.",
        "two": "二、",
        "t1": "表2-1",
        "f1": "图2-1",
        "t2": "表2-2",
        "c": "（一）",
        "annex": "",
        "x-t": "表附-2",
        "index": "",
        "y-t": "表附-3",
        "y-f": "图附-1",
    }


def test_a_pointer_says_in_full_where_a_block_stands() -> None:
    said = pointers(OUTLINE, Lang.EN)
    assert (said["one"], said["b1"], said["t2"], said["x-t"]) == (
        "Section I",
        "Section I.B.1",
        "Table 2.2",
        "Table A.2",
    )
    assert pointers(OUTLINE, Lang.ZH)["b1"] == "第一部分（二）1"


def test_a_chapter_without_a_number_is_called_by_its_title() -> None:
    assert (pointers(OUTLINE, Lang.ZH)["preface"], pointers(OUTLINE, Lang.EN)["annex"]) == (
        "preface章",
        "Annex",
    )


@pytest.mark.parametrize("lang", Lang)
def test_no_two_blocks_are_pointed_at_with_the_same_words(lang: Lang) -> None:
    said = list(pointers(OUTLINE, lang).values())
    assert len(said) == len(set(said))


@given(st.integers(1, 99), st.integers(1, 99))
def test_numerals_tell_numbers_apart(one: int, other: int) -> None:
    assert (letter(one) == letter(other)) == (one == other)
    if max(one, other) < 90:
        assert (roman(one) == roman(other)) == (one == other)


@pytest.mark.parametrize(("number", "words"), [(1, "I"), (10, "X"), (14, "XIV"), (40, "XL")])
def test_roman_numerals_subtract(number: int, words: str) -> None:
    assert roman(number) == words


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
