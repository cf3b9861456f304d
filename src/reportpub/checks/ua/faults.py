"""What is wrong with a screen file, where in it, and in which block of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportpub.checks.ua.tree import Element
from reportpub.findings import Finding, Severity, Span
from reportpub.sentences import NOTHING, Sentence, listed, say

_EXCERPT = 30
"""Characters."""

OURS = say("keep the file and report it: this is a fault of the program, or of a layout's wrapper")
THEIRS = say("mend it in the program that made the file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: what it is, the page from 1 or 0, the way to the element, its first words, its block."""

    code: str
    message: Sentence
    page: int = 0
    path: str = ""
    excerpt: str = ""
    block: str = ""
    hint: Sentence = NOTHING
    severity: Severity = Severity.ERROR


def fault(
    code: str, message: Sentence, at: Element | None = None, *, page: int = 0, hint: Sentence = NOTHING
) -> Fault:
    """Return a fault of an element, of a page, or of the whole document."""
    if at is None:
        return Fault(code=code, message=message, page=page, hint=hint)
    said = " ".join(at.said().split())
    excerpt = said[:_EXCERPT] + ("…" if len(said) > _EXCERPT else "")
    return Fault(
        code=code,
        message=message,
        page=at.page or page,
        path=at.path,
        excerpt=excerpt,
        block=at.block,
        hint=hint,
    )


def doubt(
    code: str, message: Sentence, at: Element | None = None, *, page: int = 0, hint: Sentence = NOTHING
) -> Fault:
    """Return something that a person should look at."""
    one = fault(code, message, at, page=page, hint=hint)
    return Fault(
        code=code,
        message=message,
        page=one.page,
        path=one.path,
        excerpt=one.excerpt,
        block=one.block,
        hint=hint,
        severity=Severity.WARNING,
    )


def findings(faults: Iterable[Fault], spans: Mapping[str, Span], *, ours: bool = True) -> tuple[Finding, ...]:
    """Return the faults as findings; `spans` tells where the block of each anchor is written."""
    return tuple(
        Finding(
            one.code, one.severity, _said(one), spans.get(one.block), one.hint or (OURS if ours else THEIRS)
        )
        for one in faults
    )


def _said(one: Fault) -> Sentence:
    parts = (
        say("page {page}", page=one.page) if one.page else NOTHING,
        one.path,
        say("“{name}”", name=one.excerpt) if one.excerpt else NOTHING,
    )
    place = listed(filter(None, parts))
    return say("{place}: {message}", place=place, message=one.message) if place else one.message
