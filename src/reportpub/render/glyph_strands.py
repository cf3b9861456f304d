"""A paragraph of the engine read as pieces of text for the composer, with the boxes each came from.

Source: CSS 2.1, 9.2.2 (inline-level elements and inline boxes), 10.8 (leading and vertical alignment).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import _adjust_line_height
from weasyprint.layout.percent import percentage

from reportpub.render.engine.lengths import resolve_percentages, strut
from reportpub.render.glyph_engine import Block, InlineBox, LineBox, Style, TextBox
from reportpub.render.glyph_faces import Faces, Refused
from reportpub.typeset.lines import Language, Piece, Setting

FacesOf = Callable[[Style], Faces]
"""Gives the faces of a style."""

SETTING = "data-set"
"""Marks a block whose text is composed: `title` is balanced, `text` is set as `text-align` says."""

STRETCH = "data-lines"
"""Shows only some lines of a block that is composed: two numbers, from the one up to before the other."""

_LANGUAGES: Mapping[str, Language] = {"zh": "zh", "en": "en"}
_SIDES = ("left", "right")
_REMEMBERED = "composed_text"
"""Under this name a paragraph of the engine keeps what was read of it."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A text box, the inline boxes around it from the outside in, and its faces."""

    box: TextBox
    around: tuple[InlineBox, ...]
    faces: Faces


@dataclass(frozen=True, slots=True)
class Text:
    """All text of a paragraph, ready for the composer.

    `lead` holds boxes that stand before it, like a bullet; `size` is in CSS pixels; `nowrap` tells that it
    may not be broken.
    """

    strands: tuple[Strand, ...]
    pieces: tuple[Piece, ...]
    lead: tuple[InlineBox, ...]
    lang: Language
    setting: Setting
    size: float
    nowrap: bool


def wanted(line: LineBox) -> Setting | None:
    """Return how the text of a block is to be set, or nothing where the engine sets it."""
    # A pseudo-element, such as a bullet, bears the element it belongs to.
    own = line.element is not None and line.element_tag == line.element.tag
    said = line.element.attrib.get(SETTING) if own and line.element is not None else None
    if said == "title":
        return Setting.BALANCED
    if said == "text":
        return Setting.JUSTIFIED if line.style["text_align_all"] == "justify" else Setting.RAGGED
    return None


def stretch(line: LineBox) -> tuple[int, int] | None:
    """Return which lines of a block are to be shown, or nothing where all are."""
    said = line.element.attrib.get(STRETCH, "") if line.element is not None else ""
    first, _, after = said.partition(" ")
    return (int(first), int(after)) if said else None


def read(line: LineBox, setting: Setting, faces: FacesOf) -> Text:
    """Return the text of a paragraph; `Refused` for what a composed line cannot hold."""
    style = line.style
    if style["direction"] != "ltr":
        raise Refused("right to left")
    lang = _LANGUAGES.get((style["lang"] or "").partition("-")[0].lower())
    if lang is None:
        raise Refused("language")
    lead, children = _lead(line.children)
    found = tuple(_flatten(children, (), faces))
    if not any(strand.box.text.strip() for strand in found):
        raise Refused("no text")
    size: float = style["font_size"]
    return Text(
        found,
        tuple(_pieces(found, size)),
        lead,
        lang,
        setting,
        size,
        style["white_space"] == "nowrap",
    )


def read_once(line: LineBox, setting: Setting, faces: FacesOf) -> Text:
    """Return the text of a paragraph, remembered from the first time where it cannot change since.

    What stands in a pseudo-element may hold the number of a page, which the engine learns later.
    """
    known: Text | None = line.__dict__.get(_REMEMBERED)
    if known is None:
        known = read(line, setting, faces)
        if all("::" not in around.element_tag for strand in known.strands for around in strand.around):
            line.__dict__[_REMEMBERED] = known
    return known


def forget(line: LineBox) -> None:
    """Let the copy of a paragraph that becomes a line of it not hold on to all its text."""
    line.__dict__.pop(_REMEMBERED, None)


def place(text: Text, block: Block) -> None:
    """Give every box of a paragraph its height and baseline, as the engine does before it breaks lines."""
    for strand in text.strands:
        box = strand.box
        height, box.baseline = strut(box.style)
        box.height = box.style["font_size"]
        box.margin_top = box.margin_bottom = (height - box.height) / 2
        for around in strand.around:
            resolve_percentages(around, block)
            _adjust_line_height(around)


def rise(strand: Strand, depth: int) -> float:
    """Return how far above the line's baseline the box at a depth stands, in CSS pixels."""
    return sum(_raised(box.style) for box in strand.around[: depth + 1])


def _lead(children: Sequence[InlineBox]) -> tuple[tuple[InlineBox, ...], Sequence[InlineBox]]:
    """Split what stands before all text, such as the bullet of a list, from the rest."""
    count = 0
    while count < len(children) and isinstance(children[count], boxes.InlineBlockBox):
        count += 1
    return tuple(children[:count]), children[count:]


def _flatten(
    children: Sequence[InlineBox], around: tuple[InlineBox, ...], faces: FacesOf
) -> Iterator[Strand]:
    for child in children:
        if isinstance(child, boxes.TextBox):
            _accept_text(child)
            own = faces(child.style)
            own.meet(child.text)
            yield Strand(child, around, own)
        elif isinstance(child, boxes.InlineBox):
            _accept_inline(child)
            within = tuple(_flatten(child.children, (*around, child), faces))
            if not within and child.style["anchor"]:
                raise Refused("target without text")
            yield from within
        else:
            raise Refused("box among text")


def _accept_text(box: TextBox) -> None:
    style = box.style
    if style["white_space"] not in {"normal", "nowrap"} or "\n" in box.text:
        raise Refused("line break of its own")
    if style["letter_spacing"] not in {"normal", 0} or style["word_spacing"]:
        raise Refused("letter spacing")
    if style["font_language_override"] != "normal" or style["font_variation_settings"] != "normal":
        raise Refused("font settings")


def _accept_inline(box: InlineBox) -> None:
    style = box.style
    # A note is in the flow as its call; the engine has taken the note itself out.
    if not box.is_in_normal_flow() or box.is_leader or style["position"] != "static":  # type: ignore[attr-defined]
        raise Refused("out of flow")
    raised = style["vertical_align"]
    if isinstance(raised, str) and raised != "baseline":
        raise Refused("vertical alignment")
    if any(getattr(style[f"margin_{side}"], "unit", "px") != "px" for side in _SIDES):
        raise Refused("relative margin")
    if any(style[f"padding_{side}"].unit != "px" for side in _SIDES):
        raise Refused("relative padding")


def _pieces(strands: Sequence[Strand], size: float) -> Iterator[Piece]:
    """Yield a piece for each strand; the white of an inline box goes to its first and last strand."""
    last = len(strands) - 1
    for at, (box, around) in enumerate((strand.box, strand.around) for strand in strands):
        previous = strands[at - 1].around if at else ()
        following = strands[at + 1].around if at < last else ()
        opened = (one for depth, one in enumerate(around) if previous[depth : depth + 1] != (one,))
        closed = (one for depth, one in enumerate(around) if following[depth : depth + 1] != (one,))
        yield Piece(
            box.text,
            at,
            box.style["font_size"] / size,
            raised=any(_raised(one.style) for one in around),
            before=sum(white(one.style, "left") for one in opened) / size,
            after=sum(white(one.style, "right") for one in closed) / size,
        )


def white(style: Style, side: str) -> float:
    """Return the white and the border an inline box has at one side, in CSS pixels."""
    margin = style[f"margin_{side}"]
    padding: float = style[f"padding_{side}"].value
    border: float = style[f"border_{side}_width"]
    return padding + border + (0 if margin == "auto" else margin.value)


def _raised(style: Style) -> float:
    raised = style["vertical_align"]
    if isinstance(raised, str):
        return 0.0
    if isinstance(raised, int | float):
        return float(raised)
    return float(percentage(raised, style, strut(style)[0]))
