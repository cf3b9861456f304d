"""Numbers in crossed order: where 分别 and “respectively” pair two lists, and where one list is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportpub.reading.compare import Difference, Kind, Matching
from reportpub.reading.quantity import CALENDAR, PROPORTIONS, Measure, Quantity, Weight
from reportpub.sentences import say

_RESPECTIVELY = re.compile(r"\brespectively\b|\bin that order\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?](?:\s|(?=[A-Z]))(?<!\d\.\s)|\n")
_SEPARATOR = re.compile(
    r"(?:[\s,;]|and|percent|%|percentage points?|yuan|million|billion|cases?|people|RMB)*", re.IGNORECASE
)


def crossed(match: Matching, en_text: str) -> Iterator[Difference]:
    """Yield each list that “respectively” ties to another in the order of one language and not of the other."""
    answer = {e: z for z, e in match.pairs}
    numbers = sorted(answer, key=lambda e: e.start)
    for word in _RESPECTIVELY.finditer(en_text):
        start = _begin(en_text, word.start())
        end = _end(en_text, word.end())
        within = [
            e
            for e in numbers
            if start <= e.start < end and e.measure not in CALENDAR and e.measure is not Measure.YEAR
        ]
        second = _tied(within, word.start(), en_text)
        if len(second) < 2:
            continue
        first = _before(within, second)
        order = _order([answer[e] for e in second])
        if len(first) == len(second):
            other = _order([answer[e] for e in first])
            zh_first = [answer[e] for e in first]
            beside = _adjacent(zh_first, [answer[e] for e in second])
            if other != order and beside:
                yield Difference(
                    Kind.CROSSED,
                    tuple(answer[e] for e in (*first, *second)),
                    (*first, *second),
                    say("the two lists are tied in another order"),
                )
                continue
            if beside:
                continue
        if order != sorted(order):
            yield Difference(
                Kind.CROSSED,
                tuple(answer[e] for e in second),
                tuple(second),
                say("the list stands in another order"),
            )


def reordered(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield each two neighbours of one kind that stand the other way round, where nothing is being compared."""
    pairs = [(z, e) for z, e in match.pairs if z.weight is e.weight is Weight.FIRM and _comparable(z, e)]
    pairs.sort(key=lambda pair: pair[0].start)
    places = sorted(pairs, key=lambda pair: pair[1].start)
    for (z, e), (y, d) in pairwise(pairs):
        first, second = places.index((z, e)), places.index((y, d))
        if first != second + 1 or _sort(z) != _sort(y) or not _sort(z):
            # What no classifier counts may be anything: 32学时，2学分.
            continue
        if z.measure not in PROPORTIONS and e.unit != d.unit and e.unit and d.unit:
            # Nouns that differ may be said in any order: 34个大项401个小项 are 401 events in 34 sports.
            continue
        if any(sum(q.value == p.value for p, _ in pairs) > 1 for q in (z, y)):
            # Of two equal numbers nobody knows which is which.
            continue
        between_zh = zh_text[max(0, z.start - 8) : y.end]
        between_en = en_text[max(0, d.start - 40) : e.end + 30]
        if (
            "。" in zh_text[z.end : y.start]
            or _COMPARED_ZH.search(between_zh)
            or _COMPARED.search(between_en)
        ):
            continue
        if _SENTENCE.search(en_text, d.end, e.start) or re.search(
            r"\b(?:of|for)\b", en_text[d.end : e.start]
        ):
            continue
        yield Difference(Kind.CROSSED, (z, y), (d, e), say("they stand the other way round"))


_COMPARED = re.compile(
    r"\b(?:from|compared|than|versus|against|of (?:the|which|them|whom|these|those|all)|out of|among|previous|earlier|last|instead|for every|per|"
    r"including|after|before|before that|followed|respectively|or|by \w+ to|to)\b",
    re.IGNORECASE,
)
_COMPARED_ZH = re.compile(r"从|由|较|比|相比|其中|中的|中有|中，|占|后|前|以上|每")


def _comparable(z: Quantity, e: Quantity) -> bool:
    never = {Measure.YEAR, Measure.CODE, Measure.ORDINAL, Measure.MULTIPLE, *CALENDAR}
    return not {z.measure, e.measure} & never


def _sort(z: Quantity) -> str:
    return "share" if z.measure in PROPORTIONS else z.unit


def _begin(text: str, at: int) -> int:
    ends = [m.end() for m in _SENTENCE.finditer(text, 0, at)]
    return ends[-1] if ends else 0


def _end(text: str, at: int) -> int:
    found = _SENTENCE.search(text, at)
    return found.start() if found else len(text)


def _tied(within: Sequence[Quantity], word: int, text: str) -> list[Quantity]:
    """Return the list of one measure that ends nearest before the word, or begins right behind it."""
    before = [e for e in within if e.end <= word + 1]
    tied: list[Quantity] = []
    for e in reversed(before):
        if tied and (_family(e) != _family(tied[0]) or not _SEPARATOR.fullmatch(text[e.end : tied[0].start])):
            gap = text[e.end : tied[0].start]
            if (
                _family(e) != _family(tied[0])
                or len(gap) > 45
                or not re.search(r",|\band\b", gap)
                or re.search(r"[;]", gap)
            ):
                break
        tied.insert(0, e)
    if len(tied) < 2:
        after = [e for e in within if e.start >= word]
        tied = [e for e in after if _family(e) == _family(after[0])] if after else []
    return tied


def _before(within: Sequence[Quantity], second: Sequence[Quantity]) -> list[Quantity]:
    rest = [e for e in within if e.start < second[0].start][-len(second) :]
    return rest if len({_family(e) for e in rest}) == 1 else []


def _family(e: Quantity) -> str:
    return "share" if e.measure in PROPORTIONS else "count"


def _order(zh: Sequence[Quantity]) -> list[int]:
    by_place = sorted(range(len(zh)), key=lambda at: (zh[at].start, zh[at].end))
    return [by_place.index(at) for at in range(len(zh))]


def _adjacent(first: Sequence[Quantity], second: Sequence[Quantity]) -> bool:
    """Tell whether in Chinese as well the first list stands right before the second."""
    return (
        max(q.end for q in first) <= min(q.start for q in second)
        and min(q.start for q in second) - max(q.end for q in first) < 40
    )
