"""The texts of a block by name, in the order in which a reader of the Word file meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, assert_never

from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    Figure,
    Heading,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
)
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, Lang, Passage

T = TypeVar("T")

TEXT = "text"
"""The name of the text that a block is about."""


@dataclass(frozen=True, slots=True, order=True)
class Home:
    """Where a text belongs: its block, which text of it, and the language."""

    block: str
    part: str
    lang: Lang


def parts(block: Block[T]) -> Iterator[tuple[str, T]]:
    """Yield the texts that stand as words in a Word file; the words of a chart's drawing do not."""
    match block:
        case Heading(text=text) | Note(text=text):
            yield TEXT, text
        case Paragraph(text=text, lead=lead):
            yield from _some("lead", lead)
            yield TEXT, text
        case List(items=items):
            yield from ((f"item-{turn}", item) for turn, item in enumerate(items, start=1))
        case Quote(text=text, source=source):
            yield TEXT, text
            yield from _some("source", source)
        case Callout(text=text, title=title):
            yield from _some("title", title)
            yield TEXT, text
        case Table():
            yield "title", block.title
            yield from _some("unit", block.unit)
            yield from ((f"column-{at}", cell) for at, cell in enumerate(block.columns, start=1))
            for row, cells in enumerate(block.rows, start=1):
                yield from ((f"cell-{row}-{at}", cell) for at, cell in enumerate(cells.cells, start=1))
            yield from _some("source", block.source)
        case Figure(title=title, source=source) | Chart(title=title, source=source):
            yield "title", title
            yield from _some("source", source)
        case KeyFigures(items=figures):
            for turn, figure in enumerate(figures, start=1):
                yield f"value-{turn}", figure.value
                yield f"label-{turn}", figure.label
        case _:
            assert_never(block)


def unseen(block: Block[T]) -> Iterator[tuple[str, T]]:
    """Yield the texts that stand in no paragraph: alternative texts, and the words of a chart's drawing."""
    if isinstance(block, Figure | Chart):
        yield "alt", block.alt
    if isinstance(block, Chart):
        for turn, series in enumerate(block.series, start=1):
            yield from _some(f"series-{turn}", series.label)
        yield from ((f"category-{at}", text) for at, text in enumerate(block.categories, start=1))


def _some(name: str, text: T | None) -> Iterator[tuple[str, T]]:
    if text is not None:
        yield name, text


def blocks(report: Report) -> Iterator[Block[Bilingual]]:
    """Yield every block of a report in order, the titles of chapters among them."""
    for chapter in report.chapters:
        yield chapter.title
        yield from chapter.blocks


def homes(report: Report, *, hidden: bool = False) -> dict[Home, Passage]:
    """Return every text of a report by where it belongs; `hidden` adds those that stand in no paragraph."""
    return {
        Home(block.id, part, passage.lang): passage
        for block in blocks(report)
        for part, text in (*parts(block), *(unseen(block) if hidden else ()))
        for passage in text.said()
    }
