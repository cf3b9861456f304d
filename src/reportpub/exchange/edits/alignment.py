"""Which paragraphs of two versions answer each other, in order: kept, edited, split, joined, new or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz.fuzz import partial_ratio, ratio

ALONE: Final = 0.6
"""What a paragraph costs that has no partner; two of them cost more than the worst pair."""
PARTED: Final = 0.15
"""What it costs that one paragraph became two, or two one, on top of how they differ."""
TAIL: Final = 0.6
"""How like the end of a paragraph a new one must be to be taken for its second half."""
WHOLE: Final = 100.0
"""What the library calls the same."""
MOST: Final = 90_000
"""Pairs that are weighed against each other; a longer stretch is taken in order."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that answer each other, as half-open ranges; one of the two may be empty."""

    start: int
    end: int
    new_start: int
    new_end: int


def likeness(old: str, new: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    return ratio(old, new) / WHOLE


def aligned(old: Sequence[str], new: Sequence[str], *, loose: bool = False) -> tuple[Pair, ...]:
    """Return the pairs in order; what is the same is paired first, and what lies between is weighed.

    `loose` lets paragraphs that have nothing in common stay without partners.
    """
    found: list[Pair] = []
    for kind, a, b, c, d in SequenceMatcher(None, list(old), list(new), autojunk=False).get_opcodes():
        if kind == "equal":
            found += (Pair(a + k, a + k + 1, c + k, c + k + 1) for k in range(b - a))
        else:
            found += _weighed(old[a:b], new[c:d], a, c, loose=loose)
    return tuple(found)


def _weighed(old: Sequence[str], new: Sequence[str], at: int, new_at: int, *, loose: bool) -> list[Pair]:
    """Return the cheapest pairs of a stretch, by dynamic programming over all ways to go through it."""
    rows, columns = len(old), len(new)
    if not rows or not columns or rows * columns > MOST:
        gone = [Pair(at + k, at + k + 1, new_at, new_at) for k in range(rows)]
        return gone + [Pair(at + rows, at + rows, new_at + k, new_at + k + 1) for k in range(columns)]
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i or j:
                best[i, j] = min(
                    (best[i - a, j - b][0] + cost, a, b) for a, b, cost in _steps(old, new, i, j, loose=loose)
                )
    path: list[Pair] = []
    i, j = rows, columns
    while i or j:
        _, a, b = best[i, j]
        path.append(Pair(at + i - a, at + i, new_at + j - b, new_at + j))
        i, j = i - a, j - b
    return path[::-1]


def _steps(
    old: Sequence[str], new: Sequence[str], i: int, j: int, *, loose: bool
) -> list[tuple[int, int, float]]:
    """Return the ways to come to a place: how many paragraphs of either side they take, and at what cost."""
    ways: list[tuple[int, int, float]] = []
    if i:
        ways.append((1, 0, ALONE))
    if j:
        ways.append((0, 1, ALONE))
    if i and j:
        cost = 1 - likeness(old[i - 1], new[j - 1])
        if not (loose and cost > ALONE):
            ways.append((1, 1, cost))
    if i and j > 1 and _halves(old[i - 1], new[j - 2], new[j - 1]):
        ways.append((1, 2, 1 - likeness(old[i - 1], new[j - 2] + new[j - 1]) + PARTED))
    if i > 1 and j and _halves(new[j - 1], old[i - 2], old[i - 1]):
        ways.append((2, 1, 1 - likeness(old[i - 2] + old[i - 1], new[j - 1]) + PARTED))
    return ways


def _halves(whole: str, first: str, second: str) -> bool:
    """Tell whether two texts read as the halves of a third."""
    return all(
        half and len(half) <= len(whole) and partial_ratio(half, whole) / WHOLE > TAIL
        for half in (first, second)
    )
