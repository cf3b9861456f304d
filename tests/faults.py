"""A project with one thing changed, and everything that can be said of it."""

from __future__ import annotations

import shutil
import struct
import zlib
from pathlib import Path

from reportpub.checks.content import remarked
from reportpub.findings import ContentError, Finding, in_order
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.nodes import Mapping, Node, Scalar
from reportpub.source.load import load_report

BOOK = Path(__file__).parent / "book"


def changed_book(case: Mapping, folder: Path) -> Path:
    """Return a copy of the book with the changes of a case laid over it."""
    project = folder / "book"
    shutil.copytree(BOOK, project)
    changes = case.get("change")
    for name, change in changes.entries if isinstance(changes, Mapping) else ():
        assert isinstance(change, Mapping)
        for kind, value in change.entries:
            _change(project / "source" / name.text, kind.text, value)
    return project


def _change(path: Path, kind: str, value: Node) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "replace":
        assert isinstance(value, Mapping)
        text = path.read_text("utf-8")
        for old, new in value.entries:
            assert isinstance(new, Scalar)
            assert text.count(old.text) == 1, f"{old.text} must stand once in {path.name}"
            text = text.replace(old.text, new.text)
        path.write_text(text, "utf-8")
        return
    assert isinstance(value, Scalar)
    match kind:
        case "text":
            path.write_text(value.text, "utf-8")
        case "more":
            path.write_text(path.read_text("utf-8") + value.text, "utf-8")
        case "hex":
            path.write_bytes(bytes.fromhex(value.text))
        case "saved as":
            path.write_bytes(path.read_text("utf-8").encode(value.text))
        case "pixels":
            width, _, height = value.text.partition("x")
            path.write_bytes(head_of_png(int(width), int(height)))
        case "link":
            path.unlink(missing_ok=True)
            path.symlink_to(value.text)
        case _:
            assert kind == "gone"
            path.unlink()


def head_of_png(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def everything_found(project: Path) -> tuple[Finding, ...]:
    """Return all that can be said of a project before a build."""
    inputs = Inputs(project, home())
    try:
        report, found = load_report(project, inputs)
    except ContentError as refused:
        return refused.findings
    return in_order((*found, *remarked(report, project, inputs)))


def told(found: tuple[Finding, ...]) -> str:
    """Return findings as a case writes them: a line each, with its advice below."""
    return "\n".join(f"{finding}\n  {finding.hint}" if finding.hint else str(finding) for finding in found)
