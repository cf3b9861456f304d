"""Codes in a Chinese text, which stand in the midst of Han characters without a space."""

from __future__ import annotations

import re

from reportpub.reading.chinese_quantity import made
from reportpub.reading.codes import CODE, figures_of, is_value, plain, value_in
from reportpub.reading.quantity import Measure, Quantity, Weight

_CODE = re.compile(rf"(?P<code>{CODE})")
_PHONE = re.compile(r"(?:\+86[ -]?|[（(]?0)(?P<n>[\d（）() -]{7,16}\d)")


def _code(match: re.Match[str]) -> list[Quantity] | None:
    start = match.start()
    if start and match.string[start - 1].isascii() and match.string[start - 1].isalnum():
        return None
    said = match["code"]
    if is_value(said):
        return None
    return [made(match, value_in(said), Measure.CODE, weight=Weight.SOFT, code=plain(said), bound=None)]


def _phone(match: re.Match[str]) -> list[Quantity]:
    return [made(match, 0, Measure.CODE, weight=Weight.SOFT, bound=None, code=figures_of(match["n"]))]


RULES = ((_PHONE, _phone), (_CODE, _code))
"""Each pattern with what reads it, in the order they are tried."""
