"""A Plot becomes a drawing: vector SVG of a given width, as high as its words need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never
from xml.sax.saxutils import escape

from reportpub.edition.edition import Plot
from reportpub.model.blocks import ChartKind
from reportpub.model.text import Lang
from reportpub.render.charts.bars import bars
from reportpub.render.charts.columns import columns
from reportpub.render.charts.curves import curves
from reportpub.render.charts.ring import ring
from reportpub.render.charts.shapes import number
from reportpub.render.charts.sheet import Measure, Sheet, Sketch

_EDGE = 1.0
"""pt above and below, for the half of a line that lies outside its path."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as an SVG element, with its size in pt."""

    svg: str
    width: float
    height: float


def draw(
    kind: ChartKind,
    plot: Plot,
    languages: tuple[Lang, ...],
    title: str,
    colours: Mapping[str, str],
    width: float,
    measure: Measure,
) -> Drawing:
    """Return the drawing of a plot; `title` is its alternative text.

    `colours` gives a CSS colour for the roles ink, paper, red, navy, blue, teal, ochre, slate and grey. The
    width is in pt, 160 at least. Columns and lines whose words have no room side by side become bars that
    lie.
    """
    sheet = Sheet(width=width, languages=languages, colours=colours, measure=measure)
    sketch = _sketch(kind, plot, sheet) if any(series.points for series in plot.series) else Sketch()
    height = sketch.height + 2 * _EDGE
    wide, high = number(width), number(height)
    size = f'width="{wide}pt" height="{high}pt" viewBox="0 {number(-_EDGE)} {wide} {high}"'
    svg = "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} fill="none" stroke="none">',
            f"<title>{escape(title)}</title>",
            *sketch.parts,
            "</svg>",
        )
    )
    return Drawing(svg, width, height)


def _sketch(kind: ChartKind, plot: Plot, sheet: Sheet) -> Sketch:
    match kind:
        case ChartKind.BAR:
            return bars(plot, sheet)
        case ChartKind.COLUMN:
            return columns(plot, sheet) or bars(plot, sheet)
        case ChartKind.LINE:
            return curves(plot, sheet) or bars(plot, sheet)
        case ChartKind.PIE:
            return ring(plot, sheet)
        case _:
            assert_never(kind)
