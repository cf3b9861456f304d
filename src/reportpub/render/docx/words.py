"""The few words a Word file says by itself, in both languages."""

from __future__ import annotations

from typing import Final

from reportpub.model.text import Lang

CONTENTS: Final = {Lang.ZH: "目录", Lang.EN: "Contents"}
SOURCE: Final = {Lang.ZH: "资料来源：", Lang.EN: "Source: "}
DRAFT: Final = "Draft translation"
"""Printed once over every run of English that is still a draft."""

STALE: Final = "Translation to be revised: the Chinese has changed"
UNREVISED: Final = {Lang.ZH: "上年文本，尚待修订", Lang.EN: "Last year’s text, to be revised"}

KEY_FIGURES: Final = {Lang.ZH: "关键数据", Lang.EN: "Key figures"}
NAMES: Final = {Lang.ZH: "中文", Lang.EN: "English"}
"""The languages as the heads of their columns."""

EDITORS: Final = {Lang.ZH: ("编辑部", "编"), Lang.EN: ("Editors", "Ed")}
"""Who asks questions: an office and its initials, never a person."""

SIDE_BY_SIDE: Final = {
    Lang.ZH: "左列中文，右列英文，每行一段。",
    Lang.EN: "Chinese on the left, English on the right, a row for each block.",
}
GAP: Final = {Lang.ZH: "\u3000", Lang.EN: "\u2002"}
"""What stands between the number of a caption and its title."""

WORD_LANG: Final = {Lang.ZH: "zh-CN", Lang.EN: "en-US"}
"""The languages as Word's spelling and file properties name them."""

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(date: str, lang: Lang) -> str:
    """Return a day written YYYY-MM-DD as running text has it."""
    year, month, number = (int(part) for part in date.split("-"))
    if lang is Lang.ZH:
        return f"{year}年{month}月{number}日"
    return f"{MONTHS[month - 1]} {number}, {year}"


def lead_stop(lead: str, lang: Lang) -> str:
    """Return what separates a run-in lead from its text, minding a stop the lead already has."""
    stopped = lead.endswith(tuple("。？！：.?!:"))
    if lang is Lang.ZH:
        return "" if stopped else "。"
    return " " if stopped else ". "


def dash(lang: Lang) -> str:
    """Return the dash that goes before the source of a quotation."""
    return "——" if lang is Lang.ZH else "— "
