"""Every id that is cited must exist, and only once: facts, terms, blocks and notes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportpub.findings import Finding, Span, error
from reportpub.model.blocks import Block, Chart, Heading, KeyFigures, Note
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, BlockCite, FactCite, NoteCall, Passage, TermCite
from reportpub.model.walk import leaves, texts


def unresolved(report: Report, sources: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return a finding for each citation of something that is not there, and for each id used twice.

    `sources` holds the text of each file, so that a finding points at the citation itself.
    """
    found = [*_twice(report)]
    blocks = {b.id for c in report.chapters for b in c.blocks} | {c.id for c in report.chapters}
    books = _Books(report, frozenset(blocks))
    for chapter in report.chapters:
        notes = frozenset(b.id for b in chapter.blocks if isinstance(b, Note))
        called: set[str] = set()
        for block in (chapter.title, *chapter.blocks):
            found += _facts_of(block, books)
            for text in texts(block):
                found += _cited(text, books, notes, called, sources)
        for block in chapter.blocks:
            if isinstance(block, Note) and block.id not in called:
                hint = f"put [^{block.id}] where the reader should look down, or delete the note"
                found.append(
                    error("source/uncalled-note", f"nothing calls the note “{block.id}”", block.span, hint)
                )
    return tuple(found)


class _Books:
    """The ids that may be cited."""

    def __init__(self, report: Report, blocks: frozenset[str]) -> None:
        self.facts = report.facts.facts
        self.terms = report.terms
        self.blocks = blocks


def _cited(
    text: Bilingual, books: _Books, notes: frozenset[str], called: set[str], sources: Mapping[str, str]
) -> Iterator[Finding]:
    for passage in text.said():
        for leaf in leaves(passage.inlines):
            match leaf:
                case FactCite(name, _) if books.facts and name not in books.facts:
                    yield _unknown("fact", name, books.facts, _place(passage, "{" + name, sources))
                case TermCite(name, form):
                    place = _place(passage, "{~" + name, sources)
                    if books.terms and name not in books.terms:
                        yield _unknown("term", name, books.terms, place)
                    elif form not in ("", "short"):
                        message = f"a term has no form “{form}”"
                        yield error("source/term-form", message, place, "write {~id} or {~id:short}")
                case BlockCite(name) if name not in books.blocks:
                    yield _unknown("reference", name, books.blocks, _place(passage, "{@" + name, sources))
                case NoteCall(name):
                    called.add(name)
                    if name not in notes:
                        yield _unknown("note", name, notes, _place(passage, "[^" + name, sources))
                case _:
                    pass


def _facts_of(block: Block[Bilingual] | Heading[Bilingual], books: _Books) -> Iterator[Finding]:
    match block:
        case Chart():
            names = [f for s in block.series for f in s.facts] + [block.highlight] * bool(block.highlight)
        case KeyFigures(items=items):
            names = [item.fact for item in items]
        case _:
            names = []
    for name in names:
        if books.facts and name not in books.facts:
            yield _unknown("fact", name, books.facts, block.span)


def _twice(report: Report) -> Iterator[Finding]:
    first: dict[str, Span] = {}
    named: list[tuple[str, Span]] = []
    for chapter in report.chapters:
        named.append((chapter.id, chapter.span))
        named += [(block.id, block.span) for block in chapter.blocks]
    for name, span in named:
        if name in first:
            message = f"the id “{name}” is used a second time; it already stands at {first[name]}"
            yield error("source/duplicate-id", message, span, "give one of the two another id")
        first.setdefault(name, span)


def _unknown(what: str, name: str, known: Iterable[str], span: Span) -> Finding:
    near = difflib.get_close_matches(name, list(known), 1)
    home = {"fact": "facts.yaml", "term": "terms.yaml", "reference": "a block’s id", "note": "this chapter"}
    hint = f"did you mean “{near[0]}”?" if near else f"write it in {home[what]} first"
    return error(f"source/unknown-{what}", f"there is no {what} “{name}”", span, hint)


def _place(passage: Passage, needle: str, sources: Mapping[str, str]) -> Span:
    """Return where in its passage a citation stands, or the passage where it cannot be found."""
    span = passage.span
    text = sources.get(span.file, "")
    at = text.find(needle, span.start, span.end)
    if at < 0:
        return span
    line = text.count("\n", 0, at) + 1
    return replace(span, line=line, column=at - text.rfind("\n", 0, at), start=at, end=at + len(needle))
