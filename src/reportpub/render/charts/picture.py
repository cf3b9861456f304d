"""A drawing as a picture for Word: the same SVG on a page of its size, rasterised.

Source: PNG (ISO/IEC 15948), 11.3.5.3 (pHYs); without a tIME chunk the same drawing has the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2 as pdfium

from reportpub.render.charts.drawing import Drawing
from reportpub.render.charts.shapes import number

POINTS_PER_INCH = 72
OVERHANG = 2.0
"""White on all sides in pt: letters such as V reach a little beyond where they begin."""


def page(drawing: Drawing, faces_css: str) -> str:
    """Return an HTML page of a drawing with its overhang; `faces_css` holds the `@font-face` rules."""
    width, height = (number(side + 2 * OVERHANG) for side in (drawing.width, drawing.height))
    size = f"@page {{ size: {width}pt {height}pt; margin: {number(OVERHANG)}pt }}"
    rest = "html, body { margin: 0; padding: 0 } svg { display: block; overflow: visible }"
    return (
        '<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>-</title>'
        f"<style>{faces_css}\n{size}\n{rest}</style></head><body>{drawing.svg}</body></html>"
    )


def png(drawing: Drawing, faces_css: str, typeset: Callable[[str], bytes], dpi: int = 300) -> bytes:
    """Return a drawing in sRGB colours as PNG on white; `typeset` turns HTML into PDF."""
    document = pdfium.PdfDocument(typeset(page(drawing, faces_css)))
    try:
        image = document[0].render(scale=dpi / POINTS_PER_INCH).to_pil().convert("RGB")
    finally:
        document.close()
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), optimize=True)
    return out.getvalue()
