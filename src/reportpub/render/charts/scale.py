"""Linear scales from zero, and labels pushed apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HAIRLINE = 0.5
"""pt; what is left to see of a value that is not nought and too small for the scale."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How long one unit is, and how far zero lies from where the negative side begins; both in pt."""

    unit: float
    zero: float

    def length(self, value: float) -> float:
        """Return the length of a bar from zero, negative for a negative value."""
        drawn = value * self.unit
        if value and abs(drawn) < HAIRLINE:
            return HAIRLINE if value > 0 else -HAIRLINE
        return drawn


def fit(room: float, ends: Sequence[tuple[float, float]]) -> Scale:
    """Return the largest scale at which every bar and the words at its end lie within a room.

    `ends` are values with the room in pt that their words need beyond the bar.
    """
    # A hairline is longer than the value it stands for.
    beyond = [(value, words + HAIRLINE) for value, words in ends]
    over = [(0.0, 0.0), *((value, words) for value, words in beyond if value >= 0)]
    under = [(0.0, 0.0), *((-value, words) for value, words in beyond if value < 0)]
    units = [
        (room - above - below) / (high + low)
        for high, above in over
        for low, below in under
        if high + low > 0
    ]
    unit = max(0.0, min(units, default=0.0))
    zero = max(low * unit + words for low, words in under)
    return Scale(unit, zero)


def spread(tops: Sequence[float], heights: Sequence[float], room: float, gap: float = 0) -> tuple[float, ...]:
    """Return tops as near to the wanted ones as can be without any two labels overlapping.

    The room must hold the heights and the gaps between them; the order from above is kept.
    """
    order = sorted(range(len(tops)), key=lambda at: (tops[at] + heights[at] / 2, at))
    # Slide every label up by what stands above it: then "no overlap" is "no inversion", and each block of
    # labels that would invert lies at the mean of where its members want to be.
    above = 0.0
    blocks: list[tuple[float, int]] = []
    offsets: list[float] = []
    for at in order:
        offsets.append(above)
        blocks.append((tops[at] - above, 1))
        above += heights[at] + gap
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (last, many), (before, few) = blocks.pop(), blocks.pop()
            blocks.append(((last * many + before * few) / (many + few), many + few))
    slack = max(0.0, room - (above - gap))
    settled = [min(max(mean, 0.0), slack) for mean, many in blocks for _ in range(many)]
    placed = dict(zip(order, (a + b for a, b in zip(settled, offsets, strict=True)), strict=True))
    return tuple(placed[at] for at in range(len(tops)))
