"""The closed set of forms a fact can be cited in, and which of them fit a given fact."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from reportpub.edition import chinese_numerals, english_numerals
from reportpub.edition.digits import whole
from reportpub.model.facts import Fact, Scale
from reportpub.sentences import Sentence, listed, say


class Form(StrEnum):
    """A way to say a fact, written after the colon of a citation."""

    USUAL = ""
    NUMBER = "n"
    UNIT = "unit"
    WORDS = "words"
    CAPITAL = "Words"
    ORDINAL = "ordinal"
    FIRST = "first"
    CHANGE = "change"
    YOY = "yoy"
    SIGNED = "signed"
    LAST = "last"
    GROWTH = "growth"
    LABEL = "label"
    PERIOD = "period"


FORMS: Mapping[Form, str] = MappingProxyType(
    {
        Form.USUAL: "as running text has it: 83308件 / 83,308; 两家 / two; 88.5亿元 / RMB 8.85 billion",
        Form.NUMBER: "in figures without unit, for table columns: 69.26万 / 692,600; a qualifier stays",
        Form.UNIT: "in figures with classifier or noun, for mixed table columns: 2家 / 2 centers",
        Form.WORDS: "spelled out, without unit: 八 / eight",
        Form.CAPITAL: "spelled out, with a capital in English to begin a sentence: 八 / Eight",
        Form.ORDINAL: "its place in an order, without classifier: 第三 / third, 第135 / 135th",
        Form.FIRST: "a first place or edition said with 首: 首批, 首届, 首位 / first",
        Form.CHANGE: "which way it moved: 下降8.54% / down 8.54%",
        Form.YOY: "which way it moved against the year before: 同比下降8.54% / down 8.54% year on year",
        Form.SIGNED: "the movement with its sign, for tables: −8.54%, +2.36个百分点 / +2.36 pp",
        Form.LAST: "last year’s value with its unit, for tables: 91088件 / 91,088 cases",
        Form.GROWTH: "how far it is from last year’s, computed, for tables: −8.54%, +2.36个百分点 / +2.36 pp",
        Form.LABEL: "what it measures",
        Form.PERIOD: "the time it is reported for: 2024年 / 2024, 截至2024年底 / end of 2024",
    }
)
"""Each form with one line that says what it gives in Chinese and English."""

YEAR_ON_YEAR = "year-on-year"
"""The basis of a change that may be called 同比."""

VAGUE = "数"
"""The qualifier that turns a scale into an indefinite number: 数十 is tens, not ten."""

_MEASURED = frozenset({"CNY", "percent", "point", "year"})
_PLACES = frozenset({"rank", "ordinal", "first"})
_RATES = frozenset({"percent", "point"})
"""Units whose difference is told in percentage points."""

_LONGEST = min(chinese_numerals.LONGEST, english_numerals.LONGEST)


def vague(fact: Fact) -> bool:
    """Say whether a fact is an indefinite number, whose value is only an order of magnitude."""
    return fact.qualifier is not None and fact.qualifier[0] == VAGUE


def why_not(fact: Fact, form: str) -> Sentence | None:
    """Return why a form does not fit a fact, as half a sentence; `None` when it fits."""
    try:
        known = Form(form)
    except ValueError:
        return say(
            "there is no form “{form}”; the forms are {forms}", form=form, forms=listed(f for f in Form if f)
        )
    match known:
        case Form.USUAL | Form.NUMBER | Form.UNIT | Form.LABEL | Form.PERIOD:
            return None
        case Form.WORDS | Form.CAPITAL:
            return _why_not_words(fact)
        case Form.ORDINAL:
            return _why_not_ordinal(fact)
        case Form.FIRST:
            fits = fact.unit in _PLACES and fact.value == 1
            return None if fits else say("only a rank, an edition or a batch with the value 1 is a first")
        case Form.LAST | Form.GROWTH if fact.last is None:
            return say("the fact has no value of the year before; write it under last")
        case Form.LAST:
            return None
        case Form.GROWTH:
            return _why_not_growth(fact)
        case Form.CHANGE | Form.SIGNED:
            return None if fact.change else say("the fact tells no change")
        case Form.YOY:
            if fact.change is None:
                return say("the fact tells no change")
            stated = fact.change.basis == YEAR_ON_YEAR
            return (
                None
                if stated
                else say(
                    "its change is not {year_on_year} but “{basis}”",
                    year_on_year=YEAR_ON_YEAR,
                    basis=fact.change.basis,
                )
            )
        case _:
            assert_never(known)


def _why_not_words(fact: Fact) -> Sentence | None:
    if fact.unit in _MEASURED - {"percent"}:
        return say("a value in {unit} is written in figures", unit=fact.unit)
    if not whole(fact.value):
        return say("only whole numbers are spelled out")
    return None if 0 <= fact.value < _LONGEST else say("the number is too large to spell out")


def _why_not_growth(fact: Fact) -> Sentence | None:
    if fact.unit in _PLACES | {"year", "list-size"}:
        return say("a value in {unit} does not grow by a part of itself", unit=fact.unit)
    return (
        None
        if fact.last or fact.unit in _RATES
        else say("last year’s value is nothing, and nothing grows from it")
    )


def _why_not_ordinal(fact: Fact) -> Sentence | None:
    if fact.unit in _MEASURED or fact.scale is Scale.TENTHS:
        return say("a value in {unit} has no place in an order", unit=fact.unit)
    if fact.qualifier is not None:
        return say("a rounded number has no place in an order")
    fits = whole(fact.value) and 1 <= fact.value < _LONGEST
    return None if fits else say("only a whole number from 1 has a place in an order")
