"""Numbers that touch, so that nobody knows where one ends: 三三两两, three fifty, thirty-seven yuan sixty.

What is not understood to its last word accuses no one; it may still answer what it turns out to have meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportpub.reading.compound import PARTS
from reportpub.reading.quantity import CALENDAR, Measure, Quantity, Weight

_TOUCH = re.compile(r"[零又]?|[ -]")
_APART = frozenset({Measure.YEAR, Measure.CODE, *CALENDAR})


def untangled(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers of a text, those that touch a neighbour without a word between as soft ones."""
    soft = {at + side for at, pair in enumerate(pairwise(found)) if _tangled(text, *pair) for side in (0, 1)}
    return tuple(replace(q, weight=Weight.SOFT) if at in soft else q for at, q in enumerate(found))


def _tangled(text: str, first: Quantity, second: Quantity) -> bool:
    if not _APART.isdisjoint((first.measure, second.measure)) or second.start < first.end:
        return False
    if text[first.end : second.start] == "+":
        # 第90+6分钟 is a minute of its own.
        return True
    if (first.unit, second.unit) in PARTS or any(c.isdigit() for c in first.text + second.text):
        return False
    return _TOUCH.fullmatch(text, first.end, second.start) is not None


_ENDLESS = re.compile(r"[\d,.]{200,}|[〇零一二三四五六七八九十百千万亿两]{60,}")


def readable(text: str) -> str:
    """Return a text with its endless numerals blanked: no report has such a number, and no machine reads it."""
    return _ENDLESS.sub(lambda found: "□" * len(found[0]), text)
