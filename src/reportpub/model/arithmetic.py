"""The small language of computed facts and relations: read without `eval`, computed in exact fractions.

    courts.concluded.n / courts.new-cases.n * 100
    share(adjud.cases.adjudication, adjud.cases.total)
    works + software = total        whole(before(arrests, arrests-yoy))

A minus stands between spaces, because the ids of facts hold hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from reportpub.sentences import listed, say


@dataclass(frozen=True, slots=True)
class Literal:
    """A number written out."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """The id of a fact, or of a term within `listed`."""

    id: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions joined by + - * or /."""

    sign: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `FUNCTIONS` with what it is given."""

    function: str
    given: tuple[Expression, ...]


Expression: TypeAlias = Literal | Name | Operation | Call


@dataclass(frozen=True, slots=True)
class Claim:
    """What a relation says: two sides and how they compare, or a predicate without a second side."""

    left: Expression
    sign: str = ""
    right: Expression | None = None


FUNCTIONS = {
    "share": (2, "share(part, whole): the part in per cent of the whole"),
    "last": (1, "last(fact): the value it had the year before"),
    "growth": (1, "growth(fact): how far it moved against the year before, in per cent"),
    "gain": (1, "gain(fact): how far it moved against the year before, in its own unit"),
    "before": (2, "before(fact, change): what it was before a fact that tells its change"),
    "listed": (None, "listed(term, …): how many names are given"),
}
"""The functions: how many things each takes, and what it gives."""

WHOLE = "whole"
"""The one predicate: whole(x) says that a whole number lies where x lies."""

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*)"
    r"|(?P<sign><=|>=|[-+*/(),=<>]))"
)
_DEEPEST = 30
"""Levels of brackets; nobody writes more, and a file that does is no file of ours."""


class NotArithmetic(Exception):
    """A text that is no expression; the message is half a sentence."""


def expression(text: str) -> Expression:
    """Return an expression; `NotArithmetic` says what is wrong with it."""
    reader = _Reader(text)
    read = reader.sum()
    reader.end()
    return read


def claim(text: str) -> Claim:
    """Return what a relation says; `NotArithmetic` says what is wrong with it."""
    reader = _Reader(text)
    left = reader.sum(predicate=True)
    if isinstance(left, Call) and left.function == WHOLE:
        reader.end()
        return Claim(left)
    sign = reader.take()
    if sign not in {"=", "<", ">", "<=", ">="}:
        raise NotArithmetic(say("a relation compares two sides with =, <, >, <= or >=, or asks for whole(…)"))
    right = reader.sum()
    reader.end()
    return Claim(left, sign, right)


def names(read: Expression) -> Iterator[tuple[str, str]]:
    """Yield every name with the function it is given to, which is empty for none."""
    match read:
        case Name(name):
            yield name, ""
        case Operation(_, left, right):
            yield from names(left)
            yield from names(right)
        case Call(function, given):
            for below in given:
                yield from ((n, f or function) for n, f in names(below))
        case Literal():
            pass


class _Reader:
    """The tokens of a text, taken one by one from the left."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        self._at = 0
        self._depth = 0
        at, text = 0, text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise NotArithmetic(say("“{text}” is no number, id or sign", text=text[at:].strip()[:12]))
            self._tokens.append((str(found.lastgroup), found.group().strip()))
            at = found.end()

    def take(self) -> str:
        """Return the next token and go behind it."""
        kind, token = self._peek()
        self._at += bool(kind)
        return token

    def end(self) -> None:
        """Refuse what is left over."""
        if self._peek()[0]:
            raise NotArithmetic(
                say("“{token}” is left over; a minus stands between spaces", token=self._peek()[1])
            )

    def sum(self, *, predicate: bool = False) -> Expression:
        left = self._product(predicate=predicate)
        while self._peek()[1] in {"+", "-"}:
            left = Operation(self.take(), left, self._product())
        return left

    def _product(self, *, predicate: bool = False) -> Expression:
        left = self._value(predicate=predicate)
        while self._peek()[1] in {"*", "/"}:
            left = Operation(self.take(), left, self._value())
        return left

    def _value(self, *, predicate: bool = False) -> Expression:
        kind, token = self._peek()
        self._at += bool(kind)
        if kind == "number":
            return Literal(Fraction(token))
        if token == "(":  # noqa: S105  a bracket is no password
            return self._within()
        if kind != "name":
            raise NotArithmetic(
                say("a number or the id of a fact is missing before “{token}”", token=token or "the end")
            )
        if self._peek()[1] != "(":
            return Name(token)
        self.take()
        return self._call(token, predicate=predicate)

    def _call(self, function: str, *, predicate: bool) -> Expression:
        wanted = {name: count for name, (count, _) in FUNCTIONS.items()} | ({WHOLE: 1} if predicate else {})
        if function not in wanted:
            raise NotArithmetic(
                say(
                    "there is no function “{function}”; there are {functions}",
                    function=function,
                    functions=listed(FUNCTIONS),
                )
            )
        given = [self._within(closing=",)")]
        while self._tokens[self._at - 1][1] == ",":
            given.append(self._within(closing=",)"))
        if wanted[function] not in {None, len(given)}:
            raise NotArithmetic(
                say(
                    "{function} takes {wanted}, found {given}",
                    function=function,
                    wanted=wanted[function],
                    given=len(given),
                )
            )
        return Call(function, tuple(given))

    def _within(self, closing: str = ")") -> Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotArithmetic(say("the brackets are more than {deepest} deep", deepest=_DEEPEST))
        read = self.sum()
        if (token := self.take()) not in closing or not token:
            raise NotArithmetic(say("a bracket is not closed"))
        self._depth -= 1
        return read

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
