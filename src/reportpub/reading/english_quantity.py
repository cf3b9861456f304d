"""A number of an English text with the words around it: qualifier, noun, and whether it goes up or down."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from reportpub.model.qualifiers import Bound
from reportpub.reading import english_words as words
from reportpub.reading.english_numerals import ORDINALS, SMALL, spelled
from reportpub.reading.quantity import Measure, Quantity
from reportpub.reading.units import COMPOUND, english_unit

ANY_CASE = re.IGNORECASE
NUM = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
ORD = "|".join(sorted((w for w in ORDINALS), key=len, reverse=True))
_GOES_ON = re.compile(r" [a-z]{3}")
"""Behind a noun in the singular: 81 million suspect items are no suspects."""
_SYMBOL = 2
"""Characters of a unit that is no word: far from its number it may be anything."""
WORD = "|".join(sorted(SMALL, key=len, reverse=True))


_NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|no|without|cannot|don’t|n’t)(?: \w+){0,2} ?$", re.IGNORECASE
)


def made(match: re.Match[str], value: Fraction | int, measure: Measure, **more: Any) -> Quantity:
    """Return the number a rule has matched, with the words around it; `more` overrules what they say."""
    text, (start, end) = match.string, match.span()
    begin, bound, hedged = start, None, False
    if found := words.BEFORE.search(text, max(0, start - 40), start):
        group = str(found.lastgroup)
        hedged = group == "hedged"
        if group == "over" and _NEGATED.search(text[max(0, found.start() - 24) : found.start()]):
            # Never exceeded, neither weighing more than: at most.
            group = "under"
        bound, begin = (None, start) if hedged else (Bound(group), found.start())
    if after := words.AFTER.match(text, int(str(more.get("to", end)))):
        bound, hedged = Bound(str(after.lastgroup)), False
        end = after.end()
    to = int(str(more.pop("to", end)))
    end = max(end, to)
    turn = 1 if words.UP.search(text, max(0, start - 40), start) or words.UP_AFTER.match(text, end) else 0
    if words.DOWN.search(text, max(0, start - 40), start) or words.DOWN_AFTER.match(text, end):
        turn = -1
    given: dict[str, Any] = {"bound": bound, "hedged": hedged, "turn": turn, "unit": _noun(text, end)} | more
    return Quantity(
        value=Fraction(value), measure=measure, start=begin, end=end, text=text[begin:end], **given
    )


def _noun(text: str, end: int) -> str:
    """Return the first noun behind a number that tells what is counted: person, case or turn; else the next word."""
    first = ""
    for word in re.compile(r"[\s-]*([A-Za-z’'-]+|[^\sA-Za-z])").finditer(text, end, min(len(text), end + 70)):
        said = word[1].lower()
        if not said[0].isalpha() or (said in words.STOPS and first):
            break
        if said in words.STOPS:
            return ""
        counts = said in words.COUNTABLE
        if counts and said not in words.PLURAL and _GOES_ON.match(text, word.end()):
            continue
        first = f"{first} {said}" if first in COMPOUND else first or said
        measured = english_unit(first if first.startswith(COMPOUND) else said)
        if counts or (measured and (said == first or len(said) > _SYMBOL)):
            return first if measured and " " in first else said
    return first


def number_of(said: str) -> tuple[Fraction, int]:
    """Return the value of figures or words and the power of ten of the last digit."""
    if said[0].isdigit():
        plain = said.replace(",", "")
        return Fraction(plain), -len(plain.partition(".")[2])
    read = spelled(said)
    return (read[0], read[1]) if read else (Fraction(0), 0)


def ordinal_of(said: str) -> int:
    """Return the value of an ordinal in figures or words."""
    if said[0].isdigit():
        return int(re.sub(r"\D", "", said))
    last = re.split(r" ", said.lower())[-1]
    if last in ORDINALS and " " not in said and "-" not in said.replace(last, ""):
        return ORDINALS[last]
    if said.lower() in ORDINALS:
        return ORDINALS[said.lower()]
    head = spelled(said.lower().rpartition(" ")[0].removesuffix(" and"))
    return int(head[0] if head else 0) + ORDINALS.get(last, 0)
