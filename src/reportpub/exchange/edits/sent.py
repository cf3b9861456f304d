"""The file that went out: which of its paragraphs shows which text of which block, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportpub.edition.edition import Edition
from reportpub.exchange.edits.pieces import Line, Written
from reportpub.exchange.files import Files
from reportpub.exchange.marks import Atom, Kind, atoms, shown_words
from reportpub.exchange.parts import Home, homes, parts
from reportpub.findings import Span
from reportpub.model.anchors import bookmark
from reportpub.model.blocks import Block, KeyFigures
from reportpub.model.report import Report
from reportpub.model.text import Lang, Passage, Shown

Owner = tuple[str, Lang]
"""A block in one language."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text in the file: the characters of a paragraph that show it, and the marks they come from.

    `line` is the number of the paragraph in its block. A text that serves both languages is `shared`.
    """

    home: Home
    line: int
    start: int
    end: int
    atoms: tuple[Atom, ...]
    span: Span
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out: the paragraphs of each block, the texts they show, and the paragraphs of no block."""

    written: Written
    owned: Mapping[Owner, tuple[int, ...]]
    places: Mapping[Owner, tuple[Place, ...]]
    furniture: tuple[int, ...]

    def lines(self, owner: Owner) -> tuple[Line, ...]:
        """Return the paragraphs of a block."""
        return tuple(self.written.lines[at] for at in self.owned[owner])


def bookmarks(edition: Edition) -> Mapping[str, Owner]:
    """Return the blocks of an edition by the names of their hidden bookmarks."""
    return {bookmark(b.id, lang): (b.id, lang) for b, lang in _shown(edition)}


def notes(edition: Edition) -> frozenset[str]:
    """Return the ids of the notes of an edition."""
    return frozenset(name for part in edition.parts for chapter in part.chapters for name in chapter.notes)


def _shown(edition: Edition) -> Iterator[tuple[Block[Shown], Lang]]:
    for part in edition.parts:
        for lang in part.languages:
            for chapter in part.chapters:
                for block in (chapter.title, *chapter.blocks, *chapter.notes.values()):
                    yield block, lang


def sent(written: Written, report: Report, edition: Edition, typed: Files) -> Sent:
    """Return what went out; `edition` is that of the file, `typed` the YAML it was made from."""
    owned = owners(written, bookmarks(edition), notes(edition))
    first: dict[Owner, tuple[int, ...]] = {}
    for at, names in sorted(owned.items()):
        for name in names:
            first[name] = (*first.get(name, ()), at)
    passages = homes(report)
    places = {
        (block.id, lang): tuple(_places(block, lang, first, written, passages, typed))
        for block, lang in _shown(edition)
        if (block.id, lang) in first
    }
    furniture = tuple(at for at in range(len(written.lines)) if at not in owned)
    return Sent(written, first, places, furniture)


def owners(
    written: Written, names: Mapping[str, Owner], called: frozenset[str]
) -> dict[int, tuple[Owner, ...]]:
    """Return the blocks that each paragraph belongs to, by the bookmarks that reach into it.

    `called` are the blocks that are notes. A note's bookmark stands around its call, by which the paragraphs
    of the note are found.
    """
    found: dict[int, dict[Owner, None]] = {}
    calls = dict(written.calls)
    firsts = [line.first for line in written.lines]
    notes: dict[str, Owner] = {}
    emptied: dict[int, Owner] = {}
    for mark in written.marks:
        owner = names.get(mark.name)
        if owner is None:
            continue
        if owner[0] in called:
            called_at = next((at for at in range(mark.start, mark.end) if at in calls), None)
            if called_at is not None:
                notes[calls[called_at]] = owner
            continue
        at = max(bisect_left(firsts, mark.start) - 1, 0)
        while at < len(firsts) and firsts[at] <= mark.end:
            if _reaches(written.lines[at], mark.start, mark.end):
                found.setdefault(at, {})[owner] = None
            elif _reached(written.lines[at], mark.start, mark.end):
                emptied[at] = owner
            at += 1
    for at, owner in emptied.items():
        found.setdefault(at, {owner: None})
    for at, line in enumerate(written.lines):
        if line.note in notes:
            found[at] = {notes[line.note]: None}
    return {at: tuple(owners) for at, owners in found.items()}


def _reaches(line: Line, start: int, end: int) -> bool:
    """Tell whether a bookmark holds something of a paragraph; what is deleted counts only where all is."""
    inside = [
        piece for at, piece in enumerate(line.pieces, line.first) if start <= at < end and piece.text != "\n"
    ]
    if not line.text:
        return bool(inside) or (not line.pieces and start <= line.first <= end and start < end)
    return any(piece.kept for piece in inside)


def _reached(line: Line, start: int, end: int) -> bool:
    """Tell whether a bookmark holds words that a paragraph had, beside which all new ones were typed."""
    pieces = enumerate(line.pieces, line.first)
    return any(piece.was and piece.text.strip() for at, piece in pieces if start <= at < end)


def _places(
    block: Block[Shown],
    lang: Lang,
    owned: Mapping[Owner, tuple[int, ...]],
    written: Written,
    passages: Mapping[Home, Passage],
    typed: Files,
) -> Iterator[Place]:
    """Yield where the texts of a block stand, looked for in the order in which they are set."""
    lines = [written.lines[at].text for at in owned[block.id, lang]]
    line, offset = 0, 0
    for part, text in parts(block):
        shown = text.of(lang)
        home = Home(block.id, part, lang)
        passage = passages.get(home)
        if shown is None or passage is None:
            continue
        if isinstance(block, KeyFigures):
            cited = passage.inlines[0]
            words = next(iter(shown.inlines))
            marks: tuple[Atom, ...] = (
                Atom(0, 0, getattr(words, "text", ""), Kind.FACT, getattr(cited, "fact", "")),
            )
        else:
            marks = atoms(typed.scalar(passage.span).text, passage.inlines, shown.inlines)
        said = shown_words(marks)
        if not said:
            continue
        found = next(
            (
                (at, start)
                for at in range(line, len(lines))
                if (start := lines[at].find(said, offset if at == line else 0)) >= 0
            ),
            None,
        )
        if found is None:
            continue
        line, start = found
        offset = start + len(said)
        other = passages.get(Home(block.id, part, Lang.EN if lang is Lang.ZH else Lang.ZH))
        shared = other is not None and other.span == passage.span
        yield Place(home, line, start, offset, marks, passage.span, shared)
