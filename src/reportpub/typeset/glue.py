"""The white between boxes: how wide it is, how far it may be squeezed and stretched, and by what order.

In Chinese every full-width mark is set on half an em and its other half is white (CLREQ 3.1.6): squeezed
first where it costs least, gone at the ends of lines, once only between two marks. Han and Latin stand a
quarter of an em apart (CLREQ 3.2.2). In English white is the word space. All in em.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

from reportpub.typeset.characters import NO_BREAK
from reportpub.typeset.tokens import Box

KINDS: Final = "OCPFMRDHLXU"


class Glue(NamedTuple):
    """White between two boxes: as it is, by how much it shrinks first and then, by how much it stretches.

    `share` is its part in what is spread evenly over the line once all glue is stretched to its limit.
    """

    natural: float
    shrink: float
    squeeze: float
    stretch: float
    share: int


_NONE = Glue(0.0, 0.0, 0.0, 0.0, 0)
_EVEN = Glue(0.0, 0.0, 0.0, 0.0, 1)
_BEFORE_OPENING = (0.5, 0.25, 0.25, 0.15)
_AFTER_STOP = (0.5, 0.10, 0.40, 0.15)
_AFTER_MARK = (0.5, 0.30, 0.20, 0.15)
_HAN_LATIN = Glue(0.25, 0.06, 0.065, 0.08, 1)
"""From an eighth to a third of an em, whatever the line: wider, readers of the file take it for a space."""
_BESIDE_NOTE = 0.08
"""A note mark stands in the white of the punctuation before it, which is on the other side of the line."""
_WORDS = Glue(0.25, 0.05, 0.0, 0.25, 2)
_MARKS = "CPF"


def _between(before: str, after: str, *, space: bool) -> Glue:
    """Return the Chinese glue between two kinds of boxes."""
    if after == "U" or before == "O":
        return _NONE
    if before in _MARKS:
        if after in _MARKS:
            return _NONE
        share = int(after in "HOL")
        white = _BEFORE_OPENING if after == "O" else _AFTER_STOP if before == "F" else _AFTER_MARK
        return Glue(*white, share)
    if after == "O":
        return Glue(*_BEFORE_OPENING, int(before == "H"))
    if after in _MARKS:
        return _NONE
    if before + after in ("HL", "LH"):
        return _HAN_LATIN
    if space:
        return _WORDS
    return _EVEN if before + after in ("HH", "HD", "DH", "LD", "DL") else _NONE


CHINESE: Final = {
    (before, after, space): _between(before, after, space=bool(space))
    for before in KINDS
    for after in KINDS
    for space in ("", " ", NO_BREAK)
}
"""Chinese glue by the kinds of its neighbours and the typed space between them."""

_ENGLISH_SHRINK = 0.40
_ENGLISH_STRETCH = 0.60
"""Parts of the word space: never tighter than an eighth of an em, and a little looser than TeX's."""
_BETWEEN_HAN = Glue(0.0, 0.0, 0.0, 0.05, 0)


def chinese_glue(found: Sequence[Box]) -> list[Glue]:
    """Return the glue before each box of a Chinese paragraph; before the first there is none."""
    table, before = CHINESE, "O"
    glue: list[Glue] = []
    taken = 0.0
    for box in found:
        white = table.get((before, box.left, box.gap)) or _wide(box.space)
        glue.append(_less(white, taken) if taken and white.natural else white)
        taken = box.width if box.left == "U" and before in _MARKS else 0.0
        before = box.right
    return glue


def _wide(space: float) -> Glue:
    """Return the white of an ideographic space, which gives a quarter of itself."""
    return Glue(space, space / 4, 0.0, space / 4, 1)


def _less(white: Glue, taken: float) -> Glue:
    """Return the white after a mark of punctuation of which a note mark has taken a part."""
    left = max(white.natural - taken, _BESIDE_NOTE)
    part = (left - _BESIDE_NOTE) / white.natural
    return white._replace(natural=left, shrink=white.shrink * part, squeeze=white.squeeze * part)


def english_glue(found: Sequence[Box]) -> list[Glue]:
    """Return the glue before each box of an English paragraph; before the first there is none."""
    spaces: dict[float, Glue] = {}
    glue: list[Glue] = []
    before = ""
    for box in found:
        space = box.space
        if box.gap:
            white = spaces.get(space)
            if white is None:
                shrink, stretch = space * _ENGLISH_SHRINK, space * _ENGLISH_STRETCH
                white = spaces[space] = Glue(space, shrink, 0.0, stretch, 0)
            glue.append(white)
        else:
            glue.append(_BETWEEN_HAN if box.left == "H" == before else _NONE)
        before = box.right
    return glue


@dataclass(frozen=True, slots=True)
class Sums:
    """Running totals, so that the white of any line is found in two look-ups.

    `ends[j] - begins[i]` is the natural width of the line from box `i` up to box `j`; the others are the
    totals up to a line's end, and `shrinks[j] - shrinks[i + 1]` is that of the line.
    """

    begins: list[float]
    ends: list[float]
    shrinks: list[float]
    squeezes: list[float]
    stretches: list[float]
    shares: list[int]


def sums(found: Sequence[Box], glue: Sequence[Glue]) -> Sums:
    """Return the running totals of a paragraph."""
    widths = [0.0, *accumulate(box.width for box in found)]
    naturals = [0.0, *accumulate(white[0] for white in glue)]
    return Sums(
        begins=[w + n for w, n in zip(widths, naturals[1:], strict=False)],
        ends=[w + n for w, n in zip(widths, naturals, strict=True)],
        shrinks=[0.0, *accumulate(white[1] for white in glue)],
        squeezes=[0.0, *accumulate(white[2] for white in glue)],
        stretches=[0.0, *accumulate(white[3] for white in glue)],
        shares=[0, *accumulate(white[4] for white in glue)],
    )
