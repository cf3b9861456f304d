"""Pieces of text cut into boxes: the stretches that lines are broken between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportpub.typeset.characters import (
    BOXES_EN,
    BOXES_ZH,
    JOINER,
    NO_BREAK,
    SPACES,
    ZERO_WIDTH_BREAK,
    chinese_nature,
    english_nature,
)
from reportpub.typeset.hyphens import parts
from reportpub.typeset.lines import Language, Piece, Shaper

_SPACE = frozenset(SPACES + NO_BREAK)

NO_HALT = False
"""Latin text keeps its widths."""

KEPT = "k"
"""The mark of a box that continues a word which may not be parted there."""

CUT = "c"
"""The mark of a box that continues a word cut anywhere, for want of a better place."""


class Box(NamedTuple):
    """One unbreakable stretch of text of one style; widths in em of the paragraph's size.

    `width` contains the fixed white `pad`. `gap` is the typed space before the box, of the width `space` and
    belonging to the piece `gap_source`. `left`, `right`, `halt` and the marks x, o, 0, 9 are those of its
    `Nature`; further marks: s h d it continues a word after a soft place, a hyphen, a dash; z a line may
    begin here by the author's word; j it may not; u it is raised; c it continues a word cut anywhere, k one
    kept whole.
    """

    text: str
    source: int
    at: int
    width: float
    left: str
    right: str
    halt: bool
    marks: str
    gap: str = ""
    gap_source: int = 0
    space: float = 0.0
    pad: float = 0.0


def boxes(pieces: Sequence[Piece], lang: Language, shaper: Shaper) -> list[Box]:
    """Return the boxes of a paragraph in order; all but spaces and unseen characters is in one of them."""
    cutter = _Cutter(lang, shaper)
    for piece in pieces:
        cutter.take(piece)
    return cutter.found


_TIGHT = ("", "", 0, 0.0)
"""No marks and no space before a box."""


class _Cutter:
    """What runs through a paragraph: the place reached, the space and the marks still to be placed."""

    def __init__(self, lang: Language, shaper: Shaper) -> None:
        self.found: list[Box] = []
        self._pattern = BOXES_ZH if lang == "zh" else BOXES_EN
        self._nature = chinese_nature if lang == "zh" else english_nature
        self._shaper = shaper
        self._widths: dict[int, dict[str, float]] = {}
        self._words: dict[tuple[int, str], list[tuple[int, Box]]] = {}
        self._at = 0
        self._gap = ""
        self._gap_source = 0
        self._gap_scale = 1.0
        self._marks = ""

    def take(self, piece: Piece) -> None:
        """Cut a piece and remember where the next begins."""
        first = len(self.found)
        if piece.raised and piece.text.strip():
            self._raised(piece)
        else:
            self._plain(piece)
        self._at += len(piece.text)
        if (piece.before or piece.after) and len(self.found) > first:
            self._pad(first, piece.before)
            self._pad(len(self.found) - 1, piece.after)

    def _plain(self, piece: Piece) -> None:
        widths = self._widths.setdefault(piece.source, {})
        scale, source, add = piece.scale, piece.source, self.found.append
        for match in self._pattern.finditer(piece.text):
            text = match.group()
            if text[0] in _SPACE:
                self._space(text, piece)
                continue
            if text[0] in "\u200b\u2060\ufeff":
                self._unseen(text)
                continue
            nature = self._nature(text)
            if nature.left in "LX":
                self._word(text, self._at + match.start(), piece)
                continue
            width = widths.get(text)
            if width is None:
                width = widths[text] = self._shaper.width(source, text, nature.halt)
            white = self._white() if self._gap or self._marks else _TIGHT
            marks, at = nature.marks + white[0], self._at + match.start()
            add(Box(text, source, at, width * scale, *nature[:3], marks, *white[1:]))

    def _word(self, word: str, at: int, piece: Piece) -> None:
        known = self._words.get((piece.source, word))
        if known is None:
            known = self._words[piece.source, word] = self._parts(word, piece)
        before, gap, gap_source, space = self._white() if self._gap or self._marks else _TIGHT
        for offset, part in known:
            place = at + offset
            text, source, _, width, left, right, halt, marks, *_ = part
            self.found.append(
                Box(text, source, place, width, left, right, halt, before + marks, gap, gap_source, space)
            )
            before, gap, gap_source, space = _TIGHT

    def _parts(self, word: str, piece: Piece) -> list[tuple[int, Box]]:
        """Return the boxes of a word, each with its place in the word."""
        found = parts(word)
        ends = self._shaper.advances(piece.source, "".join(part.text for part in found))
        begin, known = 0, []
        for part in found:
            end = begin + len(part.text)
            width = (ends[end] - ends[begin]) * piece.scale
            nature = self._nature(part.text)
            marks = nature.marks + part.parting
            known.append((part.offset, Box(part.text, piece.source, 0, width, *nature[:3], marks)))
            begin = end
        return known

    def _raised(self, piece: Piece) -> None:
        text = piece.text.strip(" \t\n\r\u200b\u2060\ufeff") or piece.text
        width = self._shaper.width(piece.source, text, NO_HALT) * piece.scale
        at = self._at + piece.text.index(text)
        marks, gap, gap_source, space = self._white()
        before = self.found[-1] if self.found else None
        marks += "u0" if before and "0" in before.marks else "u"
        right = before.right if before else "L"
        self.found.append(
            Box(text, piece.source, at, width, "U", right, NO_HALT, marks, gap, gap_source, space)
        )

    def _space(self, text: str, piece: Piece) -> None:
        if NO_BREAK in text:
            self._gap, self._marks = NO_BREAK, self._marks + "j"
        elif not self._gap:
            self._gap = text[0] if text[0] == "\u3000" else " "
        self._gap_source, self._gap_scale = piece.source, piece.scale

    def _unseen(self, text: str) -> None:
        if ZERO_WIDTH_BREAK in text:
            self._marks += "z"
        elif JOINER in text or "\ufeff" in text:
            self._marks += "j"

    def _white(self) -> tuple[str, str, int, float]:
        """Return the marks and the space to place, as a box has them, and forget them."""
        gap, marks = self._gap, self._marks
        if not gap:
            self._marks = ""
            return marks, "", 0, 0.0
        widths = self._widths.setdefault(self._gap_source, {})
        known = widths.get(gap)
        if known is None:
            known = widths[gap] = self._shaper.width(self._gap_source, gap, False)  # noqa: FBT003
        space = known * self._gap_scale
        self._gap = self._marks = ""
        return marks, gap, self._gap_source, space

    def _pad(self, index: int, white: float) -> None:
        box = self.found[index]
        self.found[index] = box._replace(width=box.width + white, pad=box.pad + white)
