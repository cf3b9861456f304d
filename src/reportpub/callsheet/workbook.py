"""The sheet as a workbook: one row a figure, ready to filter, to tick and to print."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reportpub.callsheet.calls import GAP, Mention
from reportpub.callsheet.sheet import Line, Sheet
from reportpub.callsheet.wording import COLUMNS, DATE, FRONT, GONE, HOW, LOST, SIGNED, TITLE, WAS, about
from reportpub.model.facts import Words
from reportpub.model.text import Lang
from reportpub.render.docx.widths import em

WIDTHS = (5, 7, 12, 38, 42, 22, 11, 12, 12, 6, 7, 18)
"""The columns, in characters of the workbook's own face."""

_EXTRA: tuple[Words, ...] = (("章", "Chapter"), ("期间", "Period"), ("事实", "Fact"))
_TICKS = ("", "✓", "✗")
LEADING = 13.5
"""Points; programs other than Excel do not find the height of a row of rich text by themselves."""

HEAD_ROW = 5
"""The row of the column heads, counted from 0; what stands above is the head of the sheet."""


def xlsx(sheet: Sheet) -> bytes:
    """Return the workbook of a sheet; the same sheet gives the same bytes.

    No text becomes a formula, a number or a link, whatever it begins with.
    """
    buffer = io.BytesIO()
    safe = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = Workbook(buffer, safe)
    book.set_properties({"title": f"{TITLE[0]} {TITLE[1]}", "created": datetime.fromisoformat(sheet.date)})
    looks = _looks(book)
    page = book.add_worksheet(TITLE[0])
    _head(page, sheet, looks)
    for at, line in enumerate(sheet.lines, start=HEAD_ROW + 1):
        _line(page, at, line, sheet, looks)
    last = HEAD_ROW + len(sheet.lines)
    if sheet.lines:
        page.autofilter(HEAD_ROW, 0, last, len(WIDTHS) - 1)
        page.data_validation(HEAD_ROW + 1, 9, last, 10, {"validate": "list", "source": list(_TICKS[1:])})
    if sheet.gone:
        page.write_string(last + 2, 0, " ".join(GONE), looks["head"])
        for at, one in enumerate(sheet.gone, start=last + 3):
            page.write_string(at, 2, one.fact, looks["quiet"])
            page.write_string(at, 3, one.said, looks["text"])
    _print(page)
    book.close()
    return buffer.getvalue()


def _looks(book: Workbook) -> Mapping[str, Format]:
    text = {"font_name": "宋体", "font_size": 10, "valign": "top", "text_wrap": True}
    ruled = text | {"bottom": 4, "bottom_color": "#BCBDBD"}
    kinds = {
        "title": {"font_name": "黑体", "font_size": 18, "bold": True, "font_color": "#BE1725"},
        "plain": {"font_name": "宋体", "font_size": 10},
        "head": text | {"font_name": "黑体", "bold": True, "top": 2, "bottom": 1, "bg_color": "#F8F6F2"},
        "text": ruled,
        "quiet": ruled | {"font_color": "#616A71"},
        "value": ruled | {"bold": True, "font_color": "#BE1725"},
        "number": ruled | {"align": "right"},
        "tick": ruled | {"align": "center", "border": 1, "border_color": "#616A71"},
        "said": {"font_name": "宋体", "font_size": 10, "bold": True, "font_color": "#BE1725"},
        "around": {"font_name": "宋体", "font_size": 10},
    }
    return {name: book.add_format(kind) for name, kind in kinds.items()}


def _head(page: Worksheet, sheet: Sheet, looks: Mapping[str, Format]) -> None:
    number, where, zh, en, value, source, read, check = COLUMNS
    chapter, period, fact = _EXTRA
    page.write_string(0, 0, " ".join(TITLE), looks["title"])
    page.write_string(1, 0, " ".join(sheet.title), looks["plain"])
    page.write_string(2, 0, " ".join(about(sheet)), looks["plain"])
    page.write_string(3, 0, " ".join(HOW), looks["plain"])
    heads = (number, where, chapter, zh, en, value, period, source, WAS, read, check, fact)
    for at, (words, width) in enumerate(zip(heads, WIDTHS, strict=True)):
        page.set_column(at, at, width)
        page.write_string(HEAD_ROW, at, "\n".join(words), looks["head"])
    page.set_row(0, 26)
    page.set_row(HEAD_ROW, 2 * LEADING)
    page.freeze_panes(HEAD_ROW + 1, 0)


def _line(page: Worksheet, at: int, line: Line, sheet: Sheet, looks: Mapping[str, Format]) -> None:
    page.write_number(at, 0, line.number, looks["number"])
    page.write_string(at, 1, line.page, looks["number"])
    page.write_string(at, 2, sheet.chapters.get(line.chapter, FRONT)[0], looks["quiet"])
    _mention(page, at, 3, line.zh, Lang.ZH, looks)
    _mention(page, at, 4, line.en, Lang.EN, looks)
    page.write_string(at, 5, " ".join(filter(None, (line.value, line.qualifier))), looks["value"])
    page.write_string(at, 6, line.period[0], looks["text"])
    page.write_string(at, 7, " ".join(dict.fromkeys(line.source)), looks["quiet"])
    page.write_string(at, 8, line.was, looks["quiet"])
    for column in (9, 10):
        page.write_blank(at, column, None, looks["tick"])
    page.write_string(at, 11, line.fact, looks["quiet"])
    said = (_whole(line.zh, Lang.ZH), _whole(line.en, Lang.EN), line.value + line.qualifier, "", "", line.was)
    page.set_row(at, LEADING * max(ceil(em(words) * 2 / WIDTHS[3 + turn]) for turn, words in enumerate(said)))


def _whole(mention: Mention | None, lang: Lang) -> str:
    return GAP[lang].join((*mention.head, mention.before + mention.words + mention.after)) if mention else " "


def _mention(
    page: Worksheet, row: int, column: int, mention: Mention | None, lang: Lang, looks: Mapping[str, Format]
) -> None:
    """Write a figure among its words; a rich text must have two pieces at least."""
    if mention is None:
        page.write_string(row, column, LOST[0] if lang is Lang.ZH else LOST[1], looks["quiet"])
        return
    before = "".join(part + GAP[lang] for part in mention.head) + mention.before
    pieces: list[Format | str] = [looks["around"], before] if before else []
    pieces += [looks["said"], mention.words]
    pieces += [looks["around"], mention.after] if mention.after else []
    if before or mention.after:
        page.write_rich_string(row, column, *pieces, looks["text"])
    else:
        page.write_string(row, column, mention.words, looks["value"])


def _print(page: Worksheet) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)
    page.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.8)
    signed = "    ".join(f"{zh} {en} ________________  {DATE[0]} {DATE[1]} ________" for zh, en in SIGNED)
    page.set_footer(f"&L&9{signed}&R&9&P / &N")
