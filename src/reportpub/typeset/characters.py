"""What a character is to the composer: classes after CLREQ 3.1 and the strings that stay in one box."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

OPENING: Final = "（《〈“‘「『【〔〖［｛"
CLOSING: Final = "）》〉”’」』】〕〗］｝"
COMMAS: Final = "，、；：．"
STOPS: Final = "。！？"
MIDDLE: Final = "·・"
DASHES: Final = "—…～〜"
"""One-em marks that no line begins with: 一字线, 浪纹, half an ellipsis."""

_QUOTES = "“”‘’"
"""Chinese in Chinese and English in English; only the typed language tells."""

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u30ff\u3105-\u312f"
    "\u3131-\u318e\u31a0-\u31ff\u3200-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\u2460-\u24ff\U0001b000-\U0001b16f"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
_COMBINING = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_NO_START = "々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーゝゞヽヾ"
"""Repeat marks and small kana, which cling to what stands before them (CLREQ 3.1.2)."""

SPACES: Final = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008"
    "\u2028\u2029\u205f\u3000"
)
"""What lines break at and lose. Thin, figure and narrow spaces are not here: they belong to numbers."""
NO_BREAK: Final = "\u00a0"
ZERO_WIDTH_BREAK: Final = "\u200b"
JOINER: Final = "\u2060"
SOFT_HYPHEN: Final = "\u00ad"
_UNSEEN = "\u200b\u2060\ufeff"


class Nature(NamedTuple):
    """How a box meets its neighbours.

    `left` and `right` are one of: O opening, C closing, P comma, F full stop, M middle dot, R dash of one em,
    D dash or ellipsis of two, H Han, L letter or digit, X another mark of the Latin script. `halt` marks are
    set on half an em. In `marks`: x no line begins here, o no line ends here, 0 ends in a digit, 9 begins
    with one.
    """

    left: str
    right: str
    halt: bool
    marks: str


def _pattern(marks: str, quotes_are_latin: bool) -> re.Pattern[str]:  # noqa: FBT001 - two patterns, made here
    not_latin = f"{SPACES}{NO_BREAK}{_UNSEEN}{_HAN}{re.escape(marks)}"
    latin = f"[^{not_latin}]+"
    if not quotes_are_latin:
        latin = f"{latin}(?:(?<=[A-Za-z\u00c0-\u024f])’(?=[A-Za-z\u00c0-\u024f])[^{not_latin}]+)*"
    pairs = "" if quotes_are_latin else "——|……|"
    return re.compile(
        f"[{_HAN}][{_COMBINING}]*|{pairs}{latin}|[{SPACES}{NO_BREAK}]+|[{_UNSEEN}]+|[{re.escape(marks)}]"
    )


BOXES_ZH: Final = _pattern(OPENING + CLOSING + COMMAS + STOPS + MIDDLE + DASHES, quotes_are_latin=False)
"""Splits Chinese into boxes, runs of spaces and runs of unseen characters; nothing is left over."""

BOXES_EN: Final = _pattern(
    "".join(c for c in OPENING + CLOSING + COMMAS + STOPS if c not in _QUOTES), quotes_are_latin=True
)
"""The same for English, where quotation marks, dashes and ellipses belong to their words."""

_IS_HAN = re.compile(f"[{_HAN}]")
_CLASSES = {
    **dict.fromkeys(OPENING, "O"),
    **dict.fromkeys(CLOSING, "C"),
    **dict.fromkeys(COMMAS, "P"),
    **dict.fromkeys(STOPS, "F"),
    **dict.fromkeys(MIDDLE, "M"),
    **dict.fromkeys(DASHES, "R"),
}
_LATIN_CLOSING = ")]},.;:!?%‰℃°’”"
_LATIN_OPENING = "([{$#¥€£“‘"


@cache
def chinese_nature(text: str) -> Nature:
    """Return how a box of Chinese text meets its neighbours."""
    if text in ("——", "……"):
        return Nature("D", "D", halt=True, marks="x" if text == "……" else "")
    kind = _CLASSES.get(text)
    if kind is not None:
        return Nature(kind, kind, halt=True, marks="")
    if _IS_HAN.match(text):
        return Nature("H", "H", halt=True, marks="x" if text[0] in _NO_START else "")
    return _latin_nature(text)


@cache
def english_nature(text: str) -> Nature:
    """Return how a box of English text meets its neighbours; CJK marks keep their full width there."""
    kind = _CLASSES.get(text) if text not in _QUOTES + MIDDLE + DASHES else None
    if kind is not None:
        return Nature(kind, kind, halt=False, marks="o" if kind == "O" else "x")
    if _IS_HAN.match(text):
        return Nature("H", "H", halt=False, marks="x" if text[0] in _NO_START else "")
    return _latin_nature(text)


def _latin_nature(text: str) -> Nature:
    first, last = text[0], text[-1]
    marks = ("x" if first in _LATIN_CLOSING else "") + ("o" if last in _LATIN_OPENING else "")
    marks += ("9" if first.isdecimal() else "") + ("0" if last.isdecimal() or last in "%‰" else "")
    return Nature(_edge(first), _edge(last), halt=False, marks=marks)


def _edge(character: str) -> str:
    """Return L where a gap to Han is wanted: at letters, digits and the signs that stand for words."""
    return "L" if character.isalnum() or character in "%‰℃°$€£¥+−±=<>#&@§№" else "X"
