"""Lengths the engine asks for again and again, reckoned once for each style.

Whenever it lays out a box the engine reckons eighteen lengths of it anew, and the height of its lines. Most
are plain lengths and follow from the style alone. The answers are those of the engine, to the bit.
"""

from __future__ import annotations

import sys
from math import inf
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout import percent
from weasyprint.text import line_break

from reportpub.render.glyph_engine import Engine, Style

_ACROSS = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "min_width", "max_width")
"""Percentages of these refer to the width of the containing block."""
_ALONG = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
"""Of these too, but those of a page refer to its height."""
_HEIGHTS = ("height", "min_height", "max_height")
_BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")
_LEAST = ("min_width", "min_height")

_LENGTHS, _STRUT = "known_lengths", "known_strut"
"""Under these names a style of the engine keeps what was reckoned of it; a copy of it begins without."""


class _Lengths(NamedTuple):
    """The plain lengths of a style, and the names of those that depend on what is around a box."""

    plain: dict[str, Any]
    across: tuple[str, ...]
    along: tuple[str, ...]
    heights: tuple[str, ...]
    borders: tuple[str, ...]
    boxed: bool


def install() -> None:
    """Let the engine take lengths from here from now on; a second call changes nothing."""
    put("resolve_percentages", engine_lengths, resolve_percentages)
    put("strut", engine_strut, strut)


def put(name: str, old: object, new: object) -> None:
    """Put a function in the place of another in every part of the engine that lays out."""
    for module in [one for path, one in sys.modules.items() if path.startswith("weasyprint.layout")]:
        if module.__dict__.get(name) is old:
            setattr(module, name, new)


def resolve_percentages(box: Engine, containing_block: Engine) -> None:
    """Give a box its used lengths, as the engine's own function does."""
    style = box.style
    known: _Lengths = style.__dict__.get(_LENGTHS) or _reckoned(style)
    box.__dict__.update(known.plain)
    if known.across or known.along or known.heights:
        _resolve(box, containing_block, known)
    for name in known.borders:
        # Of collapsed borders the width is settled between the cells before.
        if name not in box.__dict__:
            box.__dict__[name] = style[name]
    if known.boxed:
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


def strut(style: Style) -> tuple[float, float]:
    """Return the height and the baseline of a line of a style, as the engine's own function does."""
    known: tuple[float, float] | None = style.__dict__.get(_STRUT)
    if known is None:
        known = style.__dict__[_STRUT] = engine_strut(style)
    return known


def _reckoned(style: Engine) -> _Lengths:
    plain: dict[str, Any] = {}
    left: list[tuple[str, ...]] = []
    for names in (_ACROSS, _ALONG, _HEIGHTS):
        depending = []
        for name in names:
            value = style[name]
            if value is None or value == "auto":
                plain[name] = 0 if value == "auto" and name in _LEAST else value
            elif getattr(value, "unit", None) in {None, "%"}:
                depending.append(name)
            else:
                plain[name] = value.value
        left.append(tuple(depending))
    collapsed = style["border_collapse"] == "collapse"
    if not collapsed:
        plain |= {name: style[name] for name in _BORDERS}
    boxed = style["box_sizing"] != "content-box"
    known = _Lengths(plain, left[0], left[1], left[2], _BORDERS if collapsed else (), boxed)
    style.__dict__[_LENGTHS] = known
    return known


def _resolve(box: Engine, containing_block: Engine, known: _Lengths) -> None:
    """Reckon the lengths of a box that depend on the block it stands in."""
    if isinstance(containing_block, Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    along = height if isinstance(box, PageBox) else width
    for name in known.across:
        percent.resolve_one_percentage(box, name, width)
    for name in known.along:
        percent.resolve_one_percentage(box, name, along)
    for name in known.heights:
        if height != "auto":
            percent.resolve_one_percentage(box, name, height)
        elif name == "height":
            # A share of a height that depends on what is in it.
            box.height = "auto"
        else:
            percent.resolve_one_percentage(box, name, inf if name == "max_height" else 0)


engine_lengths = percent.resolve_percentages
engine_strut = line_break.strut
