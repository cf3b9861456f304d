"""What the planner of facing pages moves about: stretches of blocks that are never parted, in grid units."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.model.blocks import Sync

Pair = tuple[int, int]
"""The same thing on the left page and on the right page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A block, or a stretch of one that may be parted from the rest; heights in grid units.

    `since` and `upto` count the lines, rows or items of the block before it and up to its end, on each
    page. `notes` is the height of the notes called in it; `resumed` is what a block repeats above where it
    goes on. `opens` and `ends` tell whether the block begins and ends with it. `parting` is the cost of a
    spread that ends after it, None where none may. `foot` lets it stand at the foot of its row: a heading,
    close to what it heads. What stands `apart` has white above and below it.
    """

    block: str
    heights: Pair
    since: Pair = (0, 0)
    upto: Pair = (0, 0)
    notes: Pair = (0, 0)
    resumed: Pair = (0, 0)
    sync: Sync = Sync.KEEP
    opens: bool = True
    ends: bool = True
    parting: float | None = 0.0
    foot: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The grid of a spread in units: the height of a page, and the leading and the gap of either page.

    What begins level begins at a multiple of `step`, the least common multiple of both leadings. A gap is
    what a block that stands apart has above and below it at least. `rule` is what the notes need above them.
    """

    height: int
    leading: Pair
    gap: Pair
    step: int
    rule: Pair = (0, 0)
