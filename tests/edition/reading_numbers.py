"""Numbers read back from words, by other rules than those that wrote them."""

from __future__ import annotations

import re
from decimal import Decimal

HAN = {char: digit for digit, char in enumerate("零一二三四五六七八九")} | {"两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}
SECTIONS = {"万": 10**4, "亿": 10**8}
ENGLISH = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "  # noqa: SIM905
        "sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)  # noqa: SIM905
}
ENGLISH_STEPS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def read_han(words: str) -> Decimal:
    """Return the value of Han numerals, with decimals and 成 (in per cent)."""
    if words.endswith("成"):
        return read_han(words[:-1]) * 10
    if "点" in words:
        integer, _, fraction = words.partition("点")
        tail = re.match("[零一二三四五六七八九]*", fraction)
        count = len(tail[0]) if tail else 0
        value = Decimal(f"{read_han(integer)}.{''.join(str(HAN[c]) for c in fraction[:count])}")
        for char in fraction[count:]:
            value *= SECTIONS[char]
        return value
    total = section = digit = 0
    for char in words:
        if char in HAN:
            digit = HAN[char]
        elif char in STEPS:
            section += (digit or 1) * STEPS[char]
            digit = 0
        else:
            # A greater unit multiplies everything before it: 一万亿.
            size, before = SECTIONS[char], section + digit
            if total and total < size:
                total = (total + before) * size
            else:
                total += (before or 1) * size
            section = digit = 0
    return Decimal(total + section + digit)


def read_english(words: str) -> int:
    """Return the value of an English cardinal."""
    total = group = 0
    for word in re.split("[ -]", words):
        if word == "hundred":
            group *= 100
        elif word in ENGLISH_STEPS:
            total += group * ENGLISH_STEPS[word]
            group = 0
        else:
            group += ENGLISH[word]
    return total + group


def read_figures(said: str) -> Decimal:
    """Return the value of a wording in either language, whether in figures or in words."""
    number = re.search(r"[\d,.]+", said)
    if number is None:
        han = re.match("[零一二三四五六七八九两十百千万亿点]+", said.removeprefix("百分之"))
        return read_han(han[0]) if han else Decimal(read_english(said.split(maxsplit=1)[0]))
    value = Decimal(number[0].replace(",", ""))
    for word, size in {"万": 10**4, "亿": 10**8, "million": 10**6, "billion": 10**9}.items():
        if said[number.end() :].strip().startswith(word):
            return value * size
    return value
