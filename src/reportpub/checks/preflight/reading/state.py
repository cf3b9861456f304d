"""The graphics state while a content stream is read, and what lies on the page so far.

Source: ISO 32000-1, 8.4 (graphics state), 9.3 (text state).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter

from reportpub.checks.preflight.reading.fonts import Font
from reportpub.checks.preflight.reading.marks import Paint
from reportpub.checks.preflight.reading.spaces import GRAY, Space
from reportpub.geometry import IDENTITY, Box, Matrix

_CELL = 2.0
"""pt; how finely it is remembered where ink lies."""


@dataclass(slots=True)
class State:
    """The graphics state; a copy is saved by q."""

    clip: Box
    ctm: Matrix = IDENTITY
    fill_space: Space = GRAY
    fill: tuple[float, ...] = (0.0,)
    stroke_space: Space = GRAY
    stroke: tuple[float, ...] = (0.0,)
    width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    mode: int = 0
    stretch: float = 1.0
    character_space: float = 0.0
    word_space: float = 0.0
    leading: float = 0.0
    rise: float = 0.0
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False

    def copy(self) -> State:
        """Return the state as q saves it."""
        return State(*_EVERYTHING(self))

    def filling(self) -> Paint:
        """Return what fills."""
        clear = self.fill_alpha >= 1 and self.blend in _PLAIN and not self.masked
        return Paint(self.fill_space, self.fill, self.fill_overprint, self.overprint_mode, clear)

    def stroking(self) -> Paint:
        """Return what strokes."""
        clear = self.stroke_alpha >= 1 and self.blend in _PLAIN and not self.masked
        return Paint(self.stroke_space, self.stroke, self.stroke_overprint, self.overprint_mode, clear)


_EVERYTHING = attrgetter(*(field.name for field in fields(State)))


class Inked:
    """Where ink lies on the page so far, as a grid of cells: rows of bits."""

    def __init__(self, page: Box) -> None:
        """Begin with a page without ink."""
        self._left, self._bottom = page[0], page[1]
        self._across = max(1, min(5000, int((page[2] - page[0]) / _CELL) + 1))
        self._up = max(1, min(5000, int((page[3] - page[1]) / _CELL) + 1))
        self._rows = [0] * self._up

    def put(self, box: Box, *, paper: bool) -> None:
        """Lay ink, or paper, on every cell that lies wholly within a box."""
        found = self._cells(box, inward=True)
        if found is None:
            return
        mask, rows = found
        for row in rows:
            self._rows[row] = self._rows[row] & ~mask if paper else self._rows[row] | mask

    def under(self, box: Box) -> bool:
        """Tell whether ink lies somewhere below a box."""
        found = self._cells(box, inward=False)
        return found is not None and any(self._rows[row] & found[0] for row in found[1])

    def _cells(self, box: Box, *, inward: bool) -> tuple[int, range] | None:
        slack = 0.999 if inward else 0.0
        first = max(0, int((box[0] - self._left) / _CELL + slack))
        last = min(self._across, int((box[2] - self._left) / _CELL + (0.0 if inward else 0.999)))
        low = max(0, int((box[1] - self._bottom) / _CELL + slack))
        high = min(self._up, int((box[3] - self._bottom) / _CELL + (0.0 if inward else 0.999)))
        if last <= first or high <= low:
            return None
        return ((1 << (last - first)) - 1) << first, range(low, high)


_PLAIN = frozenset({"Normal", "Compatible"})
