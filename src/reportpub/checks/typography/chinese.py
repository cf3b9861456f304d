"""The rules of Chinese lines: what begins and ends them, the white within, and how they fill the measure.

Limits in em, after CLREQ 3.1 and 3.2; a line that is squeezed or stretched as a whole is judged by its mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from reportpub.checks.typography.breaches import Breach, breach
from reportpub.checks.typography.characters import NEVER_FIRST, NEVER_LAST, UNITS, is_han, kind
from reportpub.checks.typography.columns import Place
from reportpub.checks.typography.glyphs import Glyph
from reportpub.checks.typography.rows import Row

_FULL = 0.75
"""A mark whose cell is wider is set in full width."""
_UNCOMPRESSED = -0.22
_GAP_LEAST, _GAP_STRETCHED, _GAP_WIDE = 0.10, 0.36, 0.52
_HOLE, _HOLE_AFTER_MARK = 0.30, 0.45
_LOOSE, _VERY_LOOSE, _TIGHT, _UNEVEN = 0.06, 0.15, -0.035, 0.2
_MARK_SHORT, _MARK_FULL, _TRIMMED = -0.4, -0.62, 0.12
_OVERFULL, _OVERFULL_MARK = 0.25, 1.15
_NUMBER_BEFORE = re.compile(r"[0-9][.,]?$")
_NUMBER_AFTER = re.compile(r"[0-9%‰℃.,]")
_QUANTITY = re.compile(r"[0-9][万亿千百余多]*$")
_WORD = re.compile(r"[0-9A-Za-z]{3}")
_ASCII = frozenset(",;:?!()")
_QUOTES = frozenset("“”‘’")
_MARKS = frozenset("OCP")
_AFTER_MARK = frozenset("PC")


def chinese(place: Place) -> Iterator[Breach]:
    """Yield the breaches of one line."""
    yield from _ends(place)
    yield from _white(place.row)
    yield from _fill(place)


def _ends(place: Place) -> Iterator[Breach]:
    row, first, last = place.row, place.row.glyphs[0].text[0], place.row.glyphs[-1].text[-1]
    if not place.last and last in NEVER_LAST:
        yield breach("line-end", row, last)
    if place.first:
        return
    if first in NEVER_FIRST:
        yield breach("line-start", row, first)
    before = place.before.text if place.before else ""
    if first == "…" or (first == "—" and before.endswith("—")):
        yield breach("split-dash", row, before[-2:] + first)
    if _NUMBER_BEFORE.search(before) and _NUMBER_AFTER.match(row.text):
        yield breach("broken-number", row, f"{before[-6:]}/{row.text[:4]}")
    elif _QUANTITY.search(before) and first in UNITS:
        yield breach("number-unit", row, f"{before[-6:]}/{row.text[:2]}")


def _white(row: Row) -> Iterator[Breach]:
    between = _han_gaps(row)
    base = median(between) if between else 0.0
    for one, other in pairwise(row.glyphs):
        gap = (other.x - one.end) / row.size - base
        yield from _between(row, one, other, gap)
    if any(glyph.forged for glyph in row.glyphs):
        yield breach("forged-face", row)


def _between(row: Row, one: Glyph, other: Glyph, gap: float) -> Iterator[Breach]:
    """Yield what is wrong with the white between two glyphs; `gap` in em more than between two Han."""
    said = f"{one.text}{other.text} {gap:+.2f} em"
    before, after = kind(one.text[-1]), kind(other.text[0])
    wide = min(one.advance, other.advance) > _FULL * row.size
    if wide and {before, after} <= _MARKS and not (before == "O" and after != "O") and gap > _UNCOMPRESSED:
        yield breach("pair", row, said)
    if (before, after) in {("H", "L"), ("L", "H")}:
        if gap < _GAP_LEAST:
            yield breach("gap-missing", row, said)
        elif gap > _GAP_STRETCHED:
            yield breach("gap-wide" if gap > _GAP_WIDE else "gap-stretched", row, said)
        if other.spaced:
            yield breach("typed-space", row, said)
    if (before + after == "HH" and gap > _HOLE) or (before + after == "PH" and gap > _HOLE_AFTER_MARK):
        yield breach("hole", row, said)
    if (before == "H" and other.text in _ASCII) or (one.text in {"(", ")"} and after == "H"):
        yield breach("ascii-marks", row, said)
    if other.text[0] in _QUOTES and before == "H" and other.advance < _FULL * row.size:
        yield breach("latin-quotes", row, said)


def _fill(place: Place) -> Iterator[Breach]:
    row = place.row
    if place.last:
        alone = row.han <= 1 and not _WORD.search(row.text)
        if not place.first and alone:
            yield breach("single-character", row)
        return
    over = (row.right - place.column.right) / row.size
    full_mark = kind(row.text[-1]) in _AFTER_MARK and row.glyphs[-1].advance > _FULL * row.size
    if full_mark and over < _MARK_SHORT:
        yield breach("ragged", row, f"{over + (0.5 if over < _MARK_FULL else 0):+.2f} em")
    elif full_mark and over <= _TRIMMED:
        yield breach("line-end-mark", row, row.text[-1])
    elif not full_mark and over < -_TRIMMED:
        yield breach("ragged", row, f"{over:+.2f} em")
    if over > _OVERFULL_MARK or (kind(row.text[-1]) not in _AFTER_MARK and over > _OVERFULL):
        yield breach("overfull", row, f"{over:+.2f} em")
    gaps = _han_gaps(row)
    if gaps:
        loose = mean(gaps)
        detail = f"{loose:+.3f} em"
        if loose > _LOOSE:
            yield breach("very-loose" if loose > _VERY_LOOSE else "loose", row, detail)
        elif loose < _TIGHT:
            yield breach("tight", row, detail)
        if len(gaps) > 3 and max(gaps) - min(gaps) > _UNEVEN:  # noqa: PLR2004
            yield breach("uneven", row, f"{min(gaps):+.2f} to {max(gaps):+.2f} em")


def _han_gaps(row: Row) -> Sequence[float]:
    """Return the white between each two Han characters that follow each other, in em."""
    return [
        (other.x - one.end) / row.size
        for one, other in pairwise(row.glyphs)
        if is_han(one.text) and is_han(other.text)
    ]
