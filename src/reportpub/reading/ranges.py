"""Ranges say their measure and scale once, at the end: 30 to 40 percent, 2—3万, two or three million."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from reportpub.reading.english_numerals import BIG, SCALES
from reportpub.reading.han_numerals import scale_of
from reportpub.reading.quantity import Measure, Quantity

_JOINS = re.compile(r"\s*(?:to|or|and|[-–—~～至到或]|[/／])\s*(?:[$€£¥]|RMB)?\s*")
_LISTED = re.compile(r"\s*[,、]\s*")
_ENGLISH = re.compile(rf"\b(?:{BIG}|bn|mn|tn)\b", re.IGNORECASE)
_PROPORTIONS = (Measure.PERCENT, Measure.POINT, Measure.MULTIPLE)
_CHINESE = re.compile(r"[百千万亿]+")


def ranged(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers of a text with what the end of a range or a list says carried to its beginning."""
    done = list(found)
    carried = 0
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], done[at + 1]
        between = text[first.end : second.start]
        joined = _JOINS.fullmatch(between) is not None
        if first.measure is not Measure.NUMBER or not (joined or (carried and _LISTED.fullmatch(between))):
            carried = 0
            continue
        if second.measure in _PROPORTIONS:
            if joined and "and" not in between:
                factor = 100 if second.measure is Measure.MULTIPLE else 1
                also = (first.value, *first.also)
                done[at] = replace(first, measure=second.measure, value=first.value * factor, also=also)
            carried = 0
            continue
        if second.measure is Measure.NUMBER and (tail := _continued(first, second)):
            done[at + 1] = second = replace(second, also=(*second.also, tail))
        power = _scale(second.text) or carried
        carried = 0
        if second.measure is Measure.NUMBER and power > _scale(first.text):
            done[at] = replace(first, also=(*first.also, first.value * 10**power))
            carried = power
    return tuple(done)


def _continued(first: Quantity, second: Quantity) -> Fraction | None:
    """Return what a second number is when it goes on where the first has begun: a hundred and seventy or eighty thousand."""
    size = Fraction(10) ** _scale(second.text)
    small = second.value / size
    if first.text[-1].isdigit() or not small or first.value <= 100 or small >= 100:
        return None
    return (first.value - first.value % 100 + small) * size


def _scale(said: str) -> int:
    """Return the power of ten of the scale words of a number: 6 for 3 million, 8 for 三亿."""
    if scale := _CHINESE.search(said):
        return scale_of(scale[0])
    return sum(SCALES[word.lower()] for word in _ENGLISH.findall(said))
