"""One sitting: what was changed is set at once, the rest follows, and everybody who looks is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reportpub.findings import Finding, Severity, errors, in_order
from reportpub.preview.leaves import Pages, Stretch
from reportpub.preview.pictures import Drawer
from reportpub.preview.setting import Want
from reportpub.preview.shelf import Shelf, documents
from reportpub.preview.workers import Desk, Workers


@dataclass(slots=True)
class Session:
    """The editions of a project as they are now; `here` is what the reader looks at.

    `refused` are findings that keep the pages from being set: those of the last good state stay.
    """

    project: Path
    editions: tuple[str, ...]
    workers: Workers
    shelves: dict[str, Shelf] = field(default_factory=dict)
    drawer: Drawer = field(default_factory=Drawer)
    checked: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()
    edition: str = ""
    here: Stretch | None = None
    version: int = 0
    busy: int = 0
    _change: int = 0
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _setting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _works: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all that is wrong or worth a look, but not what has been accepted."""
        remarks = self.shelf.remarks if self.edition else ()
        told = in_order((*self.refused, *self.checked, *remarks))
        return tuple(finding for finding in told if finding.severity is not Severity.NOTE)

    @property
    def shelf(self) -> Shelf:
        """Return what is held of the edition that is looked at."""
        return self.shelves.setdefault(self.edition, Shelf())

    def show(self, edition: str) -> None:
        """Turn to an edition, which is set if it was not since the last change."""
        self.edition = edition
        if not self.shelf.fresh:
            self._begin(self._whole())

    def start(self) -> None:
        """Set the first edition and check the report."""
        self._begin(self._first())

    def changed(self, files: Iterable[str]) -> None:
        """Set anew what some files of the project, by their paths within it, have a part in."""
        self._change += 1
        for shelf in self.shelves.values():
            shelf.fresh = False
        self._begin(self._after(tuple(files), self._change))

    async def news(self, since: int) -> AsyncIterator[int]:
        """Yield the version of what is shown whenever it has changed."""
        while True:
            async with self._news:
                while self.version == since:
                    await self._news.wait()
                since = self.version
            yield since

    def close(self) -> None:
        """End all work."""
        for work in self._works:
            work.cancel()
        self.workers.close()

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(self._counted(work))
        self._works.add(task)
        task.add_done_callback(self._works.discard)

    async def _counted(self, work: Coroutine[None, None, None]) -> None:
        self.busy += 1
        await self._tell()
        try:
            await work
        finally:
            self.busy -= 1
            await self._tell()

    async def _first(self) -> None:
        await self._whole()
        await self._check()

    async def _after(self, files: tuple[str, ...], change: int) -> None:
        """Set what was changed, first where it is looked at; then check, and set the whole edition."""
        edition, shelf = self.edition, self.shelf
        for stretch in self._near(files, shelf):
            at, folio = shelf.first(stretch)
            done = await self.workers.set(Want(self.project, edition, stretch, at, folio), Desk.NEAR)
            if change != self._change:
                return
            await self._take(edition, done, stretch)
            if not isinstance(done, Pages):
                break
        await asyncio.gather(self._check(), self._whole())

    def _near(self, files: tuple[str, ...], shelf: Shelf) -> tuple[Stretch, ...]:
        """Return what is set at once: the chapters that were written in, or the one that is looked at."""
        found = dict.fromkeys(stretch for file in files for stretch in shelf.stretches(file))
        if not found and self.here is not None and shelf.can_stand_alone(self.here):
            return (self.here,)
        return tuple(sorted(found, key=lambda stretch: stretch != self.here))

    async def _whole(self) -> None:
        """Set the whole edition that is looked at, unless another change has come meanwhile."""
        async with self._setting:
            edition, change = self.edition, self._change
            if self.shelf.fresh:
                return
            # Until something changes, the process for small changes is free, and what it sets warms it.
            desk = Desk.WHOLE if change else Desk.NEAR
            done = await self.workers.set(Want(self.project, edition), desk)
            if change == self._change:
                await self._take(edition, done, None)

    async def _check(self) -> None:
        change = self._change
        found = await self.workers.check()
        if change == self._change:
            self.checked = found
            await self._tell()

    async def _take(self, edition: str, done: Pages | tuple[Finding, ...], stretch: Stretch | None) -> None:
        shelf = self.shelves.setdefault(edition, Shelf())
        if not isinstance(done, Pages):
            self.refused = errors(done)
        else:
            self.refused = ()
            if stretch is None:
                shelf.take(done)
                shelf.fresh = True
            else:
                shelf.splice(done, stretch)
            self.drawer.keep(documents(self.shelves))
        await self._tell()

    async def _tell(self) -> None:
        async with self._news:
            self.version += 1
            self._news.notify_all()
