"""Keeps the blocks of a text page on its baseline grid.

A block with `data-grid` sets the grid: the height of its own line. Each of its children that ends on a page
is made a whole number of lines high, its margins counted, so that the text that follows stands on the grid
again (CSS Rhythmic Sizing 1, `block-step`). Between such children margins add up instead of collapsing, or
the white that leads back to the grid would be lost. What begins a page stands on the grid by itself.
"""

from __future__ import annotations

from typing import cast

from weasyprint.formatting_structure.boxes import BlockLevelBox

from reportpub.render.engine.lengths import strut
from reportpub.render.glyph_engine import Element, Engine

GRID = "data-grid"
"""Marks a block whose children are whole lines high."""

_NEARLY = 1e-3
"""CSS pixels; what rounding leaves is no reason for another line."""


def sets_grid(block: Engine) -> bool:
    """Tell whether the children of a block are to be whole lines high."""
    element = cast("Element | None", block.element)
    return element is not None and block.element_tag == element.tag and GRID in element.attrib


def added(margins: list[float], child: Engine) -> list[float]:
    """Return the margins above a child so that they and its own add up when the engine collapses them."""
    own = child.style["margin_top"]
    if not margins or own == "auto" or own.unit != "px":
        return margins
    return [max(margins) + own.value]


def fill(block: Engine, child: BlockLevelBox) -> None:
    """Lengthen the white below a child, so that the next one begins with a line of the block's grid."""
    line = strut(block.style)[0]
    end = child.border_box_y() + child.border_height() + child.margin_bottom
    lack = -(end - block.content_box_y()) % line
    if _NEARLY < lack < line - _NEARLY:
        child.margin_bottom += lack
