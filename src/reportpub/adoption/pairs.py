"""Which Chinese unit answers which English one: an alignment by length, numbers, names and structure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from reportpub.adoption.headings import numbered
from reportpub.adoption.leads import lead_end
from reportpub.adoption.units import Kind, Unit
from reportpub.adoption.words import Words
from reportpub.findings import ContentError, error
from reportpub.reading.pairing import paired
from reportpub.sentences import say

_NEVER = 1e6
_BAND = 80
_MOST = 1_000_000
"""Pairs that are weighed at once, which bounds the time."""
_SAME_ROW = -3.0
_BESIDE = -0.9
"""What it is worth that two units stand beside each other in a text that alternates between its languages."""
_ALTERNATES = 0.3
_ASIDE = tuple("(（*※")
"""What a remark in brackets begins with, which is part of no paragraph."""
_HEADINGS = -1.0
"""What it is worth that both are headings of one level."""


@dataclass(frozen=True, slots=True)
class Match:
    """Units that answer each other, one side of which may be empty, and how sure that is, from 0 to 1."""

    zh: tuple[Unit, ...]
    en: tuple[Unit, ...]
    score: float


def matches(zh: Sequence[Unit], en: Sequence[Unit]) -> tuple[Match, ...]:
    """Return the alignment of the units of two languages, in order; `ContentError` where there are too many.

    Chapters that bear the same number in both languages answer each other, and are aligned one by one.
    """
    order = {unit.order: unit.lang for unit in (*zh, *en)}
    langs = [order[at] for at in sorted(order)]
    turns = sum(a is not b for a, b in pairwise(langs))
    alternates = turns > _ALTERNATES * len(langs)
    found: list[Match] = []
    for left, right in _chapters(zh, en):
        if len(left) * (abs(len(left) - len(right)) + _BAND) > _MOST and right:
            hint = say("adopt it chapter by chapter, or give its chapters the same numbers in both languages")
            message = say(
                "{left} Chinese and {right} English lines are too many to pair at once",
                left=len(left),
                right=len(right),
            )
            raise ContentError((error("adopt/too-long", message, left[0].span, hint),))
        found += _aligned(left, right, alternates=alternates)
    return tuple(found)


def _aligned(zh: Sequence[Unit], en: Sequence[Unit], *, alternates: bool) -> list[Match]:
    opening = {unit.order for unit in (*zh, *en) if _opens(unit)}
    marks = {unit.order: said.number for unit in (*zh, *en) if (said := numbered(unit)) is not None}

    def apart(left: Sequence[int], right: Sequence[int]) -> float:
        sides = [zh[i] for i in left], [en[j] for j in right]
        cost = _apart(*sides, opening, marks)
        beside = alternates and abs(sides[0][-1].order - sides[1][0].order) == 1
        return cost + _BESIDE if beside else cost

    pairs = paired([_said(unit) for unit in zh], [_said(unit) for unit in en], apart)
    return [
        Match(tuple(zh[i] for i in pair.zh), tuple(en[j] for j in pair.en), _score(pair.cost))
        for pair in pairs
    ]


def _chapters(zh: Sequence[Unit], en: Sequence[Unit]) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
    """Yield the units of both languages chapter by chapter, all at once where they bear no numbers."""
    left, right = _numbers(zh), _numbers(en)
    begin = (0, 0)
    for number in left:
        if number in right:
            yield zh[begin[0] : left[number]], en[begin[1] : right[number]]
            begin = left[number], right[number]
    yield zh[begin[0] :], en[begin[1] :]


def _numbers(units: Sequence[Unit]) -> Mapping[int, int]:
    """Return where each numbered chapter begins; nothing where the numbers do not rise one by one."""
    found: dict[int, int] = {}
    last = 0
    for at, unit in enumerate(units):
        if unit.kind is Kind.HEADING and unit.level == 1 and (said := numbered(unit)) is not None:
            if said.number != last + 1:
                return {}
            last = said.number
            found[last] = at
    return found


def _said(unit: Unit) -> str:
    """Return what the numbers and names of a unit are read from."""
    if unit.table is not None:
        return " ".join(cell.text for row in unit.table.rows for cell in row)
    return unit.label + (" " if unit.label and unit.text else "") + unit.text


def _apart(
    zh: Sequence[Unit], en: Sequence[Unit], opening: AbstractSet[int], marks: Mapping[int, int]
) -> float:
    """Return what structure says for or against a pair."""
    if len(zh) + len(en) > 2 and any(unit.kind is not Kind.PARAGRAPH for unit in (*zh, *en)):  # noqa: PLR2004
        return _NEVER
    for side in (zh, en):
        begin = all(unit.order in opening for unit in side)
        if len(side) > 1 and (begin or any(unit.text[:1] in _ASIDE for unit in side)):
            return _NEVER
    left, right = zh[0], en[0]
    rows = {unit.row for unit in (*zh, *en)}
    if len(rows) > 1:
        return _NEVER
    cost = _SAME_ROW if rows != {0} else 0.0
    if left.kind is not right.kind:
        soft = {left.kind, right.kind} == {Kind.PARAGRAPH, Kind.ITEM}
        return cost + 0.8 if soft else _NEVER
    if left.kind is Kind.HEADING:
        cost += _HEADINGS if left.level == right.level else 2.0
        numbers = marks.get(left.order), marks.get(right.order)
        if None not in numbers and numbers[0] != numbers[1]:
            cost += 2.0
    elif left.kind is Kind.TABLE and _shape(left) != _shape(right):
        return _NEVER
    elif left.kind in (Kind.TITLE, Kind.TABLE, Kind.PICTURE):
        cost += _HEADINGS
    return cost


def _shape(unit: Unit) -> tuple[int, ...]:
    return tuple(len(row) for row in unit.table.rows) if unit.table is not None else ()


def _opens(unit: Unit) -> bool:
    """Tell whether a paragraph begins with a run-in heading, and so begins something of its own."""
    return lead_end(Words(unit.text, unit.lang, unit.span)) is not None


def _score(cost: float) -> float:
    """Return a cost as a share of certainty: pairs that agree in everything cost less than nothing."""
    return round(1 / (1 + math.exp(2.5 * (cost - 1.3))), 2)
