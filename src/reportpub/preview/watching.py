"""The files of a project, watched while it is written."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import DefaultFilter, awatch

_WATCHED = ("source", "layouts", "fonts")
_PAUSE = 60
"""ms; editors write a file in several steps."""
_STEP = 20
"""ms between two looks."""


async def changes(root: Path) -> AsyncIterator[tuple[str, ...]]:
    """Yield the files of a resolved folder that were changed together, by their paths within it."""
    folders = _folders(root)
    async for found in awatch(*folders, watch_filter=DefaultFilter(), debounce=_PAUSE, step=_STEP):
        yield tuple(sorted({Path(path).relative_to(root).as_posix() for _, path in found}))


def _folders(root: Path) -> list[Path]:
    return [root / name for name in _WATCHED if (root / name).is_dir()]
