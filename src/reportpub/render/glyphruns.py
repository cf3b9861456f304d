"""Gives WeasyPrint finished lines while it lays out, and draws them as runs of glyphs.

A block with `data-set` is composed by `reportpub.typeset`: the engine asks for its lines, and gets them in
its own boxes. Pages, notes, links, marks, bookmarks and tags stay the engine's. Only documents laid out with
`ComposingFonts` are composed; what cannot be composed is left to the engine and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from weasyprint import draw as engine_draw
from weasyprint.layout import block as engine_block
from weasyprint.layout import inline as engine_inline
from weasyprint.layout import preferred as engine_preferred
from weasyprint.layout.percent import resolve_one_percentage

from reportpub.findings import Finding, error, warning
from reportpub.render.engine.lengths import resolve_percentages, strut
from reportpub.render.glyph_blocks import block_container_layout, block_level_layout
from reportpub.render.glyph_boxes import GlyphRun, Hanging
from reportpub.render.glyph_documents import ComposingFonts, setting_of
from reportpub.render.glyph_drawing import draw_run
from reportpub.render.glyph_engine import (
    RELIED_ON,
    Block,
    Element,
    Engine,
    LineBox,
    installed_version,
    refuse_strangers,
)
from reportpub.render.glyph_faces import Refused
from reportpub.render.glyph_lines import Setter
from reportpub.render.glyph_set import SetLine
from reportpub.render.glyph_strands import Text, place, read_once, stretch
from reportpub.render.glyph_widths import inline_max_content_width, inline_min_content_width
from reportpub.sentences import Sentence, say
from reportpub.typeset.compose import NOWHERE
from reportpub.typeset.lines import Setting

REASONS: Mapping[str, Sentence] = {
    "no text": say("there is nothing to compose"),
    "no fit": say("a word or a number is wider than the column"),
}
"""Why a block may be left to the engine; any other reason is a fault of the program."""


_TRIES = 4
"""How many words are kept from being hyphened to end a page without a hyphen."""


@dataclass(frozen=True, slots=True)
class Uncomposed:
    """A block the engine set itself, for one of `REASONS` or for another that is a fault."""

    block: str
    reason: str


class _Resume(dict[int, None]):
    """Where a paragraph goes on after a page break, in the place of the engine's own way to say it."""

    def __init__(self, at: int) -> None:
        # The engine wants exactly one entry, and never looks at it.
        super().__init__({0: None})
        self.at = at


def install() -> None:
    """Let the engine compose marked blocks from now on; a second call changes nothing.

    `ToolError` when the engine is not the one this was written for, naming what changed.
    """
    if engine_block.iter_line_boxes is _iter_line_boxes:
        return
    refuse_strangers(installed_version(), RELIED_ON)
    engine_block.iter_line_boxes = _iter_line_boxes
    engine_block.block_level_layout = block_level_layout
    engine_block.block_container_layout = block_container_layout
    engine_preferred.inline_max_content_width = inline_max_content_width
    engine_preferred.inline_min_content_width = inline_min_content_width
    engine_draw.draw_text = _draw_text


def left_to_engine(fonts: ComposingFonts, root: Iterable[Engine]) -> tuple[Uncomposed, ...]:
    """Return the blocks of a laid-out document that were not composed, by the id around each."""
    if not fonts.left:
        return ()
    names: dict[Element, str] = {}
    reach: list[tuple[Engine, str]] = [(root, "")]
    while reach:
        element, around = reach.pop()
        names[element] = element.get("id", around)
        reach += [(child, names[element]) for child in element]
    return tuple(Uncomposed(names.get(element, ""), reason) for element, reason in fonts.left)


def findings(uncomposed: Iterable[Uncomposed]) -> tuple[Finding, ...]:
    """Return a warning for each block with a known reason to be left to the engine, otherwise an error."""
    return tuple(
        warning(
            "typeset/uncomposed",
            say("“{block}” is set without our rules: {reason}", block=one.block, reason=REASONS[one.reason]),
        )
        if one.reason in REASONS
        else error(
            "typeset/fallback",
            say("“{block}” was not composed: {reason}", block=one.block, reason=one.reason),
        )
        for one in uncomposed
    )


def _iter_line_boxes(  # noqa: PLR0913, PLR0917  as the engine calls it
    context: Engine,
    box: LineBox,
    position_y: float,
    bottom_space: float,
    skip_stack: _Resume | dict[int, Engine] | None,
    containing_block: Block,
    absolute_boxes: list[Engine],
    fixed_boxes: list[Engine],
    first_letter_style: object,
    first_line_style: object,
) -> Iterator[tuple[Engine, Engine]]:
    """Yield the lines of a block and where the text goes on after each, as the engine's own function does."""
    setting = setting_of(box)
    first = first_letter_style or first_line_style
    if setting is not None and not first and (skip_stack is None or isinstance(skip_stack, _Resume)):
        fonts: ComposingFonts = box.style.font_config  # type: ignore[attr-defined]  # the engine's own
        place_in = _Place(context, containing_block, position_y, bottom_space, absolute_boxes, fixed_boxes)
        try:
            lines = _prepared(box, setting, fonts.setter, place_in, skip_stack)
        except Refused as refused:
            if skip_stack is not None:
                raise RuntimeError(f"a composed paragraph cannot go on: {refused}") from None
            if box.element is not None:
                fonts.left[box.element, str(refused)] = None
        else:
            yield from lines
            return
    yield from _engine_lines(
        context,
        box,
        position_y,
        bottom_space,
        skip_stack,
        containing_block,
        absolute_boxes,
        fixed_boxes,
        first_letter_style,
        first_line_style,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the lines of a block begin, what is free below, and where the engine keeps other boxes."""

    context: Engine
    block: Block
    top: float
    bottom_space: float
    absolute_boxes: list[Engine]
    fixed_boxes: list[Engine]


def _prepared(
    box: LineBox, setting: Setting, setter: Setter, where: _Place, resume: _Resume | None
) -> Iterator[tuple[Engine, Engine]]:
    """Compose a block, and return its lines still to be given their places; `Refused` when it cannot be."""
    if any(shape.position_y + shape.margin_height() > where.top for shape in where.context.excluded_shapes):
        raise Refused("float beside")
    text = read_once(box, setting, setter.faces)
    resolve_percentages(box, where.block)
    resolve_one_percentage(box, "text_indent", where.block.width)
    lead = [
        engine_inline.atomic_box(
            where.context, one, 0, None, where.block, where.absolute_boxes, where.fixed_boxes
        )
        for one in text.lead
    ]
    indent = box.text_indent + sum(one.margin_width() for one in lead)
    start = resume.at if resume is not None else 0
    measures = where.block.width / text.size, indent / text.size
    only = stretch(box)
    place(text, where.block)
    if only is not None:
        # Broken as a whole, so that what one page shows fits to what another does.
        whole = setter.set(text, *measures)
        part = tuple(line for line in whole[only[0] : only[1]] if line.end > start)
        begins = resume is None and only[0] == 0
        return _placed(box, text, part, where, lead if begins else None, None)
    lines = setter.set(text, *measures, start)

    def again(begin: int, whole: frozenset[int]) -> tuple[SetLine, ...]:
        return setter.set(text, *measures, begin, whole)

    lines, whole_words = _foreseen(lines, where, strut(box.style)[0], lambda words: again(start, words))
    return _placed(box, text, lines, where, lead if resume is None else None, again, whole_words)


def _placed(
    box: LineBox,
    text: Text,
    lines: tuple[SetLine, ...],
    where: _Place,
    lead: list[Engine] | None,
    again: Callable[[int, frozenset[int]], tuple[SetLine, ...]] | None,
    whole: frozenset[int] = NOWHERE,
) -> Iterator[tuple[Engine, Engine]]:
    """Yield each line in its place; only a paragraph that begins here has a `lead` and an indent.

    Where a page would end with a hyphen although it was not foreseen, the lines from there on are composed
    `again` without it, unless they were planned; words of `whole` have none already.
    """
    left, top = where.block.content_box_x(), where.top
    hanging = Hanging(box, text, where.block)
    at, height = 0, strut(box.style)[0]
    while at < len(lines):
        line = lines[at]
        wrong = (
            line.hyphened and at and len(whole) < _TRIES and _ends_page(where, at, len(lines), top, height)
        )
        if again and wrong:
            whole |= {line.end}
            lines = (*lines[:at], *again(lines[at - 1].end, whole))
            continue
        last = at == len(lines) - 1
        made = hanging.line(line, (left, top), lead=None if at else lead, last=last)
        yield made, None if last else _Resume(line.end)
        # The engine may have moved the line.
        top = made.position_y + made.height
        at += 1


def _foreseen(
    lines: tuple[SetLine, ...],
    where: _Place,
    height: float,
    again: Callable[[frozenset[int]], tuple[SetLine, ...]],
) -> tuple[tuple[SetLine, ...], frozenset[int]]:
    """Compose a paragraph `again` as a whole where a page would end with a hyphen; return its whole words.

    All its lines share what that costs; the last one alone would be very loose.
    """
    whole: frozenset[int] = NOWHERE
    while len(whole) < _TRIES:
        tops = ((at, where.top + at * height) for at in range(len(lines)))
        end = next((at for at, top in tops if _ends_page(where, at, len(lines), top, height)), 0)
        if not end or not lines[end].hyphened:
            break
        whole |= {lines[end].end}
        lines = again(whole)
    return lines, whole


def _ends_page(where: _Place, at: int, count: int, top: float, height: float) -> bool:
    """Tell whether the engine will end the page after a line, for want of room or to avoid a widow."""

    def room(more: int) -> bool:
        return not where.context.overflows_page(where.bottom_space, top + more * height)

    widows: int = where.block.style["widows"]
    left = count - at - 1
    return not room(2) or (left == widows and not room(1 + left))


def _draw_text(stream: Engine, box: Engine, offset: float, text_overflow: str, block_ellipsis: str) -> None:
    """Draw a text box, composed or not, as the engine's own function does."""
    if isinstance(box, GlyphRun):
        draw_run(stream, box, offset)
    else:
        _engine_draw(stream, box, offset, text_overflow, block_ellipsis)


_engine_lines = engine_inline.iter_line_boxes
_engine_draw = engine_draw.draw_text
