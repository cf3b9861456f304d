"""The page of a reference as the page of our sections."""

from __future__ import annotations

from dataclasses import replace

from reportpub.layout.reference import Reference
from reportpub.render.docx.look import Look


def paged(look: Look, reference: Reference) -> Look:
    """Return a look with the size, the margins and the grid of the reference's page; left is inside."""
    page = reference.page
    if page is None:
        return look
    return replace(
        look,
        page_width=page.width,
        page_height=page.height,
        top=page.margins["top"],
        bottom=page.margins["bottom"],
        inside=page.margins["left"],
        outside=page.margins["right"],
        # LibreOffice writes 0 for a page without heads, and ours would stand on its edge.
        head=page.margins["header"] or page.margins["top"] / 2,
        foot=page.margins["footer"] or page.margins["bottom"] / 2,
        pitch=page.pitch,
    )
