"""Whether a hand-over is still what was handed over: nothing missing, changed, added or torn."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportpub.checks.pdf_sheets import sheets
from reportpub.findings import Finding, Span, ToolError, error
from reportpub.handover.manifest import MANIFEST, SUMS, Manifest, Unreadable, read, sums

LARGEST = 2 * 1024**3
"""Bytes that all files of a hand-over may have together."""
_STRAY = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Left in every folder by the systems of those who looked into it."""


def differences(path: Path) -> tuple[Manifest, tuple[Finding, ...]]:
    """Return the manifest of a folder or zip, and each way in which the files are not those it names.

    `ToolError` when there is nothing at the path, or nothing that can be read as a hand-over.
    """
    files = _zip(path) if path.is_file() else _folder(path)
    if MANIFEST not in files:
        hint = "name the folder or the zip that reportpub pack made"
        raise ToolError((error("handover/no-manifest", f"{path} has no {MANIFEST}", None, hint),))
    try:
        manifest = read(files[MANIFEST])
    except Unreadable as odd:
        message = f"the manifest of {path} cannot be read: {odd}"
        raise ToolError((error("handover/manifest", message, None, "ask for the folder again"),)) from None
    return manifest, tuple(_compared(manifest, files))


def _compared(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Finding]:
    named = {one.path: one for one in manifest.files}
    if files.get(SUMS) != sums(manifest):
        message = f"{SUMS} does not say what {MANIFEST} says"
        yield error("handover/sums", message, Span(SUMS), "one of the two was changed; ask for both again")
    for path, one in named.items():
        if path not in files:
            hint = "copy it from the folder that was packed"
            yield error("handover/missing", f"{path} is missing", Span(path), hint)
            continue
        data = files[path]
        if hashlib.sha256(data).hexdigest() != one.sha256:
            was = f"{one.size:,} bytes then, {len(data):,} now"
            hint = "do not use it; ask for the file as it was handed over"
            yield error(
                "handover/changed", f"{path} is not the file that was packed: {was}", Span(path), hint
            )
        elif one.pages and (has := sheets(data).pages) != one.pages:
            message = f"{path} has {has} pages, the manifest says {one.pages}"
            yield error("handover/pages", message, Span(path))
    for path in sorted(files.keys() - named.keys() - {MANIFEST, SUMS}):
        hint = "take it away, or pack again"
        yield error("handover/extra", f"{path} was not packed", Span(path), hint)


def _folder(path: Path) -> dict[str, bytes]:
    if not path.is_dir():
        raise ToolError((error("handover/nothing", f"there is nothing at {path}"),))
    found = {
        one.relative_to(path).as_posix(): one
        for one in sorted(path.rglob("*"))
        if one.is_file() and one.name not in _STRAY
    }
    _within_limit(path, sum(one.stat().st_size for one in found.values()))
    try:
        return {name: one.read_bytes() for name, one in found.items()}
    except OSError as failed:
        message = f"{path} cannot be read: {failed.strerror}"
        raise ToolError((error("handover/unreadable", message),)) from None


def _zip(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            _within_limit(path, sum(one.file_size for one in archive.infolist()))
            inside = [one for one in archive.infolist() if not one.is_dir()]
            return {one.filename.partition("/")[2]: archive.read(one) for one in inside}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as broken:
        message = f"{path} is no zip that can be read: {broken}"
        raise ToolError((error("handover/unreadable", message, None, "fetch it again"),)) from None


def _within_limit(path: Path, size: int) -> None:
    if size > LARGEST:
        hint = f"no hand-over has more than {LARGEST // 1024**2:,} MB"
        raise ToolError((error("handover/too-large", f"{path} is too large to be one", None, hint),))
