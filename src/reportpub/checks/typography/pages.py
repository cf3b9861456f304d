"""The rules of pages: widows, orphans, headings alone at the foot, the grid, columns side by side."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean

from reportpub.checks.typography.breaches import Breach, breach
from reportpub.checks.typography.columns import Body, Column, Place
from reportpub.checks.typography.rows import Row

_OFF = 0.4
"""pt."""
_SHORT = 2.0
"""em that a line which ends no paragraph may lack."""
_LEADING = (0.9, 2.6)
_HEADING = 0.8
"""pt by which a heading is larger than the body."""
_FOOT = 0.08
_HEADING_LENGTH = 40
_FIGURE = re.compile(r"\d[\d,.]*\D{0,4}")
"""A number with its unit, set large, is no heading: 3453.97亿元."""
_SIDE_BY_SIDE = 2
_SAME_LEADING = 0.05


def page_rules(body: Body, lines: Sequence[Row], heights: Sequence[float]) -> Iterator[Breach]:
    """Yield the breaches of all pages; `heights` are those of the pages in pt."""
    for chain in body.chains:
        yield from _alone(chain)
    yield from _stranded(body, lines, heights)
    leadings = {chinese: _leading(body.columns, chinese=chinese) for chinese in (True, False)}
    yield from _grid(body, leadings)
    yield from _level(body, leadings)


def _alone(chain: Sequence[Place]) -> Iterator[Breach]:
    for earlier, place in zip((None, *chain), chain, strict=False):
        if place.top and place.last and not place.first and earlier is not None and _full(earlier):
            yield breach("widow", place.row)
        if place.foot and place.first and not place.last and len(place.column.rows) > 3:  # noqa: PLR2004
            yield breach("orphan", place.row)


def _full(place: Place) -> bool:
    """Tell whether a line reaches the end of its column: a shorter one ends its paragraph."""
    return place.row.right > place.column.right - _SHORT * place.row.size


def _stranded(body: Body, lines: Sequence[Row], heights: Sequence[float]) -> Iterator[Breach]:
    lowest: dict[int, Row] = {}
    for column in body.columns:
        row = column.rows[-1]
        if column.page not in lowest or row.y < lowest[column.page].y:
            lowest[column.page] = row
    size = max(body.sizes.values())
    for row in lines:
        low = lowest.get(row.page)
        if (
            low is not None
            and row.size > size + _HEADING
            and row.han
            and len(row.glyphs) < _HEADING_LENGTH
            and not _FIGURE.fullmatch(row.text.strip())
            and _FOOT * heights[row.page - 1] < row.y < low.y - low.size
        ):
            yield breach("stranded-heading", row)


def _leading(columns: Sequence[Column], *, chinese: bool) -> float:
    steps = [
        above.y - below.y
        for column in columns
        if column.chinese is chinese
        for above, below in pairwise(column.rows)
        if _LEADING[0] * above.size < above.y - below.y < _LEADING[1] * above.size
    ]
    if not steps:
        return 0.0
    usual = Counter(round(step * 20) / 20 for step in steps).most_common(1)[0][0]
    return mean(step for step in steps if abs(step - usual) < _SAME_LEADING + 0.01)


def _grid(body: Body, leadings: dict[bool, float]) -> Iterator[Breach]:
    """Yield lines off the grid of the language that leads, which is the Chinese where there is any."""
    chinese = leadings[True] > 0
    leading = leadings[chinese]
    rows = [row for column in body.columns if column.chinese is chinese for row in column.rows]
    if not leading or not rows:
        return
    anchor = Counter(round((row.y % leading) * 4) / 4 for row in rows).most_common(1)[0][0]
    for row in rows:
        off = abs((row.y - anchor + leading / 2) % leading - leading / 2)
        if off > _OFF:
            yield breach("off-grid", row, f"{off:.2f} pt")


def _level(body: Body, leadings: dict[bool, float]) -> Iterator[Breach]:
    """Yield lines that nearly stand level with one beside them, where both columns have one leading."""
    pages: dict[int, list[Column]] = defaultdict(list)
    for column in body.columns:
        pages[column.page].append(column)
    for columns in pages.values():
        if len(columns) != _SIDE_BY_SIDE:
            continue
        left, right = columns
        if abs(leadings[left.chinese] - leadings[right.chinese]) > _SAME_LEADING:
            continue
        for row in right.rows:
            off = min(abs(row.y - beside.y) for beside in left.rows)
            if _OFF < off < _OFF + body.leading * 0.4:
                yield breach("unlevel", row, f"{off:.2f} pt")
