"""A bilingual table in Word for translators without tools: id, Chinese, English, one text a row."""

from __future__ import annotations

from collections.abc import Sequence

from reportpub.exchange.plain_table import Cell, plain_table
from reportpub.exchange.redline import plain_file
from reportpub.exchange.translation.exchanged import about
from reportpub.exchange.translation.units import Progress, Unit, pieces
from reportpub.model.text import Lang
from reportpub.render.docx.oxml import paragraph, run

_WIDTHS = (1700, 3900, 4600)
_MARKED = '<w:color w:val="1A6DA7"/>'
_HOW = (
    "第三列写译文；蓝色的花括号内容是数据和名称，照抄到译文里，不要改动。",
    "Write the English in the third column; copy figures and names, in blue braces, as they are.",
)
_STATES = {
    Progress.MISSING: "缺译文 · missing",
    Progress.DRAFT: "草稿 · draft",
    Progress.STALE: "原文已改 · stale",
    Progress.UNREVISED: "上年 · last year’s",
    Progress.REVIEWED: "",
}


def bilingual(told: Sequence[Unit], report: str, scope: str, title: str) -> bytes:
    """Return the Word file; the same units give the same bytes."""
    head = paragraph("Title", run(title, Lang.ZH)) + paragraph("Place", run(about(report, scope), Lang.EN))
    head += paragraph("Words", run(_HOW[0], Lang.ZH)) + paragraph("Words", run(_HOW[1], Lang.EN))
    heads = (("文本", "Text"), ("中文", "Chinese"), ("英文", "English"))
    names = [(run(zh, Lang.ZH), run(en, Lang.EN)) for zh, en in heads]
    table = plain_table(_WIDTHS, names, [_unit(one) for one in told], "grid")
    return plain_file(head + table + paragraph("Words", ""))


def _unit(unit: Unit) -> tuple[Cell, ...]:
    """Return a row; the digest of the Chinese stands small beside the id, by which it is known again."""
    beside = run(f"{unit.digest} {_STATES[unit.progress]}".rstrip(), Lang.ZH)
    name = run(unit.id, Lang.EN, rest='<w:sz w:val="16"/>')
    return (name, beside), (_text(unit.zh, Lang.ZH),), (_text(unit.en, Lang.EN),)


def _text(typed: str, lang: Lang) -> str:
    return "".join(run(p.text, lang, rest=_MARKED if p.kind else "") for p in pieces(typed, lang))
