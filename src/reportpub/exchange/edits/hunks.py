"""Where a paragraph that came back differs from the one that went out, and who changed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reportpub.exchange.edits.differences import differences
from reportpub.exchange.edits.pieces import NOBODY, Format, Line, Piece, Stamp

END = "\n"
"""What stands between paragraphs that are compared together."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """New words in place of the old ones from `start` up to `end`."""

    start: int
    end: int
    new: str
    by: Stamp
    tracked: bool


def pieces(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """Return the pieces of paragraphs that are compared together, with a line end between them."""
    found: list[Piece] = []
    for turn, line in enumerate(lines):
        if turn:
            by = lines[turn - 1].ended
            found.append(Piece(END, was=by == NOBODY, by=by))
        found += line.pieces
    return tuple(found)


def hunks(old: str, new: Sequence[Piece], last: Stamp) -> tuple[Hunk, ...]:
    """Return the changes of a text in order; what was not tracked is laid to who saved the file last.

    Where the file shows with its tracked changes all that happened, they are told as they were made.
    """
    if "".join(piece.text for piece in new if piece.was) == old:
        return tuple(_tracked(new))
    return tuple(_compared(old, new, last))


def _tracked(new: Sequence[Piece]) -> Iterator[Hunk]:
    """Yield a change for each run of pieces that one person took out or put in."""
    at = 0
    run: Hunk | None = None
    for piece in new:
        if piece.was and piece.kept:
            if run:
                yield run
            run = None
            at += len(piece.text)
            continue
        if not (piece.was or piece.kept):
            continue
        if run is not None and run.by.author != piece.by.author:
            yield run
            run = None
        if run is None:
            run = Hunk(at, at, "", piece.by, tracked=True)
        if piece.was:
            at += len(piece.text)
            run = replace(run, end=at)
        else:
            run = replace(run, new=run.new + piece.text)
    if run:
        yield run


def _compared(old: str, new: Sequence[Piece], last: Stamp) -> Iterator[Hunk]:
    final = "".join(piece.text for piece in new if piece.kept)
    for one in differences(old, final):
        by = _author(new, one.new_start, one.new_end)
        words = final[one.new_start : one.new_end]
        yield Hunk(one.start, one.end, words, by or last, tracked=by is not None)


def _author(new: Sequence[Piece], start: int, end: int) -> Stamp | None:
    """Return who tracked a change of the final text, if somebody did."""
    at = 0
    for piece in new:
        length = len(piece.text) if piece.kept else 0
        touches = at < end and start < at + length if length else start <= at <= end
        if touches and piece.by != NOBODY:
            return piece.by
        at += length
    return None


@dataclass(frozen=True, slots=True)
class Restyled:
    """Words from `start` up to `end` of the old text that are set apart otherwise than before."""

    start: int
    end: int
    was: Format
    now: Format
    by: Stamp


def restyled(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Restyled]:
    """Yield where the words that stayed are bold, struck out and the like, and were not, or the reverse."""
    first = [(p.text, p.format, p.formatted) for p in old if p.kept]
    second = [(p.text, p.format, p.formatted) for p in new if p.kept]
    if [(t, f) for t, f, _ in first] == [(t, f) for t, f, _ in second]:
        return
    before, after = ("".join(t for t, *_ in side) for side in (first, second))
    looks, now = _each(first), _each(second)
    shift = 0
    at = 0
    run: Restyled | None = None
    kept: list[tuple[int, int]] = []
    for one in differences(before, after):
        kept += [(k, k + shift) for k in range(at, one.start)]
        at, shift = one.end, one.new_end - one.end
    kept += [(k, k + shift) for k in range(at, len(before))]
    for here, there in kept:
        was, (is_now, by) = looks[here][0], now[there]
        if run and (run.end != here or (run.was, run.now) != (was, is_now)):
            yield _without_blanks(run, before)
            run = None
        if was != is_now and (run or before[here].strip()):
            run = replace(run, end=here + 1) if run else Restyled(here, here + 1, was, is_now, by)
    if run:
        yield _without_blanks(run, before)


def _without_blanks(run: Restyled, text: str) -> Restyled:
    return replace(run, end=run.start + len(text[run.start : run.end].rstrip()))


def _each(side: list[tuple[str, Format, Stamp]]) -> list[tuple[Format, Stamp]]:
    return [(form, by) for text, form, by in side for _ in text]


def offsets(lines: Sequence[str]) -> tuple[int, ...]:
    """Return where each paragraph begins in the text of all of them."""
    return (0, *accumulate(len(line) + len(END) for line in lines))[: len(lines)]
