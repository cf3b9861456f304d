"""The engine is loaded without a compiler being asked where its libraries lie."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Let libraries be found by their full names alone, as the loader of Linux finds them.

    WeasyPrint tries the names of other systems first, and for each of them Python asks `ldconfig`, then `gcc`
    and `ld`: programs of the machine, whose temporary files stay where a build is killed, and a fifth of the
    time that loading takes.
    """
    search = ctypes.util.find_library

    def nothing(name: str) -> str | None:  # noqa: ARG001 - it stands in for one that is given a name
        return None

    if sys.platform == "linux":
        ctypes.util.find_library = nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search
