"""Codes that both languages write alike: C919, GB/T 15835, telephone numbers, addresses of the net."""

from __future__ import annotations

import re
from fractions import Fraction

CODE = (
    r"[A-Za-z]{1,12}[-–/ ]?\d+(?:\.\d+)*[A-Za-z]{0,3}(?![\d%]|,\d)|\d+(?:\.\d+)?[A-Z]{1,2}(?![A-Za-z\d])"
    r"|\d{3,4}-\d{7,8}|1\d{2}-\d{4}-\d{4}|1\d{10}|(?:https?://|www\.)\S+|[\w.]+@[\w.]+"
)
"""The shape of a code, a telephone number or an address, as a pattern."""
_VALUE = re.compile(
    r"\d+\.\d+[A-Za-z]+|\d+(?:GB|TB|MB|KB|KW|MW|GW)|[A-Za-z]+ \d+\.\d+|\d+(?:\.\d+)?(?:M|W|L|V|A|MM|CM|KM|KG)"
)
_LONGEST = 16
"""Digits; what has more is no value to anybody."""


def is_value(said: str) -> bool:
    """Tell whether what looks like a code is a quantity: 1.8GB, 300W, GPA 3.8."""
    return _VALUE.fullmatch(said) is not None


def plain(said: str) -> str:
    """Return a code as it is compared: its letters and figures alone."""
    return re.sub(r"[^0-9A-Za-z]", "", said).upper()


def figures_of(said: str) -> str:
    """Return the figures of a telephone number, as they are dialled from abroad."""
    return re.sub(r"\D", "", said).lstrip("0")


def value_in(said: str) -> Fraction:
    """Return the number a code holds, 0 for none, so that 8K may be answered by 8."""
    digits = re.search(r"\d+(?:\.\d+)?", said)
    return Fraction(digits[0]) if digits and len(digits[0]) < _LONGEST else Fraction(0)
