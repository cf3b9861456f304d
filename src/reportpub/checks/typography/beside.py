"""Chinese and English side by side: what begins beside each other stands on one baseline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportpub.checks.typography.breaches import Breach, breach
from reportpub.checks.typography.columns import Body, Column, Place
from reportpub.checks.typography.rows import Row

_LEVEL = 0.5
"""pt by which the first lines of both may differ."""
_INDENT = (1.3, 2.4)
"""em of indent of the first line of a Chinese paragraph; one that opens with a mark is indented by less."""
_WIDE = 20
"""em; a narrower English column is one of a table."""
_BULLET = "•"


def side_by_side(body: Body) -> Iterator[Breach]:
    """Yield Chinese paragraphs whose first line has no English line level with it, on pages with both."""
    english: dict[int, list[Column]] = defaultdict(list)
    for column in body.columns:
        if not column.chinese and column.right - column.left > _WIDE * column.rows[0].size:
            english[column.page].append(column)
    for place in (place for chain in body.chains for place in chain if _opens(place)):
        beside = [row for column in english[place.column.page] for row in _right_of(place, column)]
        if beside:
            off = min(abs(row.y - place.row.y) for row in beside)
            if off > _LEVEL:
                yield breach("row-apart", place.row, f"{off:.2f} pt")


def _right_of(place: Place, column: Column) -> Sequence[Row]:
    """Return the lines of a column when it begins where that of a line has ended."""
    return column.rows if column.left > place.column.right else ()


def _opens(place: Place) -> bool:
    indent = (place.row.left - place.column.left) / place.row.size
    chinese = place.row.chinese and place.column.chinese and not place.row.text.startswith(_BULLET)
    return place.first and chinese and _INDENT[0] < indent < _INDENT[1]
