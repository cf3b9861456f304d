"""A copy of the small complete report, to build and to break."""

from __future__ import annotations

import hashlib
import shutil
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from reportpub.cli import main
from reportpub.kept import FOLDER

BOOK = Path(__file__).parent / "book"


class Said(NamedTuple):
    """What a command came to: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def copied(into: Path) -> Path:
    """Return a copy of the report that may be changed."""
    shutil.copytree(BOOK, into)
    return into


def ask(*arguments: str | Path) -> Said:
    """Run a command in this process."""
    out, err = StringIO(), StringIO()
    code = main([str(argument) for argument in arguments], out, err)
    return Said(code, out.getvalue(), err.getvalue())


def change(project: Path, file: str, old: str, new: str) -> None:
    """Replace words in a source file, which must stand there."""
    path = project / "source" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    """Return every file below a folder, hidden ones too: its hash, and when it was last written.

    What is only kept for the next build does not count.
    """
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and FOLDER not in path.parts
    }
