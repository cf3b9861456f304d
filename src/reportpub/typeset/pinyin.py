"""Where a name written in Pinyin may be parted: between its syllables, never within one.

Patterns of English know nothing of them: they make Fos-han of Foshan and leave Guangzhou whole. Source:
GB/T 16159-2012, 6.4 (a line ends between syllables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_FINALS: Final = {
    "b|p": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d|t": "a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo",
    "n|l": "a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe",
    "g|k|h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j|q|x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh|ch|sh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z|c|s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_ALONE: Final = "a ai an ang ao e en er ou"
"""Syllables without an initial; within a word an apostrophe stands before them."""


def _longest(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_SYLLABLE: Final = "|".join(f"(?:{initials})(?:{_longest(finals)})" for initials, finals in _FINALS.items())
_SYLLABLES: Final = re.compile(f"(?:{_SYLLABLE}|{_longest(_ALONE)})(?:{_SYLLABLE})+")
_NEXT: Final = re.compile(_SYLLABLE)
_UNLIKE_ENGLISH: Final = re.compile("zh|sh|[xq]|[aeo]ng|uan|uo|ao|ian|yu")
"""What makes it sure that a name is no English word that could be read as syllables, like Canada."""
_LIKE_ENGLISH: Final = re.compile("[bpmdtnl]ing$")


def syllables(word: str) -> tuple[int, ...]:
    """Return where the syllables of a name after the first begin; nothing if it is no Pinyin for sure."""
    said = word.lower()
    if (
        not word[:1].isupper()
        or not _SYLLABLES.fullmatch(said)
        or not _UNLIKE_ENGLISH.search(said)
        or _LIKE_ENGLISH.search(said)
    ):
        return ()
    return tuple(_starts(said))


def _starts(said: str) -> Iterator[int]:
    """Yield the starts of syllables: the longest first one after which the rest is made of syllables."""
    rest = re.compile(f"(?:{_SYLLABLE})*")
    at = 0
    while at < len(said):
        ends = [end for end in range(len(said), at, -1) if _whole(said[at:end], first=at == 0)]
        at = next(end for end in ends if rest.fullmatch(said, end))
        if at < len(said):
            yield at


def _whole(part: str, *, first: bool) -> bool:
    return _NEXT.fullmatch(part) is not None or (first and part in _ALONE.split())
