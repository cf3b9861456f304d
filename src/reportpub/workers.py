"""Where orders become files: an executor that takes several at once, and what is done when it breaks."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.queues import SimpleQueue
from os import cpu_count
from threading import Thread

from reportpub.confines import bounded, confine
from reportpub.findings import ReportpubError, ToolError, error
from reportpub.order import Made, Order
from reportpub.scratch import scratch
from reportpub.sentences import say

Step = tuple[str, str]
"""An edition, and the step it has come to."""

Result = Made | Exception
"""What comes of an order: files, a `ReportpubError` that says why there are none, or a fault of ours."""

_PAUSE = 0.1
"""s between two looks at what workers say of their steps."""


@dataclass(slots=True)
class Workers:
    """Any executor of `concurrent.futures`, and how an order is handed to it.

    `at_once` are in its hands at most. `steps` gives what they said since it was asked last; `renewed` gives
    an executor in the place of one that broke, where there can be one. `lost` are the errors that tell that
    whoever had an order in hand is no more.
    """

    executor: Executor
    submit: Callable[[Executor, Order], Future[Result]]
    at_once: int
    steps: Callable[[], Iterable[tuple[Order, str]]] = tuple
    lost: tuple[type[Exception], ...] = (BrokenExecutor, CancelledError)
    renewed: Callable[[], Executor] | None = None

    def work(
        self, orders: Iterable[Order | None], told: Callable[[Order, str], None]
    ) -> Iterator[tuple[Order, Result]]:
        """Yield each order with what came of it, once, as they are done; orders are taken as they are needed.

        An order of `None` says that there is none to be had just now. Orders that were in the hands of an
        executor when it broke are tried again one at a time, so that the one that breaks it is known.
        """
        return _Shift(self, iter(orders), told).run()


@dataclass(slots=True)
class _Shift:
    workers: Workers
    orders: Iterator[Order | None]
    told: Callable[[Order, str], None]
    running: dict[Future[Result], Order] = field(default_factory=dict)
    again: list[Order] = field(default_factory=list)
    tried: set[Order] = field(default_factory=set)
    more: bool = True

    def run(self) -> Iterator[tuple[Order, Result]]:
        while self.more or self.running or self.again:
            self._hand_out()
            if not self.running:
                time.sleep(_PAUSE)
            done, _ = wait(self.running, timeout=_PAUSE, return_when=FIRST_COMPLETED)
            for order, step in self.workers.steps():
                self.told(order, step)
            broken = False
            for future in done:
                order = self.running.pop(future)
                try:
                    result = future.result()
                except self.workers.lost:
                    broken = True
                    if order not in self.tried and self.workers.renewed:
                        self.again.append(order)
                        continue
                    result = ended(order)
                except Exception as fault:  # noqa: BLE001 - raised again when the others are in their place
                    result = fault
                yield order, result
            if broken:
                self._renew()

    def _hand_out(self) -> None:
        """Hand out what there is room for; what broke an executor before, alone."""
        if self.again:
            if not self.running:
                self.tried.add(self.again[0])
                self._submit(self.again.pop(0))
            return
        while self.more and len(self.running) < self.workers.at_once:
            try:
                order = next(self.orders)
            except StopIteration:
                self.more = False
                return
            if order is None:
                return
            self._submit(order)

    def _submit(self, order: Order) -> None:
        try:
            self.running[self.workers.submit(self.workers.executor, order)] = order
        except BrokenExecutor:
            self._renew()
            self.running[self.workers.submit(self.workers.executor, order)] = order

    def _renew(self) -> None:
        if self.workers.renewed:
            self.workers.executor = self.workers.renewed()


def ended(order: Order) -> ToolError:
    """Return what is said of an order whose worker is no more; the system ends one most often for memory."""
    hint = say("see that there is free memory and build again")
    said = say("the build of “{edition}” was ended by the system", edition=order.edition)
    return ToolError((error("build/ended", said, None, hint),))


@contextmanager
def processes(most: int) -> Iterator[Workers]:
    """Give the processes of this machine: as many as there are cores, and not more than so many."""
    context = multiprocessing.get_context("spawn")
    said: SimpleQueue[tuple[Order, str]] = context.SimpleQueue()
    at_once = max(1, min(most, cpu_count() or 1))
    pools: list[ProcessPoolExecutor] = []
    with scratch() as room:

        def pool() -> Executor:
            settings = (said, str(room))
            pools.append(ProcessPoolExecutor(at_once, context, initializer=_listen, initargs=settings))
            return pools[-1]

        def steps() -> Iterator[tuple[Order, str]]:
            while not said.empty():
                yield said.get()

        try:
            yield Workers(
                pool(), lambda executor, order: executor.submit(_work, order), at_once, steps, renewed=pool
            )
        finally:
            for one in pools:
                one.shutdown(cancel_futures=True)


_said: SimpleQueue[tuple[Order, str]] | None = None
"""The way back to the process that started this one."""


def _listen(said: SimpleQueue[tuple[Order, str]], room: str) -> None:
    global _said  # noqa: PLW0603  a worker has no other place for what its pool hands it
    _said = said
    confine()
    tempfile.tempdir = room  # the engine copies faces to where it is told nothing else
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is no more: nobody waits for what it makes."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work(order: Order) -> Result:
    said = _said
    return worked(order, lambda step: said.put((order, step)) if said else None)


def worked(order: Order, told: Callable[[str], None]) -> Result:
    """Make an order within bounds; problems come back as values, faults of the program as they are."""
    from reportpub.assemble import make  # noqa: PLC0415 - who only hands orders out needs no engine

    try:
        with bounded(order.edition):
            return make(order, told)
    except ReportpubError as failed:
        return failed
