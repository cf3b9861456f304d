"""A plot as the cells of a sheet: values at one scale, each with the format that says it as the text does.

What is printed as 88.5亿元 stands in the sheet as 88.5 with the format `0.0"亿元"`, so that a number edited
in Word keeps its unit. Source: ECMA-376 part 1, 18.8.30 and 18.8.31 (number formats).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reportpub.edition.edition import Plot, Point
from reportpub.model.text import Lang, Shown, plain

GENERAL = "General"
"""The format of a value whose words hold no number of their own."""

LARGEST_POWER = 12
"""The highest power of ten that words stand for: 万亿, trillion."""

_NUMBER = re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: the number of its cell, its format, and how the text says it.

    `apart` tells that no format gives these words, so that the label has to be written out.
    """

    number: Decimal
    code: str
    words: str
    apart: bool = False
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A series: its name and its values from the top down."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """What a chart draws: the categories down the first column, a series in each of the others."""

    categories: tuple[str, ...]
    columns: tuple[Column, ...]


def grid(plot: Plot, lang: Lang) -> Grid:
    """Return the cells of a plot in one language; all values share one scale, as bars must."""
    points = [point for series in plot.series for point in series.points]
    powers = {_power(point, lang) for point in points}
    shared = powers.pop() if len(powers) == 1 else None
    power = shared or 0
    longest = max((series.points for series in plot.series), key=len, default=())
    columns = tuple(
        Column(_words(series.label, lang), tuple(_cell(p, power, shared, lang) for p in series.points))
        for series in plot.series
    )
    return Grid(tuple(_words(point.category, lang) for point in longest), columns)


def _cell(point: Point, power: int, shared: int | None, lang: Lang) -> Cell:
    words = _told(point, lang)
    found = _NUMBER.search(words)
    number = point.value.scaleb(-power).normalize()
    if found is None or shared is None:
        return Cell(number, GENERAL, words, apart=True, highlighted=point.highlighted)
    return Cell(number, _code(words, found, lang), words, highlighted=point.highlighted)


def _code(words: str, found: re.Match[str], lang: Lang) -> str:
    """Return the format that gives the words; a minus that the words leave out stays left out."""
    decimals = len(found[0].partition(".")[2])
    digits = ("#,##0" if lang is Lang.EN or "," in found[0] else "0") + (
        "." + "0" * decimals if decimals else ""
    )
    before, after = (_quoted(part) for part in (words[: found.start()], words[found.end() :]))
    code = before + digits + after
    below = f"{before}−{digits}{after}" if found[0][0] in "−-" else code
    return code if below == code and "−" not in words else f"{code};{below}"


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def _power(point: Point, lang: Lang) -> int | None:
    """Return the power of ten that the words of a value leave out, if they hold a number it rounds to."""
    found = _NUMBER.search(_told(point, lang))
    if found is None:
        return None
    said = abs(Decimal(found[0].replace(",", "").replace("−", "-")))
    return next(
        (
            power
            for power in range(LARGEST_POWER + 1)
            if abs(point.value).scaleb(-power).quantize(said, ROUND_HALF_UP) == said
        ),
        None,
    )


def _told(point: Point, lang: Lang) -> str:
    return " ".join(point.words.get(lang, "").split())


def _words(text: Shown | None, lang: Lang) -> str:
    passage = text.of(lang) if text else None
    return " ".join(plain(passage.inlines).split()) if passage else ""


def spelled(cells: Grid) -> Iterator[str]:
    """Yield every word a chart says: categories, names of series and values."""
    yield from cells.categories
    for column in cells.columns:
        yield column.name
        yield from (cell.words for cell in column.cells)
