"""What was made on the way to a finished file, kept by all that it was made of, for the next build.

Every entry is a file of its own that begins with the digest of its name and its content: one that was cut off
or changed is no entry, and goes. So nothing needs a lock: two builds that keep the same thing write the same
bytes, and who reads half of them reads nothing. What is kept are bytes and JSON, never objects of Python.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".cache"
"""The folder in `out/`; `make clean` removes it with all the rest."""

MOST = 256 * 1024 * 1024
"""Bytes that are kept; what was not asked for the longest goes first."""

_LEFT = 0.8
"""How much of them a sweep leaves, so that not every build has to sweep."""

_DIGEST = 32


def makers(made_by: Mapping[str, str]) -> str:
    """Return one word for all that makes a file: our code by hash, libraries by version."""
    return hashlib.sha256(repr(sorted(made_by.items())).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept in a folder by what makes files now; what another version has made is never found."""

    folder: Path
    makers: str

    def name(self, kind: str, *parts: str | bytes) -> str:
        """Return the name of a thing of a kind that is made of some parts."""
        made_of = hashlib.sha256()
        for part in (self.makers, kind, *parts):
            data = part.encode() if isinstance(part, str) else part
            # The length before each part: the same letters cut otherwise are another name.
            made_of.update(b"%d:" % len(data) + data)
        return made_of.hexdigest()

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name, if it is there and whole; a damaged entry is removed."""
        path = self._path(name)
        try:
            found = path.read_bytes()
            os.utime(path)  # a sweep goes by when an entry was last asked for
        except OSError:
            return None
        data = found[_DIGEST:]
        if found[:_DIGEST] == _sealed(name, data):
            return data
        with contextlib.suppress(OSError):
            path.unlink()
        return None

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name; where it cannot be written it is not kept."""
        path = self._path(name)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as entry:
                entry.write(_sealed(name, data) + data)

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name[2:]


def sweep(folder: Path, most: int = MOST) -> None:
    """Remove what was not asked for the longest, once more is kept than `most` bytes."""
    entries = []
    for path in folder.glob("*/*"):
        with contextlib.suppress(OSError):
            seen = path.stat()
            entries.append((seen.st_mtime_ns, seen.st_size, path))
    left = sum(size for _, size, _ in entries)
    if left <= most:
        return
    for _, size, path in sorted(entries):
        if left <= most * _LEFT:
            return
        with contextlib.suppress(OSError):
            path.unlink()
        left -= size


def _sealed(name: str, data: bytes) -> bytes:
    return hashlib.sha256(name.encode() + data).digest()
