"""Workers that need no process of their own: all is done in this one, while it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager

from reportpub.order import Order
from reportpub.workers import Result, Workers, worked


def by(doing: Callable[[Order], Result]) -> Workers:
    """Give a worker that does what a function does; what that raises is what came of the order."""

    def submit(_executor: Executor, order: Order) -> Future[Result]:
        done: Future[Result] = Future()
        try:
            done.set_result(doing(order))
        except BaseException as lost:  # noqa: BLE001 - told to whoever asks for the result
            done.set_exception(lost)
        return done

    return Workers(Executor(), submit, 1)


@contextmanager
def here(_most: int) -> Iterator[Workers]:
    """Give a worker that makes files in this process."""
    yield by(lambda order: worked(order, lambda _: None))
