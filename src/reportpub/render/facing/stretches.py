"""What a planned spread has of each block: whole ones, and those that it begins, goes on with or ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportpub.model.anchors import anchor
from reportpub.model.text import Lang
from reportpub.render.facing.atoms import Pair
from reportpub.render.facing.items import Item
from reportpub.render.facing.plan import Spread
from reportpub.render.facing.spread import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A block on a spread, or what the spread has of it; places in grid units, left page and right page.

    `since` and `upto` count its lines, rows or items; `opens` and `ends` tell whether the block begins and
    ends here. `white` was spent above it to begin level, where it was made to.
    """

    item: Item
    since: Pair
    upto: Pair
    tops: Pair
    heights: Pair
    opens: bool
    ends: bool
    level: bool
    white: Pair

    @property
    def whole(self) -> bool:
        """Tell whether the block stands undivided."""
        return self.opens and self.ends

    def name(self, side: int, lang: Lang) -> str:
        """Return what the stretch is called on a page."""
        part = "" if self.whole else f":{self.since[side]}-{self.upto[side]}"
        return anchor(self.item.id, lang) + part


def stretches(spread: Spread, known: Mapping[str, Item]) -> tuple[Stretch, ...]:
    """Return what stands on a spread, block by block."""
    blocks = groupby(spread.standing, lambda standing: standing.atom.block)
    return tuple(_stretch(tuple(atoms), known[name]) for name, atoms in blocks)


def _stretch(standing: Sequence[Standing], item: Item) -> Stretch:
    first, last = standing[0], standing[-1]
    above = (0, 0) if first.atom.opens else first.atom.resumed
    left, right = (sum(one.atom.heights[side] for one in standing) + above[side] for side in (0, 1))
    return Stretch(
        item=item,
        since=first.atom.since,
        upto=last.atom.upto,
        tops=first.tops,
        heights=(left, right),
        opens=first.atom.opens,
        ends=last.atom.ends,
        level=first.level,
        white=first.white,
    )
