"""The rules by name, with the weight of each breach, and how many a document may have.

Weights and limits are data: `make typocheck` and `reportpub check --target print` know no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the demerits of a breach, whether a single one is an error, and where it comes from."""

    weight: float
    never: bool
    source: str


RULES: Final[Mapping[str, Rule]] = {
    "line-start": Rule(10, never=True, source="CLREQ 3.1.2"),
    "line-end": Rule(10, never=True, source="CLREQ 3.1.2"),
    "split-dash": Rule(10, never=True, source="GB/T 15834-2011, 5.1"),
    "broken-number": Rule(10, never=True, source="GB/T 15835-2011"),
    "number-unit": Rule(2, never=False, source="GB/T 15835-2011"),
    "pair": Rule(1, never=False, source="CLREQ 3.1.6.2"),
    "line-end-mark": Rule(1, never=False, source="CLREQ 3.1.6.3"),
    "gap-missing": Rule(0.5, never=False, source="CLREQ 3.2.2"),
    "gap-wide": Rule(1, never=False, source="CLREQ 3.2.2"),
    "gap-stretched": Rule(0.25, never=False, source="CLREQ 3.2.2"),
    "typed-space": Rule(1, never=False, source="CLREQ 3.2.2"),
    "ragged": Rule(3, never=False, source="CLREQ 3.1.6"),
    "loose": Rule(1, never=False, source="CLREQ 3.1.6"),
    "very-loose": Rule(4, never=False, source="CLREQ 3.1.6"),
    "tight": Rule(4, never=False, source="CLREQ 3.1.6"),
    "uneven": Rule(2, never=False, source="CLREQ 3.1.6"),
    "hole": Rule(2, never=False, source="CLREQ 3.1.6"),
    "single-character": Rule(5, never=False, source="CLREQ 3.3.2"),
    "latin-quotes": Rule(2, never=True, source="GB/T 15834-2011, 4.8"),
    "ascii-marks": Rule(2, never=True, source="GB/T 15834-2011, 5.1"),
    "forged-face": Rule(10, never=True, source="CLREQ 2.4"),
    "overfull": Rule(10, never=True, source="CLREQ 3.1.6"),
    "english-loose": Rule(1, never=False, source="Knuth and Plass 1981"),
    "english-very-loose": Rule(4, never=False, source="Knuth and Plass 1981"),
    "english-tight": Rule(2, never=False, source="Knuth and Plass 1981"),
    "hyphen-ladder": Rule(3, never=False, source="Chicago 2.117"),
    "straight-quotes": Rule(1, never=False, source="Chicago 6.123"),
    "runt": Rule(3, never=False, source="Chicago 2.116"),
    "hyphen-in-range": Rule(1, never=False, source="Chicago 6.83"),
    "english-ragged": Rule(2, never=False, source="Chicago 2.11"),
    "widow": Rule(5, never=False, source="Chicago 2.116"),
    "orphan": Rule(5, never=False, source="Chicago 2.116"),
    "stranded-heading": Rule(10, never=True, source="Chicago 2.116"),
    "off-grid": Rule(0.5, never=False, source="CLREQ 4.1"),
    "unlevel": Rule(0.5, never=False, source="CLREQ 4.1"),
    "row-apart": Rule(5, never=True, source="CLREQ 4.1"),
    "blank-foot": Rule(2, never=False, source="Chicago 2.116"),
}
"""`never` marks what no document may have even once; all else is weighed against `LIMITS`."""


LIMITS: Final[Mapping[str, float]] = {
    "zh-wide": 0.05,
    "zh-narrow": 0.15,
    "en-wide": 0.15,
    "en-narrow": 0.25,
    "off-grid": 0.005,
}
"""Demerits per line that a class of lines may have: Chinese at 22 em and wider, and narrower; English in
lines of 60 characters and more, and shorter; last, lines off the grid as a part of all. They hold for every
edition, and are better than the best composers were measured on such texts."""

NARROW_CHINESE = 21.5
"""em."""
NARROW_ENGLISH = 58
"""Characters in a full line."""
FEW_LINES = 30
"""A class with fewer lines is not graded: one fault would decide it."""
