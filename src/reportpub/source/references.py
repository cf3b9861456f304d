"""Every id that is cited must exist, and only once: facts, terms, blocks and notes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportpub.findings import Finding, Span, error
from reportpub.model.blocks import Block, Chart, Heading, KeyFigures, Note
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, BlockCite, FactCite, NoteCall, TermCite
from reportpub.model.walk import leaves, texts
from reportpub.sentences import say


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands in the sources but could not be read, so that nobody is told twice that it is not there.

    `ids` names facts, terms and blocks, `files` whole files.
    """

    ids: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


def unresolved(report: Report, sources: Mapping[str, str], lost: Lost = Lost()) -> tuple[Finding, ...]:
    """Return a finding for each citation of something that is not there, and for each id used twice.

    `sources` holds the text of each file, so that a finding points at the citation itself.
    """
    found = [*_twice(report)]
    books = _Books(report, sources, lost)
    for text in report.metadata.texts():
        found += _cited(text, books, frozenset(), set())
    for chapter in report.chapters:
        notes = frozenset(b.id for b in chapter.blocks if isinstance(b, Note))
        called: set[str] = set()
        for block in (chapter.title, *chapter.blocks):
            found += _facts_of(block, books)
            for text in texts(block):
                if isinstance(block, Note):
                    found += _within(block, text, books)
                found += _cited(text, books, notes, called)
        for block in chapter.blocks:
            if isinstance(block, Note) and not _called(block.id, called, books, block.span.file):
                hint = say("put [^{id}] where the reader should look down, or delete the note", id=block.id)
                found.append(
                    error(
                        "source/uncalled-note",
                        say("nothing calls the note “{id}”", id=block.id),
                        block.span,
                        hint,
                    )
                )
    return tuple(found)


class _Books:
    """The ids that may be cited; an empty set is one that could not be read and asks for nothing."""

    def __init__(self, report: Report, sources: Mapping[str, str], lost: Lost) -> None:
        self.sources = sources
        self.lost = lost.ids
        self.facts = _unless(_FACTS in lost.files, report.facts.facts, lost)
        self.terms = _unless(_TERMS in lost.files, report.terms, lost)
        blocks = {b.id for c in report.chapters for b in c.blocks} | {c.id for c in report.chapters}
        # A block may well stand in a chapter that could not be read.
        self.blocks = _unless(bool(lost.files - {_FACTS, _TERMS}), blocks, lost)


_FACTS, _TERMS = "source/facts.yaml", "source/terms.yaml"


def _unless(unread: bool, known: Iterable[str], lost: Lost) -> frozenset[str] | None:  # noqa: FBT001
    return None if unread else frozenset(known) | lost.ids


def _cited(text: Bilingual, books: _Books, notes: frozenset[str], called: set[str]) -> Iterator[Finding]:
    for passage in text.said():
        for leaf in leaves(passage.inlines):
            match leaf:
                case FactCite(name, _):
                    yield from _known("fact", name, books.facts, passage.span, "{" + name, books)
                case TermCite(name, form):
                    yield from _known("term", name, books.terms, passage.span, "{~" + name, books)
                    if form not in ("", "short"):
                        place = _place(passage.span, "{~" + name, books.sources)
                        message = say("a term has no form “{form}”", form=form)
                        yield error("source/term-form", message, place, say("write {{~id}} or {{~id:short}}"))
                case BlockCite(name):
                    yield from _known("reference", name, books.blocks, passage.span, "{@" + name, books)
                case NoteCall(name):
                    called.add(name)
                    known = notes | books.lost
                    yield from _known("note", name, known, passage.span, "[^" + name, books)
                case _:
                    pass


def _within(note: Note[Bilingual], text: Bilingual, books: _Books) -> Iterator[Finding]:
    """Yield a finding for each note that a note calls: a footnote has no foot of its own."""
    for passage in text.said():
        for leaf in leaves(passage.inlines):
            if isinstance(leaf, NoteCall):
                place = _place(passage.span, "[^" + leaf.note, books.sources)
                hint = say("say both in one note, or call both in the text")
                yield error(
                    "source/note-in-note", say("the note “{id}” calls a note", id=note.id), place, hint
                )


def _called(note: str, called: set[str], books: _Books, file: str) -> bool:
    """Tell whether a note is called; a block that could not be read may hold the call."""
    return note in called or (bool(books.lost) and f"[^{note}]" in books.sources.get(file, ""))


def _facts_of(block: Block[Bilingual] | Heading[Bilingual], books: _Books) -> Iterator[Finding]:
    match block:
        case Chart():
            names = [f for s in block.series for f in s.facts] + ([block.total] if block.total else [])
        case KeyFigures(items=items):
            names = [item.fact for item in items]
        case _:
            return
    for name in names:
        yield from _known("fact", name, books.facts, block.span, name, books)


def _twice(report: Report) -> Iterator[Finding]:
    first: dict[str, Span] = {}
    named: list[tuple[str, Span]] = []
    for chapter in report.chapters:
        named.append((chapter.id, chapter.span))
        named += [(block.id, block.span) for block in chapter.blocks]
    for name, span in named:
        if name and name in first:
            message = say(
                "the id “{name}” is used a second time; it already stands at {first}",
                name=name,
                first=first[name],
            )
            yield error("source/duplicate-id", message, span, say("give one of the two another id"))
        first.setdefault(name, span)


_KINDS = {"fact": say("fact"), "term": say("term"), "reference": say("reference"), "note": say("note")}


def _known(
    what: str, name: str, known: frozenset[str] | None, span: Span, needle: str, books: _Books
) -> Iterator[Finding]:
    """Yield a finding for an id that is not among the known ones, placed at its citation."""
    if known is None or name in known:
        return
    near = difflib.get_close_matches(name, sorted(known), 1)
    home = {"fact": "facts.yaml", "term": "terms.yaml", "reference": "a block’s id", "note": "this chapter"}
    hint = (
        say("did you mean “{near}”?", near=near[0])
        if near
        else say("write it in {home} first", home=home[what])
    )
    place = _place(span, needle, books.sources)
    yield error(
        f"source/unknown-{what}",
        say("there is no {what} “{name}”", what=_KINDS[what], name=name),
        place,
        hint,
    )


def _place(span: Span, needle: str, sources: Mapping[str, str]) -> Span:
    """Return where in a span a citation stands, or the span where it cannot be found."""
    text = sources.get(span.file, "")
    found = re.compile(re.escape(needle) + r"(?![a-z0-9.-])").search(text, span.start, span.end)
    if found is None:
        return span
    at = found.start()
    line = text.count("\n", 0, at) + 1
    return replace(span, line=line, column=at - text.rfind("\n", 0, at), start=at, end=found.end())
