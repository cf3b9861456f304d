"""Dotted borders drawn as one dashed line a side: the engine draws each dot of most of them as four curves.

A file with drafts in it would be twice as long, and everything that reads it later twice as slow.
"""

from __future__ import annotations

from weasyprint import draw
from weasyprint.draw.color import get_color

from reportpub.render.glyph_engine import Engine

_SIDES = ("top", "right", "bottom", "left")
_ROUND = 1
"""The line cap that makes a dot of a dash without length (ISO 32000-1, 8.4.3.3)."""


def install() -> None:
    """Let the engine draw borders in this way from now on; a second call changes nothing."""
    draw.draw_border = draw_border


def draw_border(stream: Engine, box: Engine) -> None:
    """Draw the border of a box as the engine's own function does; dots at the same places."""
    style = box.style
    widths = [getattr(box, f"border_{side}_width") for side in _SIDES]
    drawn = [at for at, width in enumerate(widths) if width]
    dotted = len(drawn) == 1 and style[f"border_{_SIDES[drawn[0]]}_style"] == "dotted"
    left, top, width, height, *radii = box.rounded_border_box() if dotted else (0, 0, 0, 0)
    ruled = dotted and (style["column_width"] != "auto" or style["column_count"] != "auto")
    pictured = dotted and style["border_image_source"][0] != "none"
    if not dotted or ruled or pictured or style["visibility"] != "visible" or any(map(any, radii)):
        _engine_border(stream, box)
        return
    side = _SIDES[drawn[0]]
    colour = get_color(style, f"border_{side}_color")
    thick = widths[drawn[0]]
    length = width if side in {"top", "bottom"} else height
    dots = int(length // (2 * thick)) + 1
    if not colour.alpha or dots < 2:  # noqa: PLR2004  one dot is no line
        _engine_border(stream, box)
        return
    half = thick / 2
    across = {"left": left + half, "right": left + width - half, "top": top + half}
    at = across.get(side, top + height - half)
    with stream.artifact(), stream.stacked():
        stream.set_color(colour, stroke=True)
        stream.set_line_width(thick)
        stream.set_line_cap(_ROUND)
        stream.set_dash([0, (length - thick) / (dots - 1)], 0)
        if side in {"top", "bottom"}:
            stream.move_to(left + half, at)
            stream.line_to(left + width - half, at)
        else:
            stream.move_to(at, top + half)
            stream.line_to(at, top + height - half)
        stream.stroke()


_engine_border = draw.draw_border
