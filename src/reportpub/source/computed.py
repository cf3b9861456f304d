"""Facts with an expression get their value from the facts they name, however deep, and never in a circle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportpub.findings import Finding, error
from reportpub.model.arithmetic import Expression, NotArithmetic, expression, names
from reportpub.model.computing import Computer, Incomputable
from reportpub.model.facts import Direction, Fact
from reportpub.model.precision import place, rounded
from reportpub.sentences import say


def computed(facts: Mapping[str, Fact]) -> tuple[dict[str, Fact], tuple[Finding, ...]]:
    """Return the facts with every value computed; those that cannot be are left out, each with a finding."""
    done = {name: fact for name, fact in facts.items() if not fact.expr}
    found: list[Finding] = []
    waiting: dict[str, Expression] = {}
    for fact in facts.values():
        if not fact.expr:
            continue
        try:
            waiting[fact.id] = expression(fact.expr)
        except NotArithmetic as wrong:
            found.append(_refused(fact, wrong))
    while ready := [n for n, read in waiting.items() if not _needs(read) & waiting.keys()]:
        for name in ready:
            try:
                done[name] = _valued(facts[name], waiting.pop(name), done)
            except Incomputable as wrong:
                found.append(_refused(facts[name], wrong))
    found += [_refused(facts[name], say("it needs its own value first")) for name in waiting]
    return {name: done[name] for name in facts if name in done}, tuple(found)


def _valued(fact: Fact, read: Expression, done: Mapping[str, Fact]) -> Fact:
    value = rounded(Computer(done, exact=True).value(read).low, place(fact.scale, fact.decimals), fact.bound)
    if fact.change is None:
        return replace(fact, value=value)
    # A computed change says by its sign which way it went.
    way = Direction.FLAT if not value else Direction.DOWN if value < 0 else Direction.UP
    return replace(fact, value=abs(value), change=replace(fact.change, direction=way))


def _needs(read: Expression) -> set[str]:
    return {name for name, within in names(read) if within != "listed"}


def _refused(fact: Fact, why: object) -> Finding:
    hint = say(
        "write ids, numbers, + - * / and the functions of docs/writing.md; a minus stands between spaces"
    )
    return error(
        "facts/expression", say("“{expr}” gives no value: {why}", expr=fact.expr, why=why), fact.span, hint
    )
