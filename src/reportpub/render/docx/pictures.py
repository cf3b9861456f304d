"""Pictures in the line: charts and figures as PNG with alternative text.

Source: ECMA-376 part 1, 20.4.2.8 (inline) and 20.2 (picture).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.render.docx.oxml import escaped

EMU_PER_MM = 36000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, with the size it is shown at in mm."""

    png: bytes
    width_mm: float
    height_mm: float


def drawing(picture: Picture, relation: str, number: int, title: str, alt: str, widest_mm: float) -> str:
    """Return a run that shows a picture, scaled down when it is wider than the text block."""
    scale = min(1.0, widest_mm / picture.width_mm)
    width = round(picture.width_mm * scale * EMU_PER_MM)
    height = round(picture.height_mm * scale * EMU_PER_MM)
    name = f"Picture {number}"
    told = f'descr="{escaped(alt)}" title="{escaped(title)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name}" {told}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
