"""How wide words are, roughly: enough for the columns of a table and the height of a chart."""

from __future__ import annotations

import unicodedata


class _Ems(dict[str, float]):
    """The rough width of each character that was met, in ems."""

    def __missing__(self, character: str) -> float:
        self[character] = 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5
        return self[character]


_EMS = _Ems()


def em(words: str) -> float:
    """Return the rough width of words in ems: a full-width character is one, any other a half."""
    return sum(map(_EMS.__getitem__, words))
