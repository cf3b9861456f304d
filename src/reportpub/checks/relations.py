"""Whether the relations declared between facts hold, given how exactly each figure is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from reportpub.findings import Finding, Related, Severity, error
from reportpub.model.arithmetic import Call, Claim, Expression, names
from reportpub.model.computing import Computer, Incomputable
from reportpub.model.facts import Fact, Relation
from reportpub.model.intervals import Interval
from reportpub.model.report import Report
from reportpub.model.revision import waiting
from reportpub.sentences import NOTHING, Sentence, as_it_is, say

_PLACES = 4


def unrelated(report: Report) -> tuple[Finding, ...]:
    """Return a finding for each relation that fails, with what was computed; accepted ones become notes.

    A relation between facts that still wait for the value of this year is not judged yet.
    """
    computer = Computer(report.facts.facts)
    unsettled = waiting(report.facts.facts)
    return tuple(
        finding
        for relation in report.facts.relations
        if not _named(relation.claim) & unsettled
        and (finding := _judged(relation, computer, report)) is not None
    )


def _named(claim: Claim) -> set[str]:
    return {name for side in (claim.left, claim.right) if side for name, _ in names(side)}


def _judged(relation: Relation, computer: Computer, report: Report) -> Finding | None:
    try:
        said = _failure(relation.claim, computer, report.terms)
    except Incomputable as wrong:
        hint = say("name facts that are there; terms only within listed(…)")
        message = say("“{holds}” cannot be computed: {wrong}", holds=relation.holds, wrong=wrong)
        return error("relations/incomputable", message, relation.span, hint)
    if not said and not relation.accept:
        return None
    if not said:
        message = say("“{id}” is accepted as broken, and it holds", id=relation.id)
        return error("relations/needless", message, relation.span, say("take accept away"))
    related = _declared(relation.claim, report.facts.facts)
    if relation.accept:
        message = say(
            "{holds}: {said}; accepted: {accept}", holds=relation.holds, said=said, accept=relation.accept
        )
        broken = error("relations/broken", message, relation.span)
        return replace(broken, severity=Severity.NOTE, related=related)
    hint = say("correct a figure, or write under accept why it may stay")
    broken = error(
        "relations/broken", say("{holds}: {said}", holds=relation.holds, said=said), relation.span, hint
    )
    return replace(broken, related=related)


def _declared(claim: Claim, known: Mapping[str, Fact]) -> tuple[Related, ...]:
    """Return where the facts of a claim are declared, with their values."""
    return tuple(
        Related(known[name].span, f"{name}: {known[name].value} {known[name].unit}".rstrip())
        for name in sorted(_named(claim))
        if name in known
    )


def _failure(claim: Claim, computer: Computer, terms: Mapping[str, object]) -> Sentence:
    """Return how a claim fails, with the computed values; nothing when it holds."""
    for side in (claim.left, claim.right):
        for name, within in names(side) if side else ():
            if within == "listed" and name not in terms:
                raise Incomputable(say("there is no term “{name}”", name=name))
    if claim.right is None:
        lies = computer.value(_asked(claim.left))
        return (
            NOTHING
            if lies.holds_whole()
            else say("computed {lies}, where no whole number lies", lies=said(lies))
        )
    left, right = computer.value(claim.left), computer.value(claim.right)
    holds = {
        "=": left.meets(right),
        "<": left.low < right.high,
        "<=": left.low <= right.high,
        ">": left.high > right.low,
        ">=": left.high >= right.low,
    }[claim.sign]
    return NOTHING if holds else say("computed {left} against {right}", left=said(left), right=said(right))


def _asked(predicate: Expression) -> Expression:
    assert isinstance(predicate, Call), "only whole(…) stands without a second side"  # noqa: S101
    return predicate.given[0]


def said(lies: Interval) -> Sentence:
    """Return where a value lies, in figures with four decimals at most."""
    low, high = as_it_is(_figures(lies.low)), _figures(lies.high)
    return low if low == high else say("{low} to {high}", low=low, high=high)


def _figures(value: Fraction) -> str:
    return f"{float(round(value, _PLACES)):,.{_PLACES}f}".rstrip("0").rstrip(".")
