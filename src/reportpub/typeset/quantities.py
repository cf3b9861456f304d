"""Figures and what belongs to them: numbers with their units, names with their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reportpub.typeset.tokens import Box

_POWERS = "万亿千百余多"
_UNIT = (
    "年月日号时分秒件人家个项元名起宗次批届条支只台套篇期场份部类级所座户种岁倍吨米里亩组间款例位天周季卷册页章节处笔辆艘头棵株"
    "度成"
)
_UNITS_OF_SEVERAL = (
    "个百分点|百分点|人民币|平方公里|平方米|立方米|公里|公斤|公顷|千米|千瓦时|毫米|厘米|小时|分钟|美元|港元|欧元|"
    "周年|人次|家次|件次|年度|年底|月底|年代|个月"
)
_MEASURED = re.compile(f"([{_POWERS}]*)({_UNITS_OF_SEVERAL}|[{_UNIT}])?")
_LONGEST = 8
_NUMERALS = frozenset("〇零一二三四五六七八九十百千两")

NUMBER_UNIT = 100.0
"""What it costs to part a number from its unit: more than a very loose line."""
INSIDE_UNIT = 12.0
ORDINAL = 6.0


def chinese_quantities(boxes: Sequence[Box]) -> dict[int, float]:
    """Return what it costs to begin a line with certain boxes of a Chinese paragraph.

    GB/T 15835-2011 wants a number and its unit together; 第 and 约 stay with their number where they can.
    """
    costs: dict[int, float] = {}
    for index, (before, box) in enumerate(pairwise(boxes), 1):
        if box.left == "H":
            if "0" in before.marks and not box.gap:
                _measured(boxes, index, costs)
            elif before.text == "第" and box.text in _NUMERALS:
                costs[index] = ORDINAL
        elif "9" in box.marks and before.text in ("第", "约", "超", "达", "近"):
            costs[index] = ORDINAL
    return costs


def _measured(boxes: Sequence[Box], index: int, costs: dict[int, float]) -> None:
    """Add the costs of parting a number from the unit that begins at `index`."""
    after = ""
    for box in boxes[index : index + _LONGEST]:
        if box.left != "H" or (after and box.gap):
            break
        after += box.text[0]
    match = _MEASURED.match(after)
    if match is None or not match.group():
        return
    powers = match.end(1)
    for offset in range(match.end()):
        inside = offset > powers
        costs[index + offset] = INSIDE_UNIT if inside else NUMBER_UNIT


def words(boxes: Sequence[Box]) -> list[str]:
    """Return for each box the word it stands in: all between two spaces, whatever its style."""
    found: list[str] = []
    begin = 0
    for index in range(1, len(boxes) + 1):
        if index == len(boxes) or boxes[index].gap:
            if index - begin == 1:
                found.append(boxes[begin].text)
            else:
                found.extend(["".join([box.text for box in boxes[begin:index]])] * (index - begin))
            begin = index
    return found


_BEFORE_NUMBER = re.compile(
    r"[(\[“‘]?(RMB|CNY|USD|HKD|EUR|US\$|HK\$|Nos?\.|Figs?\.|Figures?|Tables?|Charts?|Sections?|Parts?|Chapters?|"
    r"Articles?|Annex|Appendix|Vol\.|Vols\.|Phase|Step|Box|Note|Items?|Pages?|pp?\.|ca?\.|§+|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NUMBER = re.compile(r"[(\[]?[−+-]?[$¥€£]?(\d|[IVXLC]+\b[,.;:)’”]*$|[A-Z]\b[,.;:)]*$)")
_ENDS_IN_NUMBER = re.compile(r"(^|[^A-Za-z])\d[\d,.]*$|^[$¥€£]\d[\d,.]*$")
_AFTER_NUMBER = re.compile(
    r"(thousand|million|billion|trillion|percent|percentage|mm|cm|m|km|kg|g|t|mg|l|ml|ha|kW|MW|GW|kWh|Hz|kHz|MHz|GHz|"
    r"KB|MB|GB|TB|kB|pt|px|em|dpi|bp|a\.m\.|p\.m\.|BC|AD|BCE|CE|%|°C|yuan|hours?|minutes?)(?![A-Za-z])"
)
_COUNTED = re.compile(
    r"(thousand|million|billion|trillion|percent|percentage|yuan|hours?|minutes?)[.,;:!?…)\]}”’—–-]*"
)
_CURRENCY = re.compile(r"[(\[“‘]?(RMB|CNY|USD|HKD|EUR)")
_TITLE = re.compile(r"[(\[“‘]?(Mr|Ms|Mrs|Dr|Prof|St|Gen|Sen|Rev|Hon)\.")
_INITIAL = re.compile(r"[(\[“‘]?(?!U\.[SKN]\.)([A-Z]\.)+")
LIST_MARK = re.compile(r"[(\[]?([IVX]+|[A-Za-z]|\d{1,2})[.)]")
"""The number or letter that opens an item."""
_ONLY_CLOSING = re.compile(r"[.,;:!?…)\]}”—–/·-]+")


@cache
def loosely_tied(before: str, after: str) -> bool:
    """Tell whether of two words that stay together one is a number and one a currency or a word in full."""
    return _COUNTED.fullmatch(after) is not None or _CURRENCY.fullmatch(before) is not None


@cache
def stay_together(before: str, after: str) -> bool:
    """Tell whether two words of English stay on one line (Chicago 7.36 and following, 9.19)."""
    if _ONLY_CLOSING.fullmatch(after):
        return True
    if _BEFORE_NUMBER.fullmatch(before):
        return _NUMBER.match(after) is not None
    if _ENDS_IN_NUMBER.search(before):
        return _AFTER_NUMBER.match(after) is not None
    if _TITLE.fullmatch(before) or _INITIAL.fullmatch(before):
        return after[:1].isupper()
    return before in ("(", "[", "“", "‘", "$", "#", "§")
