"""What is done when nothing fits: words wider than the measure are cut anywhere, and no text is ever lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportpub.typeset.galley import FORBIDDEN, Galley
from reportpub.typeset.lines import Shaper
from reportpub.typeset.tokens import CUT, Box

_AGAINST_THE_RULES = 500.0
"""What a break costs that the rules forbid, where only such breaks are left."""
_ZERO_WIDTH_JOINER = "\u200d"


def cut_anywhere(
    boxes: Sequence[Box], widest: float, shaper: Shaper, scales: Mapping[int, float]
) -> list[Box]:
    """Return the boxes with those that are wider than `widest` em cut between their characters."""
    found: list[Box] = []
    for box in boxes:
        if box.width <= widest or len(box.text) == 1:
            found.append(box)
        else:
            found.extend(_characters(box, shaper, scales[box.source]))
    return found


def _characters(box: Box, shaper: Shaper, scale: float) -> list[Box]:
    """Return a box cut into its characters, each with what combines with it."""
    begins = [i for i, c in enumerate(box.text) if not i or not _combines(box.text, i, c)]
    found = []
    for begin, end in zip(begins, [*begins[1:], len(box.text)], strict=True):
        text = box.text[begin:end]
        width = shaper.width(box.source, text, box.halt) * scale
        if begin:
            cut = box._replace(marks=CUT, gap="", space=0.0, pad=0.0, left="L", right=box.right)
        else:
            cut = box._replace(right="L")
            width += box.pad
        found.append(cut._replace(text=text, at=box.at + begin, width=width))
    return found


def _combines(text: str, index: int, character: str) -> bool:
    return (
        unicodedata.category(character).startswith("M")
        or _ZERO_WIDTH_JOINER in (character, text[index - 1])
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def with_breaks_anywhere(galley: Galley) -> Galley:
    """Return a paragraph in which a line may begin with every box, at a price."""
    penalties = [min(penalty, _AGAINST_THE_RULES) for penalty in galley.penalties]
    return replace(galley, penalties=[FORBIDDEN, *penalties[1:]], desperate=True)


def from_character(boxes: Sequence[Box], start: int) -> list[Box]:
    """Return the boxes from a character of the paragraph on; one that lies across it is cut there.

    The width of the part is in proportion: exact widths are those of the line's own measure, which this
    paragraph was broken to before.
    """
    found: list[Box] = []
    for box in boxes:
        if box.at >= start:
            found.append(box)
        elif box.at + len(box.text) > start:
            rest = box.text[start - box.at :]
            width = box.width * len(rest) / len(box.text)
            found.append(box._replace(text=rest, at=start, width=width, marks=CUT, gap="", space=0.0))
    return found
