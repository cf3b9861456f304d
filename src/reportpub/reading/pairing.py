"""Which paragraphs of two texts answer each other: a monotone alignment by length, numbers and names.

Source: Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993), for the moves and the
dynamic programme; the costs are our own, because numbers tell more than lengths.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from reportpub.reading.chinese import read_chinese
from reportpub.reading.english import read_english
from reportpub.reading.han_numerals import value_of
from reportpub.reading.quantity import Quantity, Weight

RATIO = 3.1
"""English characters to one Chinese character in translated prose, spaces included."""

ALONE = 1.6
"""What it costs to leave a paragraph without a partner."""
MERGED = 1.4
"""What it costs to let two paragraphs answer one."""
_BAND = 40
_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_HAN = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_WORDS = re.compile(r"[A-Za-z]+")

_HAN_MARK = re.compile(r"\s*[（(第]?([一二三四五六七八九十]{1,3})[、）)章节条]")
_ROMAN_MARK = re.compile(r"\s*(?:Chapter |Section |Part )?([IVXivx]{1,5})[.)] ")
_FIGURE_MARK = re.compile(r"\s*(?:Chapter |Section |Article )?[（(]?(\d{1,2})[.、）):]\s?(?!\d)")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Pair:
    """The paragraphs of either text that answer each other, by their index; one side may be empty.

    `cost` is what it costs to pair them: below nothing where all agrees, `ALONE` where nothing answers.
    """

    zh: tuple[int, ...]
    en: tuple[int, ...]
    cost: float = field(default=0.0, compare=False)


Apart = Callable[[Sequence[int], Sequence[int]], float]
"""What else speaks against letting some paragraphs answer others, by their indexes; below nothing speaks for it."""


@dataclass(frozen=True, slots=True)
class _Traits:
    length: float
    values: frozenset[Fraction]
    names: frozenset[str]
    mark: int


def is_chinese(text: str) -> bool:
    """Tell whether a paragraph is Chinese: a name or two in Han does not make an English one so."""
    han = len(_HAN.findall(text))
    return han > 0 and han * 2 >= len(_WORDS.findall(text))


def paired(zh: Sequence[str], en: Sequence[str], apart: Apart | None = None) -> tuple[Pair, ...]:
    """Return the alignment of two texts that costs least, in order.

    `apart` is asked about each pair where the caller knows more of the paragraphs than their words.
    """
    left = [_traits(text, read_chinese(text), RATIO) for text in zh]
    right = [_traits(text, read_english(text), 1.0) for text in en]
    slope = len(right) / max(1, len(left))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(left) + 1):
        middle = i * slope
        reach = max(_BAND, abs(len(left) - len(right)) + 5)
        for j in range(max(0, int(middle - reach)), min(len(right), int(middle + reach)) + 1):
            if (i, j) == (0, 0):
                continue
            ways = []
            for a, b in _MOVES:
                if (i - a, j - b) in best:
                    cost = _cost(left[i - a : i], right[j - b : j])
                    if apart is not None and a and b:
                        cost += apart(range(i - a, i), range(j - b, j))
                    ways.append((best[i - a, j - b][0] + cost, (a, b)))
            if ways:
                best[i, j] = min(ways)
    pairs = []
    i, j = len(left), len(right)
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        cost = best[i, j][0] - best[i - a, j - b][0]
        pairs.append(Pair(tuple(range(i - a, i)), tuple(range(j - b, j)), cost))
        i, j = i - a, j - b
    return tuple(reversed(pairs))


def _traits(text: str, read: Sequence[Quantity], ratio: float) -> _Traits:
    values = frozenset(q.value for q in read if q.weight is Weight.FIRM)
    names = frozenset(w.lower() for w in _LATIN.findall(text))
    return _Traits(len(text) * ratio, values, names, _mark(text))


def _mark(text: str) -> int:
    """Return the number a heading begins with, 0 for none: 三、 III. 3. (3)."""
    if found := _ROMAN_MARK.match(text):
        digits = [_ROMAN[c] for c in found[1].upper()]
        return sum(-d if d < later else d for d, later in zip(digits, [*digits[1:], 0], strict=True))
    if found := _HAN_MARK.match(text):
        return int(value_of(found[1])[0])
    found = _FIGURE_MARK.match(text)
    return int(found[1]) if found else 0


def _cost(zh: Sequence[_Traits], en: Sequence[_Traits]) -> float:
    if not zh or not en:
        return ALONE
    long_zh, long_en = sum(t.length for t in zh), sum(t.length for t in en)
    cost = 2 * abs(math.log((long_en + 20) / (long_zh + 20)))
    values = frozenset().union(*(t.values for t in zh)), frozenset().union(*(t.values for t in en))
    count = len(values[0]) + len(values[1])
    same = len(values[0] & values[1])
    cost += 1.6 * (1 - 2 * same / count) - 0.1 * min(same, 5) if count else 0.5
    names = frozenset().union(*(t.names for t in zh))
    if names:
        shared = len(names & frozenset().union(*(t.names for t in en)))
        cost -= 0.6 * shared / len(names)
    if zh[0].mark or en[0].mark:
        cost += -1.2 if zh[0].mark == en[0].mark else 1.2
    return cost + (MERGED if len(zh) + len(en) > 2 else 0)
