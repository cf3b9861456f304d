"""Which atoms stand on which spread: dynamic programming over all places where a spread may end.

The plan costs least: as few spreads as there can be, then as little and as even white at their feet, few
blocks parted and few out of step. Every block is placed once and in order; no page holds more than it can.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpub.render.facing.atoms import Atom, Grid
from reportpub.render.facing.spread import Filled, Standing, add, fill, fits, stand

SPREAD = 1e6
"""One spread more costs more than any white."""
LOOSE = 20.0
"""A block that should begin level and does not."""
THIN = 400.0
"""A last spread that is all but empty: less than a sixth of it is used."""
THIN_PART = 6


@dataclass(frozen=True, slots=True)
class Spread:
    """A left and a right page: what stands on them in order, and the white at each foot in units."""

    standing: tuple[Standing, ...]
    white: tuple[int, int]


class TooHigh(Exception):
    """A block that no page is high enough for."""

    def __init__(self, block: str) -> None:
        """Name the block."""
        super().__init__(block)
        self.block = block


def plan(atoms: Sequence[Atom], grid: Grid) -> tuple[Spread, ...]:
    """Return the spreads of a chapter; `TooHigh` names a block that fits on no page."""
    count = len(atoms)
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(float("inf"), 0, 0)] * count
    for start in range(count):
        before = best[start][0]
        if before == float("inf"):
            continue
        for end, kept, filled in _fillings(atoms, start, grid):
            cost = before + spread_cost(atoms[end - 1], filled, grid, last=end == count)
            if cost < best[end][0]:
                best[end] = (cost, start, kept)
    if best[count][0] == float("inf"):
        raise TooHigh(_culprit(atoms, grid))
    spreads: list[Spread] = []
    end = count
    while end:
        _, start, kept = best[end]
        filled = fill(atoms[start:end], grid, kept)
        left, right = filled.used(grid)
        standing = tuple(stand(atoms[start:end], grid, kept))
        spreads.append(Spread(standing, (grid.height - left, grid.height - right)))
        end = start
    return tuple(reversed(spreads))


def _fillings(atoms: Sequence[Atom], start: int, grid: Grid) -> Iterator[tuple[int, int, Filled]]:
    """Yield every end a spread from `start` on can have, with how many of its atoms can be kept level."""
    level, loose = Filled(), Filled()
    for end in range(start + 1, len(atoms) + 1):
        level = add(level, atoms[end - 1], grid, keep=True)
        loose = add(loose, atoms[end - 1], grid, keep=False)
        if fits(level, grid):
            yield end, end - start, level
            continue
        if not fits(loose, grid):
            return
        fillings = ((kept, fill(atoms[start:end], grid, kept)) for kept in range(end - start - 1, -1, -1))
        kept, filled = next((kept, one) for kept, one in fillings if fits(one, grid))
        yield end, kept, filled


def spread_cost(final: Atom, filled: Filled, grid: Grid, *, last: bool) -> float:
    """Return what a spread costs that ends after an atom; white at the end of a chapter costs nothing."""
    if last:
        thin = max(filled.used(grid)) * THIN_PART < grid.height
        return SPREAD + LOOSE * filled.loose + THIN * thin
    if final.parting is None:
        return float("inf")
    white = grid.height - max(filled.used(grid))
    return SPREAD + float(white * white) + final.parting + LOOSE * filled.loose


def _culprit(atoms: Sequence[Atom], grid: Grid) -> str:
    """Return the first block of which some stretch, with what may not be parted from it, fits on no page."""
    start = 0
    for end, atom in enumerate(atoms, start=1):
        if atom.parting is None and end < len(atoms):
            continue
        filled = Filled()
        for one in atoms[start:end]:
            filled = add(filled, one, grid, keep=False)
            if not fits(filled, grid):
                return one.block
        start = end
    return atoms[0].block
