"""Room for the temporary files of a build, which goes away with it; after a kill, with the next one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = "reportpub-build-"


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder of one's own, and remove those of builds that are no longer running."""
    for left in Path(tempfile.gettempdir()).glob(f"{_NAME}*-*"):
        owner = left.name.removeprefix(_NAME).partition("-")[0]
        if owner.isdecimal() and not _running(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_NAME}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(process: int) -> bool:
    """Tell whether a process is there; where asking would end it (Windows), say so of every one."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
