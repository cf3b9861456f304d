"""The calendar and the clock in English: dates, years, decades, centuries, times of day."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading import english_words as words
from reportpub.reading.english_numerals import SMALL
from reportpub.reading.english_quantity import ANY_CASE, ORD, WORD, made, ordinal_of
from reportpub.reading.quantity import Measure, Quantity, Weight

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_DATE = re.compile(
    rf"(?P<m>{words.MONTH})(?: (?P<d>{_DAY})(?:st|nd|rd|th)?\b(?![,.]\d)(?:(?: ?[-–—/] ?| to | and | or |, )(?P<d2>{_DAY})(?:st|nd|rd|th)?\b(?![,.]?\d|%| percent| (?:people|cases|million)))?)?"
    rf"|(?:the )?(?P<d3>{_DAY})(?:st|nd|rd|th)?(?: ?[-–—/] ?| to | and )?(?P<d4>{_DAY})?(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<m2>{words.MONTH})(?! \d{{1,2}}\b(?!,? \d{{4}}))"
)
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)")
_DECADE = re.compile(
    r"(?:the )?(?P<part>early|mid|late)?[- ]?(?P<y>1\d{2}0|20\d0)[’']?s\b|(?:the )?[’'](?P<s>\d0)s\b|\b(?P<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ANY_CASE,
)
_YEAR = re.compile(
    r"(?:FY ?)?(?P<y>1[0-9]\d{2}|20\d{2}|21\d{2})(?:(?: ?[-–—/] ?| to )(?P<y2>1[0-9]\d{2}|20\d{2}|\d{2}(?![\d%])"
    rf"(?! {words.MONTH})"
    r"))?(?![\d,]*\d|\.\d|%|-(?:meter|metre|km|kilo|ton|page|member|seat|year-old)| (?:people|cases|km|meters|metres|kilometers|kilometres|yuan|percent|million|billion|tons|tonnes|students|workers|enterprises|companies|households|patents|times|hectares|mu\b|yen|dollars|euros|items|pieces|units|grams|kilograms|kg))\b"
)
_BC = re.compile(r"(?P<y>\d{1,4}) (?:BC|BCE|B\.C\.)|(?:AD|CE) (?P<y2>\d{1,4})|(?P<y3>\d{1,4}) (?:AD|CE)\b")
_CENTURY = re.compile(rf"(?P<o>\d{{1,2}}(?:st|nd|rd|th)|{ORD})[- ]centur(?:y|ies)", ANY_CASE)
_TIME = re.compile(
    r"(?P<h>2[0-4]|1\d|0?\d)(?:[:.](?P<m>[0-5]\d))? ?(?P<p>[ap]\.?m\.?)(?![a-z])|(?P<h2>2[0-4]|1\d|0?\d):(?P<m2>[0-5]\d)(?!\d)(?: ?hours)?|\b(?P<w>noon|midnight|midday)\b|(?P<h3>\d{1,2}|"
    + WORD
    + r") o[’']clock|\b(?:(?P<half>half|quarter) (?P<dir>past|to)|(?P<past>"
    + WORD
    + r")(?: minutes)? past) (?P<h4>\d{1,2}|"
    + WORD
    + r")\b",
    ANY_CASE,
)


def _date(match: re.Match[str]) -> list[Quantity] | None:
    month = (match["m"] or match["m2"]).rstrip(".").lower()
    if month in ("march", "may", "mar") and not (match["d"] or match["d3"]) and match["m"][:1].islower():
        return None
    out = [made(match, words.MONTHS[month], Measure.MONTH, bound=None)]
    days = [match["d"], match["d2"], match["d3"], match["d4"]]
    return out + [made(match, int(d), Measure.DAY, bound=None) for d in days if d]


def _iso(match: re.Match[str]) -> list[Quantity]:
    kinds = ((match["y"], Measure.YEAR), (match["m"], Measure.MONTH), (match["d"], Measure.DAY))
    return [made(match, int(n), kind, bound=None) for n, kind in kinds]


def _decade(match: re.Match[str]) -> list[Quantity]:
    if match["y"]:
        return [
            made(match, int(match["y"]), Measure.YEAR, bound=None, also=(Fraction(int(match["y"]) % 100),))
        ]
    value = int(match["s"]) if match["s"] else SMALL[match["w"].lower()[:-3] + "y"]
    also = tuple(Fraction(c + value) for c in (1900, 2000, 1800))
    firm = Weight.FIRM if match["s"] else Weight.SOFT
    return [made(match, value, Measure.YEAR, bound=None, hedged=True, also=also, weight=firm)]


def _year(match: re.Match[str]) -> list[Quantity] | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    if re.search(r"(?:[$€£¥]|RMB|USD|CNY|No\.)\s?$|\d[.,]$", before):
        return None
    first = int(match["y"])
    out = [made(match, first, Measure.YEAR, bound=None)]
    if match["y2"]:
        second = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
        out.append(made(match, second, Measure.YEAR, bound=None))
    return out


def _bc(match: re.Match[str]) -> list[Quantity]:
    return [made(match, int(match["y"] or match["y2"] or match["y3"]), Measure.YEAR, bound=None)]


def _century(match: re.Match[str]) -> list[Quantity]:
    return [made(match, ordinal_of(match["o"]), Measure.ORDINAL, bound=None)]


def _time(match: re.Match[str]) -> list[Quantity] | None:
    if match["w"]:
        return [made(match, 0, Measure.TIME, weight=Weight.SOFT, bound=None, also=(Fraction(12),))]
    said = match["h"] or match["h2"] or match["h3"] or match["h4"]
    hours = int(said) if said.isdigit() else SMALL.get(said.lower(), 0)
    if hours > 24:
        return None
    minutes = Fraction(int(match["m"] or match["m2"] or 0))
    if match["past"]:
        minutes = Fraction(SMALL[match["past"].lower()])
    if match["half"]:
        minutes = Fraction(30 if match["half"].lower() == "half" else 15)
        minutes = minutes if match["dir"].lower() == "past" else -minutes
    also = (Fraction(hours),) if hours >= 12 else ()
    return [made(match, Fraction(hours % 12) + minutes / 60, Measure.TIME, bound=None, also=also)]


RULES = (
    (_ISO, _iso),
    (_DATE, _date),
    (_DECADE, _decade),
    (_BC, _bc),
    (_TIME, _time),
    (_CENTURY, _century),
)
"""Each pattern with what reads it, in the order they are tried."""

YEARS = ((_YEAR, _year),)
"""Tried after all else, because a figure of four digits may be many things."""
