"""Lines over time: every point has its value, every line its name at its end."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.edition.edition import Plot
from reportpub.render.charts.scale import fit, spread
from reportpub.render.charts.shapes import Spot, dot, polyline, rule
from reportpub.render.charts.sheet import Sheet, Sketch, Stack
from reportpub.render.charts.slots import BELOW, slots
from reportpub.render.charts.wording import category_runs, groups, labelled, role, stacked, value_runs

_ROOM = 128.0
"""pt for the lines and their values."""

_OFF = 4.5
"""pt between a point and its value."""

_NAME_SHARE = 0.28
_NAME_GAP = 8.0
_KEY, _KEY_GAP = 13.0, 4.0
"""pt, the piece of its colour before the name of a line, with and without the room behind it."""

_WEIGHT, _AXIS, _DOT = 1.4, 0.5, 2.2
_TIGHT = 3.0
_LEAN, _STEEP = 0.3, 4.0
"""Part of its width that a value moves out of the way of a line, and the pt that make the line steep."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A point of a line: its slot, its series, its value and the words beside it."""

    slot: int
    series: int
    value: float
    role: str
    words: Stack


def curves(plot: Plot, sheet: Sheet) -> Sketch | None:
    """Return the chart as lines on one scale from zero, or nothing when the words have no room."""
    names = _names(plot, sheet)
    reserve = max((_NAME_GAP + _KEY + name.width for name in names.values()), default=0)
    frame = slots(plot, sheet, sheet.width - reserve)
    marks = _marks(plot, sheet)
    if frame is None or any(mark.words.width + _TIGHT > frame.width for mark in marks):
        return None
    room = max(
        _ROOM, *(_needed(marks, slot) for slot in range(len(frame.labels))), _stack(tuple(names.values()))
    )
    scale = fit(room, [(mark.value, mark.words.height + _OFF) for mark in marks])
    zero = room - scale.zero
    spots = {(m.series, m.slot): (frame.middle(m.slot), zero - m.value * scale.unit) for m in marks}
    parts = [rule((frame.left, zero), (frame.right, zero), sheet.colours["slate"], _AXIS)]
    for at in range(len(plot.series)):
        way = [spot for (series, _), spot in spots.items() if series == at]
        if len(way) > 1:
            parts.append(polyline(way, sheet.colours[role(at)], _WEIGHT))
    parts += (dot(spots[m.series, m.slot], _DOT, sheet.colours[m.role]) for m in marks)
    for slot in range(len(frame.labels)):
        parts += _values(sheet, [m for m in marks if m.slot == slot], spots, frame.width, room)
    end = len(frame.labels) - 1
    widest = max(m.words.width for m in marks if m.slot == end)
    x = frame.middle(end) + min(widest * (0.5 + _LEAN), frame.width / 2) + _NAME_GAP
    parts += _ends(sheet, names, spots, x, room)
    foot = frame.foot(sheet, room + BELOW)
    return Sketch((*parts, *foot.parts), room + BELOW + foot.height)


def _marks(plot: Plot, sheet: Sheet) -> tuple[_Mark, ...]:
    return tuple(
        _Mark(
            slot,
            at,
            float(point.value),
            role(at, point),
            stacked(sheet, value_runs(point, sheet.languages), sheet.width),
        )
        for slot, (_, members) in enumerate(groups(plot))
        for at, point in members
    )


def _stack(stacks: tuple[Stack, ...]) -> float:
    return sum(stack.height + _TIGHT for stack in stacks)


def _needed(marks: tuple[_Mark, ...], slot: int) -> float:
    return _stack(tuple(mark.words for mark in marks if mark.slot == slot))


def _names(plot: Plot, sheet: Sheet) -> dict[int, Stack]:
    limit = sheet.width * _NAME_SHARE
    return {
        at: stacked(sheet, category_runs(label, sheet.languages), limit) for at, _, label in labelled(plot)
    }


def _values(
    sheet: Sheet, marks: list[_Mark], spots: dict[tuple[int, int], Spot], slot: float, room: float
) -> tuple[str, ...]:
    """Return the values of one slot: above the point, but below it in a dip or on the lowest line."""
    lowest = max(spots[m.series, m.slot][1] for m in marks)
    tops = []
    for mark in marks:
        y = spots[mark.series, mark.slot][1]
        height = mark.words.height
        below = _dips(mark, spots) or (len(marks) > 1 and y == lowest)
        tops.append(y + _OFF if below and y + _OFF + height < room else y - _OFF - height)
    placed = spread(tops, [m.words.height for m in marks], room, 1)
    parts: list[str] = []
    for mark, top in zip(marks, placed, strict=True):
        x, y = spots[mark.series, mark.slot]
        aside = _lean(mark, spots, above=top < y) * min(
            mark.words.width * _LEAN, (slot - mark.words.width - 1) / 2
        )
        parts += sheet.centred(mark.words, x + aside, top)
    return tuple(parts)


def _lean(mark: _Mark, spots: dict[tuple[int, int], Spot], *, above: bool) -> int:
    """Return to which side words move out of the way of their own line: -1 left, 1 right, 0 not at all."""
    here = spots[mark.series, mark.slot][1]
    before, after = (spots.get((mark.series, mark.slot + step), (0, here))[1] - here for step in (-1, 1))
    at_left, at_right = (step < -_STEEP if above else step > _STEEP for step in (before, after))
    return at_left - at_right


def _dips(mark: _Mark, spots: dict[tuple[int, int], Spot]) -> bool:
    """Return whether a line comes down to a point and rises again from it."""
    y = spots[mark.series, mark.slot][1]
    before = spots.get((mark.series, mark.slot - 1))
    after = spots.get((mark.series, mark.slot + 1))
    return before is not None and after is not None and before[1] < y and after[1] < y


def _ends(
    sheet: Sheet, names: dict[int, Stack], spots: dict[tuple[int, int], Spot], x: float, room: float
) -> tuple[str, ...]:
    """Return the names of the lines from a left edge, each level with the last point of its line."""
    ends = [max(spot for (series, _), spot in spots.items() if series == at) for at in names]
    stacks = tuple(names.values())
    levels = [y - stack.lines[0].leading / 2 for (_, y), stack in zip(ends, stacks, strict=True)]
    parts: list[str] = []
    for at, stack, top in zip(
        names, stacks, spread(levels, [stack.height for stack in stacks], room, 1), strict=True
    ):
        level = top + stack.lines[0].leading / 2
        key = rule((x, level), (x + _KEY - _KEY_GAP, level), sheet.colours[role(at)], _WEIGHT * 2)
        parts += (key, *sheet.left(stack, x + _KEY, top))
    return tuple(parts)
