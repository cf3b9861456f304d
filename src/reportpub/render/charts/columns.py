"""Columns that stand: the value above each, the category below."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.edition.edition import Plot, Point
from reportpub.render.charts.legend import legend
from reportpub.render.charts.scale import Scale, fit
from reportpub.render.charts.shapes import box, rule
from reportpub.render.charts.sheet import Sheet, Sketch, Stack
from reportpub.render.charts.slots import BELOW, slots
from reportpub.render.charts.wording import groups, role, stacked, value_runs

_ROOM = 128.0
"""pt from the top of the highest value to the lowest end of a column."""

_ABOVE = 2.0
_AXIS = 0.5
_WIDEST = 46.0
_ALONE = 0.52
"""Part of its slot that a column alone takes."""

_GROUP = 0.88
_APART = 3.0
"""Part of its slot that a group takes, and pt between its columns."""

_NARROWEST = 4.0


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: the middle of its foot, its value, the colour role and the words beyond its end."""

    middle: float
    value: float
    role: str
    words: Stack

    def drawn(self, sheet: Sheet, scale: Scale, zero: float, width: float) -> tuple[str, ...]:
        """Return the column from the zero line, and its words beyond the end."""
        length = scale.length(self.value)
        top = zero - length + _ABOVE if length < 0 else zero - length - _ABOVE - self.words.height
        words = sheet.centred(self.words, self.middle, top)
        if not length:
            return words
        corner = (self.middle - width / 2, min(zero, zero - length))
        return (box(corner, width, abs(length), sheet.colours[self.role]), *words)


def columns(plot: Plot, sheet: Sheet) -> Sketch | None:
    """Return the chart as columns on one scale from zero, or nothing when the words have no room."""
    frame = slots(plot, sheet, sheet.width)
    pitch = _pitch(plot, sheet, frame.width) if frame else 0
    if frame is None or not pitch:
        return None
    width = min(_WIDEST, frame.width * _ALONE) if len(plot.series) == 1 else min(_WIDEST, pitch - _APART)
    head = legend(plot, sheet, frame.left)
    drawn = tuple(
        _Column(
            frame.middle(slot) + (n - (len(plot.series) - 1) / 2) * pitch,
            float(point.value),
            role(n, point),
            _words(sheet, point),
        )
        for slot, (_, members) in enumerate(groups(plot))
        for n, point in members
    )
    scale = fit(_ROOM, [(column.value, column.words.height + _ABOVE) for column in drawn])
    zero = head.height + _ROOM - scale.zero
    bottom = head.height + _ROOM
    parts = [part for column in drawn for part in column.drawn(sheet, scale, zero, width)]
    axis = rule((frame.left, zero), (frame.right, zero), sheet.colours["slate"], _AXIS)
    foot = frame.foot(sheet, bottom + BELOW)
    return Sketch((*head.parts, *parts, axis, *foot.parts), bottom + BELOW + foot.height)


def _words(sheet: Sheet, point: Point) -> Stack:
    return stacked(sheet, value_runs(point, sheet.languages), sheet.width)


def _pitch(plot: Plot, sheet: Sheet, slot: float) -> float:
    """Return the distance between the columns of a group, or nought when their values would touch."""
    widest = max(_words(sheet, point).width for series in plot.series for point in series.points) + _APART
    if len(plot.series) == 1:
        return slot if widest <= slot else 0
    most = slot * _GROUP / len(plot.series)
    return min(most, max(widest, _WIDEST * _ALONE + _APART)) if max(widest, _NARROWEST) <= most else 0
