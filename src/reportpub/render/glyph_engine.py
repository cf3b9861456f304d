"""What composed lines use of the engine, named in one place and compared with what they were written for.

This stands on inner parts of WeasyPrint 70.0. The functions whose behaviour is relied on are hashed, so that
an engine which differs in any of them is refused before it can set a line wrongly.
"""

from __future__ import annotations

import hashlib
import inspect
import linecache
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint import css
from weasyprint.draw import draw_inline_level
from weasyprint.draw.border import draw_border
from weasyprint.draw.text import draw_text
from weasyprint.formatting_structure.boxes import Box, InlineLevelBox
from weasyprint.layout import block, inline, percent, preferred
from weasyprint.pdf.fonts import Font, build_fonts_dictionary
from weasyprint.pdf.stream import Stream
from weasyprint.text import fonts, line_break

from reportpub.findings import Finding, ToolError, error
from reportpub.sentences import Sentence, say

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
    "block._in_flow_layout": (block._in_flow_layout, "8ae72835ea84cf41"),  # noqa: SLF001
    "block.block_container_layout": (block.block_container_layout, "96d13701d9fc0f51"),
    "block.block_level_layout": (block.block_level_layout, "af70e1bee0f574b1"),
    "block._linebox_layout": (block._linebox_layout, "82527507186f8276"),  # noqa: SLF001
    "block._break_line": (block._break_line, "4188449e02ed3da8"),  # noqa: SLF001
    "block.find_earlier_page_break": (block.find_earlier_page_break, "de9e9c0f50e0e03d"),
    "boxes.Box.copy": (Box.copy, "bea6df49c8bf6c1c"),
    "boxes.InlineLevelBox.remove_decoration": (InlineLevelBox.remove_decoration, "a73c595b06e26661"),
    "css.StyleFor.__init__": (css.StyleFor.__init__, "d200367b570a6d59"),
    "css.find_style_attributes": (css.find_style_attributes, "c1f9dd5e676f1afa"),
    "css.ComputedStyle.__init__": (css.ComputedStyle.__init__, "922e21555d1cb25b"),
    "draw.draw_border": (draw_border, "9ae213dfd1cc77e1"),
    "draw.draw_inline_level": (draw_inline_level, "af9f9189a6482a2c"),
    "draw.draw_text": (draw_text, "34d24f2cf3011267"),
    "fonts.Font.__init__": (Font.__init__, "36a86549e69b988e"),
    "fonts.build_fonts_dictionary": (build_fonts_dictionary, "bdf4852e66be09fa"),
    "inline.iter_line_boxes": (inline.iter_line_boxes, "4a87f59876254ea7"),
    "inline.get_next_linebox": (inline.get_next_linebox, "01f5c81b1c82df24"),
    "inline.text_align": (inline.text_align, "46b756c772d47f7b"),
    "inline._adjust_line_height": (inline._adjust_line_height, "1a840c2eef3a79c5"),  # noqa: SLF001
    "inline.inline_box_verticality": (inline.inline_box_verticality, "4b96e6a788739008"),
    "inline.inline_block_box_layout": (inline.inline_block_box_layout, "a6bafff0a6e2f6f8"),
    "line_break.create_layout": (line_break.create_layout, "52a2124ba44b3b15"),
    "line_break.strut": (line_break.strut, "f91a938dcd158f00"),
    "percent.adjust_box_sizing": (percent.adjust_box_sizing, "88f3351db0280d16"),
    "percent.resolve_one_percentage": (percent.resolve_one_percentage, "255e2086f1d38096"),
    "percent.resolve_percentages": (percent.resolve_percentages, "e9b0f14af371012d"),
    "preferred.inline_max_content_width": (preferred.inline_max_content_width, "34636f691dcc3792"),
    "preferred.inline_min_content_width": (preferred.inline_min_content_width, "4c5a4130d666c068"),
    "pydyf._to_bytes": (pydyf._to_bytes, "c3f244ea66e983c0"),  # noqa: SLF001
    "stream.Stream.add_font": (Stream.add_font, "3ddc29b42dd3df77"),
    "stream.Stream.begin_text": (Stream.begin_text, "571d1228be3ef544"),
    "stream.Stream.marked": (Stream.marked, "f1bbd92cb52769b7"),
    "stream.Stream.set_font_size": (Stream.set_font_size, "460f5424e6065996"),
    "text.fonts.font_features": (fonts.font_features, "0a46817b03b6b7ca"),
    "text.fonts.get_hb_object_data": (fonts.get_hb_object_data, "e6195dac42e5780b"),
    "text.fonts.get_pango_font_key": (fonts.get_pango_font_key, "74cbeff1fac3860c"),
}
"""Each function of the engine that is replaced, called or answered to, and the hash of its source."""


def fingerprint(function: Callable[..., object]) -> str:
    """Return the hash of the source of a function, in 16 hexadecimal digits."""
    return hashlib.sha256("".join(_source(function)).encode()).hexdigest()[:16]


def _source(function: Callable[..., object]) -> Iterator[str]:
    """Yield the lines of a function up to the next that is indented no more; `inspect` takes far longer."""
    code = inspect.unwrap(function).__code__
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :]
    margin = len(lines[0]) - len(lines[0].lstrip())
    begun = False
    for line in lines:
        said = line.lstrip()
        if said and len(line) - len(said) <= margin and not said.startswith(")"):
            if begun:
                return
            begun = not said.startswith("@")
        yield line


def refuse_strangers(version: str, relied_on: Mapping[str, tuple[Callable[..., object], str]]) -> None:
    """Raise `ToolError` when the engine is not the one this was written for, naming what changed."""
    hint = say("install what requirements/runtime.lock names")
    if version != ENGINE:
        message = say("WeasyPrint is of version {version}, not {engine}", version=version, engine=ENGINE)
        raise ToolError((error("render/engine-version", message, None, hint),))
    changed = [name for name, (function, known) in relied_on.items() if fingerprint(function) != known]
    if changed:
        raise ToolError(tuple(_changed(name, hint) for name in changed))


def _changed(name: str, hint: Sentence) -> Finding:
    message = say("WeasyPrint {engine} is not as it was released: {name} differs", engine=ENGINE, name=name)
    return error("render/engine-changed", message, None, hint)


def installed_version() -> str:
    """Return the version of the engine at hand."""
    return str(weasyprint.__version__)
