"""Finished files reach their place whole and together, or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportpub.findings import ToolError, error


def publish(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its target, then move all into place; a failure leaves the old ones."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
            waiting.append((Path(name), target))
            with os.fdopen(handle, "wb") as part:
                part.write(data)
                part.flush()
                os.fsync(part.fileno())
            Path(name).chmod(0o644)
        for part_path, target in waiting:
            part_path.replace(target)
        for folder in {target.parent for target in files}:
            _settle(folder)
    except OSError as failed:
        hint = "make room or ask for permission; the files of the last good build are still there"
        raise ToolError((error("publish/disk", f"cannot write: {failed.strerror}", None, hint),)) from failed
    finally:
        for part_path, _ in waiting:
            with contextlib.suppress(FileNotFoundError):
                part_path.unlink()


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
