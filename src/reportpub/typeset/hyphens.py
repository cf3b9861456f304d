"""Where a Latin word may be parted: the one owner of Pyphen.

English is hyphenated by the patterns of American English, in words of at least five letters, two before the
hyphen and three after it; a name in Pinyin parts between its syllables. A compound parts after its own
hyphen, a range after its dash, alternatives after the slash, an option after its equals sign, a value before
its tolerance, an address at its points and slashes (Chicago 7.36 and following).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

import pyphen

from reportpub.typeset.characters import SOFT_HYPHEN
from reportpub.typeset.pinyin import syllables

_LEFT, _RIGHT = 2, 3
"""Letters before a hyphen and after it, at least."""
_PATTERNS = pyphen.Pyphen(lang="en_US", left=_LEFT, right=_RIGHT)
_LETTERS = re.compile(r"(?<![A-Za-z0-9\u00c0-\u024f’'])[A-Za-z]{5,}(?![A-Za-z0-9\u00c0-\u024f])")
_AFTER_HYPHEN = re.compile(r"(?<=[A-Za-z]{2}[-‐])(?=[A-Za-z]{2})|(?<=\d[-‐])(?=[A-Za-z]{3})")
_AFTER_DASH = re.compile(
    r"(?<=[A-Za-z0-9%”’)][–—])(?=[A-Za-z0-9“‘(])|(?<=[A-Za-z]{2}/)(?=[A-Za-z]{2})|(?<=[A-Za-z0-9]…)(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z]{2}=)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%°℃])(?=±\d)"
)
_IN_ADDRESS = re.compile(r"(?<=[/:])(?=[^/:])|(?<=[A-Za-z0-9])(?=[._?&=#%~-][A-Za-z0-9])")
_ADDRESS = re.compile(r"://|^www\.|^\S+@\S+\.\w")


SOFT: Final = "s"
"""A hyphen is added at the line's end."""
HARD: Final = "h"
"""The word's own hyphen ends the line."""
OPEN: Final = "d"
"""A dash, a slash or nothing at all ends the line."""


class Part(NamedTuple):
    """A part of a word: its text as set, where it begins in the word as typed, and what parts it from before.

    The first part is parted by nothing, an empty string.
    """

    text: str
    offset: int
    parting: str


@cache
def parts(word: str) -> tuple[Part, ...]:
    """Return the parts of a word in order; their texts joined are the word without soft hyphens."""
    places: dict[int, str] = {}
    if _ADDRESS.search(word):
        places = {m.start(): OPEN for m in _IN_ADDRESS.finditer(word)}
    elif SOFT_HYPHEN in word:
        places = {i + 1: SOFT for i, c in enumerate(word) if c == SOFT_HYPHEN}
    else:
        for letters in _LETTERS.finditer(word):
            if letters.group()[1:].islower():
                places |= {letters.start() + i: SOFT for i in _within(letters.group())}
        places |= {m.start(): HARD for m in _AFTER_HYPHEN.finditer(word)}
        places |= {m.start(): OPEN for m in _AFTER_DASH.finditer(word)}
    cuts = [0, *sorted(place for place in places if 0 < place < len(word)), len(word)]
    found = (Part(word[a:b].replace(SOFT_HYPHEN, ""), a, places.get(a, "")) for a, b in pairwise(cuts))
    return tuple(part for part in found if part.text)


def _within(letters: str) -> Sequence[int]:
    """Return where a word of letters alone may be parted by a hyphen."""
    found = syllables(letters)
    if found:
        return [at for at in found if _LEFT <= at <= len(letters) - _RIGHT]
    return list(_PATTERNS.positions(letters))
