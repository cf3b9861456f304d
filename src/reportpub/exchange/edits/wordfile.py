"""An edited Word file, read: its text, its notes, its comments, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportpub.exchange.edits.ooxml import WORD_2010, WORD_2012, local, w
from reportpub.exchange.edits.pieces import Remark, Stamp, Written
from reportpub.exchange.edits.reading import reader, stamp
from reportpub.opc.markup import Element
from reportpub.opc.package import opened

_EXTENDED = "commentsExtended"
_SPECIAL = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def word_file(data: bytes, file: str) -> Written:
    """Return what a Word file says; `ContentError` when it is damaged or not fit to be opened."""
    package = opened(data, file)
    told = reader(package.beside("styles"))
    root = package.xml(package.main)
    body = root.find(w("body")) if root is not None else None
    if body is not None:
        told.body(body)
    for note in _notes(package.beside("footnotes")):
        told.body(note, note.get(w("id"), ""))
    answers = dict(_answers(package.beside(_EXTENDED)))
    return Written(
        lines=tuple(told.lines),
        marks=told.marks,
        remarks=tuple(_remarks(package.beside("comments"), answers, told.ranges)),
        calls=tuple(told.calls),
        last=_last(package.xml("docProps/core.xml")),
        properties=tuple(_properties(package.xml("docProps/custom.xml"))),
    )


def _notes(root: Element | None) -> Iterator[Element]:
    for note in root if root is not None else ():
        if local(note) == "footnote" and note.get(w("type"), "normal") not in _SPECIAL:
            yield note


def _answers(root: Element | None) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield for each comment, by the id of its last paragraph, what it answers and whether it is settled."""
    for one in root if root is not None else ():
        done = one.get(f"{WORD_2012}done", "0") in {"1", "true"}
        yield one.get(f"{WORD_2012}paraId", ""), (one.get(f"{WORD_2012}paraIdParent", ""), done)


def _remarks(
    root: Element | None,
    answers: Mapping[str, tuple[str, bool]],
    ranges: Mapping[str, tuple[int, int]],
) -> Iterator[Remark]:
    """Yield the comments; a reply stands where the comment stands that it answers."""
    comments = [c for c in root if local(c) == "comment"] if root is not None else []
    paragraphs = {_last_paragraph(comment): comment.get(w("id"), "") for comment in comments}
    for comment in comments:
        name = comment.get(w("id"), "")
        parent, done = answers.get(_last_paragraph(comment), ("", False))
        answered = paragraphs.get(parent, "")
        start, end = ranges.get(name) or ranges.get(answered) or (-1, -1)
        yield Remark(name, _said(comment), stamp(comment), start, end, done, answered)


def _last_paragraph(comment: Element) -> str:
    found = comment.findall(w("p"))
    return str(found[-1].get(f"{WORD_2010}paraId", "")) if found else ""


def _said(comment: Element) -> str:
    paragraphs = ("".join(t.text or "" for t in p.iter(w("t"))) for p in comment.iter(w("p")))
    return "\n".join(paragraphs).strip()


def _last(root: Element | None) -> Stamp:
    """Return who saved the file last, and when."""
    told = {local(one): (one.text or "").strip() for one in root} if root is not None else {}
    return Stamp(told.get("lastModifiedBy", ""), told.get("modified", ""))


def _properties(root: Element | None) -> Iterator[tuple[str, str]]:
    for one in root if root is not None else ():
        yield str(one.get("name", "")), "".join(child.text or "" for child in one)
