"""Ranges say their measure and scale once, at the end: 30 to 40 percent, 2—3万, two or three million."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportpub.reading.english_numerals import SCALES
from reportpub.reading.han_numerals import scale_of
from reportpub.reading.quantity import Measure, Quantity

_JOINS = re.compile(r"\s*(?:to|or|and|[-–—~～至到或]|[/／])\s*(?:[$€£¥]|RMB)?\s*")
_ENGLISH = re.compile(r"\b(?:hundred|thousand|million|billion|trillion|bn|mn|tn)\b", re.IGNORECASE)
_CHINESE = re.compile(r"[百千万亿]+")


def ranged(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers of a text with what the end of a range says carried to its beginning."""
    done = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        between = text[first.end : second.start]
        if not _JOINS.fullmatch(between) or first.measure is not Measure.NUMBER:
            continue
        plain = first.text.strip().replace(",", "").replace(".", "").isdecimal() or not _ENGLISH.search(
            first.text
        )
        if second.measure in (Measure.PERCENT, Measure.POINT, Measure.MULTIPLE) and not re.search(
            "and", between
        ):
            factor = 100 if second.measure is Measure.MULTIPLE else 1
            done[at] = replace(
                first, measure=second.measure, value=first.value * factor, also=(first.value, *first.also)
            )
        elif plain and second.measure is Measure.NUMBER:
            said = _ENGLISH.findall(second.text)
            power = sum(SCALES[word.lower()] for word in said)
            if scale := _CHINESE.search(second.text):
                power = scale_of(scale[0])
            if power and not _CHINESE.search(first.text):
                done[at] = replace(first, also=(*first.also, first.value * 10**power))
    return tuple(done)
