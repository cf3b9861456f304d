"""Finished files reach their place whole and together, or not at all.

No file system moves several files at once. So what is to be moved is first written down: work that is killed
between two moves is brought to its end by `recover`, from parts that are already on the disk.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportpub.findings import ToolError, error
from reportpub.sentences import say

_PART, _PLAN = ".part", ".moves"


def publish(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its target, then move all into place; a failure leaves the old ones."""
    if not files:
        return
    parts: list[Path] = []
    try:
        new = {target: _beside(target, data, parts) for target, data in files.items()}
        old = {target: _beside(target, target.read_bytes(), parts) for target in files if target.is_file()}
        for target, part in old.items():
            shutil.copystat(target, part)
        plan = _planned(new, parts)
        _move(new, old, plan)
        for folder in {target.parent for target in files}:
            _settle(folder)
        plan.unlink()
    except OSError as failed:
        hint = say("make room or ask for permission; the files of the last good build are still there")
        raise ToolError(
            (error("publish/disk", say("cannot write: {strerror}", strerror=failed.strerror), None, hint),)
        ) from failed
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def recover(folder: Path) -> None:
    """Bring to its end what was killed while it moved files, and remove what it left beside them."""
    try:
        for plan in sorted(folder.rglob(f".*{_PLAN}")):
            for target, part in json.loads(plan.read_text("utf-8")).items():
                if (plan.parent / part).exists():
                    (plan.parent / part).replace(plan.parent / target)
            plan.unlink()
        for part in folder.rglob(f".*{_PART}"):
            part.unlink(missing_ok=True)
    except OSError as failed:
        hint = say("see what is in the way in {folder}, or delete that folder and build anew", folder=folder)
        said = say(
            "a build that was broken off cannot be brought to its end: {strerror}", strerror=failed.strerror
        )
        raise ToolError((error("publish/disk", said, None, hint),)) from failed


def publish_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by path into a folder that takes the place of the one there, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    _taken_up(folder)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=_PART, dir=folder.parent))
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
        hint = say("make room or ask for permission; what was there before is still there")
        raise ToolError(
            (error("publish/disk", say("cannot write: {strerror}", strerror=failed.strerror), None, hint),)
        ) from failed
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _taken_up(folder: Path) -> None:
    """Put back a folder whose exchange was killed halfway, and remove what was left of it."""
    for old in folder.parent.glob(f".{folder.name}.*.old"):
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.replace(folder)
    for part in folder.parent.glob(f".{folder.name}.*{_PART}"):
        shutil.rmtree(part, ignore_errors=True)


def _written(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())


def _beside(target: Path, data: bytes, parts: list[Path]) -> Path:
    """Write a part next to a target, down to the disk, and return where it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=_PART, dir=target.parent)
    parts.append(Path(name))
    with os.fdopen(handle, "wb") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())
    Path(name).chmod(0o644)
    return Path(name)


def _planned(new: Mapping[Path, Path], parts: list[Path]) -> Path:
    """Write down which part goes where, in the folder they have in common, and return where it says so."""
    root = Path(os.path.commonpath([target.parent.absolute() for target in new]))
    moves = {
        str(target.absolute().relative_to(root)): str(part.absolute().relative_to(root))
        for target, part in new.items()
    }
    part = _beside(root / "publish", json.dumps(moves).encode(), parts)
    _settle(root)
    return part.replace(part.with_suffix(_PLAN))


def _move(new: Mapping[Path, Path], old: Mapping[Path, Path], plan: Path) -> None:
    """Put all parts in place; where one cannot be, or work is broken off, put back what stood there."""
    moved: list[Path] = []
    try:
        for target, part in new.items():
            part.replace(target)
            moved.append(target)
    finally:
        if len(moved) < len(new):
            plan.unlink()  # it must not be brought to an end any more
            for target in moved:
                if target in old:
                    old[target].replace(target)
                else:
                    target.unlink()


def _settle(folder: Path) -> None:
    """Ask the disk to keep the new names through a power cut, where the platform can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
