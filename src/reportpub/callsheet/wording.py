"""The words of the sheet in both languages: one table for paper, Word and workbook."""

from __future__ import annotations

from reportpub.callsheet.sheet import Sheet
from reportpub.model.facts import Words

TITLE: Words = ("数字核对单", "Call-figures sheet")
COLUMNS: tuple[Words, ...] = (
    ("序号", "No."),
    ("页", "Page"),
    ("中文", "Chinese"),
    ("英文", "English"),
    ("准确值", "Exact value"),
    ("来源", "Source"),
    ("读", "Read"),
    ("校", "Check"),
)
SOURCES: Words = ("来源", "Sources")
WAS: Words = ("原为", "Was")
GONE: Words = ("已删去的数字", "Figures no longer there")
NOTHING: Words = ("没有改动的数字。", "No figure has changed.")
HOW: Words = (
    "一人按准确值朗读，另一人对照付印样，中英文都无误的打勾；有误的圈出，在旁边写明。",
    (
        "One person reads the exact value aloud, another looks at the proof. "
        "Tick what is right in both languages; ring what is wrong and write the correction beside it."
    ),
)
SIGNED: tuple[Words, ...] = (("读数人", "Read by"), ("核对人", "Checked by"))
DATE: Words = ("日期", "Date")
FRONT: Words = ("封面与版权页", "Cover and imprint")
LOST: Words = ("本语言未见", "not in this language")


def about(sheet: Sheet) -> Words:
    """Return the line below the title: which edition, how many figures, since when."""
    count = len(sheet.lines)
    zh, en = f"共 {count} 处数字", f"{count} figures"
    if sheet.since:
        every = len(sheet.every)
        zh = f"自 {sheet.since} 以来改动 {count} 处，全文共 {every} 处"
        en = f"{count} of {every} figures changed since {sheet.since}"
    return f"版本 {sheet.edition} · {sheet.date} · {zh}", f"Edition {sheet.edition} · {sheet.date} · {en}"
