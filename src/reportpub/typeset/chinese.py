"""Chinese paragraphs: where lines may begin, and the breaks of a justified paragraph.

Sources: CLREQ 3.1.2 (line start and line end), 3.1.6 (adjustment), 3.2.2 (Han and Latin), 3.3 (paragraphs);
GB/T 15834-2011 clause 5; GB/T 15835-2011.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportpub.typeset.fit import Found, Nodes, total_fit
from reportpub.typeset.galley import FORBIDDEN, TOLERANCE, Galley, continues
from reportpub.typeset.glue import chinese_glue, sums
from reportpub.typeset.quantities import chinese_quantities, stay_together, words
from reportpub.typeset.tokens import CUT, KEPT, Box

_CLINGS = frozenset("CPFMRU")
_HOLDS = frozenset("OM")
_PARTED = {"s": 15.0, "h": 6.0, "d": 8.0, CUT: 60.0}
"""A Latin word is parted only where the line would be very loose without."""
_BEFORE_DASH = 2.0
_AFTER_RANGE = 8.0
_LEAST_IN_LAST_LINE = 2
_WORD = re.compile("[0-9A-Za-z]{3}")
_FAR = 8
"""What passes for a word; how many boxes from the end are looked at."""

_PER_LINE = 0.3
_SHRUNK = 0.9
_SQUEEZED = 5.0
_STRETCHED = 3.0
_SPREAD = 1.0
_EM_SPREAD = 0.025
_EM_LOOSE = 0.05
"""Costs of a line: all its shrink used, all its squeeze, all its stretch; white spread over its boxes, and
the em of it at which the eye sees it and at which it is loose."""
_NO_SHARE = 9.0
_SHORT = 3.0
_SHORT_LAST = 4.0
_SMALL = 0.01
_EQUAL = 1e-9


def chinese_galley(boxes: Sequence[Box], hyphen: dict[int, float], scales: dict[int, float]) -> Galley:
    """Return a Chinese paragraph ready for breaking; `hyphen` is the width of a hyphen in each piece."""
    glue = chinese_glue(boxes)
    return Galley(
        boxes=boxes,
        glue=glue,
        sums=sums(boxes, glue),
        penalties=_penalties(boxes),
        hyphens=[hyphen[box.source] if "s" in box.marks else 0.0 for box in boxes],
        elastic=False,
        scales=scales,
    )


def _penalties(boxes: Sequence[Box]) -> list[float]:
    costs = chinese_quantities(boxes)
    penalties = [FORBIDDEN]
    before = boxes[0]
    for index in range(1, len(boxes)):
        box = boxes[index]
        if box.left in _CLINGS or before.right in _HOLDS:
            penalties.append(FORBIDDEN)
        elif box.left == "H" == before.right and not box.marks:
            penalties.append(costs.get(index, 0.0))
        else:
            penalties.append(max(_penalty(before, box), costs.get(index, 0.0)))
        before = box
    _keep_words(boxes, penalties)
    _keep_company(boxes, penalties)
    return penalties


def _keep_words(boxes: Sequence[Box], penalties: list[float]) -> None:
    """Forbid to part English words that stay together."""
    spaced = [index for index in range(1, len(boxes)) if boxes[index].gap]
    if spaced:
        whole = words(boxes)
        for index in spaced:
            if stay_together(whole[index - 1], whole[index]):
                penalties[index] = FORBIDDEN


def _keep_company(boxes: Sequence[Box], penalties: list[float]) -> None:
    """Forbid last lines of less than two Han characters or one word of Latin (CLREQ 3.3.2)."""
    company = 0
    for index in range(len(boxes) - 1, max(0, len(boxes) - _FAR), -1):
        box = boxes[index]
        if box.left == "H":
            company += 1
        elif box.left in "LX" and _WORD.search(box.text) and not continues(box):
            company += _LEAST_IN_LAST_LINE
        if company >= _LEAST_IN_LAST_LINE:
            break
        penalties[index] = FORBIDDEN


def _penalty(before: Box, box: Box) -> float:
    """Return what a break between two boxes costs where not both are plain Han."""
    marks = box.marks
    if "z" in marks:
        return 0.0
    if "x" in marks or "j" in marks or KEPT in marks or "o" in before.marks:
        return FORBIDDEN
    for mark, cost in _PARTED.items():
        if mark in marks:
            return cost
    if before.right in "LX" and box.left in "LX":
        return FORBIDDEN if not box.gap else 0.0
    if box.left == "D":
        return _BEFORE_DASH
    return _AFTER_RANGE if before.right == "R" else 0.0


def chinese_breaks(galley: Galley, measure: float, indent: float) -> list[int] | None:
    """Return the best breaks of a justified paragraph, from 0 to the number of boxes, or None."""
    return total_fit(galley, measure, indent, _Lines(galley, measure, indent))


class _Lines:
    """What the lines of a paragraph cost."""

    def __init__(self, galley: Galley, measure: float, indent: float) -> None:
        totals = galley.sums
        self._penalties = [*galley.penalties, 0.0]
        self._rooms = [
            measure - end - hyphen for end, hyphen in zip(totals.ends, [*galley.hyphens, 0.0], strict=True)
        ]
        self._begins = [totals.begins[0] - indent, *totals.begins[1:]]
        self._totals = totals
        self._measure = measure
        self._short = min(_SHORT, measure / 3)
        self._count = len(galley.boxes)

    def best(self, j: int, nodes: Nodes, low: int, floor: float) -> Sequence[Found]:
        """Return the best way to break `j` from the nodes from `low` on, which cost `floor` or more."""
        begins, totals, at, costs = self._begins, self._totals, nodes.at, nodes.costs
        shrinks, squeezes, stretches = totals.shrinks, totals.squeezes, totals.stretches
        room, shrink_at, squeeze_at, stretch_at = self._rooms[j], shrinks[j], squeezes[j], stretches[j]
        penalty = self._penalties[j] + _PER_LINE
        base, least, chosen, last = floor + penalty, FORBIDDEN, 0, j == self._count
        for node in range(low, len(at)):
            i = at[node]
            spare = room + begins[i]
            if spare < 0:
                shrink = shrink_at - shrinks[i + 1]
                cost = _tight(-spare, shrink, squeeze_at - squeezes[i + 1])
            elif last:
                length = self._measure - spare
                cost = _SHORT_LAST * (self._short - length) if i and length < self._short else 0.0
            else:
                stretch = stretch_at - stretches[i + 1]
                if spare <= stretch:
                    part = spare / stretch if stretch > _SMALL else spare / _SMALL
                    cost = _STRETCHED * part * part
                else:
                    cost = self._spread(spare - stretch, i, j) + (_STRETCHED if stretch > 0 else 0.0)
                if base + cost > least + _EQUAL:
                    break
            cost += costs[node] + penalty
            # Of equal ways the later break is taken.
            if cost <= least + _EQUAL and cost < FORBIDDEN:
                least, chosen = cost, node
        return (Found(least, 0, chosen),) if least < FORBIDDEN else ()

    def _spread(self, rest: float, i: int, j: int) -> float:
        """Return what it costs to spread `rest` em evenly over a line."""
        if rest <= TOLERANCE:
            return 0.0
        share = self._totals.shares[j] - self._totals.shares[i + 1]
        each = rest / share if share else _NO_SHARE + rest
        return _SPREAD + (each / _EM_SPREAD) ** 2 + (each / _EM_LOOSE) ** 4


def _tight(lack: float, shrink: float, squeeze: float) -> float:
    """Return what it costs to take `lack` em from a line that gives so much."""
    if lack <= shrink:
        part = lack / shrink if shrink > _SMALL else lack / _SMALL
        return _SHRUNK * part * part
    if lack > shrink + squeeze + TOLERANCE:
        return FORBIDDEN
    part = (lack - shrink) / max(squeeze, _SMALL)
    return _SHRUNK + _SQUEEZED * part * part
