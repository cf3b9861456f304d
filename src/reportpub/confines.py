"""The memory and the time that one edition may take: the system holds the process that makes it to them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import ceil
from types import FrameType

from reportpub.findings import ToolError, error
from reportpub.sentences import say

MEMORY = 8 * 1024**3
"""Bytes of address space; a report of a thousand pages stays below half of it."""
SECONDS = 1800
"""s of processor time; the whole report of this repository takes a hundredth."""


def confine(memory: int = MEMORY) -> None:
    """Hold this process to so many bytes, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - there is none on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


@contextmanager
def bounded(what: str, seconds: int = SECONDS) -> Iterator[None]:
    """Hold the work within to so many seconds of processor time; `ToolError` names what took too much.

    So it does where no memory was left.
    """
    try:
        with _timed(what, seconds):
            yield
    except MemoryError:
        hint = say("see whether a block of it is very large; one edition may take 8 GB of memory")
        message = say("“{what}” needs more memory than one edition may take", what=what)
        raise ToolError((error("build/memory", message, None, hint),)) from None


@contextmanager
def _timed(what: str, seconds: int) -> Iterator[None]:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        yield
        return

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        hint = say("see whether a block of it is very large, or a layout sends the engine round in circles")
        message = say(
            "“{what}” took more than {seconds} seconds of processor time and was stopped",
            what=what,
            seconds=seconds,
        )
        raise ToolError((error("build/time", message, None, hint),))

    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    end = ceil(used.ru_utime + used.ru_stime) + seconds
    before = signal.signal(signal.SIGXCPU, too_long)
    try:
        with suppress(ValueError, OSError):
            most = end if hard == resource.RLIM_INFINITY else min(end, hard)
            # The system tells again every second: a library that swallows the first word hears another.
            resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
        signal.signal(signal.SIGXCPU, before)
