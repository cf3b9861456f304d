"""The cells of tables and the cells that head them.

Source: ISO 32000-1, 14.8.5.7 (Scope, Headers); ISO 14289-1 (PDF/UA-1), 7.5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportpub.render.tag_tree import Node


def head_cells(table: Node, number: int) -> None:
    """Name the head cells of a table and let every other cell say which of them head it.

    A head over a whole row heads the rows below it, up to the next one.
    """
    columns: dict[int, list[str]] = defaultdict(list)
    group = ""
    taken: dict[tuple[int, int], None] = {}
    for at, row in enumerate(_rows(table)):
        cells = [*_placed(row, at, taken)]
        across: list[str] = []
        for column, cell in cells:
            if cell.kind != "TH":
                continue
            cell.name = f"table-{number}-{at + 1}-{column + 1}"
            if "group" in row.hint.split():
                group = cell.name
            elif cell.scope == "Row":
                across.append(cell.name)
            else:
                for covered in range(column, column + cell.spans[0]):
                    columns[covered].append(cell.name)
        for column, cell in cells:
            if cell.kind == "TD":
                above = [
                    name for covered in range(column, column + cell.spans[0]) for name in columns[covered]
                ]
                cell.headers = tuple(dict.fromkeys((*above, *([group] if group else ()), *across)))


def _rows(table: Node) -> Iterator[Node]:
    for part in table.elements:
        if part.kind == "TR":
            yield part
        elif part.kind in {"THead", "TBody", "TFoot"}:
            yield from (row for row in part.elements if row.kind == "TR")


def _placed(row: Node, at: int, taken: dict[tuple[int, int], None]) -> Iterator[tuple[int, Node]]:
    """Yield the cells of a row with the column each begins in; `taken` remembers cells from rows above."""
    column = 0
    for cell in row.elements:
        while (at, column) in taken:
            column += 1
        yield column, cell
        wide, high = cell.spans
        for below in range(at + 1, at + high):
            for covered in range(column, column + wide):
                taken[below, covered] = None
        column += wide
