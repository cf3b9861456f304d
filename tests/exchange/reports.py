"""The whole report in Word as it goes out, and files as they come back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportpub.assemble import word_file as assembled
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.exchange.edits.changes import Change
from reportpub.exchange.edits.comparing import Came, compared
from reportpub.exchange.edits.sent import Sent, bookmarks, notes, owners, sent
from reportpub.exchange.edits.wordfile import word_file
from reportpub.exchange.files import files
from reportpub.exchange.rounds.kept import for_review
from reportpub.inputs import Inputs
from reportpub.model.report import Report
from reportpub.source.load import load_report

ROOT = Path(__file__).parents[2]
_MARKS = re.compile(rb"<w:bookmark(?:Start|End)[^>]*>")
_TOLD = re.compile(rb"<(?:Override|Relationship) [^>]*(?:customXml|custom\.xml)[^>]*>")


@dataclass(frozen=True, slots=True)
class Out:
    """A file that went out."""

    data: bytes
    edition: Edition
    sent: Sent
    report: Report

    def changes(self, came: bytes) -> tuple[Change, ...]:
        """Return what was changed in a file that came back."""
        written = word_file(came, "came.docx")
        owned = owners(written, bookmarks(self.edition), notes(self.edition))
        return compared(self.sent, Came("came.docx", written, owned))


def out(project: Path, edition: str) -> Out:
    """Return an edition of a project as it goes out."""
    inputs = Inputs(project)
    report, _ = load_report(project, inputs)
    made = resolve(report, for_review(next(s for s in report.editions if s.name == edition)))
    data = assembled(made, project)
    return Out(data, made, sent(word_file(data, "out.docx"), report, made, files(report, inputs)), report)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a package with its parts changed; a part that becomes nothing is left out."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            made = change(name, old.read(name))
            if made is not None:
                new.writestr(name, made)
    return into.getvalue()


def retyped(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """Return a Word file in which words were typed over, tracked by nobody; each must stand there once."""

    def change(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        for old, new in pairs:
            assert content.count(old.encode()) == 1, old
            content = content.replace(old.encode(), new.encode())
        return content

    return rewritten(data, change)


def without_ids(data: bytes) -> bytes:
    """Return a Word file that has lost its bookmarks, its own properties and the baseline within."""

    def change(name: str, content: bytes) -> bytes | None:
        if name.startswith("customXml") or name == "docProps/custom.xml":
            return None
        content = _MARKS.sub(b"", content) if name == "word/document.xml" else content
        return _TOLD.sub(b"", content) if name.endswith((".rels", "].xml")) else content

    return rewritten(data, change)
