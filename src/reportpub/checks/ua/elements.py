"""Single elements: figures and formulas described, notes named, cells with heads, and tables without holes.

Source: Matterhorn Protocol 1.1, checkpoints 13, 15, 17 and 19; ISO 32000-1, 14.8.5.7 (tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array

from reportpub.checks.ua.faults import Fault, doubt, fault
from reportpub.checks.ua.tree import Element, Tree
from reportpub.sentences import listed, say

_FILE = re.compile(r".*\.(png|jpe?g|svg|gif|tiff?|bmp|webp|pdf)", re.IGNORECASE)
_NOTHING = frozenset({"figure", "graphic", "image", "picture", "chart", "图", "图像", "图片", "图表", "插图"})
_WIDEST = 500
"""Columns; no table of a report has more, and a file that says so is broken."""


def check_elements(tree: Tree) -> Iterator[Fault]:
    """Yield each fault of a single element."""
    names: set[str] = set()
    for element in tree.walk():
        match element.role:
            case "Figure":
                yield from _figure(element)
            case "Formula" if not element.alt and "/ActualText" not in element.obj:
                yield fault("ua/17-002", say("a formula has no description"), element)
            case "Formula" if "\ufffd" in element.said():
                yield fault("ua/17-003", say("a character of a formula has no Unicode value"), element)
            case "Note":
                name = str(element.obj.get("/ID", ""))
                if not name:
                    yield fault("ua/19-003", say("a note has no name of its own"), element)
                elif name in names:
                    yield fault(
                        "ua/19-004", say("another note is named {name!r} as well", name=name), element
                    )
                names.add(name)
            case "L":
                yield from _list(element)
            case "Table":
                yield from _table(element)
            case _:
                pass


def _figure(element: Element) -> Iterator[Fault]:
    hint = say("write its alt in both languages")
    alt = element.alt or str(element.obj.get("/ActualText", "")).strip()
    if not alt:
        yield fault("ua/13-004", say("a figure has no description"), element, hint=hint)
    elif _FILE.fullmatch(alt) or alt.lower() in _NOTHING:
        yield doubt(
            "pdf/alt-name",
            say("a figure is described by {alt!r}, which tells nothing of it", alt=alt),
            element,
            hint=hint,
        )


def _list(element: Element) -> Iterator[Fault]:
    labelled = any(part.role == "Lbl" for item in element.elements for part in item.elements)
    if labelled and element.attribute("/ListNumbering") is None:
        yield doubt("ua/16-001", say("a list with labels does not say how it is numbered"), element)


def _table(element: Element) -> Iterator[Fault]:
    rows = [row for row in element.walk() if row.role == "TR" and _owner(row) is element]
    cells = [cell for row in rows for cell in row.elements if cell.role in {"TH", "TD"}]
    names = {str(cell.obj["/ID"]) for cell in cells if "/ID" in cell.obj}
    if not any(cell.role == "TH" for cell in cells):
        yield doubt("ua/15-001", say("a table has no head"), element)
    headed = all(_headers(cell) for cell in cells if cell.role == "TD")
    for cell in cells:
        for name in _headers(cell):
            if name not in names:
                yield fault(
                    "pdf/cell-head", say("a cell names a head that is not there: {name!r}", name=name), cell
                )
        if cell.role == "TH" and cell.attribute("/Scope") is None and not (headed and "/ID" in cell.obj):
            yield fault("ua/15-003", say("a head does not say what it heads"), cell)
    yield from _grid(element, rows)


def _owner(row: Element) -> Element | None:
    return next((one for one in row.around() if one.role == "Table"), None)


def _headers(cell: Element) -> list[str]:
    held = cell.attribute("/Headers")
    return [str(name) for name in held] if isinstance(held, Array) else []


def _grid(element: Element, rows: list[Element]) -> Iterator[Fault]:
    """Yield a fault for a table whose rows are not equally wide, or whose cells lie on each other."""
    taken: set[tuple[int, int]] = set()
    widths = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row.elements:
            while (at, column) in taken:
                column += 1
            wide, high = (max(1, _span(cell, key)) for key in ("/ColSpan", "/RowSpan"))
            covered = {(at + down, column + right) for down in range(high) for right in range(wide)}
            if covered & taken:
                yield fault("pdf/table-grid", say("a cell lies on another"), cell)
            taken |= covered
            column += wide
        widths.append(len([1 for line, _ in taken if line == at]))
    if len(set(widths)) > 1:
        yield fault(
            "pdf/table-grid",
            say("the rows of a table have {widths} columns", widths=listed(sorted(set(widths)))),
            element,
        )


def _span(cell: Element, key: str) -> int:
    value = cell.attribute(key)
    return min(int(value), _WIDEST) if value is not None else 1
