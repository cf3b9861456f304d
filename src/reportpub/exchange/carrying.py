"""Edits of shown words carried to the written text: around citations and emphasis, never through them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportpub.exchange.marks import PROTECTED, Atom, Kind
from reportpub.source.rewording import Rewording

_MEANING = re.compile(r"[\\{*]|\[(?=\^)|\](?=\()|(?<!\w)_|_(?!\w)")
"""Characters that mean something in a text, and need a backslash to mean themselves."""


@dataclass(frozen=True, slots=True)
class Span:
    """An atom and the place of its words among those of the whole text."""

    atom: Atom
    start: int
    end: int


def spans(atoms: tuple[Atom, ...]) -> tuple[Span, ...]:
    """Return the atoms with the places of their words."""
    at = 0
    found = []
    for atom in atoms:
        found.append(Span(atom, at, at + len(atom.words)))
        at += len(atom.words)
    return tuple(found)


def touched(atoms: tuple[Atom, ...], start: int, end: int) -> tuple[Span, ...]:
    """Return the citations that an edit of the words from `start` up to `end` goes into or takes away."""
    return tuple(
        s for s in spans(atoms) if s.atom.kind in PROTECTED and s.start < s.end and _meet(s, start, end)
    )


def _meet(span: Span, start: int, end: int) -> bool:
    """Tell whether an edit touches a citation; what is inserted at its edge does not."""
    return span.start < end and start < span.end


def carried(atoms: tuple[Atom, ...], start: int, end: int, new: str) -> tuple[Rewording, ...]:
    """Return the edit of the written text for other words in place of those from `start` up to `end`.

    Citations within the range go, emphasis stays: the new words stand where the first of the old ones stood.
    """
    inside = [
        span
        for span in spans(atoms)
        if span.atom.kind is not Kind.MARK and span.start < end and start < span.end and span.start < span.end
    ]
    if not inside:
        at = place_of(atoms, start)
        return (Rewording(at, at, written(new)),) if new else ()
    changes: list[Rewording] = []
    for span in inside:
        begin, stop = span.atom.start, span.atom.end
        if span.atom.kind is Kind.WORDS:
            begin += max(start - span.start, 0)
            stop -= max(span.end - end, 0)
        if changes and changes[-1].end == begin:
            changes[-1] = Rewording(changes[-1].start, stop, changes[-1].text)
        else:
            changes.append(Rewording(begin, stop, "" if changes else written(new)))
    return tuple(_balanced(changes, atoms))


def _balanced(changes: list[Rewording], atoms: tuple[Atom, ...]) -> Iterator[Rewording]:
    """Yield the changes; a backslash goes with the character it was written for."""
    marks = {atom.end: atom for atom in atoms if atom.kind is Kind.MARK and atom.end - atom.start == 1}
    taken: dict[int, Rewording] = {}
    for change in changes:
        before = marks.get(change.start)
        escapes = before is not None and _is_escape(before, atoms)
        taken[change.start] = Rewording(change.start - 1, change.end, change.text) if escapes else change
    yield from taken.values()


def _is_escape(mark: Atom, atoms: tuple[Atom, ...]) -> bool:
    after = next((a for a in atoms if a.start == mark.end), None)
    return after is not None and after.kind is Kind.WORDS and after.words[:1] in tuple("\\{}[]*_")


def place_of(atoms: tuple[Atom, ...], at: int) -> int:
    """Return where words are written that are inserted before the word at a place: with those before it."""
    told = spans(atoms)
    for span in told:
        if span.atom.kind is Kind.WORDS and span.start < at <= span.end:
            return span.atom.start + at - span.start
    for span in told:
        if span.start == at and span.atom.kind is not Kind.MARK:
            return span.atom.start
    return atoms[-1].end if atoms else 0


def written(words: str) -> str:
    """Return words as a text writes them: what would be read as a mark gets a backslash."""
    return _MEANING.sub(lambda mark: f"\\{mark[0]}", words)
