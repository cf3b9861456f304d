"""The words of a spine: Chinese upright from the head down, Latin letters and figures turned to the right.

Source: CLREQ 2.1.1 (vertical writing) and 2.1.2 (Latin text in it); GB/T 11668 (titles on spines).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reportpub.edition.edition import Edition
from reportpub.layout.spread import CLEAR, Spread
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.charts.sheet import Measure
from reportpub.render.charts.wrapping import is_wide

MM_PER_PT = 25.4 / 72
LARGEST, SMALLEST = 11.0, 8.0
"""pt; smaller white type fills with ink (GWG 2022, R0016), so what is less needed is left away."""
MARGIN = 16.0
"""mm free at head and foot."""
_PITCH = 1.12
"""em from one upright character to the next."""
_GAP = 1.6
"""em between the year, the titles and the issuer."""
_ENGLISH = 0.86
"""The English beside the Chinese, as on the cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that stand together on a spine: one upright character, or a run that is turned.

    `top` is in mm from the head of the page, `length` in mm along the spine, `size` in pt.
    """

    text: str
    lang: Lang
    turned: bool
    bold: bool
    size: float
    top: float
    length: float


@dataclass(frozen=True, slots=True)
class _Group:
    text: str
    lang: Lang
    bold: bool
    size: float


def spine_words(edition: Edition, spread: Spread, measure: Measure) -> tuple[Piece, ...]:
    """Return the words of a spine, titles and year from the head, the issuer at the foot.

    None when the spine is too narrow. Where the page is too short, the issuer goes first, then the English.
    """
    if not spread.worded:
        return ()
    size = min(LARGEST, (spread.spine - 2 * CLEAR) / MM_PER_PT)
    free = spread.height - 2 * MARGIN
    for head, foot in _choices(edition):
        for shrunk in (1.0, 0.9, 0.8):
            now = size * shrunk
            top, bottom = _set(head, now, measure), _set(foot, now, measure)
            gap = _GAP * now * MM_PER_PT if foot else 0
            if now >= SMALLEST and _length(top) + gap + _length(bottom) <= free:
                down = spread.height - MARGIN - _length(bottom)
                return (*_moved(top, MARGIN), *_moved(bottom, down))
    return ()


def _choices(edition: Edition) -> Iterator[tuple[tuple[_Group, ...], tuple[_Group, ...]]]:
    meta = edition.metadata
    titles = _groups(meta.title, bold=True)
    year = _Group(meta.period, edition.languages[0], bold=True, size=1.0)
    issuer = _groups(meta.issuer, bold=False)[:1]
    yield (titles[0], year, *titles[1:]), issuer
    yield (titles[0], year, *titles[1:]), ()
    yield (titles[0], year), ()
    yield (titles[0],), ()


def _groups(text: Shown, *, bold: bool) -> tuple[_Group, ...]:
    first = text.passages[0].lang
    return tuple(
        _Group(
            plain(passage.inlines),
            passage.lang,
            bold and passage.lang is first,
            1.0 if passage.lang is first and bold else _ENGLISH,
        )
        for passage in text.passages
    )


def _set(groups: tuple[_Group, ...], size: float, measure: Measure) -> tuple[Piece, ...]:
    at = 0.0
    pieces: list[Piece] = []
    for group in groups:
        if pieces:
            at += _GAP * size * MM_PER_PT
        for piece in _pieces(group, max(SMALLEST, size * group.size), measure):
            pieces.append(replace(piece, top=at))
            at += piece.length
    return tuple(pieces)


def _pieces(group: _Group, size: float, measure: Measure) -> Iterator[Piece]:
    """Yield the pieces of a group; a text without Chinese is turned whole."""
    em = size * MM_PER_PT
    chinese = any(map(is_wide, group.text))
    for upright, run in groupby(group.text, lambda c: chinese and is_wide(c)):
        if upright:
            for character in run:
                yield Piece(
                    text=character, lang=group.lang, turned=False, bold=group.bold, size=size, top=0,
                    length=_PITCH * em,
                )  # fmt: skip
        elif words := "".join(run).strip():
            room = 0.25 * em if chinese else 0
            length = measure(words, size, group.bold) * MM_PER_PT + room
            yield Piece(
                text=words, lang=group.lang, turned=True, bold=group.bold, size=size, top=0, length=length
            )


def _length(pieces: tuple[Piece, ...]) -> float:
    return pieces[-1].top + pieces[-1].length if pieces else 0.0


def _moved(pieces: tuple[Piece, ...], by: float) -> Iterator[Piece]:
    return (replace(piece, top=piece.top + by) for piece in pieces)
