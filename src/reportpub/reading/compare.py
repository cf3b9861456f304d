"""Whether a Chinese and an English text say the same numbers: matched by value, what is left over named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading.chinese_words import CASES as ZH_CASES
from reportpub.reading.chinese_words import PERSONS as ZH_PERSONS
from reportpub.reading.english_words import CASES, PERSONS
from reportpub.reading.quantity import PROPORTIONS, Measure, Quantity, Weight
from reportpub.sentences import Sentence

_FIRM = Weight.FIRM


class Kind(StrEnum):
    """How two texts differ in a number."""

    MISSING = "missing"
    ADDED = "added"
    CHANGED = "changed"
    OTHERS = "others"
    POINTS = "points"
    QUALIFIER = "qualifier"
    UNIT = "unit"
    DIRECTION = "direction"
    CROSSED = "crossed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: the number in Chinese, in English, or both, and half a sentence that explains it."""

    kind: Kind
    zh: tuple[Quantity, ...]
    en: tuple[Quantity, ...]
    why: Sentence


@dataclass(frozen=True, slots=True)
class Matching:
    """Which number of one text answers which of the other, and those that nothing answers."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    zh: tuple[Quantity, ...]
    en: tuple[Quantity, ...]


def matched(zh: Sequence[Quantity], en: Sequence[Quantity]) -> Matching:
    """Return the best one-to-one matching of the numbers of two texts, equal values first."""
    long_zh = max((q.end for q in zh), default=1) or 1
    long_en = max((q.end for q in en), default=1) or 1
    scored = []
    for i, z in enumerate(zh):
        for j, e in enumerate(en):
            score = _score(z, e)
            if score > 0:
                near = abs(z.start / long_zh - e.start / long_en)
                scored.append((score + 8 * (1 - near), -abs(i - j), i, j))
    left, right, pairs = set(range(len(zh))), set(range(len(en))), []
    for _, _, i, j in sorted(scored, reverse=True):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((zh[i], en[j]))
    return Matching(tuple(pairs), tuple(zh[i] for i in sorted(left)), tuple(en[j] for j in sorted(right)))


def _score(z: Quantity, e: Quantity) -> float:
    if (z.measure is Measure.CODE) is not (e.measure is Measure.CODE):
        return 30 if z.value == e.value and z.value else 0
    if z.measure is Measure.CODE:
        return 120 if z.code == e.code else 0
    best = 0.0
    for a, x in enumerate(z.values):
        for b, y in enumerate(e.values):
            if x == y or (z.measure in PROPORTIONS and e.measure in PROPORTIONS and _thirds(x, y)):
                best = max(best, 100.0 - (15 if a else 0) - (15 if b else 0))
    if z.bound is Bound.VAGUE and e.bound is Bound.VAGUE:
        best = max(best, 60.0)
    elif Bound.VAGUE in (z.bound, e.bound) and z.value <= 100 * e.value and e.value <= 100 * z.value:
        best = max(best, 15.0)
    if not best:
        return 0
    best += 20 if z.measure is e.measure else _kinship(z.measure, e.measure)
    best += 10 * (z.weight is _FIRM) + 10 * (e.weight is _FIRM) + 5 * (z.bound is e.bound)
    best += 6 * (z.turn == e.turn != 0) - 6 * (z.turn * e.turn < 0)
    return best + _named(z, e)


def _kinship(z: Measure, e: Measure) -> int:
    pair = {z, e}
    if pair <= PROPORTIONS:
        return 10
    if pair <= {Measure.NUMBER, Measure.ORDINAL, Measure.YEAR}:
        return -5
    if pair == {Measure.DAY, Measure.ORDINAL}:
        return -5
    return -30


def _named(z: Quantity, e: Quantity) -> int:
    """Return what the units say for or against a pair: the same currency, heads and heads."""
    if len(z.unit) == 3 and len(e.unit) == 3 and z.unit.isupper() and e.unit.isupper():
        return 8 if z.unit == e.unit else -20
    if (z.unit in ZH_PERSONS and e.unit in PERSONS) or (z.unit in ZH_CASES and e.unit in CASES):
        return 8
    if (z.unit in ZH_PERSONS and e.unit in CASES) or (z.unit in ZH_CASES and e.unit in PERSONS):
        return -8
    return 0


def _thirds(x: Fraction, y: Fraction) -> bool:
    """Tell whether one is a fraction and the other its rounding: 一半多 and 51%, 66.7% and two-thirds."""
    return abs(x - y) <= Fraction(1, 2) and (x.denominator % 3 == 0 or y.denominator % 3 == 0)
