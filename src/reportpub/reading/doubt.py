"""When a difference is left unsaid: a small number is the translator's affair unless the text itself lost or grew a part.

Nobody translates 在第13级台阶上 and “on the stairs” wrongly; whoever leaves out 83308件 does. A number that tells little is
accused only where its text is also shorter, or longer, than such a translation is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportpub.reading.english_numerals import BIG
from reportpub.reading.pairing import RATIO
from reportpub.reading.quantity import CALENDAR, PROPORTIONS, Measure, Quantity, Weight
from reportpub.reading.units import chinese_unit, english_unit

_TELLS = 100
"""From here on a count is a figure that somebody has looked up."""
_MEASURED = 10
_PAIR = 2
"""One and two come and go: both, each other, another."""
_NAMES = frozenset({Measure.CODE, *CALENDAR})
_NUMERAL = re.compile(rf"\d+|[百千万亿]|\b(?:{BIG})\b")
_SHORT, _LONG = 0.9, 1.3
"""Of the usual length of a translation: below the one a part is lost, above the other one is added.

Of 970 pairs of ordinary texts 15 in a hundred are shorter and 15 longer.
"""
_ZH, _EN = 3, 10
"""Characters that any text has besides what it says, so that short ones are not judged by a word."""


def telling(q: Quantity) -> bool:
    """Tell whether a number says so much that no translator leaves it out: a share, a sum, a measure, a large count."""
    if q.measure in PROPORTIONS or q.measure is Measure.YEAR or q.value >= _TELLS or q.value.denominator > 1:
        return True
    if len(q.unit) == len("CNY") and q.unit.isupper():
        return True
    in_figures = any(c.isdigit() for c in q.text)
    return in_figures and q.value >= _MEASURED and (chinese_unit(q.unit) or english_unit(q.unit)) is not None


def understood(left: Sequence[Quantity], said: Sequence[Quantity], text: str) -> bool:
    """Tell whether a text is read to its last numeral, so that what the other one has more is not hidden in it.

    What is soft and unanswered (三百来号, a couple of dozen) or read by no rule (一百六一袋) may be the like of anything.
    """
    if any(q.weight is Weight.SOFT and q.value > _PAIR and q.measure not in _NAMES for q in left):
        return False
    return all(any(q.start < m.end() and m.start() < q.end for q in said) for m in _NUMERAL.finditer(text))


def shortened(zh_text: str, en_text: str) -> bool:
    """Tell whether the English is shorter than a translation that leaves nothing out."""
    return _length(zh_text, en_text) < _SHORT


def lengthened(zh_text: str, en_text: str) -> bool:
    """Tell whether the English is longer than a translation that adds nothing."""
    return _length(zh_text, en_text) > _LONG


def _length(zh_text: str, en_text: str) -> float:
    return (len(en_text) + _EN) / (len(zh_text) + _ZH) / RATIO


def exacting(q: Quantity) -> bool:
    """Tell whether a qualifier matters to a number: of a share, and of a count from a hundred up.

    Below, a qualifier is often in the sense: 45岁以上 and “from 45”, 人均八十块 and “about eighty yuan a head”.
    """
    return q.measure in PROPORTIONS or q.value >= _TELLS
