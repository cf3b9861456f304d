"""The rules of English lines: word spaces, hyphens in a row, runts, quotation marks and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean

from reportpub.checks.typography.breaches import Breach, breach
from reportpub.checks.typography.columns import Place

_LOOSE, _VERY_LOOSE, _TIGHT = 0.45, 0.62, 0.13
"""Mean word space of a line in em."""
_SHORT = -0.3
_MOST_RAGGED = 0.5
_RUNT = 4
_STRAIGHT = re.compile(r"[\"']")
_RANGE = re.compile(r"\d-\d{2,}")
_HYPHENS = "-‐"
_LADDER = 3


def english(chain: Sequence[Place]) -> Iterator[Breach]:
    """Yield the breaches of the English lines of one chain of columns."""
    ragged = []
    for index, place in enumerate(chain):
        row = place.row
        if row.chinese:
            continue
        yield from _line(place)
        ladder = chain[index : index + _LADDER]
        if (
            len(ladder) == _LADDER
            and not any(one.last for one in ladder[:2])
            and all(one.row.text[-1:] in _HYPHENS for one in ladder)
        ):
            yield breach("hyphen-ladder", row)
        if not place.last and (row.right - place.column.right) / row.size < _SHORT:
            ragged.append(row)
    if len(ragged) < _MOST_RAGGED * len(chain):
        # Where most lines are short, the text is set ragged on purpose.
        yield from (breach("english-ragged", row) for row in ragged)


def _line(place: Place) -> Iterator[Breach]:
    row = place.row
    if not place.last:
        spaces = [(other.x - one.end) / row.size for one, other in pairwise(row.glyphs) if other.apart]
        if spaces:
            space = mean(spaces)
            detail = f"{space:.2f} em"
            if space > _LOOSE:
                yield breach("english-very-loose" if space > _VERY_LOOSE else "english-loose", row, detail)
            elif space < _TIGHT:
                yield breach("english-tight", row, detail)
    if _STRAIGHT.search(row.text):
        yield breach("straight-quotes", row)
    if _RANGE.search(row.text):
        yield breach("hyphen-in-range", row)
    if place.last and not place.first and len(row.text) <= _RUNT:
        yield breach("runt", row)
