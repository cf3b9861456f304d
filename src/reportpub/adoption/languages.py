"""Which language words are in, and where a line turns from one into the other."""

from __future__ import annotations

import re

from reportpub.model.text import Lang
from reportpub.reading.pairing import is_chinese

_HAN = re.compile(r"[㐀-鿿]")
_WIDE = re.compile(r"[㐀-鿿，。；：！？（）《》、“”‘’—…]")
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_PARTED = re.compile(r"[\s/|｜]$|[。；！？]$")
_FEWEST = 2
_LEAST, _MOST = 1.5, 12.0
"""Latin letters to a Han character, between a text and its translation."""


def language(text: str) -> Lang | None:
    """Return the language of some words; nothing where there are no letters."""
    if is_chinese(text):
        return Lang.ZH
    return Lang.EN if _LATIN.search(text) else Lang.ZH if _HAN.search(text) else None


def turn(text: str) -> int:
    """Return where a line turns from one language into its translation, 0 where it does not.

    A name of the other language within a sentence is no translation: both parts must be of like weight, and
    stand apart by a space, a stroke or the end of a sentence.
    """
    han = [found.start() for found in _HAN.finditer(text)]
    if not han or not _LATIN.search(text):
        return 0
    last = max(found.end() for found in _WIDE.finditer(text))
    while last < len(text) and text[last] in " \t/|｜":
        last += 1
    first = han[0]
    while first and text[first - 1] in "（《“‘一二三四五六七八九十0123456789.、":
        first -= 1
    for at, chinese, english in ((last, text[:last], text[last:]), (first, text[first:], text[:first])):
        if 0 < at < len(text) and _answers(chinese, english) and _PARTED.search(text[:at]):
            return at
    return 0


def _answers(chinese: str, english: str) -> bool:
    """Tell whether one part may be the translation of the other, by their weight."""
    letters, han = len(_LATIN.findall(english)), len(_HAN.findall(chinese))
    if len(_WORD.findall(english)) < _FEWEST or not han or _HAN.search(english):
        return False
    if len(_LATIN.findall(chinese)) > letters / 2:
        return False
    return _LEAST <= letters / han <= _MOST
