"""What two texts say differently in numbers, as findings with both excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportpub.findings import Finding, Span, error, warning
from reportpub.reading.compare import Difference, Kind
from reportpub.reading.parity import differences
from reportpub.reading.quantity import Quantity

AROUND = 12
"""Characters of the text shown on either side of a number."""

_HINTS = {
    Kind.MISSING: "say it in English as well, or take it out of the Chinese",
    Kind.ADDED: "take it out of the English, or say it in Chinese as well",
    Kind.CHANGED: "look up which value is right",
    Kind.OTHERS: "count the names before 等; “N others” is the total without them",
    Kind.POINTS: "a rate moves by percentage points; a number moves by percent",
    Kind.QUALIFIER: "let both languages claim the same",
    Kind.UNIT: "name in English what the Chinese counts: cases, people, or how many times",
    Kind.DIRECTION: "look up which way it went",
    Kind.CROSSED: "let both lists follow one order in both languages",
}


def unequal(zh: str, en: str, zh_span: Span, en_span: Span, *, folded: bool = False) -> Iterator[Finding]:
    """Yield a finding for each number that a Chinese text and its English translation say differently.

    It stands where the number does, or where a text begins that is `folded` over several lines.
    """
    for found in differences(zh, en):
        span, numbers = (en_span, found.en) if found.en else (zh_span, found.zh)
        place = span if folded else _within(span, numbers)
        excerpts = _excerpts(found, zh, en)
        yield _finding(found.kind, f"{found.why}: {excerpts}", place, _HINTS[found.kind])


def _finding(kind: Kind, message: str, place: Span, hint: str) -> Finding:
    match kind:
        case Kind.MISSING:
            return error("figures/missing", message, place, hint)
        case Kind.ADDED:
            return error("figures/added", message, place, hint)
        case Kind.CHANGED:
            return error("figures/changed", message, place, hint)
        case Kind.OTHERS:
            return error("figures/others", message, place, hint)
        case Kind.POINTS:
            return error("figures/points", message, place, hint)
        case Kind.QUALIFIER:
            return warning("figures/qualifier", message, place, hint)
        case Kind.UNIT:
            return error("figures/unit", message, place, hint)
        case Kind.DIRECTION:
            return error("figures/direction", message, place, hint)
        case Kind.CROSSED:
            return error("figures/crossed", message, place, hint)


def _excerpts(found: Difference, zh: str, en: str) -> str:
    sides = [_excerpt(text, said) for text, said in ((zh, found.zh), (en, found.en)) if said]
    return " / ".join(f"“{side}”" for side in sides)


def _excerpt(text: str, said: Sequence[Quantity]) -> str:
    """Return the words around some numbers, cut at whole words in English."""
    start = max(0, min(q.start for q in said) - AROUND)
    end = min(len(text), max(q.end for q in said) + AROUND)
    while start > 0 and text[start - 1].isascii() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isascii() and text[end].isalnum():
        end += 1
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def _within(span: Span, said: Sequence[Quantity]) -> Span:
    at = min(q.start for q in said)
    return replace(span, column=span.column + at, start=span.start + at, end=span.start + at)
