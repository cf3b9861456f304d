"""A fact in English words.

Source: The Chicago Manual of Style, 17th and 18th ed., chapter 9: zero to nine in words and figures above
(9.3, the alternative rule for texts full of numbers), commas between thousands, million and billion after
figures for large round numbers (9.8), percentages and money in figures, words to begin a sentence (9.5).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from reportpub.edition.digits import digits, places, shifted, whole
from reportpub.edition.english_numerals import cardinal, ordinal, ordinal_figures
from reportpub.edition.fact_forms import Form, vague
from reportpub.edition.growth import distance, last_year
from reportpub.edition.periods import en_period
from reportpub.model.facts import RESERVED_UNITS, Direction, Fact, Scale, Unit

SPELLED_BELOW = 10
"""Whole numbers below this are words in running text."""

COUNT_PLACES = 2
"""A rounded count takes “million” where it then needs no more decimals: 34.78 million, but 9,064,600."""

MONEY_PLACES = 4
"""Money takes “million” where it then needs no more decimals: RMB 82.5006 million."""

CENTS = 2
"""Decimals of an amount that has a fraction of a yuan."""

_SIGNS = {Direction.UP: "+", Direction.DOWN: "−", Direction.FLAT: ""}
_LARGE = ((9, "billion"), (6, "million"))


def en_words(fact: Fact, form: Form, units: Mapping[str, Unit]) -> str:
    """Return a fact in a form that fits it, in English."""
    match form:
        case Form.USUAL:
            return _usual(fact)
        case Form.NUMBER:
            return _qualified(fact, _figures(fact)).removesuffix(" of")
        case Form.UNIT:
            return _with_unit(fact, units)
        case Form.WORDS:
            return _spelled(fact)
        case Form.CAPITAL:
            words = _spelled(fact)
            return words[:1].upper() + words[1:]
        case Form.ORDINAL:
            return _place(fact)
        case Form.FIRST:
            return "first"
        case Form.CHANGE:
            return _moved(fact) if _flat(fact) else f"{_moved(fact)} {_usual(fact)}"
        case Form.YOY:
            return (_moved(fact) if _flat(fact) else f"{_moved(fact)} {_usual(fact)}") + " year on year"
        case Form.SIGNED:
            return _signed(fact)
        case Form.LAST:
            return _with_unit(last_year(fact), units)
        case Form.GROWTH:
            return _signed(distance(fact))
        case Form.LABEL:
            return fact.label[1]
        case Form.PERIOD:
            return en_period(fact.period)
        case _:
            assert_never(form)


def _usual(fact: Fact) -> str:
    match fact.unit:
        case "CNY":
            return _qualified(fact, f"RMB {_figures(fact)}")
        case "percent":
            return _qualified(fact, f"{_figures(fact)}%")
        case "point":
            noun = "percentage point" if fact.value == 1 else "percentage points"
            return _qualified(fact, f"{_figures(fact)} {noun}")
        case "rank" | "ordinal" | "first":
            return _place(fact)
        case "year":
            return digits(fact.value)
        case "list-size":
            return _figures(fact)
        case _:
            small = fact.scale is None and whole(fact.value) and 0 <= fact.value < SPELLED_BELOW
            return _qualified(fact, cardinal(int(fact.value)) if small else _figures(fact))


def _with_unit(fact: Fact, units: Mapping[str, Unit]) -> str:
    noun = _noun(fact, units)
    match fact.unit:
        case "ordinal":
            return f"{_place(fact)} {noun}".rstrip()
        case "CNY" | "percent" | "point" | "rank" | "first" | "year":
            return _usual(fact)
        case _:
            return f"{_qualified(fact, _figures(fact))} {noun}".rstrip()


def _figures(fact: Fact) -> str:
    if fact.unit == "CNY":
        cents = 0 if whole(fact.value) else CENTS
        return _large(fact.value, MONEY_PLACES) or digits(fact.value, cents, ",")
    if fact.unit == "year":
        return digits(fact.value)
    if fact.unit in RESERVED_UNITS:
        return digits(fact.value, fact.decimals if fact.scale is None else 0, ",")
    rounded = fact.scale in (Scale.WAN, Scale.YI)
    return (_large(fact.value, COUNT_PLACES) if rounded else "") or digits(fact.value, 0, ",")


def _large(value: Decimal, most: int) -> str:
    for power, name in _LARGE:
        count = shifted(value, power)
        if count >= 1:
            return f"{digits(count, 0, ',')} {name}" if places(count) <= most else ""
    return ""


def _spelled(fact: Fact) -> str:
    number = int(fact.value)
    match fact.unit:
        case "rank" | "ordinal" | "first":
            return ordinal(number)
        case "percent":
            return _qualified(fact, f"{cardinal(number)} percent")
        case _:
            return _qualified(fact, cardinal(number))


def _place(fact: Fact) -> str:
    number = int(fact.value)
    return ordinal(number) if number < SPELLED_BELOW else ordinal_figures(number)


def _qualified(fact: Fact, number: str) -> str:
    if fact.qualifier is None:
        return number
    # “dozens of” stands for the number itself.
    return fact.qualifier[1] if vague(fact) else f"{fact.qualifier[1]} {number}"


def _noun(fact: Fact, units: Mapping[str, Unit]) -> str:
    counted = fact.counts or fact.unit
    if counted not in units:
        return ""
    one = fact.unit == "ordinal" or (fact.value == 1 and fact.qualifier is None)
    return units[counted].en if one else units[counted].plural


def _flat(fact: Fact) -> bool:
    return fact.change is not None and fact.change.direction is Direction.FLAT


def _moved(fact: Fact) -> str:
    if _flat(fact):
        return "unchanged"
    return "down" if fact.change is not None and fact.change.direction is Direction.DOWN else "up"


def _signed(fact: Fact) -> str:
    if fact.qualifier is not None or fact.change is None:
        return f"{_moved(fact)} {_usual(fact)}"
    sign = _SIGNS[fact.change.direction]
    return sign + (f"{_figures(fact)} pp" if fact.unit == "point" else _usual(fact))
