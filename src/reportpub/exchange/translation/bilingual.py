"""A bilingual table in Word for translators without tools: id, Chinese, English, one text a row."""

from __future__ import annotations

from collections.abc import Sequence

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
    names = (run("id", Lang.EN), run("中文", Lang.ZH), run("English", Lang.EN))
    rows = _row(names, "<w:trPr><w:tblHeader/></w:trPr>") + "".join(map(_unit, told))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BCBDBD"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
    return plain_file(head + table + paragraph("Words", ""))


def _unit(unit: Unit) -> str:
    state = _STATES[unit.progress]
    name = run(f"{unit.id} {unit.digest} {state}".rstrip(), Lang.ZH, rest='<w:sz w:val="15"/>')
    return _row((name, _text(unit.zh, Lang.ZH), _text(unit.en, Lang.EN)))


def _text(typed: str, lang: Lang) -> str:
    return "".join(run(p.text, lang, rest=_MARKED if p.kind else "") for p in pieces(typed, lang))


def _row(cells: Sequence[str], properties: str = "") -> str:
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("Words", cell)}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr>{properties}{told}</w:tr>"
