"""Whole numbers as English words and ordinals.

Source: The Chicago Manual of Style, 17th and 18th ed., chapter 9
(hyphens as in the guide of chapter 7; no “and”).
"""

from __future__ import annotations

LONGEST = 10**15
"""Numbers from here on are not spelled out."""

# fmt: off
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_STEPS = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
    (10**2, "hundred"),
)
_ODD = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEN = 10
_TEENS = range(11, 14)


def cardinal(number: int) -> str:
    """Return a whole number from 0 up to `LONGEST` in words."""
    if number < len(_SMALL):
        return _SMALL[number]
    for size, name in _STEPS:
        if number >= size:
            high, low = divmod(number, size)
            return f"{cardinal(high)} {name}" + (f" {cardinal(low)}" if low else "")
    tens, ones = divmod(number, _TEN)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """Return the ordinal of a whole number from 1 up to `LONGEST` in words."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ODD:
        return head + _ODD[last]
    return f"{head}{last.removesuffix('y')}ieth" if last.endswith("y") else f"{head}{last}th"


def ordinal_figures(number: int) -> str:
    """Return the ordinal of a whole number in figures: 21st, 112th, 135th."""
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % _TEN, "th")
    return f"{number:,}{ending}"
