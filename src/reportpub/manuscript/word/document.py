"""A whole Word file as a manuscript: its text, its notes, and what of it is no part of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportpub.findings import ContentError, Finding, Span, error
from reportpub.manuscript.elements import LeftOut, Manuscript, Paragraph
from reportpub.manuscript.word.blocks import blocks
from reportpub.manuscript.word.names import W, local
from reportpub.manuscript.word.numbering import numbering_of
from reportpub.manuscript.word.reading import Changes, Reading
from reportpub.manuscript.word.styles import styles_of
from reportpub.opc.markup import Element
from reportpub.opc.package import Package, opened
from reportpub.sentences import listed, say

_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"})
_NOTES = ("footnotes", "endnotes")
_HEADS = {"header": "head of the pages", "footer": "foot of the pages"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NAMED = 3
"""Authors of changes that a finding names."""


def word_manuscript(data: bytes, file: str, changes: Changes | None) -> Manuscript:
    """Return the manuscript in a Word file.

    `ContentError` where the file is refused, cannot be read, or has tracked changes and nobody chose what
    becomes of them.
    """
    package = opened(data, file)
    root = package.xml(package.main)
    body = next((one for one in root if local(one) == "body"), None) if root is not None else None
    notes = {kind: package.beside(kind) for kind in _NOTES}
    parts = [one for one in (root, *notes.values()) if one is not None]
    tracked = [one for part in parts for one in part.iter() if local(one) in _TRACKED]
    if tracked and changes is None:
        raise ContentError((_undecided(tracked, file),))
    reading = Reading(
        package=package,
        part=package.main,
        styles=styles_of(package.beside("styles")),
        numbering=numbering_of(package.beside("numbering")),
        changes=changes or Changes.ACCEPT,
        threads=dict(package.related(package.main)),
    )
    elements = tuple(blocks(body, reading)) if body is not None else ()
    noted = {
        name: said
        for kind, part in notes.items()
        if part is not None
        for name, said in _notes(part, kind, reading).items()
    }
    return Manuscript(
        file=file,
        elements=elements,
        notes=noted,
        left_out=(*reading.left_out, *_heads(package), *_comments(package)),
        remarks=tuple(dict.fromkeys(reading.remarks)),
    )


def _undecided(tracked: list[Element], file: str) -> Finding:
    authors = list(dict.fromkeys(str(one.get(W + "author", "")) for one in tracked))
    named = listed(one for one in authors[:_NAMED] if one) or say("somebody")
    more = say(" and others") if len(authors) > _NAMED else ""
    message = say(
        "the manuscript holds {tracked} tracked changes by {named}{more}",
        tracked=len(tracked),
        named=named,
        more=more,
    )
    hint = say("say --changes accept or --changes reject, or settle them in Word first")
    return error("adopt/tracked", message, Span(file), hint)


def _notes(part: Element, kind: str, reading: Reading) -> Mapping[str, tuple[Paragraph, ...]]:
    """Return the notes of a part by the names that their calls have."""
    name = reading.package.named(kind)
    reading.threads = dict(reading.package.related(name))
    found = {}
    for note in part:
        if note.get(W + "type") in _SEPARATORS:
            continue
        said = tuple(e for e in blocks(note, reading) if isinstance(e, Paragraph))
        called = f"{kind.removesuffix('s')}-{note.get(W + 'id')}"
        found[called] = tuple(_trimmed(p, reading.marks.get(called, "")) for p in said)
    return found


def _trimmed(note: Paragraph, mark: str) -> Paragraph:
    """Return the paragraph of a note without its own mark, and the space that Word puts behind a number."""
    if not note.runs:
        return note
    first = note.runs[0]
    words = first.text.lstrip().removeprefix(mark).lstrip()
    return replace(note, runs=(replace(first, text=words), *note.runs[1:]))


def _heads(package: Package) -> Iterator[LeftOut]:
    said: set[tuple[str, str]] = set()
    for thread in package.related(package.main).values():
        if thread.kind in _HEADS and not thread.outside and (part := package.xml(thread.target)) is not None:
            words = "".join(str(t.text or "") for t in part.iter(W + "t")).strip()
            if words and (thread.kind, words) not in said:
                said.add((thread.kind, words))
                yield LeftOut(_HEADS[thread.kind], words, Span(package.file))


def _comments(package: Package) -> Iterator[LeftOut]:
    part = package.beside("comments")
    for comment in part if part is not None else ():
        words = " ".join(
            "".join(str(t.text or "") for t in p.iter(W + "t")) for p in comment.iter(W + "p")
        ).strip()
        if words:
            yield LeftOut(f"comment by {comment.get(W + 'author') or 'somebody'}", words, Span(package.file))
