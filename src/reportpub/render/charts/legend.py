"""The names of several series above a chart, in one quiet line."""

from __future__ import annotations

from reportpub.edition.edition import Plot
from reportpub.render.charts.shapes import box
from reportpub.render.charts.sheet import FIRST, Sheet, Sketch, Stack
from reportpub.render.charts.wording import category_runs, labelled, role, stacked

_SWATCH = 6.5
_NEAR = 4.0
_APART = 18.0
_BELOW = 7.0
"""pt: the square, the room behind it, between two names, and below them all."""


def legend(plot: Plot, sheet: Sheet, left: float = 0) -> Sketch:
    """Return a swatch and a name for each series from a left edge, nothing when there is one series."""
    parts: list[str] = []
    x, top, height = left, 0.0, 0.0
    indent = _SWATCH + _NEAR
    for at, _, label in labelled(plot):
        runs = category_runs(label, sheet.languages)
        name = Stack((sheet.line(*runs, gap=_NEAR),))
        if name.width > sheet.width - left - indent:
            name = stacked(sheet, runs, sheet.width - left - indent)
        if x > left and x + indent + name.width > sheet.width:
            x, top, height = left, top + height, 0.0
        middle = top + name.lines[0].leading / 2
        # The square sits on the baseline's optical middle: half the height of a figure above it.
        corner = (x, middle - _SWATCH / 2 + FIRST * 0.04)
        parts += (box(corner, _SWATCH, _SWATCH, sheet.colours[role(at)]), *sheet.left(name, x + indent, top))
        x += indent + name.width + _APART
        height = max(height, name.height)
    return Sketch(tuple(parts), top + height + _BELOW) if parts else Sketch()
