"""The page of changed figures: a table in Word, each figure as it was and as it is, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from reportpub.exchange.redline import plain_file
from reportpub.exchange.versions.compared import Moved
from reportpub.model.text import Lang
from reportpub.render.docx.oxml import paragraph, run

_WIDTHS = (2640, 1750, 1750, 1750, 1750)
_HEADS = ("数据 · Figure", "中文原为 · Was", "中文现为 · Is", "英文原为 · Was", "英文现为 · Is")


def changed_figures(told: Sequence[Moved], title: str) -> bytes:
    """Return the Word file; the same figures give the same bytes."""
    rows = _row(tuple(run(head, Lang.ZH) for head in _HEADS), "<w:trPr><w:tblHeader/></w:trPr>")
    rows += "".join(_figure(one) for one in told)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="1F1F1D"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 2))
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
    head = paragraph("Title", run("数据变动 · Changed figures", Lang.ZH))
    head += paragraph("Place", run(title, Lang.ZH))
    nothing = paragraph("Words", run("没有变动。No figure differs.", Lang.ZH))
    return plain_file(head + (table + paragraph("Words", "") if told else nothing))


def _figure(one: Moved) -> str:
    bold = "<w:b/>"
    return _row(
        (
            run(one.fact, Lang.EN),
            run(one.old[0] or "—", Lang.ZH),
            run(one.new[0] or "—", Lang.ZH, rest=bold),
            run(one.old[1] or "—", Lang.EN),
            run(one.new[1] or "—", Lang.EN, rest=bold),
        )
    )


def _row(cells: Sequence[str], properties: str = "") -> str:
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("Words", cell)}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr>{properties}{told}</w:tr>"
