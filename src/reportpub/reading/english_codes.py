"""Codes in an English text; words before a number that make no code of it."""

from __future__ import annotations

import re

from reportpub.reading.codes import CODE, figures_of, is_value, plain, value_in
from reportpub.reading.english_quantity import made
from reportpub.reading.quantity import Measure, Quantity, Weight

_CODE = re.compile(rf"(?P<code>{CODE})")
_PHONE = re.compile(r"(?:\+\d{1,3}[ -]|\(0)(?P<n>[\d() -]{7,16}\d)")
_NO_CODES = frozenset(
    (
        "rmb cny usd us hk eur gbp no nos article page pages about over some in on at by to of from the and or for than "
        "with is was are as up may jan feb mar apr jun jul aug sep sept oct nov dec part chapter section fy ce ad bc it has had"
    ).split()
)
_MONEY = frozenset(["rmb", "cny", "us", "usd", "hk"])
_ONE_WORD = 3
_PREFIX = 5
"""Letters of the longest prefix that a space may part from its figures."""


def _code(match: re.Match[str]) -> list[Quantity] | None:
    said = match["code"]
    lead = re.match(r"[A-Za-z]+", said)
    word = lead[0] if lead else ""
    if word.lower() in _NO_CODES and (" " in said or word.lower() in _MONEY):
        return None
    if word.islower() and len(word) > _ONE_WORD:
        # A magnitude-7.8 quake has no code.
        return None
    if " " in said and not (word.isupper() and len(word) <= _PREFIX):
        return None
    if is_value(said) or re.fullmatch(r"\d+(?:\.\d+)?[CFB]", said):
        return None
    return [made(match, value_in(said), Measure.CODE, weight=Weight.SOFT, bound=None, code=plain(said))]


def _phone(match: re.Match[str]) -> list[Quantity]:
    return [made(match, 0, Measure.CODE, weight=Weight.SOFT, bound=None, code=figures_of(match["n"]))]


RULES = ((_PHONE, _phone), (_CODE, _code))
"""Each pattern with what reads it, in the order they are tried."""
