"""Words that stand for a number in English: dozens, decades, pairs, both, once, hundreds of thousands."""

from __future__ import annotations

import re
from fractions import Fraction

from reportpub.model.qualifiers import Bound
from reportpub.reading.english_numerals import SCALES, SMALL, SPELLED, spelled
from reportpub.reading.english_quantity import ANY_CASE, WORD, made
from reportpub.reading.quantity import Measure, Quantity, Weight

_VAGUE = re.compile(
    r"\b(?P<p>(?:several|a few|many|few|couple of|tens of|hundreds of|dozens of|scores of) )?(?P<s>hundreds|thousands|millions|billions|trillions|dozens|tens|scores|(?<=several )(?:hundred|thousand|million|dozen)|(?<=a few )(?:hundred|thousand|million|dozen))\b",
    ANY_CASE,
)
_COLLECTIVE = re.compile(
    rf"\b(?:(?P<n>an?|{WORD}|\d+)(?: and a (?P<half>half))? )?(?P<u>dozen|decades?|centur(?:y|ies)|fortnights?|scores?(?= (?:of|years)\b(?! (?:at |over |about )?[\d(]))|couple|pair|duo|trio|quartet|quintet|twins|triplets|both|single|sole|once|dual|double-|bilateral|trilateral|millennium|millennia|a?round the clock|round-the-clock|straight sets)\b",
    ANY_CASE,
)
_MIXED = re.compile(
    rf"\b(?P<n>{WORD}) (?:met(?:er|re)s?|yuan|dollars?|pounds?|euros?) (?P<m>{SPELLED.pattern})(?![ -](?:percent|per cent|times|of|years?|months?|days?))",
    ANY_CASE,
)
_SIZES = {
    "around the clock": 24,
    "round the clock": 24,
    "straight sets": 3,
    "round-the-clock": 24,
    "dozen": 12, "decade": 10, "century": 100, "fortnight": 14, "score": 20, "couple": 2, "pair": 2, "duo": 2, "trio": 3,
    "quartet": 4, "quintet": 5, "twins": 2, "triplets": 3, "both": 2, "single": 1, "sole": 1, "once": 1, "dual": 2,
    "double-": 2, "bilateral": 2, "trilateral": 3, "millennium": 1000,
}  # fmt: skip


def _vague(match: re.Match[str]) -> list[Quantity]:
    unit = match["s"].lower().rstrip("s")
    value = (
        12
        if unit == "dozen"
        else 10
        if unit == "ten"
        else 20
        if unit == "score"
        else 10 ** SCALES.get(unit, 2)
    )
    if match["p"] and match["p"].lower().startswith(("tens", "hundreds")):
        value *= 10 if match["p"].lower().startswith("tens") else 100
    return [made(match, value, Measure.NUMBER, bound=Bound.VAGUE, hedged=True, weight=Weight.SOFT)]


def _collective(match: re.Match[str]) -> list[Quantity] | None:
    unit = match["u"].lower().replace("centuries", "century").replace("millennia", "millennium")
    unit = unit.rstrip("s") if unit.rstrip("s") in _SIZES else unit
    size = _SIZES.get(unit)
    if size is None:
        return None
    said = (match["n"] or "one").lower()
    count = Fraction(1 if said in ("a", "an") else int(said) if said.isdigit() else SMALL[said]) + (
        Fraction(1, 2) if match["half"] else 0
    )
    firm = count > 1 and unit in ("decade", "century", "dozen", "score")
    also = (count, Fraction(2), count * 2) if unit == "fortnight" else (count,)
    return [
        made(
            match,
            count * size,
            Measure.NUMBER,
            weight=Weight.FIRM if firm else Weight.SOFT,
            also=also,
            hedged=not firm,
            last=1 if size in (10, 100) else 0,
        )
    ]


def _mixed(match: re.Match[str]) -> list[Quantity] | None:
    """Return one metre eighty-five and five yuan forty, whose small unit is left unsaid."""
    read = spelled(match["m"])
    if read is None or not _TEN <= read[0] < _HUNDRED:
        return None
    value = SMALL[match["n"].lower()] + read[0] / _HUNDRED
    return [
        made(match, value, Measure.NUMBER, last=-2, also=(Fraction(SMALL[match["n"].lower()]),), bound=None)
    ]


_TEN, _HUNDRED = 10, 100
RULES = (
    (_MIXED, _mixed),
    (_COLLECTIVE, _collective),
    (_VAGUE, _vague),
)
"""Each pattern with what reads it, in the order they are tried."""
