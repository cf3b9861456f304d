"""Codes in a Chinese text: C919, GB/T 15835, telephone numbers and addresses of the net; what is no code after all."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading.chinese_quantity import made
from reportpub.reading.quantity import Measure, Quantity, Weight

_CODE = re.compile(
    r"(?P<code>[A-Za-z]{1,12}[-–/ ]?\d+(?:\.\d+)*[A-Za-z]{0,3}(?![\d%])|\d+(?:\.\d+)?[A-Z]{1,2}(?![A-Za-z\d])|\d{3,4}-\d{7,8}|1\d{2}-\d{4}-\d{4}|1\d{10}|(?:https?://|www\.)\S+|[\w.]+@[\w.]+)"
)
_PHONE = re.compile(r"(?:\+86[ -]?|[（(]?0)(?P<n>[\d（）() -]{7,16}\d)")


def _code(match: re.Match[str]) -> list[Quantity] | None:
    start = match.start()
    if start and match.string[start - 1].isascii() and match.string[start - 1].isalnum():
        return None
    said = match["code"]
    if (
        re.match(r"\d", said)
        and re.fullmatch(r"\d+(?:\.\d+)?(?:M|K|G|T|W|L|V|A|B|KG|KM|CM|MM)", said)
        and said[-1] not in "GKDTB"
    ):
        return None
    if re.fullmatch(r"\d+\.\d+[A-Za-z]+|\d+(?:GB|TB|MB|KB|KW|MW|GW)|[A-Za-z]+ \d+\.\d+", said):
        # 1.8GB and GPA 3.8 are values, not names.
        return None
    figures = re.sub(r"[^0-9A-Za-z]", "", said).upper()
    digits = re.search(r"\d+(?:\.\d+)?", said)
    value = Fraction(digits[0]) if digits and len(digits[0]) < 16 else Fraction(0)
    return [made(match, value, Measure.CODE, weight=Weight.SOFT, code=figures, bound=None)]


def _phone(match: re.Match[str]) -> list[Quantity]:
    figures = re.sub(r"\D", "", match["n"]).lstrip("0")
    return [made(match, 0, Measure.CODE, weight=Weight.SOFT, bound=None, code=figures)]


RULES = ((_PHONE, _phone), (_CODE, _code))
"""Each pattern with what reads it, in the order they are tried."""
