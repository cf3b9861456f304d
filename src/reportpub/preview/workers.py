"""Three processes that stay warm: one for what is being edited, one for whole editions, one that checks."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from reportpub.confines import confine
from reportpub.findings import Finding, ReportpubError, error
from reportpub.model.report import Report
from reportpub.preview.leaves import Pages
from reportpub.preview.setting import Want, pages
from reportpub.sentences import say

T = TypeVar("T")
Look = Callable[[Path], tuple[Report, tuple[Finding, ...]]]
"""Returns the report of a project with all that can be said of it."""


class Desk(StrEnum):
    """Who does what, so that a small change never waits for a large one."""

    NEAR = "near"
    WHOLE = "whole"
    CHECK = "check"


class Workers:
    """Hands work to the processes; one that was ended by the system is begun anew."""

    def __init__(self, project: Path, look: Look) -> None:
        """Begin nothing yet: a process starts with its first work."""
        self._project = project
        self._look = look
        self._pools: dict[Desk, ProcessPoolExecutor] = {}

    async def set(self, want: Want, desk: Desk) -> Pages | tuple[Finding, ...]:
        """Return the pages that are wanted, or why there are none."""
        return await self._run(desk, partial(pages, want))

    async def check(self) -> tuple[Finding, ...]:
        """Return everything that can be said of the report without building it."""
        return await self._run(Desk.CHECK, partial(_looked, self._look, self._project))

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        for pool in self._pools.values():
            for process in list((pool._processes or {}).values()):  # noqa: SLF001  no public way to end them
                process.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
        self._pools.clear()

    async def _run(self, desk: Desk, work: Callable[[], T]) -> T | tuple[Finding, ...]:
        """Return what comes of some work; a fault of the program is told where the pages are looked at."""
        pool = self._pools.get(desk)
        if pool is None:
            pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=confine)
            self._pools[desk] = pool
        try:
            return await asyncio.wrap_future(pool.submit(work))
        except BrokenProcessPool:
            return (self._ended(desk),)
        except Exception as fault:  # noqa: BLE001  whatever it is, silence would look like pages up to date
            hint = say("this is a fault of the program: please report it with the file that was changed last")
            message = say(
                "the pages could not be set: {name}: {fault}", name=type(fault).__name__, fault=fault
            )
            return (error("preview/fault", message, None, hint),)

    def _ended(self, desk: Desk) -> Finding:
        self._pools.pop(desk).shutdown(wait=False)
        hint = say("see that there is free memory; the next change begins anew")
        return error("preview/ended", say("the process that sets pages was ended by the system"), None, hint)


def _looked(look: Look, project: Path) -> tuple[Finding, ...]:
    try:
        return look(project)[1]
    except ReportpubError as failed:
        return failed.findings
