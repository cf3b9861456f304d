"""Which facts of a report begun from the last one still wait for the value of this year."""

from __future__ import annotations

from collections.abc import Mapping

from reportpub.model.arithmetic import expression, names
from reportpub.model.facts import Fact


def waiting(facts: Mapping[str, Fact]) -> frozenset[str]:
    """Return the ids of the facts that are not revised, and of those computed from such facts."""
    found = {name for name, fact in facts.items() if not fact.revised}
    computed = {
        name: {used for used, within in names(expression(fact.expr)) if within != "listed"}
        for name, fact in facts.items()
        if fact.expr
    }
    while more := {name for name, used in computed.items() if used & found} - found:
        found |= more
    return frozenset(found)
