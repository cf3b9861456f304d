"""Whole numbers and decimals in Han numerals.

Source: GB/T 15835-2011, 4.2 and 5.2: simple Han numerals, with 零 for the gaps.
"""

from __future__ import annotations

from decimal import Decimal

from reportpub.edition.digits import digits, shifted, whole
from reportpub.model.facts import POWERS, Scale

LONGEST = 10**16
"""Numbers from here on (一亿亿) are not written in Han numerals."""

_ONES = "零一二三四五六七八九"
_STEPS = ((10**8, "亿"), (10**4, "万"), (10**3, "千"), (10**2, "百"), (10, "十"))
_SMALL = (Scale.TEN, Scale.HUNDRED, Scale.THOUSAND)
_TAKE_LIANG = (Scale.THOUSAND, Scale.WAN, Scale.YI)
_SECTION = 10**4
"""Han numerals count in sections of four digits."""
_TEN = 10
_TWO = 2


def han(value: Decimal) -> str:
    """Return a number from 0 up to `LONGEST` in Han numerals, its decimals digit by digit after 点."""
    integer, _, fraction = digits(value).partition(".")
    words = _whole(int(integer))
    # 十二, not 一十二, where nothing stands before it.
    words = words.removeprefix("一") if words.startswith("一十") else words
    return f"{words}点{''.join(_ONES[int(d)] for d in fraction)}" if fraction else words


def _whole(number: int) -> str:
    if number < _TEN:
        return _ONES[number]
    size, name = next((size, name) for size, name in _STEPS if number >= size)
    high, low = divmod(number, size)
    if not low:
        return _whole(high) + name
    gap = "零" if low < size // _TEN else ""
    return f"{_whole(high)}{name}{gap}{_whole(low)}"


def scaled(value: Decimal, scale: Scale | None) -> str:
    """Return a value in Han numerals at a scale: 千 for 1000, 两万 for 20,000, 三成 for 30 per cent.

    Where the scale would not read as a number (十二十), the value is written without it.
    """
    if scale is None:
        return han(value)
    count = shifted(value, POWERS[scale])
    if scale is Scale.TENTHS:
        return han(count) + scale
    small = scale in _SMALL
    if not 1 <= count < (_TEN if small else _SECTION) or (small and not whole(count)):
        return han(value)
    if count == 1:
        return scale.value
    return f"两{scale}" if count == _TWO and scale in _TAKE_LIANG else han(count) + scale
