"""Draws glyphs that are already decided into the engine's content streams.

The engine embeds, cuts and describes the faces itself; it is told which glyphs were used, how wide they are
and what they say. Source: ISO 32000-1, 9.4.3 (text showing), 9.10 (extraction of text).
"""

from __future__ import annotations

import pydyf  # type: ignore[import-untyped]
from weasyprint.draw.border import draw_line
from weasyprint.draw.color import get_color

from reportpub.render.glyph_boxes import GlyphRun
from reportpub.render.glyph_engine import Engine

_DECORATION = {"underline": 0.1, "line-through": -0.3, "overline": -0.86}
"""How far below the baseline each line lies, in em; every face of the report has the same metrics."""

_THICKNESS = 0.05
"""em."""


def draw_run(stream: Engine, box: GlyphRun, offset: float) -> None:
    """Draw one run at its place; `offset` is where a dashed decoration begins, in CSS pixels."""
    style = box.style
    if style["visibility"] != "visible" or not box.run.shown:
        return
    left, foot = box.position_x, box.position_y + box.baseline
    stream.set_color(style["color"])
    stream.begin_text()
    stream.set_text_matrix(1, 0, 0, -1, left, foot)
    for shown in box.run.shown:
        if shown.bridged:
            said = pydyf.Dictionary({"ActualText": pydyf.String(shown.bridged)})
            stream.begin_marked_content("Span", said)
        font, _ = stream.add_font(shown.face.pango_font)
        stream.set_font_size(font.hash, box.type_size)
        for glyph in shown.glyphs:
            font.widths[glyph.number] = glyph.nominal
            font.to_unicode.setdefault(glyph.number, glyph.said)
        stream.show_text(shown.operand)
        if shown.bridged:
            stream.end_marked_content()
    stream.end_text()
    for kind, below in _DECORATION.items():
        if kind in style["text_decoration_line"]:
            height = foot + below * box.type_size
            draw_line(
                stream,
                left,
                height,
                left + box.width,
                height,
                _THICKNESS * box.type_size,
                style["text_decoration_style"],
                get_color(style, "text_decoration_color"),
                offset,
            )
