"""Finished files reach their place whole and together, or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportpub.findings import ToolError, error


def publish(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its target, then move all into place; a failure leaves the old ones."""
    parts: list[Path] = []
    try:
        new = {target: _beside(target, data, parts) for target, data in files.items()}
        old = {target: _beside(target, target.read_bytes(), parts) for target in files if target.is_file()}
        for target, part in old.items():
            shutil.copystat(target, part)
        _move(new, old)
        for folder in {target.parent for target in files}:
            _settle(folder)
    except OSError as failed:
        hint = "make room or ask for permission; the files of the last good build are still there"
        raise ToolError((error("publish/disk", f"cannot write: {failed.strerror}", None, hint),)) from failed
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def publish_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by path into a folder that takes the place of the one there, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    old = new.with_suffix(".old")
    try:
        for path, data in files.items():
            _written(new / path, data)
        new.chmod(0o755)
        if folder.exists():
            folder.replace(old)
        try:
            new.replace(folder)
        except OSError:
            if old.exists():
                old.replace(folder)
            raise
        _settle(folder.parent)
    except OSError as failed:
        hint = "make room or ask for permission; what was there before is still there"
        raise ToolError((error("publish/disk", f"cannot write: {failed.strerror}", None, hint),)) from failed
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _written(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())


def _beside(target: Path, data: bytes, parts: list[Path]) -> Path:
    """Write a part next to a target, down to the disk, and return where it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    parts.append(Path(name))
    with os.fdopen(handle, "wb") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())
    Path(name).chmod(0o644)
    return Path(name)


def _move(new: Mapping[Path, Path], old: Mapping[Path, Path]) -> None:
    """Put all parts in place; where one cannot be, or work is broken off, put back what stood there."""
    moved: list[Path] = []
    try:
        for target, part in new.items():
            part.replace(target)
            moved.append(target)
    finally:
        if len(moved) < len(new):
            for target in moved:
                if target in old:
                    old[target].replace(target)
                else:
                    target.unlink()


def sweep(folder: Path) -> None:
    """Remove what an interrupted build left beside its targets."""
    for part in folder.rglob(".*.part"):
        part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Ask the disk to keep the new names through a power cut, where the platform can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
