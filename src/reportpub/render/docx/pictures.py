"""What is drawn in the line: figures as PNG, charts as charts, both with alternative text.

Source: ECMA-376 part 1, 20.4.2.8 (inline), 20.2 (picture) and 21.2.2.29 (chart).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.render.docx.oxml import escaped

EMU_PER_MM = 36000
EMU_PER_POINT = 12700


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, with the size it is shown at in mm."""

    png: bytes
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawing id, and the words for those who cannot see it."""

    number: int
    name: str
    title: str
    alt: str


def drawing(picture: Picture, relation: str, drawn: Drawn, widest_mm: float) -> str:
    """Return a run that shows a picture, scaled down when it is wider than the text block."""
    scale = min(1.0, widest_mm / picture.width_mm)
    width = round(picture.width_mm * scale * EMU_PER_MM)
    height = round(picture.height_mm * scale * EMU_PER_MM)
    content = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{drawn.number}" name="{drawn.name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData>"
    )
    return _inline(width, height, drawn, '<a:graphicFrameLocks noChangeAspect="1"/>', content)


def charted(relation: str, drawn: Drawn, width: float, height: float) -> str:
    """Return a run that shows a chart of a size in pt."""
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    content = f'<a:graphicData uri="{chart}"><c:chart xmlns:c="{chart}" r:id="{relation}"/></a:graphicData>'
    return _inline(round(width * EMU_PER_POINT), round(height * EMU_PER_POINT), drawn, "", content)


def _inline(width: int, height: int, drawn: Drawn, locks: str, content: str) -> str:
    told = f'descr="{escaped(drawn.alt)}" title="{escaped(drawn.title)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{drawn.number}" name="{drawn.name}" {told}/>'
        f"<wp:cNvGraphicFramePr>{locks}</wp:cNvGraphicFramePr><a:graphic>{content}</a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )
