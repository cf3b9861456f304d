"""The table styles: three rules for data, thin ones for key figures and for two languages side by side.

Source: ECMA-376 part 1, 17.7.6; the three-line table (三线表) has rules of 1, ½ and 1 pt.
"""

from __future__ import annotations

from reportpub.render.docx.look import Look

REPORT_TABLE = "ReportTable"
KEY_TABLE = "KeyFigures"
PAIRED_TABLE = "SideBySide"
CELL_MARGIN = 80
"""Twips to the left and right of a cell's words."""


def table_styles(look: Look) -> str:
    """Return the w:style elements of all table styles."""
    margins = _margins(0, 108)
    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr></w:style>'
    )
    rules = _borders(("top", 8, look.ink), ("bottom", 8, look.ink))
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{look.ink}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    thin = _borders(("top", 4, look.rule), ("bottom", 4, look.rule))
    between = _borders(("top", 4, look.rule), ("bottom", 4, look.rule), ("insideH", 4, look.rule))
    return (
        normal
        + _style(REPORT_TABLE, "Report Table", rules, head)
        + _style(KEY_TABLE, "Key Figures", thin, "")
        + _style(PAIRED_TABLE, "Side By Side", between, "")
    )


def _style(identifier: str, name: str, borders: str, conditions: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/>'
        f"<w:tblPr>{borders}{_margins(0, CELL_MARGIN)}</w:tblPr>{conditions}</w:style>"
    )


def _borders(*edges: tuple[str, int, str]) -> str:
    told = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{c}"/>' for side, size, c in edges
    )
    return f"<w:tblBorders>{told}</w:tblBorders>"


def _margins(upright: int, sideways: int) -> str:
    sides = (("top", upright), ("left", sideways), ("bottom", upright), ("right", sideways))
    told = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{told}</w:tblCellMar>"
