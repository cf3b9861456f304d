"""Facing pages as HTML: the galley in which everything is measured, and the spreads as they were planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reportpub.edition.edition import Edition, Part
from reportpub.model.anchors import anchor
from reportpub.render.facing.items import OPENER, Item, headings
from reportpub.render.facing.stretches import Stretch
from reportpub.render.html.body import block, opener
from reportpub.render.html.context import Context, Piece
from reportpub.render.places import NAME

SIDES = ("verso", "recto")
"""The left page of a spread, and the right."""

_GALLEY = "<style>@page { size: 210mm 40000mm } .galley { break-before: page }</style>"
"""A page that is never full: what is measured on it is measured whole."""

Columns = Mapping[str, tuple[float, ...]]
"""The widths of a table's columns in pt, by anchor."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the pages of an edition; `drawings` has its charts by anchor."""

    edition: Edition
    drawings: Mapping[str, str]

    def galley(self, items: Sequence[Item], css: Sequence[str]) -> str:
        """Return a document with every block once in each language, a chapter and a language to a page."""
        pages = []
        for chapter in range(len(self.edition.parts[0].chapters)):
            own = [item for item in items if item.chapter == chapter]
            for side, part in enumerate(self.edition.parts):
                inner = "".join(
                    _div(item, anchor(item.id, part.languages[0]), self._said(item, side, None))
                    for item in own
                    if not (item.once and side)
                )
                pages.append(_section(f"galley {SIDES[side]}", part, inner))
        sheets = "".join(f"<style>{sheet}</style>" for sheet in css)
        head = f'<meta charset="utf-8"><title>galley</title>{sheets}{_GALLEY}'
        lang = self.edition.languages[0]
        body = f'<body class="facing">{"".join(pages)}</body>'
        return f'<!doctype html><html lang="{lang}"><head>{head}</head>{body}</html>'

    def spreads(self, planned: Sequence[Sequence[Stretch]], grid: float, columns: Columns) -> str:
        """Return the pages of planned spreads; `grid` is the unit of the plan in pt."""
        return "\n".join(self._spreads(planned, grid, columns))

    def _spreads(self, planned: Sequence[Sequence[Stretch]], grid: float, columns: Columns) -> Iterator[str]:
        for spread in planned:
            for side, part in enumerate(self.edition.parts):
                yield self._page(spread, side, part, grid, columns)

    def _page(self, spread: Sequence[Stretch], side: int, part: Part, grid: float, columns: Columns) -> str:
        lang = part.languages[0]
        foot, inner = 0, []
        for stretch in spread:
            if stretch.item.once and side:
                continue
            name = anchor(stretch.item.id, lang)
            piece = (
                None
                if stretch.whole
                else Piece(stretch.since[side], stretch.upto[side], columns.get(name, ()))
            )
            above, height = stretch.tops[side] - foot, stretch.heights[side]
            foot = stretch.tops[side] + height
            place = f"padding-top: {above * grid:.2f}pt; height: {height * grid:.2f}pt"
            said = self._said(stretch.item, side, piece)
            inner.append(_div(stretch.item, stretch.name(side, lang), said, place))
        chapter = spread[0].item.chapter
        opens = spread[0].item.kind == OPENER
        title = headings(self.edition, part)[part.chapters[chapter].id]
        kind = f"face {SIDES[side]}{' opens' if opens else ''} {part.chapters[chapter].place}"
        return _section(kind, part, "".join(inner), f' data-section="{"" if opens else escape(title)}"')

    def _said(self, item: Item, side: int, piece: Piece | None) -> str:
        part, other = self.edition.parts[side], self.edition.parts[1 - side]
        languages = self.edition.languages if item.once else part.languages
        chapter = part.chapters[item.chapter]
        notes = chapter.notes
        shown = Part(languages=languages, chapters=part.chapters)
        beside = headings(self.edition, other) if item.kind in {OPENER, "heading"} and not side else {}
        context = Context(self.edition, shown, notes, self.drawings, piece, beside)
        return opener(chapter, context) if item.blocks is None else block(item.blocks[side], context)


def _div(item: Item, name: str, inner: str, place: str = "") -> str:
    style = f' style="{place}"' if place else ""
    return f'<div class="piece {item.kind}-piece" {NAME}="{name}"{style}>{inner}</div>'


def _section(kind: str, part: Part, inner: str, more: str = "") -> str:
    lang = part.languages[0]
    return f'<section class="{kind} part-{lang.key}" lang="{lang}"{more}>{inner}</section>\n'
