"""A path while it is built: where it lies, and which of its parts are so thin that they print as lines.

Source: ISO 32000-1, 8.5.2 (path construction); GWG 2022, D0017 (effective line width of a filled path).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import dist

from reportpub.geometry import Box, Matrix, Point, around, placed

_NOTHING = 1e-6
_LONG = 4.0
"""How many times longer than thick a quadrilateral is to pass for a line."""
_CORNERS = 4
_INSCRIBED = 0.15
"""What of each side of a round or odd shape may lie outside of it."""


@dataclass(slots=True)
class Outline:
    """A path in the making, in points of the page."""

    parts: list[list[Point]] = field(default_factory=list)
    curved: bool = False
    clips: bool = False

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        """Begin a part."""
        self.parts.append([placed(matrix, x, y)])

    def line(self, matrix: Matrix, x: float, y: float) -> None:
        """Go on in a straight line."""
        self._last().append(placed(matrix, x, y))

    def curve(self, matrix: Matrix, *numbers: float) -> None:
        """Go on in a curve, known by its control points."""
        self.curved = True
        self._last().extend(placed(matrix, *pair) for pair in zip(numbers[::2], numbers[1::2], strict=True))

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """Add a whole rectangle."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.parts.append([placed(matrix, *corner) for corner in corners])

    def _last(self) -> list[Point]:
        if not self.parts:
            self.parts.append([])
        return self.parts[-1]

    @property
    def box(self) -> Box | None:
        """Return the least box around the path, or nothing where there is none."""
        points = [point for part in self.parts for point in part]
        return around(points) if points else None

    @property
    def hollow(self) -> bool:
        """Tell whether a fill would have no area at all."""
        return not self.curved and all(_area(part) < _NOTHING for part in self.parts)

    @property
    def upright(self) -> bool:
        """Tell whether the path is one rectangle that stands upright."""
        return not self.curved and len(self.parts) == 1 and _is_upright(self.parts[0])

    def solid(self) -> Box | None:
        """Return a box that a fill surely covers."""
        box = self.box
        if box is None or self.upright:
            return box
        if len(self.parts) > 1:
            return None
        across, up = (box[2] - box[0]) * _INSCRIBED, (box[3] - box[1]) * _INSCRIBED
        return (box[0] + across, box[1] + up, box[2] - across, box[3] - up)

    def bars(self) -> tuple[tuple[Box, float], ...]:
        """Return the parts of a fill that print as lines, each with its thickness in pt."""
        if self.curved:
            return ()
        if frame := self._frame():
            return (frame,)
        found = []
        for part in self.parts:
            corners = _corners(part)
            if len(corners) not in {2, 3, _CORNERS}:
                continue
            longest = max(dist(a, b) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True))
            thickness = _area(part) / longest if longest > _NOTHING else 0.0
            if longest > _LONG * thickness and not self._hole(part):
                found.append((around(part), thickness))
        return tuple(found)

    def _frame(self) -> tuple[Box, float] | None:
        """Return a frame drawn as one rectangle within another, and how thick it is."""
        if len(self.parts) != 2 or not all(map(_is_upright, self.parts)):  # noqa: PLR2004
            return None
        outer, inner = sorted(map(around, self.parts), key=lambda box: -(box[2] - box[0]) * (box[3] - box[1]))
        sides = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
        thick = [side for side in sides if side > _NOTHING]
        return (outer, min(thick)) if min(sides) >= -_NOTHING and thick else None

    def _hole(self, part: list[Point]) -> bool:
        """Tell whether a part lies within another one, and so takes away instead of adding."""
        box = around(part)
        others = (around(other) for other in self.parts if other is not part and _area(other) > _NOTHING)
        return any(
            one[0] <= box[0] and one[1] <= box[1] and one[2] >= box[2] and one[3] >= box[3] for one in others
        )


def _corners(part: list[Point]) -> list[Point]:
    """Return the points of a part, without one that closes it or repeats the one before."""
    kept = [point for at, point in enumerate(part) if at == 0 or dist(point, part[at - 1]) > _NOTHING]
    return kept[:-1] if len(kept) > 1 and dist(kept[0], kept[-1]) < _NOTHING else kept


def _area(part: list[Point]) -> float:
    following = [*part[1:], part[0]] if part else []
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(part, following, strict=True))) / 2


def _is_upright(part: list[Point]) -> bool:
    corners = _corners(part)
    if len(corners) != _CORNERS:
        return False
    box = around(corners)
    return all(
        min(abs(x - box[0]), abs(x - box[2])) < _NOTHING and min(abs(y - box[1]), abs(y - box[3])) < _NOTHING
        for x, y in corners
    )
