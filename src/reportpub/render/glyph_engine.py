"""What composed lines use of the engine, named in one place and compared with what they were written for.

This stands on inner parts of WeasyPrint 70.0. The functions whose behaviour is relied on are hashed, so that
an engine which differs in any of them is refused before it can set a line wrongly.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import weasyprint
from weasyprint.draw import draw_inline_level
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import Box, InlineLevelBox
from weasyprint.layout import block, inline, percent, preferred
from weasyprint.pdf.fonts import Font, build_fonts_dictionary
from weasyprint.pdf.stream import Stream
from weasyprint.text import fonts, line_break

from reportpub.findings import Finding, ToolError, error

ENGINE = "70.0"

Engine = Any
"""A thing of the engine's that only passes through our hands: it has no types."""

Style = Mapping[str, Any]
"""The computed values of a box; the engine gives them no types."""


class TextBox(Protocol):
    """A stretch of text of one style, in CSS pixels."""

    text: str
    style: Style
    element: Element | None
    element_tag: str
    position_x: float
    position_y: float
    width: float
    height: float
    baseline: float
    margin_top: float
    margin_bottom: float


class InlineBox(TextBox, Protocol):
    """An inline element and what it holds, in CSS pixels."""

    children: Any
    footnote: object | None
    padding_left: float
    padding_right: float
    margin_left: float
    margin_right: float
    border_left_width: float
    border_right_width: float

    def copy(self) -> InlineBox:
        """Return a shallow copy."""
        ...

    def remove_decoration(self, *, start: bool, end: bool) -> None:
        """Take away the white and border at the sides where the box goes on."""
        ...


class LineBox(InlineBox, Protocol):
    """A line, or before layout all text of a block on one."""

    text_indent: float


class Block(Protocol):
    """The block that holds the lines, in CSS pixels."""

    width: float
    element: Element | None
    style: Style

    def content_box_x(self) -> float:
        """Return the left edge of its content."""
        ...


class Element(Protocol):
    """An element of the HTML."""

    tag: str
    attrib: Mapping[str, str]


RELIED_ON: Mapping[str, tuple[Callable[..., object], str]] = {
    "block._in_flow_layout": (block._in_flow_layout, "c2537262836dd981"),  # noqa: SLF001
    "block.block_container_layout": (block.block_container_layout, "65842ca53a8391eb"),
    "block.block_level_layout": (block.block_level_layout, "c1301dde9284e245"),
    "block._linebox_layout": (block._linebox_layout, "e07bbe000974787e"),  # noqa: SLF001
    "block._break_line": (block._break_line, "2b92255d94ab45f7"),  # noqa: SLF001
    "block.find_earlier_page_break": (block.find_earlier_page_break, "c2bbdcdfdf408cbc"),
    "boxes.Box.copy": (Box.copy, "22622e6493869089"),
    "boxes.InlineLevelBox.remove_decoration": (InlineLevelBox.remove_decoration, "baac75df4b545ea9"),
    "draw.draw_inline_level": (draw_inline_level, "068162a401d00efd"),
    "draw.draw_text": (draw_text, "ebaf96239c6ca363"),
    "fonts.Font.__init__": (Font.__init__, "1f281166b10302a4"),
    "fonts.build_fonts_dictionary": (build_fonts_dictionary, "fc551bef35d0d6c3"),
    "inline.iter_line_boxes": (inline.iter_line_boxes, "04aec48abfcad809"),
    "inline.get_next_linebox": (inline.get_next_linebox, "67af458c2545e74f"),
    "inline.text_align": (inline.text_align, "e953d41b87ccfc30"),
    "inline._adjust_line_height": (inline._adjust_line_height, "822443b08f53654f"),  # noqa: SLF001
    "inline.inline_box_verticality": (inline.inline_box_verticality, "5c7109868242013b"),
    "inline.inline_block_box_layout": (inline.inline_block_box_layout, "e1588f1538b60873"),
    "line_break.create_layout": (line_break.create_layout, "6587192cc0ab3ffa"),
    "line_break.strut": (line_break.strut, "b57885b70dd08efe"),
    "percent.resolve_percentages": (percent.resolve_percentages, "71673078096fcf87"),
    "preferred.inline_max_content_width": (preferred.inline_max_content_width, "6860df1a22c6d6a7"),
    "preferred.inline_min_content_width": (preferred.inline_min_content_width, "15cde37816a624cf"),
    "stream.Stream.add_font": (Stream.add_font, "e4226e1117477217"),
    "stream.Stream.begin_text": (Stream.begin_text, "bf5f18b4689d4512"),
    "stream.Stream.marked": (Stream.marked, "3fa3acacbbf66422"),
    "stream.Stream.set_font_size": (Stream.set_font_size, "34b9096d1555895d"),
    "text.fonts.font_features": (fonts.font_features, "e35741064c068852"),
    "text.fonts.get_hb_object_data": (fonts.get_hb_object_data, "03040a623df04c2b"),
    "text.fonts.get_pango_font_key": (fonts.get_pango_font_key, "74cbeff1fac3860c"),
}
"""Each function of the engine that is replaced, called or answered to, and the hash of its source."""


def fingerprint(function: Callable[..., object]) -> str:
    """Return the hash of the source of a function, in 16 hexadecimal digits."""
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:16]


def refuse_strangers(version: str, relied_on: Mapping[str, tuple[Callable[..., object], str]]) -> None:
    """Raise `ToolError` when the engine is not the one this was written for, naming what changed."""
    hint = "install what requirements/runtime.lock names"
    if version != ENGINE:
        message = f"WeasyPrint is of version {version}, not {ENGINE}"
        raise ToolError((error("render/engine-version", message, None, hint),))
    changed = [name for name, (function, known) in relied_on.items() if fingerprint(function) != known]
    if changed:
        raise ToolError(tuple(_changed(name, hint) for name in changed))


def _changed(name: str, hint: str) -> Finding:
    message = f"WeasyPrint {ENGINE} is not as it was released: {name} differs"
    return error("render/engine-changed", message, None, hint)


def installed_version() -> str:
    """Return the version of the engine at hand."""
    return str(weasyprint.__version__)
