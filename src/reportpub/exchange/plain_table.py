"""A table of a plain Word file: a head that is repeated on every page, and rows that no page parts."""

from __future__ import annotations

from collections.abc import Sequence

from reportpub.render.docx.oxml import paragraph

Cell = Sequence[str]
"""What a cell says: the runs of each of its paragraphs, each behind the name of its style."""

_EDGES = {
    "rows": (("top", 8, "1F1F1D"), ("bottom", 8, "1F1F1D"), ("insideH", 2, "BCBDBD")),
    "grid": tuple((side, 4, "BCBDBD") for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
}
_TINT = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F0"/>'
_MARGINS = (("top", 60), ("left", 90), ("bottom", 60), ("right", 90))


def plain_table(
    widths: Sequence[int], head: Sequence[Cell], rows: Sequence[Sequence[Cell]], edges: str
) -> str:
    """Return a table; `widths` are in twips, `edges` says whether it has a grid or lines between rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{ink}"/>'
        for side, size, ink in _EDGES[edges]
    )
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _MARGINS)
    told = _row(widths, head, "Head", "<w:tblHeader/>", _TINT)
    told += "".join(_row(widths, row, "Cell") for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{told}</w:tbl>"
    )


def _row(widths: Sequence[int], cells: Sequence[Cell], style: str, more: str = "", tint: str = "") -> str:
    told = ""
    for width, cell in zip(widths, cells, strict=True):
        first, *beside = cell
        said = paragraph(style, first) + "".join(paragraph("Beside", runs) for runs in beside)
        told += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tint}</w:tcPr>{said}</w:tc>'
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{told}</w:tr>"
