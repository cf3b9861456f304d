"""Total fit: the breaks of a paragraph that cost least together, found in one sweep.

Dynamic programming over all breaks (Knuth and Plass, Breaking Paragraphs into Lines, 1981), pruned exactly:
the beginnings of a line are tried from the tightest on and given up where looseness alone costs more than
the best found, since the lines after are looser still and what came before them costs no less than the
running minimum.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from reportpub.typeset.galley import FORBIDDEN, TOLERANCE, Galley


class Found(NamedTuple):
    """The best way to a break: what it costs, hyphened lines that end there in a row, and the node before."""

    cost: float
    row: int
    node: int


class Nodes:
    """The breaks reached so far in order; a break has a node for each number of hyphened lines in a row."""

    __slots__ = ("at", "came", "costs", "rows")

    def __init__(self) -> None:
        """Begin with the break before the first box."""
        self.at = [0]
        self.costs = [0.0]
        self.rows = [0]
        self.came = [0]

    def way_back(self) -> list[int]:
        """Return the breaks from 0 to the last, by the cheaper node where it has two."""
        last = self.at[-1]
        node = min((n for n in range(len(self.at)) if self.at[n] == last), key=self.costs.__getitem__)
        breaks = [last]
        while node:
            node = self.came[node]
            breaks.append(self.at[node])
        return breaks[::-1]


class Lines(Protocol):
    """What lines cost under the rules of a language."""

    def best(self, j: int, nodes: Nodes, low: int, floor: float) -> Sequence[Found]:
        """Return the best ways to break `j` from the nodes from `low` on, which cost `floor` or more."""
        ...


def total_fit(galley: Galley, measure: float, indent: float, lines: Lines) -> list[int] | None:
    """Return the best breaks from 0 to the number of boxes, or None where no line fits."""
    count, penalties, totals = len(galley.boxes), galley.penalties, galley.sums
    # The narrowest a line can be made: that of its end less that of its beginning.
    ends = [
        e - s - q - measure - TOLERANCE
        for e, s, q in zip(totals.ends, totals.shrinks, totals.squeezes, strict=True)
    ]
    begins = [
        b - s - q for b, s, q in zip(totals.begins, totals.shrinks[1:], totals.squeezes[1:], strict=True)
    ]
    begins[0] -= indent
    nodes = Nodes()
    at, costs = nodes.at, nodes.costs
    lowest, low = deque([0]), 0
    for j in range(1, count + 1):
        if j < count and penalties[j] == FORBIDDEN:
            continue
        while low < len(at) and ends[j] > begins[at[low]]:
            if lowest[0] == low:
                lowest.popleft()
            low += 1
        if low == len(at):
            # Lines only get longer: no later break can be reached either.
            return None
        for cost, row, node in lines.best(j, nodes, low, costs[lowest[0]]):
            while lowest and costs[lowest[-1]] >= cost:
                lowest.pop()
            lowest.append(len(at))
            at.append(j)
            costs.append(cost)
            nodes.rows.append(row)
            nodes.came.append(node)
    return nodes.way_back() if at[-1] == count else None
