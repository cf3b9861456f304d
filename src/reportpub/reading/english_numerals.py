"""English numerals as numbers: twenty-three, a hundred and five, two and a half million, 1.2 billion, dozens.

Source: The Chicago Manual of Style, 17th and 18th ed., chapter 9.
"""

from __future__ import annotations

import re
from fractions import Fraction

# fmt: off
_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
# fmt: on
SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6, "m": 6, "b": 9,
    "k": 3, "quadrillion": 15, "tn": 12, "trn": 12, "mln": 6, "bln": 9,
}  # fmt: skip
ORDINALS = (
    {word: n for n, word in enumerate(_ORDINALS)}
    | {word[:-1] + "ieth": 20 + 10 * n for n, word in enumerate(_TENS)}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
)
ORDINALS |= {f"{tens}-{_ORDINALS[one]}": SMALL[tens] + one for tens in _TENS for one in range(1, 10)}

_WORD = "|".join(sorted(SMALL, key=len, reverse=True))
BIG = "hundred|thousand|million|billion|trillion|quadrillion"
SPELLED = re.compile(
    rf"(?:an? (?=(?:{BIG})\b)(?:{BIG})|(?:{_WORD}))\b(?:(?:[ -]|,? and )(?:{_WORD}|{BIG})\b)*",
    re.IGNORECASE,
)
"""A number in words, as long as it goes; what it comes to is the affair of `spelled`."""


def spelled(words: str) -> tuple[Fraction, int, int] | None:
    """Return the value of a number in words, the power of ten of its last word, and how many words it took."""
    parts = re.findall(r"[a-z]+", words.lower())
    total = section = 0
    used, last, read = 0, 0, False
    previous = ""
    for count, part in enumerate(parts, 1):
        if part in ("a", "an"):
            section, read = section or 1, True
        elif part in SMALL:
            size = SMALL[part]
            if read and previous in SMALL and not (SMALL[previous] >= 20 and 0 < size < 10):
                break
            if read and previous == "and" and not total and section % 100 != 0:
                break
            section, last, read = section + size, 0, True
        elif part in SCALES and len(part) > 2:
            power = SCALES[part]
            if power == 2:
                section = (section or 1) * 100
            else:
                total, section = total + (section or 1) * 10**power, 0
            last, read = power + (last if previous in SCALES else 0), True
        elif part == "and" and read:
            previous = part
            continue
        else:
            break
        previous, used = part, count
    return (Fraction(total + section), last, used) if read else None
