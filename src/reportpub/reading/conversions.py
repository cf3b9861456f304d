"""The same quantity in another unit: kilometres and miles, 亩 and hectares, 斤 and kilograms, ℃ and ℉, weeks and days."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading.quantity import Measure, Quantity

_F = Fraction
_FACTORS: dict[str, dict[str, Fraction]] = {
    "公里": {"mile": _F(621371, 10**6)},
    "千米": {"mile": _F(621371, 10**6)},
    "里": {
        "kilometer": _F(1, 2),
        "kilometre": _F(1, 2),
        "km": _F(1, 2),
        "mile": _F(31, 100),
        "meter": _F(500),
        "metre": _F(500),
    },
    "米": {
        "f": _F(328084, 10**5),
        "yard": _F(109361, 10**5),
        "kilometer": _F(1, 1000),
        "kilometre": _F(1, 1000),
    },
    "厘米": {"inch": _F(393701, 10**6), "meter": _F(1, 100), "metre": _F(1, 100)},
    "亩": {"hectare": _F(1, 15), "acre": _F(16474, 10**5), "square": _F(66667, 100)},
    "公顷": {"acre": _F(247105, 10**5), "square": _F(1, 100)},
    "平方公里": {"square": _F(386102, 10**6), "hectare": _F(100)},
    "平方米": {"square": _F(107639, 10**4)},
    "斤": {
        "kilogram": _F(1, 2),
        "kg": _F(1, 2),
        "kilo": _F(1, 2),
        "gram": _F(500),
        "pound": _F(110231, 10**5),
        "ton": _F(1, 2000),
        "metric": _F(1, 2000),
    },
    "两": {"gram": _F(50)},
    "公斤": {"pound": _F(220462, 10**5), "gram": _F(1000), "metric": _F(1, 1000), "ton": _F(1, 1000)},
    "千克": {"pound": _F(220462, 10**5), "gram": _F(1000)},
    "克": {"ounce": _F(352740, 10**7)},
    "吨": {"kilogram": _F(1000)},
    "天": {"week": _F(1, 7), "hour": _F(24)},
    "小时": {"day": _F(1, 24), "minute": _F(60)},
    "分钟": {"hour": _F(1, 60)},
    "个": {"year": _F(1, 12), "quarter": _F(1, 3), "week": _F(13, 3)},
    "个月": {"year": _F(1, 12), "quarter": _F(1, 3)},
    "年": {"month": _F(12), "decade": _F(1, 10), "centur": _F(1, 100)},
    "周": {"day": _F(7)},
    "丈": {"meter": _F(10, 3), "metre": _F(10, 3)},
    "尺": {"meter": _F(1, 3), "metre": _F(1, 3), "centimeter": _F(100, 3)},
    "寸": {"centimeter": _F(10, 3)},
}
_ONE = {
    ("小时", 24): r"\bday|\bdaily|\bclock\b|\bovernight",
    ("天", 7): r"\bweek",
    ("天", 30): r"\bmonth",
    ("日", 30): r"\bmonth",
    ("个月", 12): r"\byear|\bannual",
    ("分钟", 60): r"\bhour",
    ("分钟", 45): r"\bthree[- ]quarters of an hour",
    ("年", 10): r"\bdecade",
    ("年", 100): r"\bcentur",
}
"""Durations that are one of a larger unit, by which English may say them: 24小时耗电, uses a day."""
_WITHIN = _F(7, 100)
_ZERO, _SLOPE = 32, _F(9, 5)


def converts(z: Quantity, e: Quantity) -> bool:
    """Tell whether an English number is the Chinese one in another unit, within 7 per cent."""
    if {z.measure, e.measure} - {Measure.NUMBER}:
        return False
    if z.unit in ("度", "摄氏度"):
        return abs(z.value * _SLOPE + _ZERO - e.value) <= 1
    for unit, factor in _FACTORS.get(z.unit, {}).items():
        if e.unit.startswith(unit) and abs(z.value * factor - e.value) <= e.value * _WITHIN:
            return True
    return False


def as_one(z: Quantity, en_text: str) -> bool:
    """Tell whether a Chinese duration is one of a larger unit that the English names."""
    if z.value.denominator != 1 or (pattern := _ONE.get((z.unit, int(z.value)))) is None:
        return False
    return re.search(pattern, en_text, re.IGNORECASE) is not None
