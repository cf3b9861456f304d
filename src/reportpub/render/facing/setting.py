"""Facing pages set: measured in a galley, planned, laid out, and looked at whether they came as planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import floor, lcm
from pathlib import Path

from reportpub.edition.edition import Edition
from reportpub.findings import ContentError, ToolError, error
from reportpub.inputs import Inputs
from reportpub.kept import Kept
from reportpub.layout.layout import Layout
from reportpub.model.anchors import anchor
from reportpub.render.facing.atoms import Atom, Grid
from reportpub.render.facing.items import Item, items
from reportpub.render.facing.measure import Measured, atoms, measured, units
from reportpub.render.facing.pages import Writer
from reportpub.render.facing.plan import Spread, TooHigh, plan
from reportpub.render.facing.proof import astray, begins, out_of_step, taller
from reportpub.render.facing.stretches import Stretch, stretches
from reportpub.render.glyph_documents import ComposingFonts
from reportpub.render.html.page import page
from reportpub.render.pdf import LaidOut, lay_out
from reportpub.sentences import listed, say

ROUNDS = 4
"""How often pages are planned anew when what stands on them proves taller than it was measured."""

_PT = 72 / 25.4
_EXACT = 1e-6
_ROUNDING = 0.01
"""pt."""


@dataclass(frozen=True, slots=True)
class FacingPages:
    """Facing pages as planned: the spreads, with the white at the foot of each in units of `unit` pt.

    `first` is the page on which the first spread begins, once it is known.
    """

    spreads: tuple[tuple[Stretch, ...], ...]
    white: tuple[tuple[int, int], ...]
    unit: float
    first: int = 0


@dataclass(frozen=True, slots=True)
class Corrections:
    """What finished pages have taught: units that blocks need beyond what was measured, by anchor.

    `page` is by how many units a page holds less than was thought.
    """

    heights: Mapping[str, int] = field(default_factory=dict)
    page: int = 0

    def after(self, over: Mapping[str, int]) -> Corrections:
        """Return the corrections after another round: of the blocks that proved taller, else of the page."""
        if not over:
            return replace(self, page=self.page + 1)
        heights = {name: self.heights.get(name, 0) + units for name, units in over.items()}
        return replace(self, heights={**self.heights, **heights})


class FacingSetter:
    """Sets one edition on facing pages."""

    def __init__(
        self,
        edition: Edition,
        layout: Layout,
        css: tuple[str, ...],
        drawings: Mapping[str, str],
        inputs: Inputs,
        pictures: Mapping[Path, bytes] | None = None,
        kept: Kept | None = None,
    ) -> None:
        """Take what a document is made of; `pictures` are set in the place of their files."""
        self._pictures = pictures or {}
        # What is measured and what is set are the same texts in the same measures.
        self._fonts = ComposingFonts(kept)
        self._edition = edition
        self._layout = layout
        self._css = css
        self._drawings = drawings
        self._inputs = inputs
        self._items = tuple(items(edition, layout.tokens.facing))
        self._writer = Writer(edition, drawings)
        self._unit = _unit(edition, layout)

    def measure(self) -> Measured:
        """Return the height of everything in both languages."""
        html = self._writer.galley(self._items, self._css)
        galley = self._laid_out(html)
        return measured(galley.sheets(), self._edition.languages)

    def plan(self, galley: Measured, more: Corrections) -> FacingPages:
        """Return the spreads; `ContentError` names blocks that are higher than a page."""
        grid = self._grid(galley, more.page)
        known = {item.id: item for item in self._items}
        spreads: list[Spread] = []
        found = []
        for chapter in range(len(self._edition.parts[0].chapters)):
            own = [
                one
                for item in self._items
                if item.chapter == chapter
                for one in self._atoms(item, galley, more)
            ]
            try:
                spreads += plan(own, grid)
            except TooHigh as high:
                message = say("“{block}” is higher than a page of facing pages", block=high.block)
                hint = say("make several blocks of it, or leave it out of this edition")
                found.append(error("facing/too-high", message, known[high.block].span, hint))
        if found:
            raise ContentError(tuple(found))
        return FacingPages(
            tuple(stretches(one, known) for one in spreads), tuple(one.white for one in spreads), self._unit
        )

    def pages(self, galley: Measured, planned: FacingPages, *, first_page: bool = True) -> LaidOut:
        """Return the pages of a plan, with the cover as their first or without it."""
        html = page(
            self._edition,
            self._layout,
            self._css,
            self._drawings,
            self._inputs,
            first_page=first_page,
            spreads=self._writer.spreads(planned.spreads, self._unit, galley.columns()),
        )
        return self._laid_out(html)

    def set(self, *, first_page: bool = True) -> tuple[LaidOut, FacingPages]:
        """Return the pages and their plan; `ToolError` with what does not stand as it was planned."""
        galley, languages = self.measure(), self._edition.languages
        more = Corrections()
        for _ in range(ROUNDS):
            planned = self.plan(galley, more)
            pages = self.pages(galley, planned, first_page=first_page)
            sheets = pages.sheets()
            wrong = astray(planned.spreads, sheets, languages, self._unit)
            if not wrong:
                wrong = out_of_step(planned.spreads, sheets)
                break
            more = more.after(taller(planned.spreads, sheets, languages, self._unit))
        if wrong:
            raise ToolError(wrong)
        return pages, replace(planned, first=begins(sheets))

    def _laid_out(self, html: str) -> LaidOut:
        return lay_out(html, self._layout.shared, self._inputs, pictures=self._pictures, fonts=self._fonts)

    def _atoms(self, item: Item, galley: Measured, more: Corrections) -> tuple[Atom, ...]:
        found = atoms(item, galley, self._edition.languages, self._unit)
        extra = [more.heights.get(anchor(item.id, lang), 0) for lang in self._edition.languages]
        if not any(extra):
            return found
        last = found[-1]
        return (*found[:-1], replace(last, heights=(last.heights[0] + extra[0], last.heights[1] + extra[1])))

    def _grid(self, galley: Measured, less: int) -> Grid:
        tokens, job = self._layout.tokens, self._edition.job
        height = (job.trim[1] - tokens.margins.top - tokens.margins.bottom) * _PT
        left, right = (
            round(tokens.type[f"{lang.key}-body"].leading / self._unit) for lang in self._edition.languages
        )
        rule = (units(galley.rule[0], self._unit), units(galley.rule[1], self._unit))
        return Grid(
            height=floor((height - galley.head + _ROUNDING) / self._unit) - less,
            leading=(left, right),
            gap=(max(left, right), max(left, right)),
            step=lcm(left, right),
            rule=rule,
        )


def _unit(edition: Edition, layout: Layout) -> float:
    """Return the grid unit in pt; `ToolError` for a layout that has none, or one that its leadings miss."""
    unit = layout.tokens.facing.grid
    names = [f"{lang.key}-body" for lang in edition.languages]
    leadings = [layout.tokens.type[name].leading for name in names]
    if unit <= 0 or any(abs(leading / unit - round(leading / unit)) > _EXACT for leading in leadings):
        message = say("the layout “{name}” has no grid for facing pages", name=layout.name)
        of = listed((say("the leading of {name}", name=name) for name in names), " and ")
        hint = say(
            "write facing: {{grid: …}} in layout.yaml, a measure in pt that {of} are multiples of", of=of
        )
        raise ToolError((error("facing/grid", message, edition.spec.span, hint),))
    return unit
