"""Orders come back once each, whatever becomes of those who had them in hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hands import by

from reportpub.findings import ToolError
from reportpub.order import Made, Order
from reportpub.workers import Result, Workers


@pytest.fixture(autouse=True, scope="module")
def at_once() -> Iterator[None]:
    """Let nobody pause between two looks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportpub.workers._PAUSE", 0.0)
        yield


def order(name: str) -> Order:
    return Order(Path(), name, ())


def made(one: Order) -> Made:
    return Made(one, "r", {}, {}, {})


def ignore(_order: Order, _step: str) -> None:
    pass


class Fragile:
    """An executor that is broken by some orders, with all that it has in hand."""

    def __init__(self, bad: set[str], at_once: int) -> None:
        """Break whenever one of the bad is in hand."""
        self.bad = bad
        self.hands: dict[Order, Future[Result]] = {}
        self.renewals = 0
        self.workers = Workers(Executor(), self.submit, at_once, renewed=self.renewed)

    def submit(self, _executor: Executor, one: Order) -> Future[Result]:
        """Take an order in hand; work begins when as many are there as there is room for, or no more come."""
        future: Future[Result] = Future()
        self.hands[one] = future
        return future

    def renewed(self) -> Executor:
        """Count how often there was a new one."""
        self.renewals += 1
        return Executor()

    def step(self) -> tuple[()]:
        """Finish all that is in hand, or break with it."""
        broken = any(one.edition in self.bad for one in self.hands)
        for one, future in self.hands.items():
            if broken:
                future.set_exception(BrokenExecutor())
            else:
                future.set_result(made(one))
        self.hands.clear()
        return ()


@given(st.integers(1, 9), st.sets(st.integers(0, 8)), st.integers(1, 4))
def test_each_order_comes_back_once_and_only_those_that_break_are_lost(
    number: int, bad: set[int], at_once: int
) -> None:
    fragile = Fragile({str(one) for one in bad}, at_once)
    fragile.workers.steps = fragile.step
    orders = [order(str(one)) for one in range(number)]
    came = [(one.edition, result) for one, result in fragile.workers.work(orders, ignore)]
    assert Counter(name for name, _ in came) == Counter(one.edition for one in orders)
    lost = {name for name, result in came if isinstance(result, ToolError)}
    assert lost == {str(one) for one in bad if one < number}


def test_an_executor_that_cannot_be_renewed_tells_what_was_lost() -> None:
    def broken(_order: Order) -> Result:
        raise CancelledError

    ((_, result),) = by(broken).work([order("zh")], ignore)
    assert isinstance(result, ToolError)
    assert str(result) == "error[build/ended]: the build of “zh” was ended by the system"


def test_a_fault_of_the_program_is_what_came_of_an_order() -> None:
    def faulty(_order: Order) -> Result:
        raise KeyError("x")

    ((_, result),) = by(faulty).work([order("zh")], ignore)
    assert isinstance(result, KeyError)


def test_orders_that_are_not_to_be_had_yet_are_asked_for_again() -> None:
    came = [one.edition for one, _ in by(made).work(iter([None, order("a"), None, None, order("b")]), ignore)]
    assert came == ["a", "b"]
