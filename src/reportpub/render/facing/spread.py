"""One spread: atoms below each other on both pages, level where they are to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpub.model.blocks import Sync
from reportpub.render.facing.atoms import Atom, Grid, Pair


@dataclass(frozen=True, slots=True)
class Standing:
    """An atom in its place: its tops, and the white spent above it to begin level, in units.

    `level` tells whether it was made to begin level.
    """

    atom: Atom
    tops: Pair
    white: Pair
    level: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A spread so far: the last atom in its place, and how far down both pages are filled.

    `loose` counts the blocks that were to be kept level and are not.
    """

    last: Standing | None = None
    foot: Pair = (0, 0)
    notes: Pair = (0, 0)
    loose: int = 0

    def used(self, grid: Grid) -> Pair:
        """Return how much of each page is taken, notes and all."""
        left, right = (
            foot + (notes + rule if notes else 0)
            for foot, notes, rule in zip(self.foot, self.notes, grid.rule, strict=True)
        )
        return left, right


def add(filled: Filled, atom: Atom, grid: Grid, *, keep: bool) -> Filled:
    """Return the spread with one more atom below; `keep` tells whether blocks to be kept level are."""
    placed = _stand(filled, atom, grid, keep=keep)
    loose = atom.opens and atom.sync is Sync.KEEP and not keep and filled.last is not None
    foot = _sum(placed.tops, atom.heights)
    if filled.last is None and not atom.opens:
        foot = _sum(foot, atom.resumed)
    return Filled(placed, foot, _sum(filled.notes, atom.notes), filled.loose + loose)


def fits(filled: Filled, grid: Grid) -> bool:
    """Tell whether a spread has room for what stands on it."""
    return max(filled.used(grid)) <= grid.height


def stand(atoms: Sequence[Atom], grid: Grid, kept: int) -> Iterator[Standing]:
    """Yield each atom of a spread in its place; the first `kept` of them are kept level."""
    for filled in _steps(atoms, grid, kept):
        assert filled.last is not None  # noqa: S101  an atom was just added
        yield filled.last


def fill(atoms: Sequence[Atom], grid: Grid, kept: int) -> Filled:
    """Return a spread with all its atoms; the first `kept` of them are kept level."""
    filled = Filled()
    for one in _steps(atoms, grid, kept):
        filled = one
    return filled


def _steps(atoms: Sequence[Atom], grid: Grid, kept: int) -> Iterator[Filled]:
    filled = Filled()
    for at, atom in enumerate(atoms):
        filled = add(filled, atom, grid, keep=at < kept)
        yield filled


def _stand(filled: Filled, atom: Atom, grid: Grid, *, keep: bool) -> Standing:
    if filled.last is not None and not atom.opens:
        return Standing(atom, filled.foot, (0, 0), level=False)
    before = filled.last.atom if filled.last is not None else None
    apart = before is not None and not before.foot and (atom.apart or before.apart)
    gap = grid.gap if apart else (0, 0)
    natural = (
        _up(filled.foot[0] + gap[0], grid.leading[0]),
        _up(filled.foot[1] + gap[1], grid.leading[1]),
    )
    level = filled.last is None or atom.sync is Sync.FORCE or (atom.sync is Sync.KEEP and keep)
    if atom.foot:
        # Its row holds some white above it; both languages end where the row ends.
        row = _up(max(atom.heights) + min(grid.leading), grid.step)
        end = _up(max(natural), grid.step) + row if level else 0
        ends = (end, end) if level else _sum(_sum(natural, atom.heights), grid.leading)
        tops = (ends[0] - atom.heights[0], ends[1] - atom.heights[1])
        least = _sum(natural, (row - atom.heights[0], row - atom.heights[1])) if level else tops
        return Standing(atom, tops, (tops[0] - least[0], tops[1] - least[1]), level)
    tops = (top := _up(max(natural), grid.step), top) if level else natural
    return Standing(atom, tops, (tops[0] - natural[0], tops[1] - natural[1]), level)


def _up(value: int, step: int) -> int:
    """Return the next multiple of a step."""
    return -(-value // step) * step


def _sum(first: Pair, second: Pair) -> Pair:
    return first[0] + second[0], first[1] + second[1]
