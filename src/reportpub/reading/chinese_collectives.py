"""Words that stand for a number in Chinese, and names that hold one: 数十, 花甲, 双, 十四五, 二十大, 周三, 90后."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading.chinese_quantity import made, whole_of
from reportpub.reading.han_numerals import scale_of
from reportpub.reading.quantity import Measure, Quantity, Weight

_WEEKDAY = re.compile(r"(?<!每)(?:周|星期|礼拜)[一二三四五六日天](?![次天个场节顿小期份])")
_BOTH = re.compile("双(?!手|眼|脚|腿)|俩|仨")
_COHORT = re.compile(r"(?P<d>\d0|[五六七八九][零〇]|零零|〇〇)后")
_DATE_NAME = re.compile(r"(\d{1,2})[·•・](\d{1,2})")
_PLAN = re.compile(
    r"[“\"]?(?P<n>十[一二三四五六七八])五[”\"]?(?=规划|时期|期间|末|以来|计划|收官|开局|[”\"，。、])"
)
_CONGRESS = re.compile(
    r"(?:党的)?(?P<n>[一二三四五六七八九]?十?[一二三四五六七八九十])大(?=以来|精神|报告|召开|和|、|，|。)|(?P<m>[二三四五六七八九])中(?=、|全会|和)"
)
_VAGUE = re.compile(
    r"(?P<how>好几|[数几])(?P<s>[十百千万亿]+)|(?P<some>[百千万])把|(?P<odd>百十|百八十)来?|(?P<rise>成百上千|成千上万|数以[十百千万亿]+计)"
)
_AGE = re.compile(r"(?P<n>[五六七八九])旬(?P<u>)|(?P<w>花甲|古稀|耄耋)")
_FIRST = re.compile(r"首[个次届批家款条座位例场艘架颗场度期支项部台创]")


def _weekday(_match: re.Match[str]) -> list[Quantity]:
    return []


def _both(match: re.Match[str]) -> list[Quantity]:
    value = 3 if match.group() == "仨" else 2
    return [made(match, value, Measure.NUMBER, weight=Weight.SOFT, bound=None)]


def _cohort(match: re.Match[str]) -> list[Quantity]:
    decade = {"零零": 0, "〇〇": 0, "00": 0}.get(match["d"])
    decade = (
        whole_of(match["d"].rstrip("零〇")) * 10
        if decade is None and not match["d"].isdigit()
        else int(match["d"])
        if decade is None
        else 0
    )
    also = (Fraction(1900 + decade), Fraction(2000 + decade))
    return [made(match, decade, Measure.YEAR, weight=Weight.SOFT, bound=None, also=also)]


def _date_name(match: re.Match[str]) -> list[Quantity]:
    return [made(match, int(n), Measure.DAY, weight=Weight.SOFT, bound=None) for n in match.groups()]


def _plan(match: re.Match[str]) -> list[Quantity]:
    return [made(match, whole_of(match["n"]), Measure.ORDINAL, weight=Weight.SOFT, bound=None)]


def _congress(match: re.Match[str]) -> list[Quantity]:
    return [made(match, whole_of(match["n"] or match["m"]), Measure.ORDINAL, weight=Weight.SOFT, bound=None)]


def _vague(match: re.Match[str]) -> list[Quantity]:
    if match["some"] or match["odd"]:
        return [
            made(
                match,
                10 ** scale_of(match["some"] or "百"),
                Measure.NUMBER,
                bound=Bound.ABOUT,
                hedged=True,
                weight=Weight.SOFT,
            )
        ]
    value = 10 ** scale_of(match["s"]) if match["s"] else 1000
    return [made(match, value, Measure.NUMBER, bound=Bound.VAGUE, hedged=True, weight=Weight.SOFT)]


def _age(match: re.Match[str]) -> list[Quantity]:
    value = whole_of(match["n"]) * 10 if match["n"] else {"花甲": 60, "古稀": 70, "耄耋": 80}[match["w"]]
    return [made(match, value, Measure.NUMBER, unit="岁", hedged=True, weight=Weight.SOFT)]


def _first(match: re.Match[str]) -> list[Quantity]:
    return [made(match, 1, Measure.ORDINAL, weight=Weight.SOFT, bound=None)]


NAMES = (
    (_WEEKDAY, _weekday),
    (_BOTH, _both),
    (_COHORT, _cohort),
    (_DATE_NAME, _date_name),
)
"""Patterns tried before all others, because they look like numbers."""

RULES = (
    (_PLAN, _plan),
    (_CONGRESS, _congress),
    (_VAGUE, _vague),
    (_AGE, _age),
    (_FIRST, _first),
)
"""Each pattern with what reads it, in the order they are tried."""
