"""Shares and multiples in Chinese: per cent, points, fractions, 成, 倍, 番, halves."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading.chinese_quantity import N, made, whole_of
from reportpub.reading.han_numerals import scale_of, value_of
from reportpub.reading.quantity import Measure, Quantity, Weight

_POINTS = re.compile(rf"(?P<n>{N})(?:个)?(?P<u>百分点|基点)")
_PERCENT = re.compile(rf"(?P<n>{N})\s?(?P<u>%|‰)|(?P<base>百万|十万|百|千|万)分之(?P<m>{N})")
_FRACTION = re.compile(rf"(?P<d>{N})分之(?P<n>{N})")
_SLASHED = re.compile(r"(?<![\d/.])(?P<a>\d{1,2})/(?P<b>\d{1,5})(?![\d/.])")
_TENTHS = re.compile(
    r"(?<!第)(?P<n>[一二两三四五六七八九]|(?<!\d)[1-9])(?P<more>多)?成(?P<half>半|[一二三四五六七八九])?(?![立为员功果本都分绩熟长交就人套型吨千百片群品热新不干])"
)
_HALF = re.compile(r"一半|半数|过半(?!小时|个|年|天|月|数|分钟|公里|斤|亩|米)|大半|多半|对半|半壁")
_DISCOUNT = re.compile(r"(?P<n>\d(?:\.\d)?|[一二三四五六七八九]{1,2})折(?![叠断磨腾线射])")
_HALVES = re.compile(
    r"半(?P<u>年|个月|天|小时|个小时|个世纪|日|学期|场|分钟|公里|斤|吨|亩|米|杯|碗|勺|茶匙|汤匙|颗|个)"
)
_TIMES = re.compile(
    rf"(?P<n>{N})(?P<more>[多余几])?(?P<s>[十百千万]*)倍(?P<half>半)?|翻了?(?P<near>将?近)?(?P<fan>[一二两三四1-4]?)番|(?P<double>翻倍|加倍|成倍|倍增)"
)


def _points(match: re.Match[str]) -> list[Quantity]:
    value, last = value_of(match["n"])
    if match["u"] == "基点":
        return [made(match, value / 100, Measure.POINT, last=last - 2, also=(value,))]
    return [made(match, value, Measure.POINT, last=last)]


def _percent(match: re.Match[str]) -> list[Quantity]:
    value, last = value_of(match["n"] or match["m"])
    if match["u"] == "‰" or match["base"] == "千":
        value, last = value / 10, last - 1
    if match["base"] in ("百万", "十万"):
        said = value
        value, last = value / (10000 if match["base"] == "百万" else 1000), last - 4
        return [made(match, value, Measure.PERCENT, last=last, also=(said,))]
    if match["base"] == "万":
        value, last = value / 100, last - 2
    return [made(match, value, Measure.PERCENT, last=min(last, 0))]


def _fraction(match: re.Match[str]) -> list[Quantity] | None:
    whole, part = value_of(match["d"])[0], value_of(match["n"])[0]
    return [made(match, part / whole * 100, Measure.PERCENT)] if whole else None


def _slashed(match: re.Match[str]) -> list[Quantity] | None:
    """Return 1/2, which may as well be a date or two values."""
    above, below = int(match["a"]), int(match["b"])
    also = (Fraction(above), Fraction(above, below or 1))
    value = Fraction(above * 100, below or 1)
    return [made(match, value, Measure.PERCENT, weight=Weight.SOFT, also=also)] if below else None


def _tenths(match: re.Match[str]) -> list[Quantity]:
    value = whole_of(match["n"]) * 10 + {None: 0, "半": 5}.get(
        match["half"], whole_of(match["half"]) if match["half"] not in (None, "半") else 0
    )
    more = {"bound": Bound.OVER} if match["more"] else {}
    return [made(match, value, Measure.PERCENT, last=1, **more)]


def _discount(match: re.Match[str]) -> list[Quantity]:
    said = match["n"]
    if said.isascii():
        value = Fraction(said) * (10 if Fraction(said) < 10 else 1)
    else:
        value = Fraction(int("".join(str(whole_of(c)) for c in said))) * (10 if len(said) == 1 else 1)
    return [made(match, value, Measure.PERCENT, weight=Weight.SOFT, also=(100 - value, value / 10))]


def _half(match: re.Match[str]) -> list[Quantity]:
    return [made(match, 50, Measure.PERCENT, weight=Weight.SOFT, hedged=True)]


def _halves(match: re.Match[str]) -> list[Quantity]:
    also = {
        "年": (Fraction(6),),
        "个月": (Fraction(15), Fraction(2)),
        "小时": (Fraction(30),),
        "个小时": (Fraction(30),),
        "天": (Fraction(12),),
        "个世纪": (Fraction(50),),
    }
    return [
        made(
            match,
            Fraction(1, 2),
            Measure.NUMBER,
            weight=Weight.SOFT,
            unit=match["u"],
            also=(*also.get(match["u"], ()), Fraction(50)),
        )
    ]


def _times(match: re.Match[str]) -> list[Quantity]:
    if match["double"]:
        return [made(match, 200, Measure.MULTIPLE, weight=Weight.SOFT, also=(Fraction(2), Fraction(100)))]
    if match["n"] is None:
        value = Fraction(2 ** whole_of(match["fan"] or "一"))
        near = {"bound": Bound.UNDER} if match["near"] else {}
        others = (value, value * 100 - 100, value - 1)
        return [made(match, value * 100, Measure.MULTIPLE, also=others, **near)]
    value = value_of(match["n"])[0] * 10 ** scale_of(match["s"]) + (Fraction(1, 2) if match["half"] else 0)
    more = {"bound": Bound.OVER} if match["more"] else {}
    also = (value, value + 1, value * 100 + 100, value * 100 - 100, value - 1)
    soft = Weight.SOFT if value == 1 else Weight.FIRM
    return [made(match, value * 100, Measure.MULTIPLE, also=also, weight=soft, **more)]


RULES = (
    (_DISCOUNT, _discount),
    (_POINTS, _points),
    (_PERCENT, _percent),
    (_FRACTION, _fraction),
    (_SLASHED, _slashed),
    (_TIMES, _times),
    (_TENTHS, _tenths),
    (_HALF, _half),
    (_HALVES, _halves),
)
"""Each pattern with what reads it, in the order they are tried."""
