"""The body of a Word file: paragraphs and tables in order, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.manuscript.elements import Cell, Element, Table
from reportpub.manuscript.word.names import W, child, local, value, whole
from reportpub.manuscript.word.paragraphs import left_over, paragraph, standing_formula
from reportpub.manuscript.word.reading import Changes, Reading
from reportpub.manuscript.word.shapes import branch
from reportpub.opc.markup import Element as Markup
from reportpub.sentences import say

_THROUGH = frozenset({"customXml", "smartTag", "sdtContent", "ins", "moveTo", "Choice", "Fallback"})
_NOTHING = frozenset(
    {
        "sectPr",
        "bookmarkStart",
        "bookmarkEnd",
        "tblPr",
        "tblGrid",
        "tblPrEx",
        "trPr",
        "tcPr",
        "proofErr",
        "sdtPr",
    }
    | {
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "permStart",
        "permEnd",
        "commentRangeStart",
        "commentRangeEnd",
    }
    | {f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")}
    | {
        f"customXml{what}Range{end}"
        for what in ("Ins", "Del", "MoveFrom", "MoveTo")
        for end in ("Start", "End")
    }
)
_CONTENTS = "Table of Contents"
_WIDEST = 63
"""Columns that a table of Word may have."""


def blocks(parent: Markup, reading: Reading) -> Iterator[Element]:
    """Yield what a body, a cell, a text box or a note holds, in order."""
    yield from _blocks(parent, reading)
    rest = left_over(reading)
    if rest is not None:
        yield rest


def _blocks(parent: Markup, reading: Reading) -> Iterator[Element]:
    for piece in parent:
        match local(piece):
            case "p":
                yield from _paragraph(piece, reading)
            case "tbl":
                yield _table(piece, reading)
            case "sdt":
                yield from _control(piece, reading)
            case "AlternateContent":
                one = branch(piece)
                if one is not None:
                    yield from _blocks(one, reading)
            case "altChunk":
                reading.remark(
                    say("a whole other document is embedded here (altChunk)"), say("open and save it in Word")
                )
            case "oMathPara":
                formula = standing_formula(piece, reading)
                if formula is not None:
                    yield formula
            case name if name in _THROUGH:
                yield from _blocks(piece, reading)
            case name if name in _NOTHING:
                pass
            case name:
                reading.remark(say("“{name}” is not known", name=name), say("look at this place in Word"))
                yield from _blocks(piece, reading)


def _paragraph(p: Markup, reading: Reading) -> Iterator[Element]:
    """Yield a paragraph, then what hangs in it."""
    said = paragraph(p, reading)
    pictures, boxes = tuple(reading.pictures), tuple(reading.boxes)
    reading.pictures.clear()
    reading.boxes.clear()
    if said is not None:
        yield said
    yield from pictures
    for box in boxes:
        yield from blocks(box, reading)


def _control(sdt: Markup, reading: Reading) -> Iterator[Element]:
    content = child(sdt, "sdtContent")
    if content is None:
        return
    if value(sdt, "sdtPr", "docPartObj", "docPartGallery") == _CONTENTS:
        for p in content.iter(W + "p"):
            reading.line += 1
            reading.leave("contents", "".join(str(t.text or "") for t in p.iter(W + "t")))
        return
    yield from _blocks(content, reading)


def _table(table: Markup, reading: Reading) -> Table:
    reading.line += 1
    span = reading.span
    rows = tuple(_row(row, reading) for row in _inside(table, "tr") if not _gone(row, reading))
    return Table(tuple(row for row in rows if row), span)


def _row(row: Markup, reading: Reading) -> tuple[Cell, ...]:
    before = min(whole(value(row, "trPr", "gridBefore")), _WIDEST)
    return (*(Cell(()) for _ in range(before)), *(_cell(cell, reading) for cell in _inside(row, "tc")))


def _cell(cell: Markup, reading: Reading) -> Cell:
    properties = child(cell, "tcPr")
    merged = [one for name in ("vMerge", "hMerge") if (one := child(properties, name)) is not None]
    covered = any(one.get(W + "val") in (None, "continue") for one in merged)
    across = max(1, min(whole(value(properties, "gridSpan"), 1), _WIDEST))
    return Cell(tuple(blocks(cell, reading)), across, covered)


def _gone(row: Markup, reading: Reading) -> bool:
    properties = child(row, "trPr")
    return child(properties, "del" if reading.changes is Changes.ACCEPT else "ins") is not None


def _inside(parent: Markup, name: str) -> Iterator[Markup]:
    """Yield the rows of a table or the cells of a row, whatever wraps them."""
    for piece in parent:
        if local(piece) == name:
            yield piece
        elif local(piece) == "sdt":
            content = child(piece, "sdtContent")
            yield from _inside(content, name) if content is not None else ()
        elif local(piece) in _THROUGH:
            yield from _inside(piece, name)
