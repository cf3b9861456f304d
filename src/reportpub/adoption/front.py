"""What a report says of itself, out of the manuscript: its year, its date, the notice on its English."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from reportpub.adoption.drafts import Text
from reportpub.adoption.units import Kind, Unit
from reportpub.adoption.words import put_right
from reportpub.model.text import Lang

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_DAY = re.compile(r"^(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?$")
_NOTICE_ZH = re.compile(r"中文(?:本|版|文本)?为准|英文.{0,8}(?:仅供|供)?参考")
_NOTICE_EN = re.compile(
    r"English.{0,40}(?:reference|prevail)|Chinese.{0,40}(?:prevail|authoritative)", re.IGNORECASE
)
_SHORT = 160
_USUAL = {
    "zh": "本报告以中文本为准，英文本仅供参考。",
    "en": "The Chinese text is authoritative; the English is for reference only.",
}
_NO_YEAR = 2024


def period(title: Text, units: Sequence[Unit]) -> tuple[int, bool]:
    """Return the year a report covers, and whether the manuscript tells it: by its title or its years."""
    said = title.zh.text if title.zh else title.en.text if title.en else ""
    if found := _YEAR.search(said):
        return int(found[1]), True
    years = Counter(int(year) for unit in units for year in _YEAR.findall(unit.text))
    return (years.most_common(1)[0][0], True) if years else (_NO_YEAR, False)


def issued(units: Sequence[Unit], year: int) -> tuple[str, bool]:
    """Return the day of issue, and whether the manuscript tells it on a line of its own."""
    for unit in units:
        if found := _DAY.match(unit.text.replace(" ", "")):
            try:
                return dt.date(int(found[1]), int(found[2]), int(found[3] or 1)).isoformat(), True
            except ValueError:
                continue
    return f"{year}-12-31", False


def notice(units: Sequence[Unit]) -> tuple[Text, frozenset[int]]:
    """Return the notice on the status of the English, and the units above all chapters it is made of."""
    text, taken = Text(), set[int]()
    begun: set[Lang] = set()
    for unit in units:
        if unit.kind is Kind.HEADING and unit.level == 1:
            begun.add(unit.lang)
        if unit.lang in begun or unit.kind is not Kind.PARAGRAPH or len(unit.text) > _SHORT:
            continue
        if unit.lang is Lang.ZH and text.zh is None and _NOTICE_ZH.search(unit.text):
            text.zh = put_right(unit.runs, unit.lang, unit.span)
            taken.add(unit.order)
        elif unit.lang is Lang.EN and text.en is None and _NOTICE_EN.search(unit.text):
            text.en = put_right(unit.runs, unit.lang, unit.span)
            taken.add(unit.order)
    for lang, words in (("zh", text.zh), ("en", text.en)):
        if words is None:
            text.supplied[lang] = _USUAL[lang]
    return text, frozenset(taken)
