"""A text as it is written against the same text as it is shown: which words came from which marks.

An edit is made in the words; it is carried back to the characters that are typed in the YAML, beside the
citations, which stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reportpub.model.text import (
    SENSE_BREAK,
    BlockCite,
    Emph,
    FactCite,
    Figures,
    Inline,
    Inlines,
    Link,
    Named,
    NoteCall,
    NoteMark,
    Pointer,
    Str,
    Strong,
    TermCite,
)
from reportpub.model.walk import leaves

NOTE_SIGN: Final = "\ufffc"
"""What stands for the call of a note in the words of a text: the sign for an object among words."""

_BREAK_MARK = "{/}"


class Kind(StrEnum):
    """What a stretch of a written text is."""

    WORDS = "words"
    FACT = "fact"
    TERM = "term"
    REFERENCE = "reference"
    NOTE = "note"
    MARK = "mark"
    """Emphasis, links and breaks: they are written, and show no words of their own."""


PROTECTED: Final = frozenset({Kind.FACT, Kind.TERM, Kind.REFERENCE, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Atom:
    """What is written from `start` up to `end`, and the words it shows; `name` is what it cites."""

    start: int
    end: int
    words: str
    kind: Kind
    name: str = ""
    form: str = ""


def shown_words(atoms: tuple[Atom, ...]) -> str:
    """Return the words of a text, with a sign for each call of a note."""
    return "".join(atom.words for atom in atoms)


def atoms(written: str, cited: Inlines, shown: Inlines) -> tuple[Atom, ...]:
    """Return the stretches of a written text in order, without gaps.

    `cited` are the inlines that were read from it, `shown` those an edition makes of them.
    """
    said = _Shown(shown)
    found = tuple(_walk(written, cited, said, _Place()))
    return tuple(_gapless(written, found))


@dataclass(slots=True)
class _Place:
    at: int = 0


class _Shown:
    """The leaves of the shown text, taken one after the other."""

    def __init__(self, inlines: Inlines) -> None:
        self._leaves = list(leaves(inlines))
        self._at = 0

    def take(self) -> Inline | None:
        self._at += 1
        return self._leaves[self._at - 1] if self._at <= len(self._leaves) else None

    def peek(self) -> Inline | None:
        return self._leaves[self._at] if self._at < len(self._leaves) else None


def _walk(written: str, inlines: Inlines, shown: _Shown, place: _Place) -> Iterator[Atom]:
    for inline in inlines:
        match inline:
            case Emph(children) | Strong(children):
                yield from _walk(written, children, shown, place)
            case Link(children):
                yield from _walk(written, children, shown, place)
                closed = written.find("](", place.at)
                if closed >= 0:
                    place.at = written.index(")", closed) + 1
            case Str(text):
                yield from _words(written, text, shown, place)
            case FactCite() | TermCite() | BlockCite() | NoteCall():
                yield _cite(written, inline, shown, place)
            case _:
                pass


def _words(written: str, text: str, shown: _Shown, place: _Place) -> Iterator[Atom]:
    """Yield a stretch of words for each run that is written as it is shown; a backslash parts them.

    A mark that moved inside the quotation before it belongs to the name, and is skipped here.
    """
    told = shown.peek()
    left = told.text if isinstance(told, Str) else ""
    moved = 0
    if left != text:
        moved = 1
        left = left if isinstance(told, Str) and left == text[1:] else ""
    if left:
        shown.take()
    begun = place.at
    for turn, character in enumerate(text):
        start = _found(written, character, place.at)
        long = 3 if character == SENSE_BREAK else 1
        if turn < moved:
            begun = place.at = start + long
            continue
        if start > place.at or character == SENSE_BREAK:
            if place.at > begun:
                yield Atom(begun, place.at, written[begun : place.at], Kind.WORDS)
            begun = start
        if character == SENSE_BREAK:
            yield Atom(start, start + 3, "", Kind.MARK)
            begun = start + 3
        place.at = start + long
    if place.at > begun:
        yield Atom(begun, place.at, written[begun : place.at], Kind.WORDS)


def _found(written: str, character: str, at: int) -> int:
    """Return where a shown character is written, skipping marks before it."""
    if character == SENSE_BREAK:
        return written.index(_BREAK_MARK, at)
    while written[at] != character:
        at += 1
    return at + 1 if character == "\\" and written.startswith("\\\\", at) else at


def _cite(written: str, cite: Inline, shown: _Shown, place: _Place) -> Atom:
    kind, name, form, mark = _named(cite)
    start = written.index(mark, place.at)
    end = place.at = start + len(mark)
    told = shown.take()
    match told:
        case Figures(text=words) | Pointer(text=words):
            pass
        case Named(text=words):
            after = shown.peek()
            following = written[end : end + 1]
            if following in (",", ".") and words[:-1].endswith(following) and not _says(after, following):
                end += 1
        case NoteMark():
            words = NOTE_SIGN
        case _:
            words = ""
    return Atom(start, end, words, kind, name, form)


def _says(inline: Inline | None, mark: str) -> bool:
    return isinstance(inline, Str) and inline.text.startswith(mark)


def _named(cite: Inline) -> tuple[Kind, str, str, str]:
    """Return what a citation cites, and how it is written."""
    match cite:
        case FactCite(name, form):
            return Kind.FACT, name, form, "{" + name + (f":{form}" if form else "") + "}"
        case TermCite(name, form):
            return Kind.TERM, name, form, "{~" + name + (f":{form}" if form else "") + "}"
        case BlockCite(name):
            return Kind.REFERENCE, name, "", "{@" + name + "}"
        case NoteCall(name):
            return Kind.NOTE, name, "", f"[^{name}]"
        case _:
            raise ValueError(f"{cite} cites nothing")


def _gapless(written: str, found: tuple[Atom, ...]) -> Iterator[Atom]:
    """Yield the stretches with marks where nothing was found between them."""
    at = 0
    for atom in found:
        if atom.start > at:
            yield Atom(at, atom.start, "", Kind.MARK)
        if atom.end > at:
            yield Atom(max(at, atom.start), atom.end, atom.words, atom.kind, atom.name, atom.form)
        at = max(at, atom.end)
    if at < len(written):
        yield Atom(at, len(written), "", Kind.MARK)
