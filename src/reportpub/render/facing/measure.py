"""What stands in the galley becomes atoms: heights in grid units, and where blocks may be parted.

A paragraph is parted only after the same share of it in both languages, never within a word, and with two
lines at least on either side; a table between the same two rows; a list between the same two items.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from reportpub.model.anchors import anchor
from reportpub.model.blocks import List, Paragraph, Table
from reportpub.model.text import Lang
from reportpub.render.facing.atoms import Atom, Pair
from reportpub.render.facing.items import OPENER, Item
from reportpub.render.html.tables import SHORT
from reportpub.render.places import Placed, Row, Sheet

LEAST_LINES = 2
"""Lines of a paragraph on either side of a page break: no widows, no orphans."""
LEAST_ROWS = 4
LEAST_ITEMS = 2
PARTED_PARAGRAPH = 300.0
PARTED_LIST = 60.0
PARTED_TABLE = 150.0
"""What it costs to part a block, in squares of white units at the foot of a page."""
_NEAR = 0.3
"""pt that a height may exceed a grid line by and still be on it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything in the galley by name, in pt.

    `rule` is what notes need above them on each page, `head` what either page has above its first block.
    """

    placed: Mapping[str, Placed]
    rule: tuple[float, float]
    head: float

    def columns(self) -> Mapping[str, tuple[float, ...]]:
        """Return the widths of the columns of every table."""
        return {name: one.columns for name, one in self.placed.items() if one.columns}


def measured(sheets: Sequence[Sheet], languages: tuple[Lang, ...]) -> Measured:
    """Return what the galley tells."""
    placed = {one.name: one for sheet in sheets for one in sheet.pieces}
    rules = [0.0, 0.0]
    for sheet in sheets:
        for one in sheet.pieces[:1]:
            side = 0 if one.name.endswith(f"-{languages[0].key}") else 1
            rules[side] = max(rules[side], sheet.above_notes)
    head = max((sheet.pieces[0].top - sheet.text for sheet in sheets if sheet.pieces), default=0.0)
    return Measured(placed, (rules[0], rules[1]), head)


def units(height: float, grid: float) -> int:
    """Return how many grid units a height in pt takes."""
    return max(0, ceil((height - _NEAR) / grid))


def atoms(item: Item, galley: Measured, languages: tuple[Lang, ...], grid: float) -> tuple[Atom, ...]:
    """Return the atoms of a block, in order; `grid` is the unit in pt."""
    names = tuple(anchor(item.id, lang) for lang in languages)
    left = galley.placed[names[0]]
    right = left if item.once else galley.placed[names[1]]
    match item.blocks[0] if item.blocks else None:
        case Paragraph():
            cuts = _lines(left.lines, right.lines)
            found = _parted(item, (left, right), (left.lines, right.lines), cuts, PARTED_PARAGRAPH, grid)
        case Table():
            cuts = _same(len(left.rows), len(right.rows), LEAST_ROWS, SHORT, item.groups)
            found = _parted(item, (left, right), (left.rows, right.rows), cuts, PARTED_TABLE, grid)
        case List():
            cuts = _same(len(left.items), len(right.items), LEAST_ITEMS, 2 * LEAST_ITEMS - 1)
            found = _parted(item, (left, right), (left.items, right.items), cuts, PARTED_LIST, grid)
        case _:
            found = _parted(item, (left, right), ((), ()), (), 0.0, grid)
    return found


def _lines(left: Sequence[Row], right: Sequence[Row]) -> Iterator[Pair]:
    """Yield after how many lines of either language a paragraph may be parted."""
    most = len(left) - LEAST_LINES
    for cut in range(LEAST_LINES, len(right) - LEAST_LINES + 1):
        other = min(max(round(cut * len(left) / len(right)), LEAST_LINES), most)
        if other >= LEAST_LINES and not left[other - 1].hyphen and not right[cut - 1].hyphen:
            yield other, cut


def _same(
    left: int, right: int, least: int, undivided: int, groups: frozenset[int] = frozenset()
) -> Iterator[Pair]:
    """Yield after how many rows or items a block may be parted; a short one never is."""
    if left == right and left > undivided:
        for cut in range(least, left - least + 1):
            if cut - 1 not in groups:
                yield cut, cut


def _parted(
    item: Item,
    placed: tuple[Placed, Placed],
    rows: tuple[Sequence[Row], Sequence[Row]],
    cuts: Iterator[Pair] | Sequence[Pair],
    cost: float,
    grid: float,
) -> tuple[Atom, ...]:
    heads = item.kind in {OPENER, "heading"}
    ends = (len(rows[0]), len(rows[1]))
    bounds = [(0, 0), *cuts, ends]
    feet = [
        (0, 0),
        *((_foot(rows[0], left, grid), _foot(rows[1], right, grid)) for left, right in bounds[1:-1]),
        (units(placed[0].height, grid), units(placed[1].height, grid)),
    ]
    found = []
    for at, (since, upto) in enumerate(pairwise(bounds)):
        last = at == len(bounds) - 2
        if rows[0]:
            notes = tuple(sum(row.notes for row in rows[side][since[side] : upto[side]]) for side in (0, 1))
        else:
            notes = (placed[0].notes, placed[1].notes)
        if last and rows[0]:
            # Those that stand in a title or a source line.
            loose = [placed[side].notes - sum(row.notes for row in rows[side]) for side in (0, 1)]
            notes = (notes[0] + max(0.0, loose[0]), notes[1] + max(0.0, loose[1]))
        right = 0 if item.once else 1
        found.append(
            Atom(
                block=item.id,
                heights=(feet[at + 1][0] - feet[at][0], (feet[at + 1][1] - feet[at][1]) * right),
                since=since,
                upto=upto,
                notes=(units(notes[0], grid), units(notes[1], grid) * right),
                resumed=(units(placed[0].rows_top, grid), units(placed[1].rows_top, grid) * right),
                sync=item.sync,
                opens=at == 0,
                ends=last,
                parting=None if heads and last else 0.0 if last else cost,
                foot=item.kind == "heading",
                apart=item.apart,
            )
        )
    return tuple(found)


def _foot(rows: Sequence[Row], count: int, grid: float) -> int:
    return units(rows[count - 1].foot, grid)
