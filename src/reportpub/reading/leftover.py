"""What a matching leaves unanswered, once everything that may stand alone is allowed for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportpub.reading.compare import Difference, Kind, Matching
from reportpub.reading.compound import summed
from reportpub.reading.conversions import as_one, converts, estranged
from reportpub.reading.doubt import lengthened, shortened, telling, understood
from reportpub.reading.excuses import gloss, kin, listed, opened, repeated, rounded, slight
from reportpub.reading.quantity import CALENDAR, Measure, Quantity, Weight
from reportpub.reading.units import english_unit
from reportpub.sentences import say

_FIRM = Weight.FIRM
_RELATIVE = re.compile(
    r"去年|今年|当年|同年|前年|明年|全年|年内|上年|本年|次年|翌年|年底|年初|年末|年中|近年|那年|这年|一年|往年|每年|年度"
    r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|一战|二战|抗战|战争|之战|改革开放|建国|成立|朝|代|帝"
)
"""Words for a year or a time that a translator may give in figures: 去年, 甲午, 贞观, 宋代."""
_RELATIVE_EN = re.compile(
    r"\b(?:last|this|that|next|same|previous|following|past|the|current|entire) years?\b|\bthroughout the year|\byear[- ]end|\byear earlier"
    r"|\ba year\b|\byears?\b|\bannual",
    re.IGNORECASE,
)
_NEAR = 0.35
"""Of the length of a text: as far as a small count may move in translation."""
_FEW = 3
"""So many at most may be said in English where Chinese says nothing: all three of them."""
_OTHER = re.compile(r"\b(?:other|others|another|more|further|additional|remaining)\b", re.IGNORECASE)


def unanswered(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield what is left of a matching once rounding, conversions, others and repetition are allowed for."""
    whole_said = summed(match, zh_text, en_text)
    zh = [z for z in match.zh if z not in whole_said]
    en = [e for e in match.en if e not in whole_said]
    units = {e.unit for e in (*match.en, *(e for _, e in match.pairs)) if english_unit(e.unit)}
    for z in tuple(zh):
        for e in tuple(en):
            if z in zh and e in en and (rounded(z, e) or _converted(z, e, units)):
                zh.remove(z)
                en.remove(e)
    for e in tuple(en):
        around = en_text[max(0, e.start - 12) : e.end + 10]
        whole = next(
            (z for z in zh if z.value > e.value and z.value - e.value <= 20 and opened(z, zh_text)), None
        )
        if whole is None or not e.value:
            continue
        named = listed(whole, zh_text)
        others = _OTHER.search(around) is not None
        if others or named == whole.value - e.value:
            # 张明等3名同志 may be two colleagues as well as two other comrades.
            zh.remove(whole)
            en.remove(e)
        if others and named != whole.value - e.value:
            why = say(
                "{value} in all against {others} others, with {named} named",
                value=whole.value,
                others=e.value,
                named=named,
            )
            yield Difference(Kind.OTHERS, (whole,), (e,), why)
    zh = [z for z in zh if not repeated(z, match.pairs, 0) and not as_one(z, en_text)]
    en = [e for e in en if not repeated(e, match.pairs, 1) and not gloss(e, en_text)]
    clear_zh = understood(zh, (*(z for z, _ in match.pairs), *match.zh), zh_text)
    clear_en = understood(en, (*(e for _, e in match.pairs), *match.en), en_text)
    yield from _left(zh if clear_en else [], en if clear_zh else [], zh_text, en_text)


def _converted(z: Quantity, e: Quantity, units: Iterable[str]) -> bool:
    """Tell whether one is the other in another unit, which may be left to a number beside it: 300 million tonnes to 700 million."""
    return converts(z, e) or (not e.unit and any(converts(z, replace(e, unit=unit)) for unit in units))


def _left(zh: list[Quantity], en: list[Quantity], zh_text: str, en_text: str) -> Iterator[Difference]:
    zh = [z for z in zh if z.weight is _FIRM or z.measure is Measure.CODE]
    en = [e for e in en if e.weight is _FIRM or e.measure is Measure.CODE]
    for z in tuple(zh):
        if foreign := next((e for e in en if estranged(z, e)), None):
            zh.remove(z)
            en.remove(foreign)
            continue
        like = [
            e for e in en if _alike(z, e) and not (slight(z) and slight(e) and _apart(z, e, zh_text, en_text))
        ]
        if like:
            e = min(like, key=lambda e: _distance(z, e, zh_text, en_text))
            zh.remove(z)
            en.remove(e)
            if not (_loose_month(z, zh_text) or _loose_month(e, en_text)):
                yield Difference(Kind.CHANGED, (z,), (e,), say("the values differ"))
    for z in zh:
        if (
            not slight(z)
            and (telling(z) or shortened(zh_text, en_text))
            and z.measure not in CALENDAR
            and z.measure is not Measure.CODE
            and not (z.measure is Measure.YEAR and _RELATIVE_EN.search(en_text))
        ):
            yield Difference(Kind.MISSING, (z,), (), say("it has no counterpart in the English"))
    for e in en:
        if (
            not (slight(e) and e.value <= _FEW)
            and (telling(e) or lengthened(zh_text, en_text))
            and e.measure not in CALENDAR
            and e.measure is not Measure.CODE
            and not (e.measure is Measure.YEAR and _RELATIVE.search(zh_text))
        ):
            yield Difference(Kind.ADDED, (), (e,), say("it has no counterpart in the Chinese"))


def _loose_month(q: Quantity, text: str) -> bool:
    """Tell whether a month stands without a day, so that it may be any month: 较9月末上升, rose in October."""
    return q.measure is Measure.MONTH and not re.search(
        r"\d.*月.*\d|[A-Za-z].*\d|\d.*[A-Za-z]", text[q.start : q.end]
    )


def _alike(z: Quantity, e: Quantity) -> bool:
    if z.measure is Measure.CODE or e.measure is Measure.CODE:
        letters = re.sub(r"\d", "", z.code), re.sub(r"\d", "", e.code)
        return z.measure is e.measure and letters[0] == letters[1]
    if z.measure in CALENDAR or e.measure in CALENDAR:
        return z.measure is e.measure
    return kin(z, e) or {z.measure, e.measure} <= {
        Measure.NUMBER,
        Measure.ORDINAL,
        Measure.MULTIPLE,
        Measure.PERCENT,
        Measure.POINT,
    }


def _apart(z: Quantity, e: Quantity, zh_text: str, en_text: str) -> bool:
    """Tell whether two small counts stand too far apart to be taken for one another."""
    return _distance(z, e, zh_text, en_text) > _NEAR


def _distance(z: Quantity, e: Quantity, zh_text: str, en_text: str) -> float:
    place = abs(z.start / (len(zh_text) or 1) - e.start / (len(en_text) or 1))
    same = z.measure is e.measure
    return place + (0 if same else 1)
