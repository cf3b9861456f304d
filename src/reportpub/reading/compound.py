"""One quantity said in two units, a large and a small: 十二年六个月 and twelve and a half years, 3分20秒 and 3:20."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from reportpub.reading.compare import Matching
from reportpub.reading.quantity import Quantity

PARTS = {
    ("年", "个月"): 12, ("天", "小时"): 24, ("小时", "分"): 60, ("小时", "分钟"): 60, ("分", "秒"): 60, ("分钟", "秒"): 60,
    ("米", "厘米"): 100, ("斤", "两"): 10, ("丈", "尺"): 10, ("CNY", "角"): 10, ("CNY", "毛"): 10, ("CNY", "分"): 100, ("year", "month"): 12, ("day", "hour"): 24,
    ("hour", "minute"): 60, ("minute", "second"): 60, ("metre", "centimetre"): 100, ("meter", "centimeter"): 100,
    ("foot", "inche"): 12, ("feet", "inche"): 12,
}  # fmt: skip
"""How many of the small unit make one of the large, English units without their plural s."""
_JOIN = re.compile(r"[\s,]*(?:and|零|又)?\s*|[\s-]*[A-Za-z]+[,\s]*(?:and\s)?\s*")


def summed(match: Matching, zh_text: str, en_text: str) -> frozenset[Quantity]:
    """Return the numbers that are answered once what is said in two units is read as one."""
    zh = sorted((*(z for z, _ in match.pairs), *match.zh), key=lambda q: q.start)
    en = sorted((*(e for _, e in match.pairs), *match.en), key=lambda q: q.start)
    return frozenset((*_answered(zh, zh_text, en), *_answered(en, en_text, zh)))


def _answered(said: Sequence[Quantity], text: str, others: Sequence[Quantity]) -> Iterator[Quantity]:
    for large, small in pairwise(said):
        within = PARTS.get((large.unit.removesuffix("s"), small.unit.removesuffix("s")))
        if within is None or small.value >= within or not _JOIN.fullmatch(text[large.end : small.start]):
            continue
        whole = large.value + small.value / within
        for other in others:
            if not {whole, whole * within, Fraction(whole % 12)}.isdisjoint(other.values):
                yield from (large, small, other)
