"""A Chinese numeral with what it counts: 83308件, 第三, 零下5度, 一万多人, 两个半月, 1亿2千万元, 30万千瓦.

Source: GB/T 15835-2011, 4.1 and 4.2 for numerals and scales, 5.4 for 余, 多 and 来 behind them.
"""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading import chinese_words as words
from reportpub.reading.chinese_quantity import N, made
from reportpub.reading.han_numerals import scale_of, value_of
from reportpub.reading.quantity import Measure, Quantity, Weight

_COUNT = re.compile(
    rf"(?P<nth>第|No\.)?(?P<cold>零下|负|(?<![\w%])-(?=\d))?(?P<n>{N})(?P<mid>[余多来几](?=[十百千万亿]))?"
    r"(?P<s>(?:[十万亿]|[百千](?![克米瓦卡赫帕焦伏升]))*)(?P<post>多(?![数样边]|元[化文素])|余|来|(?<=[十百千])几)?\s?"
)
_MALFORMED = re.compile(
    "[一二三四五六七八九两]{2}.*[十百千万亿]|[十百千万亿].*[一二三四五六七八九两]{2}|[百千]十|十[百千]"
)
_SHORT_YEAR = re.compile("[〇零一二三四五六七八九]{2}")
_SUM = re.compile(rf"(?P<n2>{N})(?P<s2>[万千百]+)?")
_MORE = re.compile("[多余](?![数种样元边次])")
_HALF = re.compile("半(?!决赛|岛|导体|年|天|夜|路|山|球)")
_DIVISIBLE = frozenset(["个", "年", "岁", "天", "米", "里", "公里", "吨", "斤", "小时", "块"])
"""Units behind which 多 and 半 may stand."""
_ALONE = frozenset(["百", "千", "万", "亿", "十"])
_TEN, _PAIR_OF, _HUNDRED = 10, 2, 100


def _count(match: re.Match[str]) -> list[Quantity] | None:
    if _MALFORMED.search(match["n"]):
        return []
    text, numeral, nth = match.string, match["n"], bool(match["nth"])
    value, last, end = _scaled(match)
    unit, end = _unit(text, end)
    # 第三多 is the third most.
    over = bool(match["mid"] or match["post"]) and not nth
    short = unit == "年" and _SHORT_YEAR.fullmatch(numeral) is not None and not over
    # 五八年 is a year, said digit by digit.
    measure = Measure.YEAR if short else Measure.ORDINAL if nth else Measure.NUMBER
    also: tuple[Fraction, ...] = ()
    later = _MORE.match(text, end) if unit in _DIVISIBLE or unit in ("元", "度") else None
    if unit in _DIVISIBLE or unit in ("点", "倍", "亩"):
        half = _HALF.match(text, end)
        if half:
            value += Fraction(1, 2)
            also, end = (value - Fraction(1, 2), value * 12), half.end()
            follow = words.CLASSIFIER.match(text, end)
            unit, end = (
                ("个月", follow.end())
                if follow and follow[0] == "月"
                else (unit, follow.end() if follow else end)
            )
    if later:
        end = later.end()
        if unit == "个" and text[end : end + 1] == "月":
            unit, end = "个月", end + 1
    also += _meant(value, unit, figures=numeral[0].isdigit() or short)
    if over and value == _TEN:
        also += (Fraction(12),)
    given: dict[str, object] = {}
    if unit == "级" and value >= _HUNDRED:
        # 百亿级 is ten billion or more, or about as much.
        given = {"bound": None, "hedged": True}
    if over or later:
        given = {"bound": Bound.OVER, "hedged": "来" in (match["mid"] or "", match["post"] or "")}
    span = re.compile(r".*", re.DOTALL).match(text, match.start(), end)
    assert span is not None, "the pattern takes anything"  # noqa: S101
    firm = _firm(numeral, value, unit, ordinal=nth, scaled=bool(match["s"]), over=over or bool(later))
    if numeral in _ALONE and not match["s"] and not over:
        # 万 by itself counts where it is qualified and says what it counts: 上万人.
        firm = bool(unit) and made(span, value, measure, unit=unit, **given).bound is not None
    weight = Weight.FIRM if firm else Weight.SOFT
    return [
        made(
            span,
            value,
            measure,
            unit=words.CURRENCIES.get(unit, unit),
            last=last,
            also=also,
            weight=weight,
            **given,
        )
    ]


def _scaled(match: re.Match[str]) -> tuple[Fraction, int, int]:
    """Return the value of a numeral with its scale, the power of ten of its last digit, and where it ends."""
    value, last = value_of(match["n"])
    power = scale_of(match["s"])
    value, last, end = value * 10**power, last + power, match.end()
    if match["s"] and not (match["mid"] or match["post"]) and match["n"][0].isdigit():
        # 1亿2千万 is one number.
        rest = _SUM.match(match.string, end)
        if rest and rest["s2"]:
            more, digit = value_of(rest["n2"])
            size = scale_of(rest["s2"])
            if more * 10**size < 10**power:
                return value + more * 10**size, digit + size, rest.end()
    return value, last, end


def _unit(text: str, end: int) -> tuple[str, int]:
    """Return the classifier or the symbol behind a number, and where it ends."""
    if classifier := words.CLASSIFIER.match(text, end):
        unit = "元" if classifier[0] in ("万元", "亿元") else classifier[0]
        return unit, classifier.end()
    symbol = words.SYMBOL.match(text, end)
    return (symbol[0].lower(), symbol.end()) if symbol else ("", end)


def _meant(value: Fraction, unit: str, *, figures: bool) -> tuple[Fraction, ...]:
    """Return what a count of a unit may come to in others: years in months, 98年 as 1998."""
    match unit:
        case "年":
            short = (1900 + value, 2000 + value) if value < _HUNDRED and figures else ()
            return (value * 12, value / 10, value / 100, *short)
        case "周":
            return (value * 7,)
        case "天":
            return (value * 24, value / 7)
        case "小时":
            return (value / 24, value * 60)
        case "个月":
            return (value / 12, value / 3)
        case "分钟":
            return (value / 60,)
        case "点":
            return (value % 12,) if value <= 24 else ()
        case "季" | "季度":
            return (value * 3,)
        case _:
            return ()


def _firm(numeral: str, value: Fraction, unit: str, *, ordinal: bool, scaled: bool, over: bool) -> bool:
    """Tell whether a count must have its like: figures do, and Han numerals where a scale or a classifier stands."""
    if value in (0, 1):
        return False
    if numeral[0].isdigit():
        return True
    if ordinal:
        return value > _PAIR_OF
    if scaled or over:
        return True
    if value == _PAIR_OF:
        # 两 comes and goes in translation: both, each other, between.
        return False
    if not unit:
        return False
    loose = unit in words.LOOSE or unit[0] in words.LOOSE
    return value >= _TEN or not loose or unit in words.COUNTING


RULES = ((_COUNT, _count),)
"""Each pattern with what reads it, in the order they are tried."""
