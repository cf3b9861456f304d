"""Which Chinese unit answers which English one: an alignment by length, numbers, names and structure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportpub.adoption.headings import numbered
from reportpub.adoption.leads import lead_end
from reportpub.adoption.units import Kind, Unit
from reportpub.adoption.words import Words
from reportpub.reading.pairing import paired

_NEVER = 1e6
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
    """Return the alignment of the units of two languages, in order."""
    order = {unit.order: unit.lang for unit in (*zh, *en)}
    langs = [order[at] for at in sorted(order)]
    turns = sum(a is not b for a, b in pairwise(langs))
    alternates = turns > _ALTERNATES * len(langs)

    def apart(left: Sequence[int], right: Sequence[int]) -> float:
        return _apart([zh[i] for i in left], [en[j] for j in right], alternates=alternates)

    found = paired([_said(unit) for unit in zh], [_said(unit) for unit in en], apart)
    return tuple(
        Match(tuple(zh[i] for i in pair.zh), tuple(en[j] for j in pair.en), _score(pair.cost))
        for pair in found
    )


def _said(unit: Unit) -> str:
    """Return what the numbers and names of a unit are read from."""
    if unit.table is not None:
        return " ".join(cell.text for row in unit.table.rows for cell in row)
    return unit.label + (" " if unit.label and unit.text else "") + unit.text


def _apart(zh: Sequence[Unit], en: Sequence[Unit], *, alternates: bool) -> float:
    """Return what structure says for or against a pair."""
    if len(zh) + len(en) > 2 and any(unit.kind is not Kind.PARAGRAPH for unit in (*zh, *en)):  # noqa: PLR2004
        return _NEVER
    for side in (zh, en):
        if len(side) > 1 and (all(map(_opens, side)) or any(u.text[:1] in _ASIDE for u in side)):
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
        marks = numbered(left), numbered(right)
        if marks[0] is not None and marks[1] is not None and marks[0].number != marks[1].number:
            cost += 2.0
    elif left.kind is Kind.TABLE and _shape(left) != _shape(right):
        return _NEVER
    elif left.kind in (Kind.TITLE, Kind.TABLE, Kind.PICTURE):
        cost += _HEADINGS
    if alternates and abs(zh[-1].order - en[0].order) == 1:
        cost += _BESIDE
    return cost


def _shape(unit: Unit) -> tuple[int, ...]:
    return tuple(len(row) for row in unit.table.rows) if unit.table is not None else ()


def _opens(unit: Unit) -> bool:
    """Tell whether a paragraph begins with a run-in heading, and so begins something of its own."""
    return lead_end(Words(unit.text, unit.lang, unit.span)) is not None


def _score(cost: float) -> float:
    """Return a cost as a share of certainty: pairs that agree in everything cost less than nothing."""
    return round(1 / (1 + math.exp(2.5 * (cost - 1.3))), 2)
