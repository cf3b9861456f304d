"""Two numbers that have changed places: each stands, in the other language, with the unit or noun that is the other's.

Only what both texts tie beyond doubt is accused: either number has one name in either language, and the names cross.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from reportpub.reading.compare import Difference, Kind, Matching
from reportpub.reading.named import COUNTED, NOUNS
from reportpub.reading.quantity import CALENDAR, Measure, Quantity
from reportpub.reading.units import chinese_unit, english_unit
from reportpub.sentences import say

_END = (
    re.compile(r"[，。；：！？（）]|、|\n"),
    re.compile(r"[,.:](?!\d)|[;!?()—\n]|\b(?:and|while|but|against|with|beside)\b", re.IGNORECASE),
)
"""What ends a clause, in Chinese and in English."""
_NEVER = frozenset({Measure.YEAR, Measure.CODE, Measure.ORDINAL, *CALENDAR})
_THINGS = "things"
"""The name of what is counted, whatever it is: no measured quantity can be meant."""


def exchanged(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield each two numbers of which either stands with the other's unit or noun in English."""
    pairs = [
        (z, e) for z, e in match.pairs if _NEVER.isdisjoint((z.measure, e.measure)) and z.measure is e.measure
    ]
    zh, en = [*(z for z, _ in match.pairs), *match.zh], [*(e for _, e in match.pairs), *match.en]
    for names in (
        [(_measured(z, 0), _measured(e, 1)) for z, e in pairs],
        [(_clause(z, zh_text, zh, 0), _clause(e, en_text, en, 1)) for z, e in pairs],
    ):
        tied = [
            (z, e, *name) for (z, e), name in zip(pairs, names, strict=True) if all(name) and not _same(*name)
        ]
        crossed = [
            (one, other)
            for one, other in combinations(tied, 2)
            if (one[2], one[3]) == (other[3], other[2]) and one[0].value != other[0].value
        ]
        for (z, e, here, there), (y, d, *_) in crossed[:1]:
            yield Difference(
                Kind.CROSSED,
                (z, y),
                (e, d),
                say("one is that of “{here}”, the other of “{there}”", here=here, there=there),
            )
        if crossed:
            return


def _same(here: str, there: str) -> bool:
    """Tell whether two names may mean one: any noun of things may be the English of any classifier."""
    return here == there or (_THINGS in (here, there) and not {here, there}.isdisjoint(COUNTED[0].values()))


def _measured(q: Quantity, side: int) -> str:
    """Return what the unit, classifier or noun of a number says it counts, nothing where it may be anything."""
    if not q.unit or q.measure is not Measure.NUMBER:
        return ""
    if len(q.unit) == len("CNY") and q.unit.isupper():
        return q.unit
    if unit := (english_unit if side else chinese_unit)(q.unit):
        return unit.dimension
    return COUNTED[side].get(q.unit, _THINGS)


def _clause(q: Quantity, text: str, said: list[Quantity], side: int) -> str:
    """Return the only noun of the clause of a number, or nothing where it has several or another number."""
    start = max((m.end() for m in _END[side].finditer(text, 0, q.start)), default=0)
    found = _END[side].search(text, q.end)
    end = found.start() if found else len(text)
    if any(other is not q and start <= other.start < end and other.measure not in CALENDAR for other in said):
        return ""
    names = [name for name, words in NOUNS.items() if words[side].search(text, start, end)]
    return names[0] if len(names) == 1 else ""
