"""The one door to the disk: it remembers what it gave out, and lets nothing outside its roots through."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from reportpub.findings import Finding, Span, error
from reportpub.sentences import say

LARGEST = 64 * 1024 * 1024
"""Bytes; no source, face or picture of a report is larger."""


class Refused(Exception):
    """A read that the door refuses, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding."""
        super().__init__(finding.message)
        self.finding = finding


class Inputs:
    """Reads files below its roots and records the SHA-256 of each; a directory listing is a read too."""

    def __init__(self, *roots: Path) -> None:
        """Open the door to the given folders and what lies below them."""
        self._roots = tuple(root.resolve() for root in roots)
        self._reads: dict[Path, str] = {}

    @property
    def reads(self) -> Mapping[Path, str]:
        """Return what was read so far: resolved path and hash."""
        return dict(self._reads)

    def read_bytes(self, path: Path, span: Span | None = None, *, largest: int = LARGEST) -> bytes:
        """Return the content of a file; `Refused` when it is missing, too large or outside the roots."""
        real = self.admit(path, span)
        shown = self._shown(path)
        if not real.is_file():
            hint = say("check the spelling, upper and lower case included")
            raise Refused(error("inputs/missing", say("there is no file {shown}", shown=shown), span, hint))
        if real.stat().st_size > largest:
            hint = say("the limit is {largest} MB", largest=largest // 1024 // 1024)
            raise Refused(error("inputs/too-large", say("{shown} is too large", shown=shown), span, hint))
        try:
            data = real.read_bytes()
        except OSError as unread:
            message = say("{shown} cannot be read: {strerror}", shown=shown, strerror=unread.strerror)
            raise Refused(error("inputs/unreadable", message, span, say("look at its permissions"))) from None
        self._reads[real] = hashlib.sha256(data).hexdigest()
        return data

    def read_text(self, path: Path, span: Span | None = None) -> str:
        """Return the text of a UTF-8 file; a byte that is no UTF-8 is refused with its place."""
        data = self.read_bytes(path, span)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as broken:
            before = data[: broken.start]
            line = before.count(b"\n") + 1
            column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
            place = Span(self._shown(path), line, column)
            hint = say("save the file as UTF-8; a file from an old Windows editor is often GBK")
            message = say("byte 0x{data:02x} is not UTF-8", data=data[broken.start])
            raise Refused(error("inputs/not-utf-8", message, place, hint)) from None

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the sorted names in a folder, recorded so that a new file or a new folder is a change."""
        real = self.admit(folder, None)
        self._reads[real] = fingerprint(real)
        return tuple(sorted(entry.name for entry in real.iterdir())) if real.is_dir() else ()

    def admit(self, path: Path, span: Span | None) -> Path:
        """Return the resolved path when it lies below a root, whatever links and dots it went through."""
        try:
            real = path.resolve()
            real.exists()
        except (OSError, RuntimeError, ValueError):
            hint = say("the name is too long, holds a character no name may hold, or is a link to itself")
            raise Refused(error("inputs/no-path", say("no file can have this name"), span, hint)) from None
        if any(real.is_relative_to(root) for root in self._roots):
            return real
        hint = say("copy the file into the project and name it from there")
        message = say("{shown} is outside the project", shown=self._shown(path))
        raise Refused(error("inputs/outside", message, span, hint))

    def _shown(self, path: Path) -> str:
        """Return a path as findings name it: from the first root it is written below."""
        for root in self._roots:
            if path.is_relative_to(root):
                return path.relative_to(root).as_posix()
        return str(path)


def fingerprint(path: Path) -> str:
    """Return the hash a recorded read would have now, or an empty string when nothing is there."""
    if path.is_dir():
        return hashlib.sha256("\n".join(sorted(e.name for e in path.iterdir())).encode()).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
