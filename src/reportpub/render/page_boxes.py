"""Finds the places of pieces in the boxes of finished pages; the engine counts in CSS pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from reportpub.render.places import NAME, Placed, Row, Sheet

_PT = 0.75
"""pt in a CSS pixel."""

_HYPHENS = ("-", "\u2010")


def sheets(pages: Iterable[Any]) -> Iterator[Sheet]:
    """Yield what stands on each page of a document of the engine."""
    for number, page in enumerate(pages, start=1):
        root = page._page_box  # noqa: SLF001  the engine offers no other way to its boxes
        area = next((box for box in root.children if isinstance(box, boxes.FootnoteAreaBox)), None)
        heights = {} if area is None else {one.element: one.margin_height() * _PT for one in area.children}
        used = sum(heights.values())
        whole = area.margin_height() * _PT if area is not None and heights else 0.0
        named = (box for box in root.descendants() if _name(box))
        pieces = tuple(_placed(box, number, heights) for box in named)
        yield Sheet(pieces, root.content_box_y() * _PT, used, whole - used)


def _name(box: Any) -> str:  # noqa: ANN401  the engine has no types
    if box.element is None or box.element_tag != box.element.tag or not isinstance(box, boxes.BlockBox):
        return ""
    return str(box.element.get(NAME, ""))


def _placed(box: Any, page: int, heights: dict[object, float]) -> Placed:  # noqa: ANN401
    top = box.content_box_y()
    inner = [*_below(box)]
    # What stands within a line is as high as the line.
    blocks = [one for one in inner if not isinstance(one, boxes.InlineLevelBox)]
    foot = max((one.position_y + one.margin_height() for one in blocks), default=top)

    def row(one: Any, **more: bool) -> Row:  # noqa: ANN401
        notes = _notes((one,), heights)
        return Row((one.position_y + one.margin_height() - top) * _PT, notes, **more)

    paragraph = next((one for one in inner if _is(one, "p") and "side" not in _classes(one)), None)
    lines = [one for one in paragraph.children if isinstance(one, boxes.LineBox)] if paragraph else []
    body = next((one for one in inner if _is(one, "tbody")), None)
    table = next((one for one in inner if isinstance(one, boxes.TableBox)), None)
    listed = next((one for one in inner if _is(one, "ol") or _is(one, "ul")), None)
    return Placed(
        name=_name(box),
        page=page,
        top=top * _PT,
        height=(foot - top) * _PT,
        notes=_notes(inner, heights),
        lines=tuple(row(line, hyphen=_hyphen(line)) for line in lines),
        rows=tuple(row(one) for one in body.children) if body is not None else (),
        items=tuple(row(one) for one in listed.children) if listed is not None else (),
        rows_top=(body.position_y - blocks[0].position_y) * _PT if body is not None else 0.0,
        columns=tuple(width * _PT for width in table.column_widths) if table is not None and body else (),
    )


def _below(box: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the boxes within a box, those out of the flow too."""
    for child in getattr(box, "children", ()):
        real = getattr(child, "_box", child)
        yield real
        yield from _below(real)


def _notes(found: Iterable[Any], heights: dict[object, float]) -> float:
    """Return the height of the notes called in some boxes and below them, each once."""
    called = {}
    for box in found:
        for one in (box, *_below(box)):
            note = getattr(one, "footnote", None)
            if note is not None:
                called[note.element] = heights.get(note.element, 0.0)
    return sum(called.values())


def _is(box: Any, tag: str) -> bool:  # noqa: ANN401
    return bool(box.element is not None and box.element_tag == tag == box.element.tag)


def _classes(box: Any) -> list[str]:  # noqa: ANN401
    return str(box.element.get("class", "")).split()


def _hyphen(line: Any) -> bool:  # noqa: ANN401
    texts = [one.text for one in _below(line) if isinstance(one, boxes.TextBox)]
    return bool(texts) and texts[-1].rstrip().endswith(_HYPHENS)
