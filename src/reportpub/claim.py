"""One build at a time in a folder: the second waits for the first, and says for whom.

The system itself takes a claim away when its process ends, however it ends; a file left behind by a killed
one claims nothing. The file holds the number of the process, for the sentence that names it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

CLAIM = ".claim"
_PAUSE = 0.2
"""s between two looks."""
_DENIED = frozenset({errno.EACCES, errno.EDQUOT, errno.ENOSPC, errno.EPERM, errno.EROFS})
_BUSY = frozenset({errno.EAGAIN, errno.EACCES})


class Busy(Exception):
    """A folder is held by another process, which is named."""


def not_now(process: str) -> None:
    """Stand for `waiting` where nobody waits: raise `Busy`."""
    raise Busy(process)


@contextmanager
def claimed(folder: Path, waiting: Callable[[str], None]) -> Iterator[None]:
    """Hold a folder for this process; `waiting` hears once which process it is waited for.

    Where nothing may be written nothing is claimed: what is written there fails by itself. Nor is it on
    Windows, which has no such claims.
    """
    handle = _taken(folder, waiting)
    try:
        yield
    finally:
        if handle is not None:
            # First away, then released: who waits for the old file looks again and makes a new one.
            (folder / CLAIM).unlink(missing_ok=True)
            os.close(handle)


def _taken(folder: Path, waiting: Callable[[str], None]) -> int | None:
    told = False
    while sys.platform != "win32":
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(folder / CLAIM, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as denied:
            if denied.errno in _DENIED:
                return None
            raise
        if _held(handle):
            if _same(handle, folder / CLAIM):
                with contextlib.suppress(OSError):  # no room: it is claimed all the same, and nameless
                    os.truncate(handle, 0)
                    os.pwrite(handle, str(os.getpid()).encode(), 0)
                return handle
            os.close(handle)
            continue
        process = os.pread(handle, 20, 0).decode("ascii", "replace")
        os.close(handle)
        if not told:
            waiting(process)
            told = True
        time.sleep(_PAUSE)
    return None


def _held(handle: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as busy:
        if busy.errno in _BUSY:
            return False
        # A file system without claims, such as some on a network, is used without.
    return True


def _same(handle: int, path: Path) -> bool:
    """Tell whether a file is still the one under its name: who held it before has taken it away."""
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), path.stat())
    return False
