"""What two texts say differently in numbers, as findings with both excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportpub.findings import Finding, Related, Span, error, warning
from reportpub.reading.compare import Kind
from reportpub.reading.parity import differences
from reportpub.reading.quantity import Quantity
from reportpub.sentences import Sentence, listed, say

AROUND, _OPENING = 12, 80
"""Characters of the text shown on either side of a number, and of one that lacks it."""

_HINTS = {
    Kind.MISSING: say("say it in English as well, or take it out of the Chinese"),
    Kind.ADDED: say("take it out of the English, or say it in Chinese as well"),
    Kind.CHANGED: say("look up which value is right"),
    Kind.OTHERS: say("count the names before 等; “N others” is the total without them"),
    Kind.POINTS: say("a rate moves by percentage points; a number moves by percent"),
    Kind.QUALIFIER: say("let both languages claim the same"),
    Kind.UNIT: say("name in English what the Chinese counts: cases, people, or how many times"),
    Kind.DIRECTION: say("look up which way it went"),
    Kind.CROSSED: say("let both lists follow one order in both languages"),
}


def unequal(zh: str, en: str, zh_span: Span, en_span: Span, *, folded: bool = False) -> Iterator[Finding]:
    """Yield a finding for each number that a Chinese text and its English translation say differently.

    It stands where the number does, or where a text begins that is `folded` over several lines.
    """
    for found in differences(zh, en):
        sides = (_Side(zh, zh_span, found.zh), _Side(en, en_span, found.en))
        there, other = sides[::-1] if found.en else sides
        excerpts = listed((say("“{name}”", name=side.excerpt) for side in sides if side.numbers), " / ")
        finding = _finding(
            found.kind,
            say("{why}: {excerpts}", why=found.why, excerpts=excerpts),
            there.place(folded=folded),
            _HINTS[found.kind],
        )
        yield replace(finding, related=(Related(other.place(folded=folded), other.excerpt),))


@dataclass(frozen=True, slots=True)
class _Side:
    """What one language says: its text, where it stands, and the numbers in question."""

    text: str
    span: Span
    numbers: tuple[Quantity, ...]

    @property
    def excerpt(self) -> str:
        """Return the words around the numbers, those the text begins with where it has none."""
        return _excerpt(self.text, self.numbers) if self.numbers else opening(self.text)

    def place(self, *, folded: bool) -> Span:
        """Return where the first number stands, or the text where it has none or is folded."""
        return self.span if folded or not self.numbers else _within(self.span, self.numbers)


def opening(text: str) -> str:
    """Return how a text begins, for those who are led to it."""
    return text if len(text) <= _OPENING else text[:_OPENING].rstrip() + "…"


def _finding(kind: Kind, message: Sentence, place: Span, hint: Sentence) -> Finding:
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
