"""Whether matched numbers claim the same: qualifier, points against percent, heads against turns, up against down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportpub.model.qualifiers import Bound
from reportpub.reading.chinese_words import CASES, CURRENCIES, PERSONS
from reportpub.reading.compare import Difference, Kind, Matching
from reportpub.reading.doubt import exacting
from reportpub.reading.english_words import BODIES, TURNS
from reportpub.reading.english_words import CASES as EN_CASES
from reportpub.reading.english_words import PERSONS as EN_PERSONS
from reportpub.reading.quantity import CALENDAR, PROPORTIONS, Measure, Quantity, Weight
from reportpub.sentences import NOTHING, Sentence, say

_DURATIONS = frozenset(
    ["年", "天", "日", "周", "小时", "个月", "分钟", "月", "世纪", "秒", "季", "岁", "周年"]
)
_MILESTONE = re.compile("站上|稳|升破|冲破|升穿|突破|越过")
"""Verbs of reaching: what they say of a value is in the sense of the other language too."""
_STOP = re.compile(r"[。；！？]|[.;!?]\s")
_HALF = 50
_ANYBODY = frozenset(["person", "persons", "people"])
"""What English says of turns too: 受灾1023.5万人次 is ten million people affected."""
_CUES_ZH = re.compile(
    "超|逾|过|余|近|几乎|高于|低于|大于|小于|多于|少于|约|不|未|仅|只|满|破|至少|最|以上|以下|左右|上下|以内|之内|前后|预|估|差不多|出头|开外|站上|来|起|可达|内"
)
_CUES = re.compile(
    r"\b(?:over|more|less|fewer|under|than|about|around|nearly|almost|exceed\w*|up to|at (?:least|most)|only|just|some|above|below|beyond|within|"
    r"before|from|starting|not|no|never|nor|neither|without|until|still|barely|estimate\w*|approximate\w*|rough\w*|pass\w*|topp\w*|surpass\w*|cross\w*|brok\w*|break\w*|"
    r"minimum|maximum|limit\w*|capped|close|approach\w*|well into|older|younger|past)\b",
    re.IGNORECASE,
)
_CUES_AFTER = re.compile(
    r"\b(?:or (?:more|less|so|over|under|above|older|younger)|and (?:over|above|older|up|under|below)|at (?:least|most)|plus|odd|and counting|upwards?)\b",
    re.IGNORECASE,
)
"""Other words of both languages that may say which way a value lies."""


def claimed(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield the differences between numbers that have the same value."""
    here = [*(z for z, _ in match.pairs), *match.zh]
    there = [*(e for _, e in match.pairs), *match.en]
    for z, e in match.pairs:
        if z.measure in CALENDAR or Measure.CODE in (z.measure, e.measure):
            continue
        if {z.measure, e.measure} == {Measure.PERCENT, Measure.POINT} and z.value == e.value:
            yield Difference(
                Kind.POINTS, (z,), (e,), say("percent on one side, percentage points on the other")
            )
        if (
            (why := _qualified(z, e, en_text[e.end : e.end + 24]))
            and not (_twice(z, here) or _twice(e, there))
            and not (_shared(z, e, here, zh_text) or _shared(e, z, there, en_text))
            and not _elsewhere(z, e, zh_text, en_text)
        ):
            yield Difference(Kind.QUALIFIER, (z,), (e,), why)
        if why := _counted(z, e):
            yield Difference(Kind.UNIT, (z,), (e,), why)
        if (
            z.turn * e.turn < 0
            and z.measure in (Measure.PERCENT, Measure.POINT, Measure.NUMBER)
            and e.measure is z.measure
        ):
            yield Difference(Kind.DIRECTION, (z,), (e,), say("it goes up on one side and down on the other"))


def _twice(q: Quantity, said: Sequence[Quantity]) -> bool:
    """Tell whether a text says a value more than once, so that nobody knows which of them is qualified."""
    return sum(q.value == other.value for other in said) > 1


def _shared(q: Quantity, answer: Quantity, said: Sequence[Quantity], text: str) -> bool:
    """Tell whether a bare number shares the qualifier of the one before it: at least 90, or 6.5 in the other test."""
    if q.bound is not None:
        return False
    before = max(
        (other for other in said if other.end <= q.start and other.weight is Weight.FIRM),
        key=lambda other: other.end,
        default=None,
    )
    return (
        before is not None
        and before.bound is answer.bound
        and _STOP.search(text, before.end, q.start) is None
    )


def _elsewhere(z: Quantity, e: Quantity, zh_text: str, en_text: str) -> bool:
    """Tell whether the side without a qualifier says one further off: 每周至少运动150分钟, 150 minutes at most.

    Which way it points is not asked: what is said in other words is left to the reader.
    """
    if z.bound is None:
        before = re.sub(r"\d+[:：∶比]$", "", zh_text[max(0, z.start - 20) : z.start])
        # A share may be qualified before what it is a share of: 约占1941年人口的七分之一.
        ends = r"[，。；：、！？]" if z.measure in PROPORTIONS else r"[，。；：、！？\d]"
        before = re.split(ends, before)[-1]
        after = re.split(r"[，。；：、！？\d]", zh_text[z.end : z.end + 8])[0]
        return _CUES_ZH.search(before + "|" + after) is not None
    before = re.split(r"[;:.!?\d]", en_text[max(0, e.start - 60) : e.start])[-1]
    after = re.split(r"[;:.!?\d]", en_text[e.end : e.end + 30])[0]
    return _CUES.search(before) is not None or _CUES_AFTER.search(after) is not None


def _qualified(z: Quantity, e: Quantity, after: str) -> Sentence:
    if Weight.SOFT in (z.weight, e.weight) or not exacting(z):
        return NOTHING
    if Bound.VAGUE in (z.bound, e.bound) or z.value != e.value or Measure.YEAR in (z.measure, e.measure):
        return NOTHING
    if z.unit in _DURATIONS and z.text.startswith("近"):
        # 近三年 is nearly three years as well as the last three.
        return NOTHING
    both = {z.bound, e.bound}
    if both == {Bound.OVER, Bound.UNDER}:
        if z.measure in PROPORTIONS and z.value == _HALF:
            # Cheaper by more than a half is less than half the price.
            return NOTHING
        return say("{zh} in Chinese, {en} in English", zh=_word(z.bound), en=_word(e.bound))
    if None not in both or len(both) == 1 or z.hedged or e.hedged:
        return NOTHING
    if Bound.ABOUT in both and not (_in_figures(z) and _in_figures(e)):
        # What is said in words is round already: 八十块 is about eighty yuan.
        return NOTHING
    if re.match(r".{0,12}\b(?:earlier|ago|before|later)\b", after):
        return NOTHING
    if e.bound and re.match(
        r"(?:under|below|above|near|past|beyond|some|(?:pass|cross|topp|broke)\w*)\b", e.text, re.IGNORECASE
    ):
        return NOTHING
    if (
        e.bound
        and z.unit in _DURATIONS
        and re.match(r"over\b|within\b|about\b|around\b|some\b", e.text, re.IGNORECASE)
    ):
        return NOTHING
    if z.bound and _MILESTONE.match(z.text):
        return NOTHING
    if z.bound:
        return say("“{text}” is qualified, the English is not", text=z.text.strip())
    return say("“{text}” is qualified, the Chinese is not", text=e.text.strip())


def _in_figures(q: Quantity) -> bool:
    return any(c.isdigit() for c in q.text)


def _word(bound: Bound | None) -> Sentence:
    return bound.said if bound else say("exactly")


def _counted(z: Quantity, e: Quantity) -> Sentence:
    """Return why a classifier and an English noun cannot count the same thing."""
    noun = e.unit
    money = {z.unit, e.unit} <= set(CURRENCIES.values())
    if money and z.unit != e.unit and z.value == e.value:
        return say("{one} on one side, {other} on the other", one=z.unit, other=e.unit)
    if len(z.unit) > 1 and z.unit.endswith("次") and z.unit not in ("批次", "场次", "班次", "架次", "车次"):
        if noun in EN_PERSONS - TURNS - _ANYBODY and (noun in BODIES) is (z.unit in ("家次", "户次")):
            return say("{unit} counts how often, “{noun}” counts how many", unit=z.unit, noun=noun)
        return NOTHING
    if z.unit in PERSONS and noun in EN_CASES:
        return say("{unit} counts people, “{noun}” counts cases", unit=z.unit, noun=noun)
    if z.unit in CASES and noun in EN_PERSONS - BODIES:
        return say("{unit} counts cases or things, “{noun}” counts people", unit=z.unit, noun=noun)
    return NOTHING
