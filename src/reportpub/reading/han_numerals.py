"""Chinese numerals as numbers: 十二, 一百零五, 两千三, 一万五千亿, 1亿2千万, 二〇二四, 柒佰, and ranges such as 三四百.

Source: GB/T 15835-2011, 4.2, 5.2 and 5.4; the formal numerals of accountancy (大写) besides.
"""

from __future__ import annotations

import re
from fractions import Fraction

_FORMAL = str.maketrans(
    "壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸兩０１２３４５６７８９．％",
    "一二三四五六七八九十百千万亿二三六两0123456789.%",
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

HAN = "〇○零一二三四五六七八九十百千万亿两廿卅"
NUMERAL = re.compile(
    rf"\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:[{HAN}](?:(?!两(?![百千万亿]))[{HAN}])*)(?:点[{HAN[:12]}]+)?"
)
"""A run of figures or of Han numerals, without the scale behind figures."""
SCALE = re.compile(r"(?:[十百千](?=[万亿])|[百千])?[万亿]{0,2}|[百千]")
_PAIR = re.compile(r"[一二三四五六七八九]{2}(?=[十百千万亿个年天日月岁人名位家件次成元里米]|$)")


def ascii_width(text: str) -> str:
    """Return a text of the same length with figures in ASCII and formal numerals in their plain form."""
    return text.translate(_FORMAL)


def value_of(numeral: str) -> tuple[Fraction, int]:
    """Return the value of a numeral of `NUMERAL` and the power of ten of its last digit; `ValueError` for none."""
    if numeral[0].isdigit() and numeral.isascii():
        plain = numeral.replace(",", "")
        return Fraction(plain), -len(plain.partition(".")[2])
    whole, _, fraction = numeral.replace("廿", "二十").replace("卅", "三十").partition("点")
    value = Fraction(_integer(whole))
    if fraction:
        digits = "".join(str(_DIGITS[c]) for c in fraction)
        return value + Fraction(int(digits), 10 ** len(digits)), -len(digits)
    return value, _trailing(whole)


def _integer(run: str) -> int:
    if all(c in _DIGITS for c in run):
        # Digit by digit: 二〇二四, 三〇五; a lone digit is itself.
        return int("".join(str(_DIGITS[c]) for c in run))
    total = section = digit = 0
    last = 1
    for c in run:
        if c in _DIGITS:
            digit = digit * 10 + _DIGITS[c] if digit and last == 1 and _DIGITS[c] else _DIGITS[c]
            last = 0 if c in "零〇○" else last
            continue
        if c in _SMALL:
            if not digit and section % 10000 and _SMALL[c] >= section:
                section *= _SMALL[c]
            else:
                section += (digit or 1) * _SMALL[c]
            last = _SMALL[c]
        else:
            size = _LARGE[c]
            section += digit
            if not section and not total:
                section = 1
            if section == 0 or (total and total < size and size == 10**8):
                total = (total + section) * size
            else:
                total += section * size
            section = 0
            last = size
        digit = 0
    if digit and last >= 100 and run[-2] not in "零〇○":
        # 两千三 is 2300, 一万二 is 12000.
        return total + section + digit * (last // 10)
    return total + section + digit


def _trailing(run: str) -> int:
    """Return the power of ten of the last digit said: 4 for 三万, 2 for 五百."""
    power = 0
    for c in reversed(run):
        if c not in _SMALL and c not in _LARGE:
            break
        power += {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[c]
    return power


def scale_of(words: str) -> int:
    """Return the power of ten that scale words behind figures stand for: 4 for 万, 7 for 千万."""
    return sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[c] for c in words)
