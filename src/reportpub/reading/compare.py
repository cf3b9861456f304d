"""Whether a Chinese and an English text say the same numbers: matched by value, what is left over named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading.chinese_words import CASES as ZH_CASES
from reportpub.reading.chinese_words import PERSONS as ZH_PERSONS
from reportpub.reading.conversions import converts
from reportpub.reading.english_words import CASES, PERSONS
from reportpub.reading.quantity import CALENDAR, PROPORTIONS, Measure, Quantity, Weight

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
    why: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Which number of one text answers which of the other, and those that nothing answers."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    zh: tuple[Quantity, ...]
    en: tuple[Quantity, ...]


_RELATIVE = re.compile(
    r"去年|今年|当年|同年|前年|明年|全年|年内|上年|本年|次年|翌年|年底|年初|年末|年中|近年|那年|这年|一年|往年|每年|年度"
)
_RELATIVE_EN = re.compile(
    r"\b(?:last|this|that|next|same|previous|following|past|the|current|entire) years?\b|\bthroughout the year|\byear[- ]end|\byear earlier"
    r"|\ba year\b|\byears?\b|\bannual",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:other|others|another|more|further|additional|remaining)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[，,。；;：:！？]")


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


def unanswered(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield what is left of a matching once rounding, conversions, others and repetition are allowed for."""
    zh = list(match.zh)
    en = list(match.en)
    for z in tuple(zh):
        for e in tuple(en):
            if z in zh and e in en and (_rounded(z, e) or converts(z, e)):
                zh.remove(z)
                en.remove(e)
    for e in tuple(en):
        around = en_text[max(0, e.start - 12) : e.end + 10]
        whole = next(
            (z for z in zh if z.value > e.value and z.value - e.value <= 20 and _open(z, zh_text)), None
        )
        if whole is not None and e.value and _OTHER.search(around):
            zh.remove(whole)
            en.remove(e)
            named = _listed(whole, zh_text)
            if named != whole.value - e.value:
                why = f"{whole.value} in all against {e.value} others, with {named} named"
                yield Difference(Kind.OTHERS, (whole,), (e,), why)
    zh = [z for z in zh if not _repeated(z, match.pairs, 0)]
    en = [e for e in en if not _repeated(e, match.pairs, 1) and not _gloss(e, en_text)]
    yield from _left(zh, en, zh_text, en_text)


def _rounded(z: Quantity, e: Quantity) -> bool:
    """Tell whether one is the other, rounded to the digits it says."""
    family = {z.measure, e.measure}
    if len(family) > 1 and not family <= PROPORTIONS and not family <= {Measure.NUMBER, Measure.MULTIPLE}:
        return False
    if z.measure in CALENDAR or z.measure in (Measure.YEAR, Measure.CODE, Measure.ORDINAL):
        return False
    last = {q: _last(q) for q in (z, e)}
    coarse, fine = (z, e) if last[z] > last[e] else (e, z)
    if last[z] == last[e] or not coarse.value:
        return False
    if not (coarse.bound or coarse.hedged or fine.last > 0):
        # 7.8万 is not how one says 78,003; about 78,000 may be.
        return False
    if z.bound is e.bound and z.bound in (Bound.OVER, Bound.UNDER):
        return False
    step = Fraction(10) ** last[coarse]
    apart = fine.value - coarse.value
    match coarse.bound:
        case Bound.OVER:
            fits = 0 <= apart < step
        case Bound.UNDER:
            fits = -step < apart <= 0
        case _:
            fits = abs(apart) <= step / 2
    return fits and abs(apart) <= coarse.value / 10


def _last(q: Quantity) -> int:
    """Return the power of ten of the last digit that is meant: of “about 10,300” the hundreds."""
    last = q.last
    while (q.bound or q.hedged) and q.value and (q.value / Fraction(10) ** (last + 1)).denominator == 1:
        last += 1
    return last


def _open(z: Quantity, text: str) -> bool:
    """Tell whether 等 stands before a number: 等5件."""
    return "等" in text[max(0, z.start - 3) : z.start]


def _listed(z: Quantity, text: str) -> int:
    """Return how many things stand in the list before 等."""
    before = text[: text.rfind("等", 0, z.start)]
    start = 0
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        depth += (before[at] in "”’》)）") - (before[at] in "“‘《(（")
        if depth == 0 and _CLAUSE.match(before[at]):
            start = at + 1
            break
    items = re.sub(r"[(（][^()（）]*[)）]", "", before[start:])
    quoted = re.findall(r"“[^”]*”|《[^》]*》", items)
    outer = re.sub(r"“[^”]*”|《[^》]*》", "", items)
    return max(len(quoted), outer.count("、") + 1, (quoted and outer.count("、") + 1) or 0)


def _repeated(q: Quantity, pairs: Sequence[tuple[Quantity, Quantity]], side: int) -> bool:
    return any(
        q.value == other.value and _kin(q, other) for pair in pairs for other in (pair[1 - side], pair[side])
    )


def _kin(q: Quantity, other: Quantity) -> bool:
    return (
        q.measure is other.measure
        or {q.measure, other.measure} <= PROPORTIONS
        or ({q.measure, other.measure} <= {Measure.NUMBER, Measure.ORDINAL, Measure.YEAR, Measure.DAY})
    )


def _gloss(e: Quantity, text: str) -> bool:
    """Tell whether an English number only says another one again in brackets, in other units or money."""
    opened = text.rfind("(", 0, e.start + 1)
    closed = text.find(")", e.end - 1)
    if opened < 0 or closed < 0 or ")" in text[opened : e.start] or closed - opened > 60:
        return False
    inner = text[opened + 1 : closed]
    before = re.search(r"\d[^()]{0,30}$", text[:opened])
    return (
        before is not None
        and re.search(
            r"[$€£¥]|\b(?:US|USD|RMB|yuan|miles?|feet|foot|inch(?:es)?|acres?|pounds?|lbs?|ounces?|°?F\b|Fahrenheit|hectares?|km|kg|cm|meters?|about|or)\b",
            inner,
        )
        is not None
    )


def _left(zh: list[Quantity], en: list[Quantity], zh_text: str, en_text: str) -> Iterator[Difference]:
    zh = [z for z in zh if z.weight is _FIRM or z.measure is Measure.CODE]
    en = [e for e in en if e.weight is _FIRM or e.measure is Measure.CODE]
    for z in tuple(zh):
        like = [e for e in en if _alike(z, e)]
        if like:
            e = min(like, key=lambda e: _distance(z, e, zh_text, en_text))
            zh.remove(z)
            en.remove(e)
            yield Difference(Kind.CHANGED, (z,), (e,), "the values differ")
    for z in zh:
        if (
            z.measure not in CALENDAR
            and z.measure is not Measure.CODE
            and not (z.measure is Measure.YEAR and _RELATIVE_EN.search(en_text))
        ):
            yield Difference(Kind.MISSING, (z,), (), "it has no counterpart in the English")
    for e in en:
        if (
            e.measure not in CALENDAR
            and e.measure is not Measure.CODE
            and not (e.measure is Measure.YEAR and _RELATIVE.search(zh_text))
        ):
            yield Difference(Kind.ADDED, (), (e,), "it has no counterpart in the Chinese")


def _alike(z: Quantity, e: Quantity) -> bool:
    if z.measure is Measure.CODE or e.measure is Measure.CODE:
        letters = re.sub(r"\d", "", z.code), re.sub(r"\d", "", e.code)
        return z.measure is e.measure and letters[0] == letters[1]
    if z.measure in CALENDAR or e.measure in CALENDAR:
        return z.measure is e.measure
    return _kin(z, e) or {z.measure, e.measure} <= {
        Measure.NUMBER,
        Measure.ORDINAL,
        Measure.MULTIPLE,
        Measure.PERCENT,
        Measure.POINT,
    }


def _distance(z: Quantity, e: Quantity, zh_text: str, en_text: str) -> float:
    place = abs(z.start / (len(zh_text) or 1) - e.start / (len(en_text) or 1))
    same = z.measure is e.measure
    return place + (0 if same else 1)
