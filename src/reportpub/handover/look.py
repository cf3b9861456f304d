"""Whether a hand-over is still what was handed over: nothing missing, changed, added or torn."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportpub.checks.pdf_sheets import sheets
from reportpub.findings import Finding, Span, ToolError, error
from reportpub.handover.manifest import MANIFEST, SUMS, Manifest, Unreadable, read, sums
from reportpub.sentences import say

LARGEST = 2 * 1024**3
"""Bytes that all files of a hand-over may have together."""
_STRAY = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Left in every folder by the systems of those who looked into it."""


def differences(path: Path) -> tuple[Manifest, tuple[Finding, ...]]:
    """Return the manifest of a folder or zip, and each way in which the files are not those it names.

    `ToolError` when there is nothing at the path, or nothing that can be read as a hand-over.
    """
    files = opened(path)
    if MANIFEST not in files:
        hint = say("name the folder or the zip that reportpub pack made")
        raise ToolError(
            (
                error(
                    "handover/no-manifest",
                    say("{path} has no {manifest}", path=path, manifest=MANIFEST),
                    None,
                    hint,
                ),
            )
        )
    try:
        manifest = read(files[MANIFEST])
    except Unreadable as odd:
        message = say("the manifest of {path} cannot be read: {odd}", path=path, odd=odd)
        raise ToolError(
            (error("handover/manifest", message, None, say("ask for the folder again")),)
        ) from None
    return manifest, tuple(_compared(manifest, files))


def opened(path: Path) -> Mapping[str, bytes]:
    """Return the files of a folder or zip by path; `ToolError` when it cannot be read."""
    return _zip(path) if path.is_file() else _folder(path)


def _compared(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Finding]:
    named = {one.path: one for one in manifest.files}
    if files.get(SUMS) != sums(manifest):
        message = say("{sums} does not say what {manifest} says", sums=SUMS, manifest=MANIFEST)
        yield error(
            "handover/sums", message, Span(SUMS), say("one of the two was changed; ask for both again")
        )
    for path, one in named.items():
        if path not in files:
            hint = say("copy it from the folder that was packed")
            yield error("handover/missing", say("{path} is missing", path=path), Span(path), hint)
            continue
        data = files[path]
        if hashlib.sha256(data).hexdigest() != one.sha256:
            was = say("{size:,} bytes then, {data:,} now", size=one.size, data=len(data))
            hint = say("do not use it; ask for the file as it was handed over")
            yield error(
                "handover/changed",
                say("{path} is not the file that was packed: {was}", path=path, was=was),
                Span(path),
                hint,
            )
        elif one.pages and (has := sheets(data).pages) != one.pages:
            message = say(
                "{path} has {has} pages, the manifest says {pages}", path=path, has=has, pages=one.pages
            )
            yield error("handover/pages", message, Span(path))
    for path in sorted(files.keys() - named.keys() - {MANIFEST, SUMS}):
        hint = say("take it away, or pack again")
        yield error("handover/extra", say("{path} was not packed", path=path), Span(path), hint)


def _folder(path: Path) -> dict[str, bytes]:
    if not path.is_dir():
        raise ToolError((error("handover/nothing", say("there is nothing at {path}", path=path)),))
    found = {
        one.relative_to(path).as_posix(): one
        for one in sorted(path.rglob("*"))
        if one.is_file() and one.name not in _STRAY
    }
    _within_limit(path, sum(one.stat().st_size for one in found.values()))
    try:
        return {name: one.read_bytes() for name, one in found.items()}
    except OSError as failed:
        message = say("{path} cannot be read: {strerror}", path=path, strerror=failed.strerror)
        raise ToolError((error("handover/unreadable", message),)) from None


def _zip(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            _within_limit(path, sum(one.file_size for one in archive.infolist()))
            inside = [one for one in archive.infolist() if not one.is_dir()]
            return {one.filename.partition("/")[2]: archive.read(one) for one in inside}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as broken:
        message = say("{path} is no zip that can be read: {broken}", path=path, broken=broken)
        raise ToolError((error("handover/unreadable", message, None, say("fetch it again")),)) from None


def _within_limit(path: Path, size: int) -> None:
    if size > LARGEST:
        hint = say("no hand-over has more than {largest:,} MB", largest=LARGEST // 1024**2)
        raise ToolError(
            (error("handover/too-large", say("{path} is too large to be one", path=path), None, hint),)
        )
