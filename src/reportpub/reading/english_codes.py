"""Codes in an English text: C919, GB/T 15835, telephone numbers and addresses of the net; what is no code after all."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading.english_quantity import made
from reportpub.reading.quantity import Measure, Quantity, Weight

_CODE = re.compile(
    r"(?P<code>[A-Za-z]{1,12}[-–/ ]?\d+(?:\.\d+)*[A-Za-z]{0,3}(?![\d%]|,\d)|\d+(?:\.\d+)?[A-Z]{1,2}(?![A-Za-z\d])|\d{3,4}-\d{7,8}|1\d{2}-\d{4}-\d{4}|1\d{10}|(?:https?://|www\.)\S+|[\w.]+@[\w.]+)"
)
_PHONE = re.compile(r"(?:\+\d{1,3}[ -]|\(0)(?P<n>[\d() -]{7,16}\d)")
_NO_CODES = frozenset(
    [
        "rmb",
        "cny",
        "usd",
        "us",
        "hk",
        "eur",
        "gbp",
        "no",
        "nos",
        "article",
        "page",
        "pages",
        "about",
        "over",
        "some",
        "in",
        "on",
        "at",
        "by",
        "to",
        "of",
        "from",
        "the",
        "and",
        "or",
        "for",
        "than",
        "with",
        "is",
        "was",
        "are",
        "as",
        "up",
        "may",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "part",
        "chapter",
        "section",
        "fy",
        "ce",
        "ad",
        "bc",
        "it",
        "has",
        "had",
    ]
)


def _code(match: re.Match[str]) -> list[Quantity] | None:
    said = match["code"]
    lead = re.match(r"[A-Za-z]+", said)
    if (
        lead
        and lead[0].lower() in _NO_CODES
        and (" " in said or lead[0].lower() in ("rmb", "cny", "us", "usd", "hk"))
    ):
        return None
    if lead and lead[0].islower() and len(lead[0]) > 3:
        # A magnitude-7.8 quake has no code.
        return None
    if " " in said and not (lead and lead[0].isupper() and len(lead[0]) <= 5):
        return None
    if re.fullmatch(r"\d+(?:\.\d+)?(?:M|W|L|V|A|MM|CM|KM|KG|C|F|B)", said):
        return None
    if re.fullmatch(r"\d+\.\d+[A-Za-z]+|\d+(?:GB|TB|MB|KB|KW|MW|GW)|[A-Za-z]+ \d+\.\d+", said):
        # 1.8GB and GPA 3.8 are values, not names.
        return None
    figures = re.sub(r"[^0-9A-Za-z]", "", said).upper()
    digits = re.search(r"\d+(?:\.\d+)?", said)
    value = Fraction(digits[0]) if digits and len(digits[0]) < 16 else Fraction(0)
    return [made(match, value, Measure.CODE, weight=Weight.SOFT, bound=None, code=figures)]


def _phone(match: re.Match[str]) -> list[Quantity]:
    figures = re.sub(r"\D", "", match["n"]).lstrip("0")
    return [made(match, 0, Measure.CODE, weight=Weight.SOFT, bound=None, code=figures)]


RULES = ((_PHONE, _phone), (_CODE, _code))
"""Each pattern with what reads it, in the order they are tried."""
