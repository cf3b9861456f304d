"""The composer: a paragraph in pieces becomes lines, whatever its language and setting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportpub.typeset.balance import balanced_breaks, ragged_breaks
from reportpub.typeset.chinese import chinese_breaks, chinese_galley
from reportpub.typeset.english import english_breaks, english_galley
from reportpub.typeset.galley import Galley, set_line
from reportpub.typeset.lines import Language, Line, Piece, Setting, Shaper
from reportpub.typeset.rescue import cut_anywhere, from_character, with_breaks_anywhere
from reportpub.typeset.tokens import NO_HALT, Box, boxes


def compose(
    pieces: Sequence[Piece],
    lang: Language,
    measure: float,
    indent: float,
    setting: Setting,
    shaper: Shaper,
    start: int = 0,
) -> tuple[Line, ...] | None:
    """Return the lines of a paragraph from character `start` on, or None where it cannot be set in lines.

    `start` is 0 or the `end` of a line; the line that begins there is not indented. Where the measure and
    the indent are the same as before, the lines are the same that followed. A word wider than the measure
    is cut anywhere; None means that a single character is wider. A paragraph of spaces has no lines.
    """
    found = boxes(pieces, lang, shaper)
    if not found:
        return ()
    scales = {piece.source: piece.scale for piece in pieces}
    end = sum(len(piece.text) for piece in pieces)
    order = _Order(lang, measure, setting, shaper, scales, end)
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
    """How a paragraph is to be set; `end` is the number of its characters."""

    lang: Language
    measure: float
    setting: Setting
    shaper: Shaper
    scales: dict[int, float]
    end: int

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
        yield make(found, hyphen, self.scales)
        widest = self.measure - indent - max(hyphen.values())
        cut = make(cut_anywhere(found, widest, self.shaper, self.scales), hyphen, self.scales)
        yield cut
        yield with_breaks_anywhere(cut)

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
        return Line(tuple(segments), self.end if last else galley.boxes[after].at)
