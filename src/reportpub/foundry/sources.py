"""From the name of a package to the bytes of one file in it, fetched by the registry's client and checked."""

from __future__ import annotations

import hashlib
import tarfile
import tempfile
from pathlib import Path
from typing import assert_never

from reportpub.findings import ToolError, error
from reportpub.foundry.manifest import Registry, Source
from reportpub.programs import Completed, find, run
from reportpub.sentences import say

_FETCH_TIMEOUT = 900.0
"""Seconds; the largest package has 69 MB."""
_UNPACK_TIMEOUT = 300.0
"""Seconds."""


def read(source: Source, packages: Path) -> bytes:
    """Return the bytes of a source file, from `packages` or fetched into it.

    `ToolError` when the package cannot be had, lacks the file, or holds other bytes than the recipe names.
    """
    path = _unpacked(source, packages) / source.path
    if not path.is_file():
        message = say(
            "{package} {version} has no file {path}",
            package=source.package,
            version=source.version,
            path=source.path,
        )
        raise ToolError((error("fonts/source", message),))
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != source.sha256:
        message = say(
            "{path} of {package} {version} has the SHA-256 {found}",
            path=source.path,
            package=source.package,
            version=source.version,
            found=found,
        )
        raise ToolError(
            (error("fonts/source", message, None, say("expected {sha256}", sha256=source.sha256)),)
        )
    return data


def _unpacked(source: Source, packages: Path) -> Path:
    """Return the folder a package is unpacked in; it appears there whole or not at all."""
    name = source.package.removeprefix("@").replace("/", "-")
    folder = packages / f"{source.registry}-{name}-{source.version}"
    if not folder.is_dir():
        packages.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=packages) as scratch:
            fresh = Path(scratch) / "unpacked"
            fresh.mkdir()
            _fetch(source, Path(scratch), fresh)
            fresh.rename(folder)
    return folder


def _fetch(source: Source, scratch: Path, into: Path) -> None:
    match source.registry:
        case Registry.NPM:
            packed = f"{source.package}@{source.version}"
            _done(run(find("npm"), ["pack", "--silent", packed], cwd=scratch, timeout=_FETCH_TIMEOUT), source)
            with tarfile.open(_only(scratch, "*.tgz", source)) as archive:
                archive.extractall(into, filter="data")
        case Registry.DEBIAN:
            packed = f"{source.package}={source.version}"
            apt, unpack = find("apt-get"), find("dpkg-deb")
            _done(run(apt, ["download", packed], cwd=scratch, timeout=_FETCH_TIMEOUT), source)
            archived = _only(scratch, "*.deb", source)
            _done(run(unpack, ["-x", str(archived), str(into)], cwd=scratch, timeout=_UNPACK_TIMEOUT), source)
        case _:
            assert_never(source.registry)


def _done(result: Completed, source: Source) -> None:
    if not result.ok:
        message = say(
            "{package} {version} could not be fetched: {complaint}",
            package=source.package,
            version=source.version,
            complaint=result.complaint,
        )
        hint = say("is the machine on line, and the version still there?")
        raise ToolError((error("fonts/fetch", message, None, hint),))


def _only(folder: Path, pattern: str, source: Source) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        message = say(
            "{package} {version} came as {found} files",
            package=source.package,
            version=source.version,
            found=len(found),
        )
        raise ToolError((error("fonts/fetch", message),))
    return found[0]
