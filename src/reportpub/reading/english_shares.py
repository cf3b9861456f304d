"""Shares and multiples in English: per cent, points, fractions, halves, times, doubling."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading.english_numerals import BIG, SCALES, SMALL, SPELLED
from reportpub.reading.english_quantity import ANY_CASE, NUM, WORD, made, number_of
from reportpub.reading.quantity import Measure, Quantity, Weight

_POINT = re.compile(
    rf"(?P<n>{NUM}|{SPELLED.pattern})[- ](?:percentage|per cent|percent)[- ]points?|\b(?P<a>an?|half an?|a quarter of a)(?: full| whole)? percentage point|(?P<b>{NUM}) (?:basis points|bps?\b)|(?P<q>{NUM}) ?(?:pp|ppts?)\b",
    ANY_CASE,
)
_PERCENT = re.compile(
    rf"(?P<n>{NUM}) ?(?:%|percent\b|per cent\b|pct\b|per cent)|(?P<w>{SPELLED.pattern})[- ](?:percent|per cent)\b|(?P<k>{NUM}) ?‰|(?P<k2>{NUM}) per (?:mille|thousand)\b",
    ANY_CASE,
)
_FRACTION = re.compile(
    rf"(?P<whole>\d+(?= ))? ?(?:(?P<n>an?|{WORD})[- ](?P<d>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|hundredths?|thousandths?)\b(?!-| (?:century|time|day|year|place|of \w+ (?:19|20)|party|edition|largest|biggest|straight|consecutive|month|week|century|season|child|son|daughter))|(?P<a>\d{{1,2}})/(?P<b>\d{{1,5}})(?![/\d]))|(?P<x>one|two|three|four|five|six|seven|eight|nine|\d) (?:(?!of|or|and|to|the)[a-z]+ )?(?:in|out of(?: every)?|of every) (?P<y>two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}}(?:,\d{{3}})*)\b(?! (?:\d|hundred|thousand|million))",
    ANY_CASE,
)
_HALF = re.compile(
    r"\b(?:half(?! (?:a|an) (?:million|dozen|hundred|thousand|billion|century|hour|year|day))|halv(?:e|ed|es|ing)|majority|quarters?(?= of the (?:people|population|total|world|country)))\b",
    ANY_CASE,
)
_AND_A_HALF = re.compile(r"\b(?:an?|one) (?P<u>hour|year|day|month|century) and a half\b", ANY_CASE)
_HALF_A = re.compile(
    r"\bhalf (?:a|an) (?P<u>million|billion|dozen|hundred|thousand|century|hour|year|day|month|decade|mile|kilometer|kilometre)\b",
    ANY_CASE,
)
_OF_A_SCALE = re.compile(
    rf"\b(?P<n>an?|{WORD})[- ](?P<d>thirds?|quarters?|fifths?|tenths?) of an? (?P<s>{BIG})\b",
    ANY_CASE,
)
_HALF_YEAR = re.compile(r"\b(?P<h>first|second|latter|1H|2H|H1|H2) half\b", ANY_CASE)
_QUARTER = re.compile(
    r"\b(?:(?P<q>first|second|third|fourth|last|final) quarter|Q(?P<n>[1-4])|(?:first|opening|past|last) (?P<t>three) quarters)\b",
    ANY_CASE,
)
_TIMES = re.compile(
    rf"(?P<n>{NUM}|{WORD})(?:[- ]?fold|x(?! ?\d))\b|(?P<t>{NUM}|{WORD})(?: and a (?P<h>half))? times\b|\b(?P<d>doubl(?:e|ed|es|ing)|twice|twofold|tripl(?:e|ed|es|ing)|treble[ds]?|thrice|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|ing))\b",
    ANY_CASE,
)
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip


def _point(match: re.Match[str]) -> list[Quantity]:
    if match["b"]:
        value, last = number_of(match["b"])
        return [made(match, value / 100, Measure.POINT, last=last - 2, also=(value,))]
    if match["a"]:
        part = {"h": Fraction(1, 2), "a q": Fraction(1, 4)}
        value = next(
            (share for start, share in part.items() if match["a"].lower().startswith(start)), Fraction(1)
        )
        return [made(match, value, Measure.POINT, last=0 if value == 1 else -2)]
    value, last = number_of(match["n"] or match["q"])
    return [made(match, value, Measure.POINT, last=last)]


def _percent(match: re.Match[str]) -> list[Quantity]:
    value, last = number_of(match["n"] or match["w"] or match["k"] or match["k2"])
    if match["k"] or match["k2"]:
        value, last = value / 10, last - 1
    return [made(match, value, Measure.PERCENT, last=last)]


def _fraction(match: re.Match[str]) -> list[Quantity] | None:
    if match["d"]:
        named = match["d"].lower()
        part = _PARTS[named.removesuffix("s")]
        count = SMALL.get(match["n"].lower(), 1)
        if (
            match["n"].lower() in ("a", "an")
            and named == "quarter"
            and re.match(
                r" (?:century|hour|mile|of an hour|of a century|past|to)", match.string[match.end() :]
            )
        ):
            part, count = 4, 1
        if count > 1 and not named.endswith("s") and named != "half":
            return None
        soft = Weight.SOFT if count == 1 and part <= 4 else Weight.FIRM
        value = Fraction(count, part)
        whole = int(match["whole"] or 0)
        return [
            made(
                match,
                value * 100,
                Measure.PERCENT,
                weight=soft,
                also=(
                    value,
                    value * 60,
                    value + whole,
                    Fraction(part),
                    Fraction(count * (100 // part)) if part == 4 else value,
                    Fraction(count),
                ),
            )
        ]
    if match["a"]:
        top, below = int(match["a"]), int(match["b"])
        return (
            [
                made(
                    match,
                    Fraction(top * 100, below),
                    Measure.PERCENT,
                    also=(Fraction(top), Fraction(top, below) + int(match["whole"] or 0)),
                    weight=Weight.SOFT,
                )
            ]
            if below
            else None
        )
    top, below = (
        int(n.replace(",", "")) if n[0].isdigit() else SMALL[n.lower()] for n in (match["x"], match["y"])
    )
    if top >= below:
        return None
    share = made(match, Fraction(top * 100, below), Measure.PERCENT, weight=Weight.SOFT)
    return [share, *(made(match, n, Measure.NUMBER, weight=Weight.SOFT) for n in (top, below))]


def _half(match: re.Match[str]) -> list[Quantity]:
    return [
        made(match, 50, Measure.PERCENT, weight=Weight.SOFT, hedged=True, also=(Fraction(1, 2), Fraction(6)))
    ]


def _half_a(match: re.Match[str]) -> list[Quantity]:
    unit = match["u"].lower()
    size = {
        "million": 10**6,
        "billion": 10**9,
        "dozen": 12,
        "hundred": 100,
        "thousand": 1000,
        "century": 100,
        "decade": 10,
    }.get(unit, 1)
    also = {
        "hour": (Fraction(30),),
        "year": (Fraction(6),),
        "day": (Fraction(12),),
        "month": (Fraction(15),),
    }.get(unit, ())
    weight = Weight.FIRM if size >= 1000 else Weight.SOFT
    return [
        made(
            match,
            Fraction(size, 2),
            Measure.NUMBER,
            weight=weight,
            also=(*also, Fraction(50)),
            last=len(str(size)) - 2,
        )
    ]


def _of_a_scale(match: re.Match[str]) -> list[Quantity]:
    """Return a quarter of a million."""
    power = SCALES[match["s"].lower()]
    value = Fraction(
        SMALL.get(match["n"].lower(), 1) * 10**power, _PARTS[match["d"].lower().removesuffix("s")]
    )
    return [made(match, value, Measure.NUMBER, last=power - 2)]


def _and_a_half(match: re.Match[str]) -> list[Quantity]:
    """Return an hour and a half: 1.5, in minutes, months or days besides."""
    within = {"hour": 60, "year": 12, "day": 24, "month": 30, "century": 100}[match["u"].lower()]
    value = Fraction(3, 2)
    return [made(match, value, Measure.NUMBER, weight=Weight.SOFT, also=(value * within,))]


def _half_year(match: re.Match[str]) -> list[Quantity]:
    return [
        made(match, 50, Measure.PERCENT, weight=Weight.SOFT, hedged=True, also=(Fraction(1, 2), Fraction(6)))
    ]


def _quarter(match: re.Match[str]) -> list[Quantity]:
    value = (
        int(match["n"])
        if match["n"]
        else 3
        if match["t"]
        else {"first": 1, "second": 2, "third": 3}.get((match["q"] or "").lower(), 4)
    )
    return [made(match, value, Measure.ORDINAL, weight=Weight.SOFT, bound=None, also=(Fraction(value * 3),))]


def _times(match: re.Match[str]) -> list[Quantity] | None:
    if match["d"]:
        stem = match["d"].lower()
        value = Fraction(
            3 if stem[:2] in ("tr", "th") else 4 if stem[:4] == "quad" else 5 if stem[:5] == "quint" else 2
        )
        also: tuple[Fraction, ...] = (value, value * 100 - 100, value - 1)
        return [
            made(
                match,
                value * 100,
                Measure.MULTIPLE,
                also=also,
                weight=Weight.SOFT if value == 2 else Weight.FIRM,
            )
        ]
    said = match["n"] or match["t"]
    value = number_of(said)[0] + (Fraction(1, 2) if match["h"] else 0)
    also = (value, value - 1, value * 100 - 100, value + 1, value * 100 + 100)
    return [
        made(
            match, value * 100, Measure.MULTIPLE, also=also, weight=Weight.SOFT if value <= 1 else Weight.FIRM
        )
    ]


RULES = (
    (_POINT, _point),
    (_PERCENT, _percent),
    (_HALF_YEAR, _half_year),
    (_QUARTER, _quarter),
    (_AND_A_HALF, _and_a_half),
    (_OF_A_SCALE, _of_a_scale),
    (_FRACTION, _fraction),
    (_HALF_A, _half_a),
    (_TIMES, _times),
    (_HALF, _half),
)
"""Each pattern with what reads it, in the order they are tried."""
