"""The composer: a paragraph in pieces becomes lines, whatever its language and setting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportpub.typeset.balance import balanced_breaks, ragged_breaks
from reportpub.typeset.chinese import chinese_breaks, chinese_galley
from reportpub.typeset.english import english_breaks, english_galley
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
    found = boxes(pieces, lang, shaper)
    if not found:
        return ()
    scales = {piece.source: piece.scale for piece in pieces}
    end = sum(len(piece.text) for piece in pieces)
    order = _Order(lang, measure, setting, shaper, scales, end, whole)
    if not whole or not start:
        lines = order.lines(found, indent)
        if not start or lines is None:
            return lines
        ends = [line.end for line in lines]
        if start in ends:
            return lines[ends.index(start) + 1 :]
    rest = from_character(found, start)
    return order.lines(rest, 0.0) if rest else ()


@dataclass(frozen=True, slots=True)
class _Order:
    """How a paragraph is to be set; `end` is the number of its characters, `whole` where no hyphen stands."""

    lang: Language
    measure: float
    setting: Setting
    shaper: Shaper
    scales: dict[int, float]
    end: int
    whole: frozenset[int] = NOWHERE

    def lines(self, found: Sequence[Box], indent: float) -> tuple[Line, ...] | None:
        """Return the lines of some boxes by the first way that leads to any."""
        for galley in self._ways(found, indent):
            breaks = self._breaks(galley, indent)
            if breaks is not None:
                return tuple(
                    self._line(galley, i, j, self.measure - (0.0 if i else indent))
                    for i, j in pairwise(breaks)
                )
        return None

    def _ways(self, found: Sequence[Box], indent: float) -> Iterator[Galley]:
        hyphen = {
            source: self.shaper.width(source, "-", NO_HALT) * scale for source, scale in self.scales.items()
        }
        make = chinese_galley if self.lang == "zh" else english_galley
        found = self._kept_whole(found)
        yield make(found, hyphen, self.scales)
        widest = self.measure - indent - max(hyphen.values())
        cut = make(cut_anywhere(found, widest, self.shaper, self.scales), hyphen, self.scales)
        yield cut
        yield with_breaks_anywhere(cut)

    def _kept_whole(self, found: Sequence[Box]) -> Sequence[Box]:
        """Take the places for a hyphen out of the words that may not be parted."""
        if not self.whole:
            return found
        kept = list(found)
        for at in range(1, len(kept)):
            if kept[at].at in self.whole and SOFT in kept[at].marks:
                begin, end = at - 1, at + 1
                while SOFT in kept[begin].marks:
                    begin -= 1
                while end < len(kept) and SOFT in kept[end].marks:
                    end += 1
                for inside in range(begin + 1, end):
                    kept[inside] = kept[inside]._replace(marks=kept[inside].marks.replace(SOFT, KEPT))
        return kept

    def _breaks(self, galley: Galley, indent: float) -> list[int] | None:
        match self.setting:
            case Setting.JUSTIFIED:
                justified = chinese_breaks if self.lang == "zh" else english_breaks
                return justified(galley, self.measure, indent)
            case Setting.RAGGED:
                return ragged_breaks(galley, self.measure, indent)
            case Setting.BALANCED:
                return balanced_breaks(galley, self.measure, indent)

    def _line(self, galley: Galley, first: int, after: int, room: float) -> Line:
        last = after == len(galley.boxes)
        fill = self.setting is Setting.JUSTIFIED and not last
        segments = set_line(galley, first, after, room, fill=fill, shaper=self.shaper)
        hyphened = not last and galley.hyphens[after] > 0
        return Line(tuple(segments), self.end if last else galley.boxes[after].at, hyphened)
