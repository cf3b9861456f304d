"""Chinese and English side by side: what begins beside each other stands on one baseline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportpub.checks.typography.breaches import Breach, breach
from reportpub.checks.typography.columns import Body, Column, Place

_LEVEL = 0.5
"""pt by which the first lines of both may differ."""
_INDENT = {True: (1.3, 2.4), False: (1.2, 1.8)}
"""em of indent of the first line of a paragraph, in Chinese and not; one that opens with a mark has less."""
_WHITE = 1.8
"""em from one line to the next, from which there is white between; lines of a list are indented without."""
_WIDE = 20
"""em; a narrower English column is one of a table."""
_BULLET = "•"


def side_by_side(body: Body) -> Iterator[Breach]:
    """Yield paragraphs whose first line has no line of the other language level with it beside it."""
    sides: dict[tuple[int, bool], list[Column]] = defaultdict(list)
    for column in filter(_full, body.columns):
        sides[column.page, column.chinese].append(column)
    for place in (place for chain in body.chains for place in chain if _opens(place)):
        column = place.column
        others = [one for one in sides[column.page, not column.chinese] if _stand_beside(column, one)]
        if others:
            off = min(abs(row.y - place.row.y) for one in others for row in one.rows)
            if off > _LEVEL:
                yield breach("row-apart", place.row, f"{off:.2f} pt")


def _full(column: Column) -> bool:
    return column.chinese or column.right - column.left > _WIDE * column.rows[0].size


def _stand_beside(one: Column, other: Column) -> bool:
    """Tell whether of two columns the Chinese one has ended where the other begins."""
    left, right = (one, other) if one.chinese else (other, one)
    return right.left > left.right


def _opens(place: Place) -> bool:
    column, row = place.column, place.row
    least, most = _INDENT[column.chinese]
    indent = (row.left - column.left) / row.size
    own = row.chinese is column.chinese and not row.text.startswith(_BULLET)
    told = column.chinese or place.top or (place.before and place.before.y - row.y > _WHITE * row.size)
    return bool(place.first and own and told and _full(column) and least < indent < most)
