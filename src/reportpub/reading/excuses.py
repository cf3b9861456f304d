"""Why a number without its like may be no fault: rounded, one of a list, said before, explained in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading.quantity import CALENDAR, PROPORTIONS, Measure, Quantity

_TEN = 10
_ROUND = frozenset({20, 30, 50, 100, 1000, 10000})
"""Said for many: 一百个不应该, a thousand times."""
_CLAUSE = re.compile(r"[，,。；;：:！？]")


def rounded(z: Quantity, e: Quantity) -> bool:
    """Tell whether one is the other, rounded to the digits it says."""
    family = {z.measure, e.measure}
    if len(family) > 1 and not family <= PROPORTIONS and not family <= {Measure.NUMBER, Measure.MULTIPLE}:
        return False
    if z.measure in CALENDAR or z.measure in (Measure.YEAR, Measure.CODE, Measure.ORDINAL):
        return False
    last = {q: _last(q) for q in (z, e)}
    coarse, fine = (z, e) if last[z] > last[e] else (e, z)
    if last[z] == last[e] or not coarse.value:
        return False
    if not (coarse.bound or coarse.hedged or fine.last > 0):
        # 7.8万 is not how one says 78,003; about 78,000 may be.
        return False
    if z.bound is e.bound and z.bound in (Bound.OVER, Bound.UNDER):
        return False
    step = Fraction(10) ** last[coarse]
    apart = fine.value - coarse.value
    match coarse.bound:
        case Bound.OVER:
            fits = 0 <= apart < step
        case Bound.UNDER:
            fits = -step < apart <= 0
        case _:
            fits = abs(apart) <= step / 2
    return fits and abs(apart) <= coarse.value / 10


def _last(q: Quantity) -> int:
    """Return the power of ten of the last digit that is meant: of “about 10,300” the hundreds."""
    last = q.last
    while (q.bound or q.hedged) and q.value and (q.value / Fraction(10) ** (last + 1)).denominator == 1:
        last += 1
    return last


def opened(z: Quantity, text: str) -> bool:
    """Tell whether 等 stands before a number: 等5件."""
    return "等" in text[max(0, z.start - 3) : z.start]


def listed(z: Quantity, text: str) -> int:
    """Return how many things stand in the list before 等."""
    before = text[: text.rfind("等", 0, z.start)]
    start = 0
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        depth += (before[at] in "”’》)）") - (before[at] in "“‘《(（")
        if depth == 0 and _CLAUSE.match(before[at]):
            start = at + 1
            break
    items = re.sub(r"[(（][^()（）]*[)）]", "", before[start:])
    quoted = re.findall(r"“[^”]*”|《[^》]*》", items)
    outer = re.sub(r"“[^”]*”|《[^》]*》", "", items)
    return max(len(quoted), outer.count("、") + 1, (quoted and outer.count("、") + 1) or 0)


def repeated(q: Quantity, pairs: Sequence[tuple[Quantity, Quantity]], side: int) -> bool:
    """Tell whether a number says again what a matched one has said."""
    return any(
        (q.value == other.value or (other.measure is Measure.YEAR and q.value in other.values))
        and kin(q, other)
        for pair in pairs
        for other in (pair[1 - side], pair[side])
    )


def slight(q: Quantity) -> bool:
    """Tell whether a number is said in words and small or round, so that a translator may turn it into other words."""
    if q.measure not in (Measure.NUMBER, Measure.ORDINAL) or re.search(r"[\d０-９]", q.text):
        return False
    return q.value <= _TEN or q.value in _ROUND


def kin(q: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers measure what may be the same thing."""
    return (
        q.measure is other.measure
        or {q.measure, other.measure} <= PROPORTIONS
        or ({q.measure, other.measure} <= {Measure.NUMBER, Measure.ORDINAL, Measure.YEAR, Measure.DAY})
    )


_DATED = re.compile(r"(?:c\.|r\.|b\.|d\.|AD|in)?\s?\d{3,4}(?:\s?[-–—]\s?(?:\d{2,4})?)?(?: (?:AD|BC|CE|BCE))?")
"""Years in brackets, with which a translator explains a reign, a life or a dynasty."""


def gloss(e: Quantity, text: str) -> bool:
    """Tell whether an English number only says another one again in brackets, in other units or money."""
    opened = text.rfind("(", 0, e.start + 1)
    closed = text.find(")", e.end - 1)
    if opened < 0 or closed < 0 or ")" in text[opened : e.start] or closed - opened > 60:
        return False
    inner = text[opened + 1 : closed]
    if _DATED.fullmatch(inner):
        return True
    before = re.search(r"\d[^()]{0,30}$", text[:opened])
    return (
        before is not None
        and re.search(
            r"[$€£¥]|\b(?:US|USD|RMB|yuan|miles?|feet|foot|inch(?:es)?|acres?|pounds?|lbs?|ounces?|°?F\b|Fahrenheit|hectares?|km|kg|cm|met(?:er|re)s?|tons?|tonnes?|miles per hour|mph|yards?|gallons?|lit(?:er|re)s?|°?C|Celsius|about|or)\b",
            inner,
        )
        is not None
    )
