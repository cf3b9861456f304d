"""Bars that lie: the category at the left, the value at the end of each bar."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.edition.edition import Plot
from reportpub.render.charts.legend import legend
from reportpub.render.charts.scale import Scale, fit
from reportpub.render.charts.shapes import Spot, box, rule
from reportpub.render.charts.sheet import Sheet, Sketch, Stack
from reportpub.render.charts.wording import category_runs, groups, role, stacked, value_at_end

_LABEL_SHARE = 0.4
_VALUE_SHARE = 0.5
_VALUE_SHARE_BOTH_WAYS = 0.4
"""Parts of the width that words may take, so that room for the bars is left."""

_BEFORE, _AFTER = 8.0, 4.0
"""pt between category and bar, and between bar and value."""

_THICK, _THIN = 13.0, 10.0
"""pt, a bar alone and one of several in a group."""

_INNER, _OUTER = 1.5, 8.0
"""pt between the bars of a group, and between groups."""

_AXIS = 0.5


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar: its value, the colour role, its thickness in pt and the words at its end."""

    value: float
    role: str
    thickness: float
    words: Stack

    @property
    def pitch(self) -> float:
        """Return the height of the bar with its words and the room below it."""
        return max(self.thickness + _INNER, self.words.height)

    def drawn(self, sheet: Sheet, scale: Scale, zero: float, top: float) -> tuple[str, ...]:
        """Return the bar from the zero line, and its words beyond the end."""
        length = scale.length(self.value)
        beyond = top + (self.pitch - self.words.height) / 2
        if length < 0:
            words = sheet.right(self.words, zero + length - _AFTER, beyond)
        else:
            words = sheet.left(self.words, zero + length + _AFTER, beyond)
        if not length:
            return words
        corner: Spot = (min(zero, zero + length), top + (self.pitch - self.thickness) / 2)
        return (box(corner, abs(length), self.thickness, sheet.colours[self.role]), *words)


def bars(plot: Plot, sheet: Sheet) -> Sketch:
    """Return the chart as bars that lie, on one scale from zero; a negative bar lies left of zero."""
    rows = groups(plot)
    head = legend(plot, sheet)
    limit = sheet.width * _LABEL_SHARE
    labels = tuple(stacked(sheet, category_runs(shown, sheet.languages), limit) for shown, _ in rows)
    start = max((label.width for label in labels), default=0) + _BEFORE
    room = sheet.width - start
    drawn = _bars(plot, sheet, room)
    scale = fit(room, [(bar.value, bar.words.width + _AFTER) for row in drawn for bar in row])
    zero = start + scale.zero
    parts: list[str] = []
    top = head.height
    for row, label in zip(drawn, labels, strict=True):
        thick = sum(bar.pitch for bar in row)
        height = max(thick, label.height)
        parts += sheet.left(label, 0, top + (height - label.height) / 2)
        place = top + (height - thick) / 2
        for bar in row:
            parts += bar.drawn(sheet, scale, zero, place)
            place += bar.pitch
        top += height + _OUTER
    bottom = max(head.height, top - _OUTER)
    axis = rule((zero, head.height), (zero, bottom), sheet.colours["slate"], _AXIS)
    return Sketch((*head.parts, *parts, axis), bottom)


def _bars(plot: Plot, sheet: Sheet, room: float) -> tuple[tuple[_Bar, ...], ...]:
    both_ways = any(point.value < 0 for series in plot.series for point in series.points)
    limit = room * (_VALUE_SHARE_BOTH_WAYS if both_ways else _VALUE_SHARE)
    thickness = _THICK if len(plot.series) == 1 else _THIN
    return tuple(
        tuple(
            _Bar(float(point.value), role(at, point), thickness, value_at_end(sheet, point, limit))
            for at, point in members
        )
        for _, members in groups(plot)
    )
