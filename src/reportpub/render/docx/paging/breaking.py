"""Into how many lines a word processor breaks a paragraph: each line takes what fits, from the first on.

Lines may not begin or end with the marks the settings name, closing stops may hang beyond the edge, two
full-width marks share the white between them, and Han stand a little apart from Latin letters, as Word and
LibreOffice do it with what `settings.py` asks for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import Final

from reportpub.render.docx.settings import NOT_AT_END, NOT_AT_START

APART: Final = 0.2
"""Em between Han and Latin letters."""

_HALF: Final = 0.5
_HANGING: Final = frozenset("、。，．")
_NOT_FIRST: Final = frozenset(NOT_AT_START)
_NOT_LAST: Final = frozenset(NOT_AT_END)
_CLOSING: Final = "，。；：、！？）》」』】”’"
_OPENING: Final = "（《「『【“‘"
_LATIN: Final = re.compile("[A-Za-z0-9%]+")
_MARKS: Final = re.compile(f"[{_CLOSING}{_OPENING}]{{2,}}")
_EASTERN: Final = re.compile("[\u2e80-\uffef]")
_LATIN_END: Final = frozenset("-–—/")


def broken(text: str, widths: list[float], size: float, measure: float, first: float = 0) -> list[int]:
    """Return where each line ends, as places in the text; lengths in pt.

    `widths` are those of its letters, which lose the white between marks and gain that beside Han, `size` is
    that of the text, `first` what the first line is indented by, negative when it hangs.
    """
    room = measure - first
    # Words that would fit with white between all their letters fit, wherever white does stand.
    if not text or len(text) * APART * size + sum(widths) <= room:
        return [len(text)]
    if _EASTERN.search(text):
        _joined(text, widths, size)
    ends = list(accumulate(widths, initial=0.0))
    lines, start = [], 0
    while start < len(text):
        start = _next(text, ends, start, room)
        lines.append(start)
        room = measure
    return lines


def _joined(text: str, widths: list[float], size: float) -> None:
    """Add the white where Han and Latin meet to the letters before it, and take it off between two marks."""
    for found in _LATIN.finditer(text):
        start, end = found.span()
        if start and _is_han(text[start - 1]) and text[start] != "%":
            widths[start - 1] += APART * size
        if end < len(text) and _is_han(text[end]):
            widths[end - 1] += APART * size
    for found in _MARKS.finditer(text):
        for at, (mark, after) in enumerate(pairwise(found[0]), start=found.start()):
            if mark in _CLOSING or after in _OPENING:
                widths[at] -= _HALF * size


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _next(text: str, ends: list[float], start: int, room: float) -> int:
    """Return where the line that starts here ends."""
    # A hair more than the room: sums of widths are never quite what they should be.
    most = max(bisect_right(ends, ends[start] + room + 0.01) - 1, start + 1)
    if most >= len(text):
        return len(text)
    if text[most] in _HANGING:
        most += 1
    at = most
    while at > start and not _may_break(text, at):
        at -= 1
    at = at if at > start else most
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _may_break(text: str, at: int) -> bool:
    """Tell whether a line may end before this letter."""
    if at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if after == " ":
        return before not in _NOT_LAST
    if before == " ":
        return True
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if ord(before) >= 0x2E80 or ord(after) >= 0x2E80:  # noqa: PLR2004  where Han begin
        return True
    return before in _LATIN_END and not after.isdigit()
