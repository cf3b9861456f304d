"""The manifest of a hand-over: every file with its hash, and what it was made with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from reportpub.sentences import say

MANIFEST = "MANIFEST.json"
SUMS = "SHA256SUMS"
"""The same hashes in the form that `sha256sum -c` reads."""

FORM = 1
"""Counts up when the manifest changes in a way that older readers would misread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of a hand-over; `pages` is 0 for what has none of its own."""

    path: str
    sha256: str
    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What was handed over: report, date of issue, editions, tools by version, files by path."""

    report: str
    date: str
    editions: tuple[str, ...]
    made_by: Mapping[str, str]
    files: tuple[Entry, ...]


class Unreadable(Exception):
    """A manifest that is none, with the reason."""


def entry(path: str, data: bytes, pages: int = 0) -> Entry:
    """Return the entry of a file."""
    return Entry(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data), pages=pages)


def written(manifest: Manifest) -> bytes:
    """Return the manifest as JSON, the same bytes every time."""
    told = {
        "form": FORM,
        "report": manifest.report,
        "date": manifest.date,
        "editions": list(manifest.editions),
        "made_by": dict(sorted(manifest.made_by.items())),
        "files": [
            {"path": one.path, "sha256": one.sha256, "bytes": one.size}
            | ({"pages": one.pages} if one.pages else {})
            for one in sorted(manifest.files, key=lambda one: one.path)
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def sums(manifest: Manifest) -> bytes:
    """Return the hashes of all files and of the manifest itself, a line each."""
    itself = (MANIFEST, hashlib.sha256(written(manifest)).hexdigest())
    lines = sorted([itself, *((one.path, one.sha256) for one in manifest.files)])
    return "".join(f"{digest}  {path}\n" for path, digest in lines).encode()


def read(data: bytes) -> Manifest:
    """Return the manifest that JSON tells of; `Unreadable` when it does not."""
    try:
        told = json.loads(data)
        if told["form"] != FORM:
            raise Unreadable(
                say("it is of the form {told}, and this program reads {form}", told=told["form"], form=FORM)
            )
        files = tuple(
            Entry(
                path=str(one["path"]),
                sha256=str(one["sha256"]),
                size=int(one["bytes"]),
                pages=int(one.get("pages", 0)),
            )
            for one in told["files"]
        )
        return Manifest(
            report=str(told["report"]),
            date=str(told["date"]),
            editions=tuple(map(str, told["editions"])),
            made_by={str(name): str(version) for name, version in told["made_by"].items()},
            files=files,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as odd:
        raise Unreadable(say("it is no manifest of a hand-over ({name})", name=type(odd).__name__)) from None
