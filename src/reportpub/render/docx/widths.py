"""How wide words are, roughly: enough for the columns of a table and the height of a chart."""

from __future__ import annotations

import unicodedata


def em(words: str) -> float:
    """Return the rough width of words in ems: a full-width character is one, any other a half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in words)
