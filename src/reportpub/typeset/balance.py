"""Lines that need not fill the measure: ragged text, and headings broken evenly.

The dynamic programming of both is small: cells, captions and headings are short.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportpub.typeset.galley import FORBIDDEN, TOLERANCE, Galley, continues

_FULL = 0.8
"""No word is hyphened where the line is at least so full without."""
_RAGGED = 100.0
_HYPHEN = 110.0
_PER_LINE = 5.0
_SQUEEZED = 30.0
_PENALTY = 10.0
_RUNT = 300.0
_RUNT_LETTERS = 4
_RUNT_PART = 6
_SHORT_PART = 0.12
"""Costs of ragged lines: one of four fifths of the measure costs `_RAGGED`, a hyphen a little more."""

_UNEVEN = 1.0
_UNMARKED = 4.0
_ALONE = 16.0
_PENALTY_IN_HEADING = 20.0
_DANGLING = 1.5
_WORSE_THAN_A_LINE = 1000.0
_AS_MANY_LINES = 3
_DANGLING_WORDS = "a an and as at by for from in into nor of on or per the to via with"
_SMALL_WORDS = frozenset((*_DANGLING_WORDS.split(), *"的和与及在对为以之了而或"))
"""Words that a heading's line should not end with (English) or begin with (Chinese: the particles)."""

Cost = tuple[int, float]


def ragged_breaks(galley: Galley, measure: float, indent: float) -> list[int] | None:
    """Return the breaks of left-aligned text, from 0 to the number of boxes, or None."""
    boxes, count = galley.boxes, len(galley.boxes)
    whole = _unhyphened(galley)

    def cost(i: int, j: int, room: float, spare: float) -> Cost:
        if j == count:
            return 0, _runt(galley, i, room - spare, measure) + _PER_LINE
        paid = _PENALTY * galley.penalties[j] + _PER_LINE
        if spare < 0:
            paid += _SQUEEZED
        else:
            paid += _RAGGED * (spare / (room * (1 - _FULL))) ** 2
        if "s" in boxes[j].marks:
            before = whole[j]
            without = galley.sums.ends[before] - galley.sums.begins[i] if before > i else 0.0
            if without >= room * _FULL:
                return 0, FORBIDDEN
            paid += _HYPHEN
        return 0, paid

    return _search(galley, measure, indent, cost)


def balanced_breaks(galley: Galley, measure: float, indent: float) -> list[int] | None:
    """Return the breaks of a heading, from 0 to the number of boxes, or None.

    As few lines as can be, then the evenest; where the author marks the places (U+200B), at those.
    """
    boxes, count = galley.boxes, len(galley.boxes)
    marked = any("z" in box.marks for box in boxes)

    def cost(i: int, j: int, room: float, spare: float) -> Cost:
        paid = _UNEVEN * max(spare, 0.0) ** 2
        if j - i == 1 and boxes[i].left == "H":
            paid += _ALONE * room * room
        if j == count:
            return 1, paid
        box = boxes[j]
        if "s" in box.marks and not galley.desperate:
            return 1, FORBIDDEN
        if galley.penalties[j] >= _WORSE_THAN_A_LINE:
            return _AS_MANY_LINES, paid
        paid += _PENALTY_IN_HEADING * galley.penalties[j]
        if marked and "z" not in box.marks:
            paid += _UNMARKED * room * room
        if _dangles(galley, j):
            paid += _DANGLING * room
        return 1, paid

    return _search(galley, measure, indent, cost)


def _dangles(galley: Galley, j: int) -> bool:
    before, box = galley.boxes[j - 1], galley.boxes[j]
    return before.text.lower() in _SMALL_WORDS if galley.elastic else box.text in _SMALL_WORDS


def _runt(galley: Galley, begin: int, length: float, measure: float) -> float:
    """Return what a last line costs that is a scrap of English."""
    if not begin or not galley.elastic:
        return 0.0
    letters = sum(len(box.text) for box in galley.boxes[begin:])
    if continues(galley.boxes[begin]) and letters <= _RUNT_PART:
        return _RUNT
    if length >= measure * _SHORT_PART:
        return 0.0
    return _RUNT if letters <= _RUNT_LETTERS else _RUNT / 4


def _unhyphened(galley: Galley) -> Sequence[int]:
    """Return for each box the last break before it that needs no hyphen."""
    before, found = 0, []
    for index, penalty in enumerate(galley.penalties):
        found.append(before)
        if penalty < FORBIDDEN and "s" not in galley.boxes[index].marks:
            before = index
    return found


def _search(
    galley: Galley, measure: float, indent: float, cost: Callable[[int, int, float, float], Cost]
) -> list[int] | None:
    """Return the breaks that cost least, lines that are too wide left out."""
    count, totals = len(galley.boxes), galley.sums
    best: list[Cost | None] = [(0, 0.0)] + [None] * count
    came = [0] * (count + 1)
    low = 0
    for j in range(1, count + 1):
        if j < count and galley.penalties[j] == FORBIDDEN:
            continue
        hyphen = galley.hyphens[j] if j < count else 0.0
        found: Cost | None = None
        for i in range(low, j):
            before = best[i]
            room = measure - indent if i == 0 else measure
            spare = room - (totals.ends[j] - totals.begins[i])
            give = totals.shrinks[j] - totals.shrinks[i + 1] + totals.squeezes[j] - totals.squeezes[i + 1]
            if spare + give < -TOLERANCE and i == low:
                low += 1
            if before is None or spare + give < hyphen - TOLERANCE:
                continue
            lines, paid = cost(i, j, room, spare - hyphen)
            here = (before[0] + lines, before[1] + paid)
            if here[1] < FORBIDDEN and (found is None or here < found):
                found, came[j] = here, i
        best[j] = found
    if best[count] is None:
        return None
    breaks = [count]
    while breaks[-1]:
        breaks.append(came[breaks[-1]])
    return breaks[::-1]
