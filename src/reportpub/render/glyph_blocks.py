"""Lays out the blocks of a chapter on the baseline grid, floats out of turn where that fills the page.

Both functions stand in the place of the engine's own and call them; blocks outside a `data-grid` are left to
them.
"""

from __future__ import annotations

from weasyprint.formatting_structure.boxes import TableCellBox
from weasyprint.layout import block as engine_block
from weasyprint.text.line_break import strut

from reportpub.render.glyph_engine import Engine
from reportpub.render.glyph_floats import Waiting, may_wait
from reportpub.render.glyph_grid import added, fill, sets_grid
from reportpub.render.glyph_notes import Notes, calls_note

_PARTED_EARLIER = 6
"""Lines by which a block may be parted earlier for the sake of a note."""

_ROW = "row"
"""The class of what holds both languages of a block side by side."""

_engine_block = engine_block.block_level_layout
_engine_container = engine_block.block_container_layout


def block_container_layout(context: Engine, box: Engine, *more: Engine, **named: Engine) -> Engine:
    """Lay out the children of a block as the engine's own function does."""
    if sets_grid(box):
        box.waiting = Waiting(box)
    return _engine_container(context, box, *more, **named)


def block_level_layout(  # noqa: C901, PLR0913, PLR0917  as the engine calls it
    context: Engine,
    box: Engine,
    bottom_space: float,
    skip_stack: Engine,
    holder: Engine,
    page_is_empty: bool,  # noqa: FBT001
    absolute_boxes: list[Engine],
    fixed_boxes: list[Engine],
    margins: list[float],
    *more: Engine,
) -> Engine:
    """Lay out a block as the engine's own function does, on the grid of its holder where that has one."""

    def laid_out(child: Engine, above: list[float], spared: float = 0.0) -> Engine:
        return _engine_block(
            context,
            child,
            bottom_space + spared,
            skip_stack,
            holder,
            page_is_empty,
            absolute_boxes,
            fixed_boxes,
            above,
            *more,
        )

    def tried(child: Engine, spared: float) -> Engine:
        child.position_x, child.position_y = where
        notes = Notes(context)
        result = laid_out(child, [*margins] if page_is_empty else added(margins, child), spared)
        made, resume_at = result[:2]
        kept = made is None or notes.kept(made)
        if not kept and page_is_empty:
            notes.defer(made)
        elif not kept or (skip_stack is None and not page_is_empty and _begins_apart(made)):
            undone(result)
            notes.restore()
            return nothing
        if made is not None and resume_at is None:
            fill(holder, made)
        return result

    def on_grid(child: Engine) -> Engine:
        line = strut(holder.style)[0]
        result = tried(child, 0.0)
        if result[0] is None and not page_is_empty and calls_note(child):
            # Parted before the call of its note, it may still begin here.
            # Half lines, since the lines of two languages end at different heights.
            earlier = (tried(child, halves * line / 2) for halves in range(1, 2 * _PARTED_EARLIER + 1))
            result = next((one for one in earlier if one[0] is not None), result)
        return result

    def fits(result: Engine) -> bool:
        made = result[0]
        if made is None:
            return False
        end = made.border_box_y() + made.border_height()
        return not context.overflows_page(bottom_space, end)

    def undone(result: Engine) -> None:
        if result[0] is not None:
            engine_block.remove_placeholders(context, [result[0]], absolute_boxes, fixed_boxes)

    if not sets_grid(holder) or not box.is_in_normal_flow():
        return laid_out(box, margins)
    where = box.position_x, box.position_y
    nothing: Engine = (None, None, {"break": "any", "page": None}, [], False, more[-1])
    waiting: Waiting = holder.waiting
    place = waiting.place(box)
    if page_is_empty and skip_stack is None:
        waiting.first(place)
    before = holder.children
    child = before[place]
    if not waiting.waits(place):
        result = on_grid(child)
        if page_is_empty or not may_wait(child) or (fits(result) and result[1] is None):
            return result
        undone(result)
    other = waiting.instead(place)
    if other is not None:
        instead = on_grid(other)
        if fits(instead):
            return instead
        undone(instead)
    # Nothing fills the page: what can be parted is parted after all.
    holder.children = before
    return on_grid(child)


def _begins_apart(made: Engine) -> bool:
    """Tell whether of two languages side by side one begins here and the other on the next page only."""
    if made is None or made.element is None or _ROW not in made.element.get("class", "").split():
        return False
    cells = (one for one in made.descendants() if isinstance(one, TableCellBox))
    return any(cell.empty and "".join(cell.element.itertext()).strip() for cell in cells)
