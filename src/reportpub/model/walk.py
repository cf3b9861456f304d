"""The only code that knows which block holds which texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar, assert_never

from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Row,
    Series,
    Table,
)
from reportpub.model.text import Emph, Inline, Inlines, Link, Strong

T = TypeVar("T")
U = TypeVar("U")


def map_text(block: Block[T], change: Callable[[T], U]) -> Block[U]:
    """Return the block with every text changed, everything else as it was."""

    def maybe(text: T | None) -> U | None:
        return None if text is None else change(text)

    match block:
        case Heading(id=name, level=level, text=text, status=status, span=span):
            return Heading(id=name, level=level, text=change(text), status=status, span=span)
        case Paragraph(id=name, text=text, lead=lead, status=status, span=span):
            return Paragraph(id=name, text=change(text), lead=maybe(lead), status=status, span=span)
        case List(id=name, ordered=ordered, items=items, status=status, span=span):
            return List(id=name, ordered=ordered, items=tuple(map(change, items)), status=status, span=span)
        case Quote(id=name, text=text, source=source, status=status, span=span):
            return Quote(id=name, text=change(text), source=maybe(source), status=status, span=span)
        case Callout(id=name, text=text, title=title, status=status, span=span):
            return Callout(id=name, text=change(text), title=maybe(title), status=status, span=span)
        case Table():
            return Table(
                id=block.id,
                title=change(block.title),
                columns=tuple(map(change, block.columns)),
                rows=tuple(Row(tuple(map(change, row.cells)), row.group) for row in block.rows),
                unit=maybe(block.unit),
                source=maybe(block.source),
                wide=block.wide,
                status=block.status,
                span=block.span,
            )
        case Figure():
            return Figure(
                id=block.id,
                image=block.image,
                title=change(block.title),
                alt=change(block.alt),
                source=maybe(block.source),
                width=block.width,
                status=block.status,
                span=block.span,
            )
        case Chart():
            return Chart(
                id=block.id,
                kind=block.kind,
                title=change(block.title),
                alt=change(block.alt),
                series=tuple(Series(s.facts, maybe(s.label)) for s in block.series),
                categories=tuple(map(change, block.categories)),
                highlight=block.highlight,
                total=block.total,
                source=maybe(block.source),
                status=block.status,
                span=block.span,
            )
        case KeyFigures(id=name, items=items, status=status, span=span):
            shown = tuple(KeyFigure(i.fact, change(i.value), change(i.label)) for i in items)
            return KeyFigures(id=name, items=shown, status=status, span=span)
        case Note(id=name, text=text, status=status, span=span):
            return Note(id=name, text=change(text), status=status, span=span)
        case _:
            assert_never(block)


def texts(block: Block[T]) -> tuple[T, ...]:
    """Return every text of a block in reading order."""
    found: list[T] = []
    map_text(block, found.append)
    return tuple(found)


def join_texts(block: Block[T], other: Block[T], join: Callable[[T, T], U]) -> Block[U]:
    """Return a block whose texts are made of those of two blocks of the same shape."""
    others = iter(texts(other))
    return map_text(block, lambda text: join(text, next(others)))


def map_inlines(inlines: Inlines, change: Callable[[Inline], Inline]) -> Inlines:
    """Return the inlines with every leaf changed, emphasis and links kept around them."""
    return tuple(_map_inline(inline, change) for inline in inlines)


def _map_inline(inline: Inline, change: Callable[[Inline], Inline]) -> Inline:
    if isinstance(inline, (Emph, Strong, Link)):
        return replace(inline, children=map_inlines(inline.children, change))
    return change(inline)


def leaves(inlines: Inlines) -> Iterator[Inline]:
    """Yield the inlines that hold no others, in order."""
    for inline in inlines:
        if isinstance(inline, (Emph, Strong, Link)):
            yield from leaves(inline.children)
        else:
            yield inline
