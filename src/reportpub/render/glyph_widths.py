"""How narrow and how wide composed blocks are, where the engine asks before it gives columns their widths."""

from __future__ import annotations

from weasyprint.formatting_structure import boxes
from weasyprint.layout import preferred as engine_preferred

from reportpub.render.glyph_documents import setting_of
from reportpub.render.glyph_engine import Engine
from reportpub.render.glyph_faces import Refused
from reportpub.render.glyph_lines import Setter
from reportpub.render.glyph_strands import read_once


def inline_min_content_width(
    context: Engine,
    box: Engine,
    outer: bool = True,  # noqa: FBT001, FBT002  as the engine calls it
    skip_stack: object = None,
    first_line: bool = False,  # noqa: FBT001, FBT002  as the engine calls it
    is_line_start: bool = False,  # noqa: FBT001, FBT002  as the engine calls it
) -> Engine:
    """Return how narrow a text can be set, as the engine's own function does; tables ask."""
    extent = _extent(box) if skip_stack is None and not first_line else None
    if extent is None:
        return _engine_min_width(context, box, outer, skip_stack, first_line, is_line_start)
    return engine_preferred.adjust(box, outer, extent[0])


def inline_max_content_width(
    context: Engine,
    box: Engine,
    outer: bool = True,  # noqa: FBT001, FBT002  as the engine calls it
    is_line_start: bool = False,  # noqa: FBT001, FBT002  as the engine calls it
) -> Engine:
    """Return how wide a text is on one line, as the engine's own function does; tables ask."""
    extent = _extent(box)
    if extent is None:
        return _engine_max_width(context, box, outer, is_line_start)
    return engine_preferred.adjust(box, outer, extent[1])


def _extent(box: Engine) -> tuple[float, float] | None:
    """Return the least and the whole width of a composed block in CSS pixels, or None for any other."""
    setting = setting_of(box) if isinstance(box, boxes.LineBox) else None
    if setting is None:
        return None
    setter: Setter = box.style.font_config.setter
    try:
        text = read_once(box, setting, setter.faces)
        if text.lead:
            return None
        least, whole = setter.extent(text)
    except Refused:
        # It will be refused again, and counted, when its lines are asked for.
        return None
    return least * text.size, whole * text.size


_engine_max_width = engine_preferred.inline_max_content_width
_engine_min_width = engine_preferred.inline_min_content_width
