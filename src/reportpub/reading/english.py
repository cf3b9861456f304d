"""The numbers of an English text: dates, shares, multiples, ordinals, money and counts, by one rule each.

Source: The Chicago Manual of Style, 17th and 18th ed., chapter 9, for what is said in words and in figures.
"""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.reading import english_calendar, english_codes, english_collectives, english_shares
from reportpub.reading import english_words as words
from reportpub.reading.english_numerals import BIG, SCALES, SPELLED, spelled
from reportpub.reading.english_quantity import ANY_CASE, NUM, ORD, WORD, made, number_of, ordinal_of
from reportpub.reading.quantity import Measure, Quantity, Weight
from reportpub.reading.ranges import ranged
from reportpub.reading.tangles import readable, untangled

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = re.compile(
    rf"(?P<n>\d{{1,3}}(?:,\d{{3}})*)(?:st|nd|rd|th)\b|\b(?P<w>{ORD}|(?:{WORD})[- ]hundred(?: and)? (?:{ORD}))\b",
    ANY_CASE,
)
_MARK = re.compile(
    r"^\s*(?:[IVX]{1,5}\.|\(?[ivx]{1,5}\)|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})*[.)]\s(?=\D)|(?:Chapter|Section|Article|Part) (?:\d+|[IVX]+)[.:])"
)
_FIGURE = re.compile(
    rf"(?P<cur>US\$|HK\$|A\$|C\$|RMB|CNY|USD|EUR|GBP|HKD|[$€£¥])? ?(?P<minus>(?<![\w.\d])[-−](?=\d))?(?P<n>{NUM})(?P<gap>[- ]?)(?P<s>{BIG}|bn|mn|tn|trn|mln|bln|m(?=\b(?!\w))|k\b|b\b)?(?P<s2> (?:million|billion|trillion))?",
    ANY_CASE,
)
_COUNTED = re.compile(
    r"[\s-]*(?P<u>yuan|RMB|renminbi|U\.?S\.? dollars?|dollars?|euros?|pounds|yen|won|rubles|roubles|rupees|francs|Hong Kong dollars|Australian dollars)\b",
    ANY_CASE,
)


def read_english(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of an English text in its order."""
    text = readable(text)
    found: list[Quantity] = []
    at = 0
    if mark := _MARK.match(text):
        found += _heading(mark)
        at = mark.end()
    while at < len(text):
        if not _may_begin(text, at):
            at += 1
            continue
        end = at
        for rule, read in _RULES:
            match = rule.match(text, at)
            if match and match.end() > at and (got := read(match)) is not None:
                found += got
                end = max(q.end for q in got) if got else match.end()
                break
        if end == at:
            run = re.compile(r"[A-Za-z’']+|.", re.DOTALL).match(text, at)
            end = run.end() if run else at + 1
        at = end
    return untangled(text, ranged(text, found))


def _heading(mark: re.Match[str]) -> list[Quantity]:
    """Return the number of a heading, which the other language may set or leave out."""
    if figures := re.search(r"\d+", mark.group()):
        value = int(figures[0])
    else:
        roman = re.search(r"[IVX]+", mark.group().upper())
        value = _roman_value(roman[0]) if roman else 0
    return [made(mark, value, Measure.ORDINAL, weight=Weight.SOFT, bound=None)]


def _clock(match: re.Match[str]) -> list[Quantity]:
    """Return the parts of a timing such as 3:27.46 or 2:09:15, each for itself."""
    parts = re.split(":", match.group())
    return [_part(match, *number_of(part)) for part in parts]


def _part(match: re.Match[str], value: Fraction, last: int) -> Quantity:
    weight = Weight.FIRM if value > 1 else Weight.SOFT
    return made(match, value, Measure.NUMBER, last=last, weight=weight)


def _may_begin(text: str, at: int) -> bool:
    c = text[at]
    if c.isdigit():
        return at == 0 or not (text[at - 1].isalnum() and text[at - 1].isascii() and text[at - 1].isdigit())
    if c in "$€£¥-−’'+(":
        return True
    return (
        c.isascii() and c.isalpha() and (at == 0 or not (text[at - 1].isalnum() and text[at - 1].isascii()))
    )


def _phrase(_match: re.Match[str]) -> list[Quantity]:
    return []


def _ordinal(match: re.Match[str]) -> list[Quantity] | None:
    value = ordinal_of(match["n"] or match["w"])
    also = (Fraction(100, value),) if value > 2 else ()
    return [
        made(
            match,
            value,
            Measure.ORDINAL,
            weight=Weight.FIRM if value > 2 else Weight.SOFT,
            bound=None,
            also=also,
        )
    ]


def _figure(match: re.Match[str]) -> list[Quantity] | None:
    text, end = match.string, match.end()
    value, last = number_of(match["n"])
    scale = (match["s"] or "").lower()
    short = {"m", "k", "b"}
    if scale in short and (match["gap"] or (scale == "m" and not match["cur"])):
        scale, end = "", match.end("n")
    elif not scale:
        end = match.end("n")
    power = SCALES.get(scale, 0) + SCALES.get((match["s2"] or "").strip().lower(), 0)
    currency = words.CURRENCIES.get((match["cur"] or "").lower(), "")
    also: tuple[Fraction, ...] = (value * 10**6,) if (match["s"] or "").lower() == "m" and not power else ()
    to = end
    if counted := _COUNTED.match(text, end):
        currency = currency or words.CURRENCIES.get(
            counted["u"].lower().replace(".", ""), "USD" if "dollar" in counted["u"].lower() else ""
        )
        to = counted.end()
    value, last = value * 10**power, last + power
    if half := re.compile(r" and a half|½").match(text, end):
        also, to = (value + Fraction(1, 2),), half.end()
    firm = Weight.SOFT if value in (0, 1) and not power else Weight.FIRM
    more: dict[str, object] = {"unit": currency} if currency else {}
    read = made(match, value, Measure.NUMBER, weight=firm, last=last, also=also, to=to, **more)
    return [read]


_COLLOQUIAL = re.compile(
    r"\b(hundred|thousand|million) (?:one|two|three|four|five|six|seven|eight|nine)$", ANY_CASE
)


def _said_short(value: Fraction, scale: str) -> Fraction:
    """Return what a small number behind a scale means when it counts the next smaller scale."""
    small = value % 10
    return value - small + small * Fraction(10 ** (SCALES[scale.lower()] - 1))


def _spelled(match: re.Match[str]) -> list[Quantity] | None:
    text = match.string
    read = spelled(match.group())
    if read is None:
        return None
    value, last, used = read
    pieces = list(re.compile("[A-Za-z]+").finditer(text, match.start(), match.end()))
    end = pieces[used - 1].end()
    span = re.compile(".*", re.DOTALL).match(text, match.start(), end)
    assert span is not None, "the pattern takes anything"  # noqa: S101
    # Three thousand six is said for 3,600 as well as for 3,006.
    colloquial = _COLLOQUIAL.search(text[match.start() : end])
    also: tuple[Fraction, ...] = (_said_short(value, colloquial[1]),) if colloquial else ()
    to = end
    if half := re.compile(r" and a half").match(text, end):
        value, also, to = value + Fraction(1, 2), (value, (value + Fraction(1, 2)) * 12), half.end()
        if scale := re.compile(rf" ({BIG})\b").match(text, to):
            value, last, to = value * 10 ** SCALES[scale[1]], SCALES[scale[1]] - 1, scale.end()
    currency = ""
    if counted := _COUNTED.match(text, to):
        currency, to = words.CURRENCIES.get(counted["u"].lower(), ""), counted.end()
    soft = value <= 1 or (
        value == 2
        and re.search(
            r"\b(?:the|these|those|of the|other|us|them|its|their|our|his|her)\s$",
            text[: match.start()],
            re.IGNORECASE,
        )
    )
    if value <= 3 and re.match(r" of (?:us|them|you|the two)\b", text[end:]):
        soft = True
    more: dict[str, object] = {"unit": currency} if currency else {}
    return [
        made(
            span,
            value,
            Measure.NUMBER,
            weight=Weight.SOFT if soft else Weight.FIRM,
            last=last,
            also=also,
            to=to,
            **more,
        )
    ]


_CLOCK = re.compile(r"\d{1,2}:[0-5]\d\.\d{1,3}|\d{1,2}:[0-5]\d:[0-5]\d")
_ROMAN = re.compile(
    r"(?:II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{1,3}|XIX|XX)\b|(?<=Section )[VX]\b|(?<=Chapter )[VX]\b"
)
_LETTERS = {"I": 1, "V": 5, "X": 10}


def _roman_value(said: str) -> int:
    digits = [_LETTERS[c] for c in said]
    return sum(-d if d < later else d for d, later in zip(digits, [*digits[1:], 0], strict=True))


def _roman(match: re.Match[str]) -> list[Quantity]:
    return [made(match, _roman_value(match.group()), Measure.ORDINAL, weight=Weight.SOFT, bound=None)]


_RULES = (
    (words.PHRASES, _phrase),
    (_ROMAN, _roman),
    (_CLOCK, _clock),
    *english_codes.RULES,
    *english_calendar.RULES,
    *english_shares.RULES,
    *english_collectives.RULES,
    (_ORDINAL, _ordinal),
    *english_calendar.YEARS,
    (_FIGURE, _figure),
    (SPELLED, _spelled),
)
