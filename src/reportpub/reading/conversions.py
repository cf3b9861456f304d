"""The same quantity in another unit: kilometres and miles, 亩 and hectares, 万千瓦 and megawatts, ℃ and ℉, weeks and days."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading.quantity import Measure, Quantity
from reportpub.reading.units import chinese_unit, english_unit, prefixed

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
_ROUNDED, _EXACT = Fraction(10, 100), Fraction(1, 100)
"""How far a conversion may be off: from miles, 亩 or 尺, which nobody converts to the digit, and between metric units."""
_COUNTED = frozenset({"time", "temperature"})
"""Dimensions whose units everyone knows: where they are not named, the number stands for itself."""
_ZERO, _SLOPE = 32, Fraction(9, 5)


def converts(z: Quantity, e: Quantity) -> bool:
    """Tell whether an English number is the Chinese one in another unit of its dimension."""
    if {z.measure, e.measure} - {Measure.NUMBER}:
        return False
    if z.unit in ("度", "摄氏度") and abs(z.value * _SLOPE + _ZERO - e.value) <= 1:
        return True
    here, there = chinese_unit(z.unit), english_unit(e.unit)
    if there and not z.unit and z.value in prefixed(e.value, there):
        return True
    if here is None or there is None or here.dimension != there.dimension or here.size == there.size:
        return False
    allowed = _EXACT if here.exact and there.exact else _ROUNDED
    return abs(z.value * here.size - e.value * there.size) <= e.value * there.size * allowed


def estranged(z: Quantity, e: Quantity) -> bool:
    """Tell whether a measured quantity stands against one whose unit is not understood, so that nobody can compare them."""
    here, there = chinese_unit(z.unit), english_unit(e.unit)
    measured = [unit.dimension for unit in (here, there) if unit and unit.dimension not in _COUNTED]
    return bool(z.unit and e.unit and measured) and (
        here is None or there is None or here.dimension != there.dimension
    )


def as_one(z: Quantity, en_text: str) -> bool:
    """Tell whether a Chinese duration is one of a larger unit that the English names."""
    if z.value.denominator != 1 or (pattern := _ONE.get((z.unit, int(z.value)))) is None:
        return False
    return re.search(pattern, en_text, re.IGNORECASE) is not None
