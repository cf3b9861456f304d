"""A fact in Chinese words.

Source: GB/T 15835-2011: Arabic figures for statistics (4.1), Han numerals for approximate numbers and set
phrases (4.2), figures together with 万 and 亿 but no other Han numeral (5.3). 两 stands for two before a
classifier. This edition prints no thousands separators.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from reportpub.edition.chinese_numerals import han, scaled
from reportpub.edition.digits import digits, shifted
from reportpub.edition.fact_forms import Form, vague
from reportpub.edition.growth import distance, last_year
from reportpub.edition.periods import zh_period
from reportpub.model.facts import POWERS, RESERVED_UNITS, Direction, Fact, Scale, Style, Unit

AFTER = frozenset({"余", "多"})
"""Qualifiers that follow the number and its scale: 2.3万余名, 900多个; all others stand before it."""

_TWO = 2
_SIGNS = {Direction.UP: "+", Direction.DOWN: "−", Direction.FLAT: ""}


def zh_words(fact: Fact, form: Form, units: Mapping[str, Unit]) -> str:
    """Return a fact in a form that fits it, in Chinese."""
    match form:
        case Form.USUAL:
            return _usual(fact, units)
        case Form.NUMBER:
            return _qualified(fact, _figures(fact))
        case Form.UNIT:
            return _with_unit(fact, units)
        case Form.WORDS | Form.CAPITAL:
            return _spelled(fact, units)
        case Form.ORDINAL:
            return f"第{_place(fact)}"
        case Form.FIRST:
            return f"首{_classifier(fact, units) or '位'}"
        case Form.CHANGE:
            return _moved(fact) + ("" if _flat(fact) else _usual(fact, units))
        case Form.YOY:
            return f"同比{_moved(fact)}" + ("" if _flat(fact) else _usual(fact, units))
        case Form.SIGNED:
            return _signed(fact, units)
        case Form.LAST:
            return _with_unit(last_year(fact), units)
        case Form.GROWTH:
            return _signed(distance(fact), units)
        case Form.LABEL:
            return fact.label[0]
        case Form.PERIOD:
            return zh_period(fact.period)
        case _:
            assert_never(form)


def _usual(fact: Fact, units: Mapping[str, Unit]) -> str:
    in_han = fact.style is Style.WORDS
    match fact.unit:
        case "CNY":
            return f"{_qualified(fact, scaled(fact.value, fact.scale) if in_han else _figures(fact))}元"
        case "percent":
            return _qualified(fact, scaled(fact.value, fact.scale) if _tenths(fact) else f"{_figures(fact)}%")
        case "point":
            return f"{_qualified(fact, _figures(fact))}个百分点"
        case "rank":
            return f"第{_place(fact)}"
        case "ordinal":
            return f"第{_place(fact)}{_classifier(fact, units)}"
        case "first":
            return f"首{_classifier(fact, units)}"
        case "year":
            return f"{_figures(fact)}年"
        case "list-size":
            return scaled(fact.value, fact.scale) if in_han else _figures(fact)
        case _:
            number = _spelled(fact, units) if in_han else _qualified(fact, _figures(fact))
            return number + _classifier(fact, units)


def _with_unit(fact: Fact, units: Mapping[str, Unit]) -> str:
    match fact.unit:
        case "percent":
            return _qualified(fact, f"{_figures(fact)}%")
        case "CNY":
            return f"{_qualified(fact, _figures(fact))}元"
        case "point" | "rank" | "ordinal" | "first" | "year":
            return _usual(fact, units)
        case _:
            return _qualified(fact, _figures(fact)) + _classifier(fact, units)


def _figures(fact: Fact) -> str:
    if vague(fact):
        return scaled(fact.value, fact.scale)
    if fact.scale in (Scale.WAN, Scale.YI):
        return digits(shifted(fact.value, POWERS[fact.scale]), fact.decimals) + fact.scale
    # 十, 百, 千 and 成 never follow Arabic figures (GB/T 15835-2011, 5.3).
    return digits(fact.value, fact.decimals if fact.scale is None else 0)


def _spelled(fact: Fact, units: Mapping[str, Unit]) -> str:
    if fact.unit in ("rank", "ordinal", "first"):
        return f"第{han(fact.value)}"
    if fact.unit == "percent" and not _tenths(fact):
        return _qualified(fact, f"百分之{han(fact.value)}")
    counted = fact.unit not in RESERVED_UNITS and bool(_classifier(fact, units))
    if counted and fact.value == _TWO and fact.scale is None:
        return _qualified(fact, "两")
    return _qualified(fact, scaled(fact.value, fact.scale))


def _tenths(fact: Fact) -> bool:
    return fact.scale is Scale.TENTHS and fact.style is Style.WORDS


def _place(fact: Fact) -> str:
    return han(fact.value) if fact.style is Style.WORDS else digits(fact.value)


def _qualified(fact: Fact, number: str) -> str:
    if fact.qualifier is None:
        return number
    word = fact.qualifier[0]
    return number + word if word in AFTER else word + number


def _classifier(fact: Fact, units: Mapping[str, Unit]) -> str:
    counted = fact.counts or fact.unit
    return units[counted].zh if counted in units else ""


def _flat(fact: Fact) -> bool:
    return fact.change is not None and fact.change.direction is Direction.FLAT


def _moved(fact: Fact) -> str:
    if _flat(fact):
        return "持平"
    if fact.change is not None and fact.change.direction is Direction.DOWN:
        return "下降"
    return "上升" if fact.unit == "point" else "增长"


def _signed(fact: Fact, units: Mapping[str, Unit]) -> str:
    if fact.qualifier is not None or fact.change is None:
        # “超−30%” cannot be read: a rounded movement is said, even in a table.
        return _moved(fact) + _with_unit(fact, units)
    sign = _SIGNS[fact.change.direction]
    return sign + _with_unit(fact, units)
