"""The composer: a paragraph in pieces becomes lines, whatever its language and setting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportpub.typeset.balance import balanced_breaks, ragged_breaks
from reportpub.typeset.chinese import chinese_breaks, chinese_galley
from reportpub.typeset.english import english_breaks, english_galley
from reportpub.typeset.extent import extent
from reportpub.typeset.galley import Galley, set_line
from reportpub.typeset.hyphens import SOFT
from reportpub.typeset.lines import Language, Line, Piece, Setting, Shaper
from reportpub.typeset.rescue import cut_anywhere, from_character, with_breaks_anywhere
from reportpub.typeset.tokens import KEPT, NO_HALT, Box, boxes

NOWHERE: frozenset[int] = frozenset()
"""No character at all."""


def compose(  # noqa: PLR0913, PLR0917  all that decides about lines
    pieces: Sequence[Piece],
    lang: Language,
    measure: float,
    indent: float,
    setting: Setting,
    shaper: Shaper,
    start: int = 0,
    whole: frozenset[int] = NOWHERE,
) -> tuple[Line, ...] | None:
    """Return the lines of a paragraph from character `start` on, or None where it cannot be set in lines.

    `start` is 0 or the `end` of a line; the line that begins there is not indented. Where the measure and
    the indent are the same as before, the lines are the same that followed. A word wider than the measure
    is cut anywhere; None means that a single character is wider. A paragraph of spaces has no lines.
    Words that lie across a character of `whole` are not hyphened: a page would end with the hyphen.
    """
    return Paragraph.of(pieces, lang, shaper).lines(measure, indent, setting, start, whole)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph cut into boxes, to be set in one measure or another; it has `end` characters."""

    found: Sequence[Box]
    lang: Language
    shaper: Shaper
    scales: dict[int, float]
    end: int

    @staticmethod
    def of(pieces: Sequence[Piece], lang: Language, shaper: Shaper) -> Paragraph:
        """Return a paragraph of some pieces."""
        scales = {piece.source: piece.scale for piece in pieces}
        end = sum(len(piece.text) for piece in pieces)
        return Paragraph(boxes(pieces, lang, shaper), lang, shaper, scales, end)

    def extent(self) -> tuple[float, float]:
        """Return how narrow a paragraph can be with no word parted, and how wide it is on one line."""
        return extent(self._galley(self.found)) if self.found else (0.0, 0.0)

    def lines(
        self,
        measure: float,
        indent: float,
        setting: Setting,
        start: int = 0,
        whole: frozenset[int] = NOWHERE,
    ) -> tuple[Line, ...] | None:
        """Return the lines from character `start` on; see `compose`."""
        if not self.found:
            return ()
        found = _kept_whole(self.found, whole) if whole else self.found
        if not whole or not start:
            lines = self._lines(found, measure, indent, setting)
            if not start or lines is None:
                return lines
            ends = [line.end for line in lines]
            if start in ends:
                return lines[ends.index(start) + 1 :]
        rest = from_character(found, start)
        return self._lines(rest, measure, 0.0, setting) if rest else ()

    def _lines(
        self, found: Sequence[Box], measure: float, indent: float, setting: Setting
    ) -> tuple[Line, ...] | None:
        """Return the lines of some boxes by the first way that leads to any."""
        for galley in self._ways(found, measure - indent):
            breaks = _breaks(galley, measure, indent, setting)
            if breaks is not None:
                filled = setting is Setting.JUSTIFIED
                return tuple(
                    self._line(galley, i, j, measure - (0.0 if i else indent), filled=filled)
                    for i, j in pairwise(breaks)
                )
        return None

    def _ways(self, found: Sequence[Box], room: float) -> Iterator[Galley]:
        yield self._galley(found)
        widest = room - max(self._hyphens().values())
        cut = self._galley(cut_anywhere(found, widest, self.shaper, self.scales))
        yield cut
        yield with_breaks_anywhere(cut)

    def _galley(self, found: Sequence[Box]) -> Galley:
        make = chinese_galley if self.lang == "zh" else english_galley
        return make(found, self._hyphens(), self.scales)

    def _hyphens(self) -> dict[int, float]:
        """Return how wide a hyphen is in each piece."""
        return {
            source: self.shaper.width(source, "-", NO_HALT) * scale for source, scale in self.scales.items()
        }

    def _line(self, galley: Galley, first: int, after: int, room: float, *, filled: bool) -> Line:
        last = after == len(galley.boxes)
        segments = set_line(galley, first, after, room, fill=filled and not last, shaper=self.shaper)
        hyphened = not last and galley.hyphens[after] > 0
        return Line(tuple(segments), self.end if last else galley.boxes[after].at, hyphened)


def _kept_whole(found: Sequence[Box], whole: frozenset[int]) -> Sequence[Box]:
    """Take the places for a hyphen out of the words that lie across a character of `whole`."""
    kept = list(found)
    for at in range(1, len(kept)):
        if kept[at].at in whole and SOFT in kept[at].marks:
            begin, end = at - 1, at + 1
            while SOFT in kept[begin].marks:
                begin -= 1
            while end < len(kept) and SOFT in kept[end].marks:
                end += 1
            for inside in range(begin + 1, end):
                kept[inside] = kept[inside]._replace(marks=kept[inside].marks.replace(SOFT, KEPT))
    return kept


def _breaks(galley: Galley, measure: float, indent: float, setting: Setting) -> list[int] | None:
    """Return the best breaks from 0 to the number of boxes, or None."""
    if galley.natural_width() <= measure - indent:
        # Under every rule a single line that need not be squeezed costs less than two.
        return [0, len(galley.boxes)]
    match setting:
        case Setting.JUSTIFIED:
            justified = english_breaks if galley.elastic else chinese_breaks
            return justified(galley, measure, indent)
        case Setting.RAGGED:
            return ragged_breaks(galley, measure, indent)
        case Setting.BALANCED:
            return balanced_breaks(galley, measure, indent)
