"""Parts of a whole: a ring with the name, the number and the share of each part beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from math import copysign, sin

from reportpub.edition.edition import Plot, Point
from reportpub.render.charts.scale import spread
from reportpub.render.charts.shapes import WHOLE, Spot, arc, around, polyline, rule
from reportpub.render.charts.sheet import SECOND, Run, Sheet, Sketch, Stack
from reportpub.render.charts.wording import category_runs, groups, role, stacked, value_at_end, value_runs

_RADIUS = 54.0
_RADIUS_SHARE = 0.17
_BAND = 0.36
"""pt and part of the width, whichever is less; the band as a part of the radius."""

_LEAD_SHARE = 0.055
_LEAD_MOST = 26.0
_NEAR = 4.0
_TIGHT = 8.0
_SEAM, _LEADER = 1.0, 0.4
_TOUCH, _LEVEL = 1.5, 6.0
"""pt from the ring to the line that leads to the words, and the level piece before them."""

_HAIRLINE = 0.01
"""Radians; what is left to see of a part too small for the ring."""

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the whole: where it starts and ends on the ring in radians, its colour role and its words."""

    turns: tuple[float, float]
    role: str
    words: Stack

    @property
    def middle(self) -> float:
        """Return the angle that the words belong to."""
        return sum(self.turns) / 2

    @property
    def at_right(self) -> bool:
        """Return whether the words stand at the right of the ring."""
        return sin(self.middle) >= 0 and self.middle < WHOLE


def ring(plot: Plot, sheet: Sheet) -> Sketch:
    """Return the chart as a ring that starts at twelve o'clock and runs clockwise.

    A value below zero has no share of a whole: it is named, and takes no room on the ring.
    """
    radius = min(_RADIUS, sheet.width * _RADIUS_SHARE)
    lead = min(_LEAD_MOST, sheet.width * _LEAD_SHARE)
    parts = _parts(plot, sheet, sheet.width / 2 - radius - lead - _NEAR)
    sides = [[part for part in parts if part.at_right is side] for side in (True, False)]
    placed = [_tops(side, radius) for side in sides]
    # The words may stand higher and lower than the ring: the sheet begins with the highest of both.
    edges = [
        (top, top + p.words.height)
        for side, tops in zip(sides, placed, strict=True)
        for p, top in zip(side, tops, strict=True)
    ]
    highest = min(-radius, *(top for top, _ in edges))
    lowest = max(radius, *(bottom for _, bottom in edges))
    centre = (sheet.width / 2, -highest)
    elements = _band(sheet, parts, centre, radius)
    for side, tops, direction in zip(sides, placed, (1, -1), strict=True):
        for part, top in zip(side, tops, strict=True):
            elements += _label(sheet, part, centre, (radius, direction * (radius + lead)), centre[1] + top)
    return Sketch(tuple(elements), lowest - highest)


def _band(sheet: Sheet, parts: Sequence[_Part], centre: Spot, radius: float) -> list[str]:
    """Return the parts of the ring, with a seam of paper between them."""
    seen = [part for part in parts if part.turns[1] > part.turns[0]]
    thick = radius * _BAND
    elements: list[str] = []
    for part in seen:
        start, end = part.turns
        turns = (start, max(end, start + _HAIRLINE))
        elements.append(arc(centre, radius - thick / 2, turns, sheet.colours[part.role], thick))
    if len(seen) > 1:
        elements += (_seam(centre, radius, part.turns[0], sheet.colours["paper"]) for part in seen)
    return elements


def _seam(centre: Spot, radius: float, turn: float, colour: str) -> str:
    inner = radius * (1 - _BAND)
    return rule(around(centre, inner, turn), around(centre, radius, turn), colour, _SEAM)


def _parts(plot: Plot, sheet: Sheet, limit: float) -> tuple[_Part, ...]:
    points = tuple(point for _, members in groups(plot) for _, point in members)
    sizes = tuple(max(point.value, Decimal(0)) for point in points)
    total = sum(sizes, Decimal(0))
    found: list[_Part] = []
    start = Decimal(0)
    for at, (point, size) in enumerate(zip(points, sizes, strict=True)):
        share = size / total if total and point.value >= 0 else None
        end = start + (share or 0)
        turns = (float(start) * WHOLE, float(end) * WHOLE)
        found.append(_Part(turns, role(at, point), _words(sheet, point, share, limit)))
        start = end
    return tuple(found)


def _words(sheet: Sheet, point: Point, share: Decimal | None, limit: float) -> Stack:
    name = stacked(sheet, category_runs(point.category, sheet.languages), limit)
    runs = tuple(
        replace(run, bold=True) if at == 0 else run
        for at, run in enumerate(value_runs(point, sheet.languages))
    )
    value = value_at_end(sheet, point, limit)
    if share is None or "%" in runs[0].text:
        return name.over(value)
    percent = (share * 100).quantize(_TENTH, ROUND_HALF_UP)
    said = sheet.line(*runs, Run(f"{percent}%", SECOND), gap=_NEAR + 1)
    if said.width <= limit:
        return name.over(Stack((said,)))
    return name.over(value).over(Stack((sheet.line(Run(f"{percent}%", SECOND)),)))


def _tops(side: Sequence[_Part], radius: float) -> tuple[float, ...]:
    """Return where the words of one side begin, measured from the middle of the ring."""
    room = 2 * radius + 2 * sum(part.words.height + _TIGHT for part in side)
    tops = [around((0, room / 2), radius, part.middle)[1] - part.words.height / 2 for part in side]
    placed = spread(tops, [part.words.height for part in side], room, _TIGHT)
    return tuple(top - room / 2 for top in placed)


def _label(
    sheet: Sheet, part: _Part, centre: Spot, reach: tuple[float, float], top: float
) -> tuple[str, ...]:
    """Return the words of a part, with a thin line from the ring to their first line."""
    radius, edge = reach
    level = top + part.words.lines[0].leading / 2
    x = centre[0] + edge
    way = (around(centre, radius + _TOUCH, part.middle), (x - copysign(_LEVEL, edge), level), (x, level))
    leader = polyline(way, sheet.colours["slate"], _LEADER)
    if edge > 0:
        return (leader, *sheet.left(part.words, x + _NEAR, top))
    return (leader, *sheet.right(part.words, x - _NEAR, top))
