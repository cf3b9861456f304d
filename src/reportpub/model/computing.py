"""What an expression over facts comes to: exactly, or where it lies given how the figures are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

from reportpub.model.arithmetic import Call, Expression, Literal, Name, Operation
from reportpub.model.facts import Direction, Fact
from reportpub.model.intervals import Interval
from reportpub.model.precision import lies
from reportpub.sentences import say

_HUNDRED = Interval.exactly(100)


class Incomputable(Exception):
    """An expression that has no value; the message is half a sentence."""


@dataclass(frozen=True, slots=True)
class Computer:
    """Computes expressions over facts; `exact` takes every printed figure for its true value."""

    facts: Mapping[str, Fact]
    exact: bool = False

    def value(self, read: Expression) -> Interval:
        """Return where the value of an expression lies; `Incomputable` when it has none."""
        match read:
            case Literal(number):
                return Interval.exactly(number)
            case Name(name):
                return self._lies(self._fact(name))
            case Operation(sign, left, right):
                return self._joined(sign, self.value(left), self.value(right))
            case Call(function, given):
                return self._called(function, given)
            case _:
                assert_never(read)

    def _called(self, function: str, given: tuple[Expression, ...]) -> Interval:
        match function:
            case "listed":
                return Interval.exactly(len(given))
            case "share":
                return self._joined("/", self.value(given[0]), self.value(given[1])) * _HUNDRED
            case "last":
                return self._last(given[0])
            case "growth":
                now = self.value(given[0])
                return self._joined("/", now, self._last(given[0])) * _HUNDRED - _HUNDRED
            case "gain":
                return self.value(given[0]) - self._last(given[0])
            case "before":
                return self._before(self.value(given[0]), given[1])
            case _:
                raise Incomputable(say("{function} gives no number", function=function))

    def _before(self, now: Interval, change: Expression) -> Interval:
        fact = self._fact(change.id) if isinstance(change, Name) else None
        if fact is None or fact.change is None:
            raise Incomputable(say("before asks for a fact that tells a change"))
        moved = self._lies(fact)
        if fact.change.direction is Direction.DOWN:
            moved = Interval.exactly(0) - moved
        if fact.unit == "percent":
            return self._joined("/", now * _HUNDRED, _HUNDRED + moved)
        return now - moved

    def _last(self, read: Expression) -> Interval:
        fact = self._fact(read.id) if isinstance(read, Name) else None
        if fact is None:
            raise Incomputable(say("only a fact has a value of the year before"))
        if fact.last is None:
            raise Incomputable(say("“{id}” has no value of the year before; write it under last", id=fact.id))
        return self._lies(replace(fact, value=fact.last, bound=None))

    def _lies(self, fact: Fact) -> Interval:
        return Interval.exactly(Fraction(fact.value)) if self.exact else lies(fact)

    def _fact(self, name: str) -> Fact:
        if name not in self.facts:
            raise Incomputable(say("there is no fact “{name}”", name=name))
        return self.facts[name]

    @staticmethod
    def _joined(sign: str, left: Interval, right: Interval) -> Interval:
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _:
                try:
                    return left / right
                except ZeroDivisionError:
                    raise Incomputable(say("it divides by zero")) from None
