"""Whether matched numbers claim the same: qualifier, points against percent, heads against turns, up against down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportpub.model.qualifiers import EN_QUALIFIERS, ZH_QUALIFIERS, Bound
from reportpub.reading.chinese_words import CASES, CURRENCIES, PERSONS
from reportpub.reading.compare import Difference, Kind, Matching
from reportpub.reading.english_words import BODIES, TURNS
from reportpub.reading.english_words import CASES as EN_CASES
from reportpub.reading.english_words import PERSONS as EN_PERSONS
from reportpub.reading.quantity import CALENDAR, Measure, Quantity

_DURATIONS = frozenset(
    ["年", "天", "日", "周", "小时", "个月", "分钟", "月", "世纪", "秒", "季", "岁", "周年"]
)
_FEW = 2
_LOOSE: dict[Bound, tuple[str, ...]] = {
    Bound.UNDER: (
        "before",
        "not yet",
        "until",
        "still",
        "only",
        "had not",
        "failed?",
        "barely",
        "by",
        "no later",
        "capped",
        "limit(?:ed)?",
    ),
    Bound.OVER: (
        "well into",
        "older",
        "past",
        "beyond",
        "exceed\\w*",
        "surpass\\w*",
        "topp\\w*",
        "cross\\w*",
        "break\\w*",
        "broke",
        "minimum",
    ),
    Bound.ABOUT: ("or so", "estimate\\w*", "approximate\\w*", "rough\\w*"),
}
_LOOSE_ZH: dict[Bound, tuple[str, ...]] = {
    Bound.ABOUT: ("预计", "估计", "预估", "预期", "估算", "大致", "差不多", "模样", "来"),
    Bound.OVER: ("站上", "突破", "冲破", "出头", "开外", "起"),
    Bound.UNDER: ("跌破", "不到", "仅", "只", "未满", "可达", "最多", "内"),
}
"""Other ways of both languages to say which way a value lies."""


def claimed(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield the differences between numbers that have the same value."""
    for z, e in match.pairs:
        if z.measure in CALENDAR or Measure.CODE in (z.measure, e.measure):
            continue
        if {z.measure, e.measure} == {Measure.PERCENT, Measure.POINT} and z.value == e.value:
            yield Difference(Kind.POINTS, (z,), (e,), "percent on one side, percentage points on the other")
        if (why := _qualified(z, e, en_text[e.end : e.end + 24])) and not _elsewhere(z, e, zh_text, en_text):
            yield Difference(Kind.QUALIFIER, (z,), (e,), why)
        if why := _counted(z, e):
            yield Difference(Kind.UNIT, (z,), (e,), why)
        if (
            z.turn * e.turn < 0
            and z.measure in (Measure.PERCENT, Measure.POINT, Measure.NUMBER)
            and e.measure is z.measure
        ):
            yield Difference(Kind.DIRECTION, (z,), (e,), "it goes up on one side and down on the other")


def _elsewhere(z: Quantity, e: Quantity, zh_text: str, en_text: str) -> bool:
    """Tell whether the side without a qualifier says it further off: 每周至少运动150分钟, 150 minutes at most."""
    bound = z.bound or e.bound
    if z.bound is None:
        before = re.split(r"[，。；：、\d]", zh_text[max(0, z.start - 20) : z.start])[-1]
        after = re.split(r"[，。；：、\d]", zh_text[z.end : z.end + 8])[0]
        said = before + "|" + after
        if any(word in said for word in _LOOSE_ZH.get(bound or Bound.ABOUT, ())):
            return True
        return any(
            word in said and (len(word) > 1 or word in "超逾近约")
            for word, meant in ZH_QUALIFIERS.items()
            if meant is bound
        )
    before = re.split(r"[;:.\d]", en_text[max(0, e.start - 60) : e.start])[-1]
    after = re.split(r"[;:.\d]", en_text[e.end : e.end + 40])[0]
    if any(
        re.search(rf"\b(?:{word})\b", before, re.IGNORECASE) for word in _LOOSE.get(bound or Bound.ABOUT, ())
    ):
        return True
    said = f" {before.lower()} | {after.lower()} "
    return any(f" {word} " in said for word, meant in EN_QUALIFIERS.items() if meant is bound)


def _qualified(z: Quantity, e: Quantity, after: str) -> str:
    if Bound.VAGUE in (z.bound, e.bound) or z.value != e.value or Measure.YEAR in (z.measure, e.measure):
        return ""
    both = {z.bound, e.bound}
    if both == {Bound.OVER, Bound.UNDER}:
        return f"{_word(z.bound)} in Chinese, {_word(e.bound)} in English"
    if None not in both or len(both) == 1 or z.hedged or e.hedged:
        return ""
    if z.value <= _FEW or re.match(r".{0,12}\b(?:earlier|ago|before|later)\b", after):
        return ""
    if e.bound and re.match(r"(?:under|below|above|near|past|beyond|some)\b", e.text, re.IGNORECASE):
        return ""
    if (
        e.bound
        and z.unit in _DURATIONS
        and re.match(r"over\b|within\b|about\b|around\b|some\b", e.text, re.IGNORECASE)
    ):
        return ""
    if z.bound:
        return f"“{z.text.strip()}” is qualified, the English is not"
    return f"“{e.text.strip()}” is qualified, the Chinese is not"


def _word(bound: Bound | None) -> str:
    return str(bound.value) if bound else "exactly"


def _counted(z: Quantity, e: Quantity) -> str:
    """Return why a classifier and an English noun cannot count the same thing."""
    noun = e.unit
    money = {z.unit, e.unit} <= set(CURRENCIES.values())
    if money and z.unit != e.unit and z.value == e.value:
        return f"{z.unit} on one side, {e.unit} on the other"
    if len(z.unit) > 1 and z.unit.endswith("次") and z.unit not in ("批次", "场次", "班次", "架次", "车次"):
        if noun in EN_PERSONS - TURNS and (noun in BODIES) is (z.unit in ("家次", "户次")):
            return f"{z.unit} counts how often, “{noun}” counts how many"
        return ""
    if z.unit in PERSONS and noun in EN_CASES:
        return f"{z.unit} counts people, “{noun}” counts cases"
    if z.unit in CASES and noun in EN_PERSONS - BODIES:
        return f"{z.unit} counts cases or things, “{noun}” counts people"
    return ""
