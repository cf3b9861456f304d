"""A number of a Chinese text with the words around it: qualifier, and whether it goes up or down."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from reportpub.model.qualifiers import Bound
from reportpub.reading import chinese_words as words
from reportpub.reading.han_numerals import NUMERAL, value_of
from reportpub.reading.quantity import Measure, Quantity

N = NUMERAL.pattern


def made(match: re.Match[str], value: Fraction | int, measure: Measure, **more: Any) -> Quantity:
    """Return the number a rule has matched, with the words around it; `more` overrules what they say."""
    start, end = match.span()
    text = match.string
    bound, hedged, begin = _before(text, start)
    after = words.AFTER.match(text, end)
    if after and "bound" not in more and measure is not Measure.ORDINAL:
        bound, end = Bound(str(after.lastgroup)), after.end()
    if measure is Measure.ORDINAL:
        # 第三多 is the third most; 第3位以上 is said of a rank, not of a number.
        bound = None
    turn = 1 if words.UP.search(text, max(0, start - 8), start) else 0
    turn = -1 if words.DOWN.search(text, max(0, start - 8), start) else turn
    given: dict[str, Any] = {"bound": bound, "hedged": hedged, "turn": turn} | more
    return Quantity(
        value=Fraction(value), measure=measure, start=begin, end=end, text=text[begin:end], **given
    )


_FLIPPED = {"over": "under", "under": "over"}
_NEGATED = re.compile("(?:不[得应宜能可会准许]?|未|从未|没有|勿)$")


def _before(text: str, start: int) -> tuple[Bound | None, bool, int]:
    found = words.BEFORE.search(text, max(0, start - 6), start)
    if not found:
        return None, False, start
    group = str(found.lastgroup)
    if found.group().startswith(("上", "过")) and text[start] not in "十百千万亿半":
        return None, False, start
    if found.group().startswith("上") and text[start] == "十":
        return None, False, start
    if group in _FLIPPED and _NEGATED.search(text[max(0, found.start() - 4) : found.start()]):
        # 不得超过45人 allows 45 at most, 不应小于25 mm asks for 25 at least.
        group = _FLIPPED[group]
    return (None, True, start) if group == "hedged" else (Bound(group), False, found.start())


def whole_of(numeral: str) -> int:
    """Return a small whole number, months of the lunar year included."""
    numeral = {"正": "一", "腊": "十二", "十": "十"}.get(numeral, numeral)
    return int(value_of(numeral)[0])
