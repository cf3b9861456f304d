"""A file as a manuscript, by what it is rather than by what it is called."""

from __future__ import annotations

from pathlib import Path

from reportpub.findings import ContentError, Span, error
from reportpub.inputs import Inputs, Refused
from reportpub.manuscript.elements import Manuscript, Paragraph, Picture, Table
from reportpub.manuscript.markdown import markdown_manuscript
from reportpub.manuscript.office import SUFFIXES, as_docx
from reportpub.manuscript.text import text_manuscript
from reportpub.manuscript.word.document import word_manuscript
from reportpub.manuscript.word.reading import Changes
from reportpub.opc.package import LARGEST
from reportpub.sentences import say

_TEXTS = (".txt", ".text", "")
_MARKDOWN = (".md", ".markdown")
_WORD = (".docx", ".docm", ".dotx")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_manuscript(path: Path, changes: Changes | None = None) -> Manuscript:
    """Return the manuscript in a file.

    `ContentError` where it cannot be one: not there, empty, unreadable, refused, or with tracked changes and
    no choice; `MissingProgram` where it takes LibreOffice and there is none.
    """
    file = path.name
    try:
        data = Inputs(path.resolve().parent).read_bytes(path, Span(file), largest=LARGEST)
    except Refused as refused:
        raise ContentError((refused.finding,)) from None
    read = _read(data, file, path.suffix.lower(), changes)
    if not any(
        isinstance(e, Table | Picture) or (isinstance(e, Paragraph) and e.text.strip()) for e in read.elements
    ):
        raise ContentError(
            (error("adopt/empty", say("the manuscript is empty"), Span(file), say("name another file")),)
        )
    return read


def _read(data: bytes, file: str, suffix: str, changes: Changes | None) -> Manuscript:
    if not data:
        raise ContentError(
            (error("adopt/empty", say("the manuscript is empty"), Span(file), say("name another file")),)
        )
    if suffix in SUFFIXES and not data.startswith(_ZIP):
        return word_manuscript(as_docx(data, file, suffix), file, changes)
    if suffix == ".odt":
        return word_manuscript(as_docx(data, file, suffix), file, changes)
    if suffix in _WORD or data.startswith((_ZIP, _OLE)):
        return word_manuscript(data, file, changes)
    if suffix in _MARKDOWN:
        return markdown_manuscript(data, file)
    if suffix in _TEXTS:
        return text_manuscript(data, file)
    hint = say("name a .docx, .doc, .wps, .rtf, .odt, .txt or .md")
    raise ContentError(
        (error("adopt/kind", say("{file} is of no kind that can be read", file=file), Span(file), hint),)
    )
