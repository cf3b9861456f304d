"""A cluster of Dask as a place where orders are made; any other executor will do as well.

`distributed` comes with the extra `reportpub[cluster]`. Its workers run whatever the scheduler hands them, so
that scheduler and workers belong into a network of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any

from reportpub.errands import Brought, arrived, differences, errand, packed
from reportpub.findings import Finding, ToolError, error, warning
from reportpub.order import Order
from reportpub.sentences import Sentence, listed, say
from reportpub.stamps import made_by
from reportpub.workers import Result, Workers

_SECONDS = 10
"""s in which a scheduler must answer."""
_AHEAD = 2
"""Orders for each thread of a worker: one in hand, one that has already arrived."""


def sent(executor: Executor, order: Order) -> Future[Result]:
    """Send an order with its files to an executor; what is promised is what a process here would give."""
    promise: Future[Result] = Future()

    def came(future: Future[Brought]) -> None:
        try:
            promise.set_result(arrived(future.result(), order))
        except BaseException as lost:  # noqa: BLE001 - whoever waits for it is to hear of it
            promise.set_exception(lost)

    executor.submit(errand, packed(order)).add_done_callback(came)
    return promise


def elsewhere(executor: Executor, at_once: int) -> Workers:
    """Give the workers of any executor: threads, processes, other machines; orders travel to them whole."""
    return Workers(executor, sent, at_once)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Workers, tuple[Finding, ...]]]:
    """Give the workers of a scheduler at an address, and what is to be told of those that are left out.

    `ToolError` when `distributed` is not installed, nothing answers, or no worker makes the same files.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - only with the extra
        from distributed.comm import get_address_host_port  # noqa: PLC0415
        from distributed.scheduler import KilledWorker  # noqa: PLC0415
    except ImportError:
        hint = say("run: make cluster")
        said = say("building on other machines needs the package “distributed”, which is not here")
        raise ToolError((error("cluster/absent", said, None, hint),)) from None
    try:
        # A client of no address is never whole, and complains when it is thrown away.
        get_address_host_port(address)
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as silent:
        hint = say("see that the scheduler runs, and name it as it names itself: tcp://HOST:8786")
        said = say("no scheduler answers at {address}: {silent}", address=address, silent=silent)
        raise ToolError((error("cluster/unreachable", said, None, hint),)) from None
    with client:
        fit, left_out = _sorted_out(client)
        # Where all are fit none is named: a worker that is started again has a new address.
        where = {"workers": fit, "allow_other_workers": False} if left_out else {}
        executor = client.get_executor(pure=False, **where)
        threads = sum(client.nthreads(fit).values())
        workers = elsewhere(executor, _AHEAD * threads)
        workers.lost = (*workers.lost, KilledWorker)
        yield workers, left_out


def _sorted_out(client: Any) -> tuple[list[str], tuple[Finding, ...]]:  # noqa: ANN401 - it tells no types
    """Return the workers that would make the same files, and what is wrong with the others."""
    asked, fit = made_by(), []
    reasons: dict[str, Sentence] = {}
    for address, there in sorted(client.run(made_by, on_error="return").items()):
        if not isinstance(there, dict):
            reasons[address] = say("it has no reportpub that could be asked: {fault}", fault=repr(there))
        elif other := differences(asked, there):
            reasons[address] = listed(other, "; ")
        else:
            fit.append(address)
    hint = say("give every worker the same version of reportpub, with the packages of its lock")
    tell = warning if fit else error
    found = tuple(
        tell(
            "cluster/version",
            say("the worker {address} is left out: {reason}", address=address, reason=reason),
            None,
            hint,
        )
        for address, reason in reasons.items()
    )
    if not fit and not found:
        hint = say("start one: dask worker {address}", address=client.scheduler.address)
        found = (error("cluster/workers", say("the scheduler has no worker"), None, hint),)
    if not fit:
        raise ToolError(found)
    return fit, found
