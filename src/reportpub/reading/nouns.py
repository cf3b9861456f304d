"""Two numbers that have changed places: each stands, in the other language, with the noun that is the other's.

Only what both texts tie beyond doubt is accused: a clause with one number and one of the nouns, on all four sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from reportpub.reading.compare import Difference, Kind, Matching
from reportpub.reading.quantity import CALENDAR, Measure, Quantity

_NOUNS = {
    name: (re.compile(zh), re.compile(rf"\b(?:{en})", re.IGNORECASE))
    for name, zh, en in (
        ("patent", "专利", "patent"),
        ("trademark", "商标", "trademark"),
        ("copyright", "版权|著作权", "copyright"),
        ("geographical indication", "地理标志", "geographical indication|GIs?\\b"),
        ("variety", "品种", "variet"),
        ("database", "数据库", "database"),
        ("centre", "中心", "cent(?:er|re)s?\\b"),
        ("enterprise", "企业|公司", "enterprise|compan|firm"),
        ("officer", "执法人员|官兵", "officer"),
        ("body", "机构", "bod(?:y|ies)\\b|institution|agenc"),
        ("export", "出口", "export"),
        ("import", "进口", "import"),
        ("birth", "出生", "birth|born"),
        ("death", "死亡|遇难|丧生", "death|died|killed|dead"),
        ("injured", "受伤|伤者", "injur|wound|hurt"),
        ("missing", "失踪", "missing"),
        ("revenue", "营收|营业收入|销售收入", "revenue|sales"),
        ("profit", "利润", "profit"),
        ("urban", "城镇", "urban"),
        ("rural", "农村|乡村", "rural"),
        ("man", "男性|男生", "m[ea]n\\b|male|boy"),
        ("woman", "女性|女生", "wom[ea]n\\b|female|girl"),
        ("student", "学生|在校生", "student|pupil"),
        ("teacher", "教师|教职工", "teacher|staff"),
        ("school", "学校", "school"),
        ("hospital", "医院", "hospital"),
        ("license", "许可", "licen[cs]"),
        ("assignment", "转让", "assign"),
        ("application", "申请", "appli"),
        ("grant", "授权|授予", "grant"),
    )
}
"""Nouns of reports and news, by what each language calls them."""
_END_ZH = re.compile(r"[，。；：！？（）]|、|\n")
_END = re.compile(r"[,.:](?!\d)|[;!?()—\n]|\b(?:and|while|but|against|with|beside)\b", re.IGNORECASE)
_NEVER = frozenset({Measure.YEAR, Measure.CODE, Measure.ORDINAL, *CALENDAR})


def exchanged(match: Matching, zh_text: str, en_text: str) -> Iterator[Difference]:
    """Yield each two numbers of which either stands with the other's noun in English."""
    tied = []
    for z, e in match.pairs:
        if _NEVER.isdisjoint((z.measure, e.measure)) and z.measure is e.measure:
            here = _named(z, zh_text, _END_ZH, [y for y, _ in match.pairs] + list(match.zh), 0)
            there = _named(e, en_text, _END, [d for _, d in match.pairs] + list(match.en), 1)
            if here and there and here != there:
                tied.append((z, e, here, there))
    for (z, e, here, there), (y, d, other, elsewhere) in combinations(tied, 2):
        if here == elsewhere and there == other and z.value != y.value:
            yield Difference(Kind.CROSSED, (z, y), (e, d), f"one is that of “{here}”, the other of “{there}”")


def _named(q: Quantity, text: str, ends: re.Pattern[str], said: list[Quantity], side: int) -> str:
    """Return the only noun of the clause of a number, or nothing where it has several or another number."""
    start = max((m.end() for m in ends.finditer(text, 0, q.start)), default=0)
    found = ends.search(text, q.end)
    end = found.start() if found else len(text)
    if any(other is not q and start <= other.start < end and other.measure not in CALENDAR for other in said):
        return ""
    names = [name for name, words in _NOUNS.items() if words[side].search(text, start, end)]
    return names[0] if len(names) == 1 else ""
