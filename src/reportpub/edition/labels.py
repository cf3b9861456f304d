"""Numbers from one outline, per language: 一、（一）1. and I. A. 1.; 表3-1 and Table 3.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportpub.edition.chinese_numerals import han
from reportpub.edition.edition import Label
from reportpub.model.blocks import Chart, Figure, Heading, Table
from reportpub.model.report import Place, Report
from reportpub.model.text import Lang, plain

SECOND = 2
"""The level of headings right below a chapter; the outline has three."""

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number from 1 to 89 in upper-case Roman numerals."""
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def letter(number: int) -> str:
    """Return A to Z for 1 to 26, then AA, AB and so on; nothing below 1."""
    if number < 1:
        return ""
    head, last = divmod(number - 1, 26)
    return (letter(head) if head else "") + chr(ord("A") + last)


def _counted(number: int) -> str:
    return han(Decimal(number)) if number else ""


@dataclass(slots=True)
class _Counters:
    """Where the numbering of one chapter stands."""

    second: int = 0
    third: int = 0
    tables: int = 0
    figures: int = 0


def labels(report: Report) -> Mapping[str, Label]:
    """Return the label of every numbered block and chapter by id."""
    return dict(_labels(report))


def _labels(report: Report) -> Iterator[tuple[str, Label]]:
    chapters = 0
    unnumbered = _Counters()
    for chapter in report.chapters:
        if chapter.place is Place.BODY:
            chapters += 1
            yield (
                chapter.id,
                _label(
                    f"{_counted(chapters)}、",
                    f"{roman(chapters)}.",
                    *_pointer(_counted(chapters), roman(chapters)),
                ),
            )
        else:
            title = chapter.title.text
            words = {p.lang: plain(p.inlines) for p in title.said()}
            yield chapter.id, Label({}, words)
        outline = (_counted(chapters), roman(chapters)) if chapter.place is Place.BODY else None
        prefix = (str(chapters), str(chapters)) if outline else ("附", "A")
        # The tables of the preface and the appendices are numbered through.
        counters = _Counters() if outline else unnumbered
        for block in chapter.blocks:
            match block:
                case Heading(id=name, level=level) if outline:
                    yield name, _heading(level, counters, outline)
                case Table(id=name):
                    counters.tables += 1
                    yield name, _float("表", "Table", prefix, counters.tables)
                case Chart(id=name) | Figure(id=name):
                    counters.figures += 1
                    yield name, _float("图", "Figure", prefix, counters.figures)
                case _:
                    pass


def _heading(level: int, counters: _Counters, outline: tuple[str, str]) -> Label:
    if level == SECOND:
        counters.second += 1
        counters.third = 0
    else:
        counters.third += 1
    zh, en = f"（{_counted(counters.second)}）", letter(counters.second)
    if level == SECOND:
        return _label(zh, f"{en}.", *_pointer(outline[0], outline[1], zh, f".{en}"))
    return _label(
        f"{counters.third}.",
        f"{counters.third}.",
        *_pointer(outline[0], outline[1], f"{zh}{counters.third}", f".{en}.{counters.third}"),
    )


def _pointer(zh: str, en: str, zh_below: str = "", en_below: str = "") -> tuple[str, str]:
    return f"第{zh}部分{zh_below}", f"Section {en}{en_below}"


def _float(zh: str, en: str, prefix: tuple[str, str], number: int) -> Label:
    words = f"{zh}{prefix[0]}-{number}", f"{en} {prefix[1]}.{number}"
    return _label(*words, *words)


def _label(zh: str, en: str, zh_pointer: str, en_pointer: str) -> Label:
    return Label({Lang.ZH: zh, Lang.EN: en}, {Lang.ZH: zh_pointer, Lang.EN: en_pointer})
