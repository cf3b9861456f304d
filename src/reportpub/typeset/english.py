"""English paragraphs: where lines may begin, and the breaks of a justified paragraph.

Total fit after Knuth and Plass (Breaking Paragraphs into Lines, 1981), with at most two hyphens in a row;
what stays together follows Chicago 7.36 and following.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportpub.typeset.fit import Found, Nodes, total_fit
from reportpub.typeset.galley import FORBIDDEN, TOLERANCE, Galley, continues
from reportpub.typeset.glue import english_glue, sums
from reportpub.typeset.quantities import LIST_MARK, loosely_tied, stay_together, words
from reportpub.typeset.tokens import CUT, KEPT, Box

_SOFT = 0.6
_SOFT_IN_NAME = 1.2
_HARD = 0.2
_OPEN = 0.4
_IN_RANGE = 2.0
_AT_HAN = 0.5
"""What a break costs within a word, a name, after a hyphen, a dash, the dash of a range, beside Han."""
_ANYWHERE = 60.0
_TIED, _TIED_LOOSELY = 2000.0, 1000.0
_IN_FULL_LINE = {_TIED: 400.0, _TIED_LOOSELY: 12.0}
"""Words that stay together are parted only where a justified line is very loose else; a number and the word
or currency beside it, like RMB 5 million, where it is loose else, and such a word is hyphened there too."""
_LOOSE, _VERY_LOOSE = 1.5, 2.69
_SEEN, _SEEN_AT_ONCE, _SEEN_MORE = 50.0, 400.0, 3.43
"""The stretch from which the eye sees that a line is loose, and very loose, with spaces of 0.45 and 0.62 em;
what each costs, and how much more with the cube of the stretch: by its sixth power one bad line would cost
as much as a paragraph of loose ones."""
_SECOND_HYPHEN = 3.0
_RUNT = 100.0
_SHORT_LAST = 6.0
_RUNT_LETTERS = 4
_SHORT_PART = 0.1
_MOST_HYPHENS = 2
_NO_STRETCH = 9.0


def english_galley(boxes: Sequence[Box], hyphen: dict[int, float], scales: dict[int, float]) -> Galley:
    """Return an English paragraph ready for breaking; `hyphen` is the width of a hyphen in each piece."""
    glue = english_glue(boxes)
    return Galley(
        boxes=boxes,
        glue=glue,
        sums=sums(boxes, glue),
        penalties=_penalties(boxes),
        hyphens=[hyphen[box.source] if "s" in box.marks else 0.0 for box in boxes],
        elastic=True,
        scales=scales,
    )


def _penalties(boxes: Sequence[Box]) -> list[float]:
    penalties = [FORBIDDEN]
    whole = words(boxes)
    named = whole[0][0].isupper()
    tied = []
    for index in range(1, len(boxes)):
        before, box = boxes[index - 1], boxes[index]
        if box.gap:
            named = box.text[0].isupper()
            if "j" in box.marks or box.left == "U":
                penalties.append(FORBIDDEN)
            elif stay_together(whole[index - 1], whole[index]):
                penalties.append(_TIED_LOOSELY if loosely_tied(whole[index - 1], whole[index]) else _TIED)
                tied.append(index)
            else:
                penalties.append(0.0)
        else:
            penalties.append(_inside(before, box, named=named))
    if len(boxes) > 1 and boxes[1].gap and LIST_MARK.fullmatch(whole[0]):
        penalties[1] = FORBIDDEN
    for index in tied:
        _keep_whole(boxes, index, penalties)
    return penalties


def _keep_whole(boxes: Sequence[Box], index: int, penalties: list[float]) -> None:
    """Keep hyphens out of the words before and after a space that no line should end at."""
    begin, end = index - 1, index + 1
    while begin and not boxes[begin].gap:
        begin -= 1
    while end < len(boxes) and not boxes[end].gap:
        end += 1
    for inside in range(begin, end):
        if "s" in boxes[inside].marks:
            penalties[inside] = _TIED_LOOSELY


def _inside(before: Box, box: Box, *, named: bool) -> float:
    """Return what a break costs where no space stands; `named` tells that the word begins with a capital."""
    marks = box.marks
    if not marks and box.left != "H" != before.right:
        return FORBIDDEN
    if "z" in marks:
        return 0.0
    if "j" in marks or KEPT in marks or box.left == "U":
        return FORBIDDEN
    if CUT in marks:
        return _ANYWHERE
    if "s" in marks:
        return _SOFT_IN_NAME if named else _SOFT
    if "h" in marks:
        return _HARD
    if "d" in marks:
        if box.text[0] == "±":
            return _TIED_LOOSELY
        return _IN_RANGE if "9" in marks and before.text[-2:-1].isdecimal() else _OPEN
    if "x" in marks or "o" in before.marks or "H" not in (before.right, box.left):
        return FORBIDDEN
    return _AT_HAN


def english_breaks(galley: Galley, measure: float, indent: float) -> list[int] | None:
    """Return the best breaks of a justified paragraph, from 0 to the number of boxes, or None."""
    return total_fit(galley, measure, indent, _Lines(galley, measure, indent))


class _Lines:
    """What the lines of a paragraph cost."""

    def __init__(self, galley: Galley, measure: float, indent: float) -> None:
        totals = galley.sums
        self._penalties = [*(_IN_FULL_LINE.get(penalty, penalty) for penalty in galley.penalties), 0.0]
        self._rooms = [
            measure - end - hyphen for end, hyphen in zip(totals.ends, [*galley.hyphens, 0.0], strict=True)
        ]
        self._begins = [totals.begins[0] - indent, *totals.begins[1:]]
        self._hyphened = [*("s" in box.marks or "h" in box.marks for box in galley.boxes), False]
        self._totals = totals
        self._measure = measure
        self._boxes = galley.boxes

    def best(self, j: int, nodes: Nodes, low: int, floor: float) -> Sequence[Found]:
        """Return the best ways to break `j` from the nodes from `low` on, which cost `floor` or more.

        Two where the line before may be hyphened or not: with one hyphen more in a row a way is only worth
        keeping while it is cheaper.
        """
        begins, at, costs, rows = self._begins, nodes.at, nodes.costs, nodes.rows
        shrinks, stretches = self._totals.shrinks, self._totals.stretches
        room, shrink_at, stretch_at = self._rooms[j], shrinks[j], stretches[j]
        hyphened, last, penalty = self._hyphened[j], j == len(self._boxes), self._penalties[j]
        base, least, chosen = floor + penalty, [FORBIDDEN, FORBIDDEN], [0, 0]
        for node in range(low, len(at)):
            i = at[node]
            row = rows[node] if hyphened else 0
            spare = room + begins[i]
            if row == _MOST_HYPHENS:
                continue
            if spare < 0:
                cost = _tight(-spare, shrink_at - shrinks[i + 1])
            elif last:
                cost = self._last_line(i, self._measure - spare)
            else:
                stretch = stretch_at - stretches[i + 1]
                cost = _badness(spare / stretch if stretch > 0 else _NO_STRETCH + spare)
                if base + cost >= least[0]:
                    break
            cost += costs[node] + penalty + row * _SECOND_HYPHEN
            if cost < least[row]:
                least[row], chosen[row] = cost, node
        add = int(hyphened)
        found = [Found(least[0], add, chosen[0])] if least[0] < FORBIDDEN else []
        if least[1] < least[0]:
            found.append(Found(least[1], 1 + add, chosen[1]))
        return found

    def _last_line(self, begin: int, length: float) -> float:
        """Return what a short last line costs."""
        if not begin or length >= self._measure * _SHORT_PART:
            return 0.0
        tail = self._boxes[begin:]
        letters = sum(len(box.text) for box in tail)
        return _RUNT if letters <= _RUNT_LETTERS or continues(tail[0]) else _SHORT_LAST


def _tight(lack: float, shrink: float) -> float:
    """Return what it costs to take `lack` em from a line that gives so much."""
    if lack > shrink + TOLERANCE:
        return FORBIDDEN
    return _badness(lack / shrink) if shrink > 0 else 0.0


def _badness(ratio: float) -> float:
    """Return the demerits of a line whose white is moved by a part of what it gives."""
    cube = ratio * ratio * ratio
    if ratio <= _LOOSE:
        return (1 + 100 * cube) ** 2 / 10000
    return _SEEN_MORE * cube + (_SEEN if ratio <= _VERY_LOOSE else _SEEN + _SEEN_AT_ONCE)
