"""The numbers of a Chinese text: dates, shares, multiples, ordinals, money and counts, by one rule each.

Source: GB/T 15835-2011; a Han numeral counts where a classifier, a scale or 第 stands with it (4.1, 4.2).
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading import (
    chinese_calendar,
    chinese_codes,
    chinese_collectives,
    chinese_counts,
    chinese_idioms,
    chinese_shares,
)
from reportpub.reading import chinese_words as words
from reportpub.reading.chinese_quantity import N, made, whole_of
from reportpub.reading.han_numerals import HAN, NUMERAL, ascii_width, scale_of, value_of
from reportpub.reading.quantity import Measure, Quantity, Weight
from reportpub.reading.ranges import ranged
from reportpub.reading.tangles import readable, untangled

_PAIR = re.compile(
    r"(?P<head>[一二三四五六七八九]?[十百千])?(?P<a>[一二两三四五六七八])(?P<b>[二三四五六七八九])(?P<s>[十百千万亿]*)(?![〇零一二三四五六七八九\d])"
)
_MARK = re.compile(
    rf"^\s*(?:第?[{HAN}\d]{{1,3}}[章节条]?[、．]|[（(][{HAN}\d]{{1,3}}[）)]|\d{{1,2}}(?:\.\d{{1,2}})*[.．、）)]\s?(?=\D))"
)
_TIMING = re.compile(r"(?P<s>\d{1,2})[秒米](?P<f>\d{1,3})(?!\d|[秒米])")
_MIXED = re.compile(
    r"(?P<a>[一二两三四五六七八九十百]{1,4})(?P<u>米|块|度|丈|尺)(?P<b>[一二三四五六七八九]{1,2})(?![十百千万多个米块度丈尺])"
)
_ARCHAIC = re.compile(r"(?P<a>[二三四五六七八九]?十)有(?P<b>[一二三四五六七八九])")
_HEAPED = re.compile(rf"(?P<n>{N})个(?P<more>多)?(?P<half>半)?(?P<s>[十百千]?[万亿]+)")


def read_chinese(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of a Chinese text in its order."""
    text = readable(ascii_width(text))
    found: list[Quantity] = []
    at = 0
    if mark := _MARK.match(text):
        found += _heading(mark)
        at = mark.end()
    while at < len(text):
        if not _may_begin(text[at]):
            at += 1
            continue
        end = at + 1
        for rule in _RULES:
            match = rule[0].match(text, at)
            if match and (read := rule[1](match)) is not None:
                found += read
                end = max(match.end(), *(q.end for q in read)) if read else match.end()
                break
        at = max(end, at + 1)
    if lunar := chinese_calendar.LUNAR.search(text):
        found = [
            replace(q, weight=Weight.SOFT) if q.measure in _DATES and q.start >= lunar.start() else q
            for q in found
        ]
    return untangled(text, ranged(text, found))


_DATES = (Measure.MONTH, Measure.DAY)


def _heading(mark: re.Match[str]) -> list[Quantity]:
    """Return the number of a heading, which the other language may set or leave out."""
    number = NUMERAL.search(mark.group())
    if number is None:
        return []
    return [made(mark, value_of(number.group())[0], Measure.ORDINAL, weight=Weight.SOFT, bound=None)]


_BEGINNINGS = frozenset(
    "第正腊半翻公前成数几好首上下本负过加倍党晨早晚凌中傍清夜深当今昨午大多对花古杂乱横独略说接不耄进另某这那每任唯统同之单不划专再百双俩仨周星礼"
) | {era[0] for era in chinese_calendar.ERAS}
"""Han characters, numerals apart, at which a number or a set phrase may begin."""


def _may_begin(c: str) -> bool:
    return c.isascii() or c in HAN or c == "（" or c in _BEGINNINGS


def _phrase(_match: re.Match[str]) -> list[Quantity]:
    return []


def _pair(match: re.Match[str]) -> list[Quantity] | None:
    first, second = whole_of(match["a"]), whole_of(match["b"])
    if second != first + 1 and (first, second) != (3, 5):
        return None
    if match.string[match.start() - 1 : match.start()] in HAN and match.start():
        return None
    head = value_of(match["head"])[0] if match["head"] else Fraction(0)
    scale = match["s"]
    # Of 一百七八十万 the 十 belongs to the seven and eight, the 万 to all.
    small = 1 if match["head"] and scale[:1] in ("十", "百", "千") else 0
    ones, size = 10 ** scale_of(scale[:small]), 10 ** scale_of(scale[small:])
    firm = Weight.FIRM if match["s"] or match["head"] else Weight.SOFT
    return [
        made(match, (head + n * ones) * size, Measure.NUMBER, hedged=True, weight=firm, last=len(match["s"]))
        for n in (first, second)
    ]


def _timing(match: re.Match[str]) -> list[Quantity]:
    value = Fraction(f"{match['s']}.{match['f']}")
    return [made(match, value, Measure.NUMBER, last=-len(match["f"]), bound=None, hedged=True)]


def _mixed(match: re.Match[str]) -> list[Quantity]:
    """Return 一米七八 and 两块五, whose small unit is left unsaid."""
    figures = "".join(str(whole_of(c)) for c in match["b"])
    value = Fraction(f"{whole_of(match['a'])}.{figures}")
    return [
        made(
            match,
            value,
            Measure.NUMBER,
            last=-len(figures),
            weight=Weight.SOFT,
            unit=words.CURRENCIES.get(match["u"], match["u"]),
        )
    ]


def _archaic(match: re.Match[str]) -> list[Quantity]:
    """Return 七十有三."""
    value = whole_of(match["a"]) + whole_of(match["b"])
    return [made(match, value, Measure.NUMBER, weight=Weight.SOFT)]


def _heaped(match: re.Match[str]) -> list[Quantity]:
    """Return 两个多亿 and 三个亿."""
    value, last = value_of(match["n"])
    power = scale_of(match["s"])
    more = {"bound": Bound.OVER} if match["more"] else {}
    value = (value + (Fraction(1, 2) if match["half"] else 0)) * 10**power
    end = re.compile("元|美元|块").match(match.string, match.end())
    unit = words.CURRENCIES[end[0]] if end else ""
    return [made(match, value, Measure.NUMBER, last=last + power, unit=unit, **more)]


_RULES = (
    *chinese_idioms.RULES,
    (words.PHRASES, _phrase),
    *chinese_collectives.NAMES,
    *chinese_codes.RULES,
    *chinese_calendar.RULES,
    (_TIMING, _timing),
    (_MIXED, _mixed),
    (_ARCHAIC, _archaic),
    (_HEAPED, _heaped),
    *chinese_shares.RULES,
    *chinese_collectives.RULES,
    (_PAIR, _pair),
    *chinese_counts.RULES,
)
