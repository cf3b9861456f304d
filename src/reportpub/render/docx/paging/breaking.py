"""Into how many lines a word processor breaks a paragraph: each line takes what fits, from the first on.

Lines may not begin or end with the marks the settings name, closing stops may hang beyond the edge, two
full-width marks share the white between them, and Han stand a little apart from Latin letters, as Word and
LibreOffice do it with what `settings.py` asks for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from reportpub.render.docx.paging.faces import Advances
from reportpub.render.docx.settings import NOT_AT_END, NOT_AT_START

APART: Final = 0.2
"""Em between Han and Latin letters."""

_HALF: Final = 0.5
_HANGING: Final = frozenset("、。，．")
_NOT_FIRST: Final = frozenset(NOT_AT_START)
_NOT_LAST: Final = frozenset(NOT_AT_END)
_HAN: Final = "\u3400-\u9fff"
_JOINTS: Final = re.compile(
    f"([{_HAN}](?=[A-Za-z0-9])|[A-Za-z0-9%](?=[{_HAN}]))"
    "|[，。；：、！？）》」』】”’](?=[，。；：、！？）》」』】”’（《「『【“‘])|[（《「『【“‘](?=[（《「『【“‘])"
)
"""Where Han and Latin meet, as the group, and where two full-width marks do."""

_EASTERN: Final = re.compile("[\u2e80-\uffef]")
_LATIN_END: Final = frozenset("-–—/")


Piece = tuple[str, Advances, float]
"""Words of one face and size, with the widths of its letters and the size in pt."""


def broken(pieces: Sequence[Piece], measure: float, first: float = 0) -> list[int]:
    """Return where each line ends, as places in the text of all pieces; lengths in pt.

    `first` is what the first line is indented by, negative when it hangs.
    """
    text = "".join([words for words, _, _ in pieces])
    if _short(pieces, len(text), measure - first):
        return [len(text)]
    widths: list[float] = []
    for words, letters, _ in pieces:
        widths += map(letters.__getitem__, words)
    if _EASTERN.search(text):
        size = pieces[0][2]
        for joint in _JOINTS.finditer(text):
            widths[joint.start()] += APART * size if joint.lastindex else -_HALF * size
    ends = list(accumulate(widths, initial=0.0))
    lines, start, room = [], 0, measure - first
    while start < len(text):
        start = _next(text, ends, start, room)
        lines.append(start)
        room = measure
    return lines


def _short(pieces: Sequence[Piece], length: int, room: float) -> bool:
    """Tell whether words are sure to fit in one line, without looking where white stands between them."""
    if not length:
        return True
    largest = max([size for _, _, size in pieces])
    apart = length * APART * largest
    if apart > room:
        return False
    return sum([sum(map(letters.__getitem__, words)) for words, letters, _ in pieces]) + apart <= room


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
