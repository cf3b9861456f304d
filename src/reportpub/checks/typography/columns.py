"""Body text by column: where the columns of each page stand, and which lines belong to one paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_high

from reportpub.checks.typography.characters import kind
from reportpub.checks.typography.rows import Row

_LONG = 5.0
_BESIDE = 4.3
_WITHIN = (-1.2, 6.0)
_LEADING = (0.9, 2.6)
_PARAGRAPH_GAP = 1.45
_INDENT = {True: 1.2, False: 0.7}
"""em of indent from which a line begins a paragraph, in Chinese and not."""
_BODY = 0.45
_SHARED = 0.03
_FEW = 0.12


@dataclass(slots=True)
class Column:
    """The body lines of one column of one page from top to bottom, and its edges in pt."""

    page: int
    place: int
    left: float
    rows: list[Row]
    right: float = 0.0

    @property
    def chinese(self) -> bool:
        """Tell whether most of it is Chinese."""
        return sum(row.chinese for row in self.rows) * 2 >= len(self.rows)


@dataclass(frozen=True, slots=True)
class Place:
    """A line in its paragraph (first, last) and its column (top, foot), and the line before."""

    row: Row
    column: Column
    first: bool
    last: bool
    top: bool
    foot: bool
    before: Row | None = None

    @property
    def measure(self) -> float:
        """Return the width of the column in em."""
        return (self.column.right - self.column.left) / self.row.size


@dataclass(frozen=True, slots=True)
class Body:
    """All body text: columns in reading order, leading in pt, sizes by whether they are Chinese."""

    columns: tuple[Column, ...]
    leading: float
    sizes: Mapping[bool, float]
    chains: tuple[tuple[Place, ...], ...] = field(default=())


def body(lines: Sequence[Row]) -> Body:
    """Return the body text among the lines of a document: the commonest size of each language."""
    sizes = {
        chinese: _commonest(
            (round(row.size * 2) / 2, len(row.glyphs)) for row in lines if row.chinese is chinese
        )
        for chinese in (True, False)
    }
    running = [
        row
        for row in lines
        if not row.folio
        and abs(row.size - sizes[row.chinese]) < _BODY
        and (row.chinese or any(glyph.text[0].isalpha() for glyph in row.glyphs[1:]))
    ]
    columns = _columns(running)
    _edges(columns)
    leading = _leading(columns)
    # A paragraph is told from the next by white beyond the leading of its own language.
    own = {chinese: _leading(one for one in columns if one.chinese is chinese) for chinese in (True, False)}
    chains: dict[tuple[bool, int], list[Column]] = defaultdict(list)
    for column in columns:
        chains[column.chinese, column.place].append(column)
    placed = tuple(tuple(_placed(chain, own[chain[0].chinese])) for chain in chains.values())
    return Body(tuple(columns), leading, sizes, placed)


def _commonest(counted: Iterable[tuple[float, int]]) -> float:
    sums: Counter[float] = Counter()
    for value, weight in counted:
        sums[value] += weight
    return sums.most_common(1)[0][0] if sums else 0.0


def _columns(running: Iterable[Row]) -> list[Column]:
    pages: dict[int, list[Row]] = defaultdict(list)
    for row in running:
        pages[row.page].append(row)
    found = []
    for page, rows in sorted(pages.items()):
        begins = Counter(round(row.left) for row in rows if row.right - row.left > _LONG * row.size)
        edges: list[int] = []
        for x, _ in sorted(begins.items(), key=lambda one: -one[1]):
            if all(abs(x - edge) > _BESIDE * rows[0].size for edge in edges):
                edges.append(x)
        own: dict[int, list[Row]] = defaultdict(list)
        for row in rows:
            near = [e for e in edges if _WITHIN[0] <= (row.left - e) / row.size <= _WITHIN[1]] or edges
            if near:
                own[min(near, key=lambda edge: abs(row.left - edge))].append(row)
        for place, edge in enumerate(sorted(own)):
            inside = sorted(own[edge], key=lambda row: -row.y)
            found.append(Column(page, place, _left(inside, edge), inside))
    return found


def _left(rows: Sequence[Row], edge: float) -> float:
    """Return the left edge of a column: the left-most position that several lines share."""
    begins = Counter(round(row.left, 1) for row in rows if kind(row.text[0]) != "O")
    shared = [x for x, count in begins.items() if count >= max(1, _FEW * len(rows))]
    return min(shared, default=edge)


def _edges(columns: Sequence[Column]) -> None:
    """Give every column its right edge, which columns that begin at the same place share."""
    ends: dict[int, list[float]] = defaultdict(list)
    for column in columns:
        ends[round(column.left)] += (row.right for row in column.rows if kind(row.text[-1]) in "HL")
    for column in columns:
        near = sorted(x for left in (-1, 0, 1) for x in ends[round(column.left) + left])
        column.right = _shared_end(near)


def _shared_end(ends: Sequence[float]) -> float:
    """Return the right-most position that several lines share; a few lines that reach beyond do not count."""
    bins = Counter(round(x * 2) for x in ends)
    for reached in sorted(bins, reverse=True):
        if bins[reached] + bins[reached - 1] + bins[reached + 1] >= max(2, _SHARED * len(ends)):
            return median_high([x for x in ends if abs(x * 2 - reached) <= 1])
    return max(ends, default=0.0)


def _leading(columns: Iterable[Column]) -> float:
    steps: Counter[float] = Counter()
    for column in columns:
        for above, below in pairwise(column.rows):
            step = above.y - below.y
            if _LEADING[0] * above.size < step < _LEADING[1] * above.size:
                steps[round(step * 20) / 20] += 1
    return steps.most_common(1)[0][0] if steps else 0.0


def _placed(chain: Sequence[Column], leading: float) -> Iterable[Place]:
    """Return the lines of a chain of columns with their place in paragraphs."""
    lines = [(row, column, at) for column in chain for at, row in enumerate(column.rows)]
    starts = [_starts(lines, index, leading) for index in range(len(lines))]
    return [
        Place(
            row,
            column,
            first=starts[index],
            last=index + 1 == len(lines) or starts[index + 1],
            top=at == 0,
            foot=at == len(column.rows) - 1,
            before=lines[index - 1][0] if index else None,
        )
        for index, (row, column, at) in enumerate(lines)
    ]


def _starts(lines: Sequence[tuple[Row, Column, int]], index: int, leading: float) -> bool:
    """Tell whether a line begins a paragraph: by its indent, the white above it, or its face."""
    row, column, _ = lines[index]
    indent = (row.left - column.left) / row.size
    if index == 0 or indent > _INDENT[column.chinese]:
        return True
    before, earlier, _ = lines[index - 1]
    if earlier is not column:
        return False
    if before.y - row.y > _PARAGRAPH_GAP * max(leading, 1):
        return True
    label = before.font != row.font and abs(indent) < 0.3 and len(row.glyphs) < 30  # noqa: PLR2004
    return label and before.right < column.right - 2 * row.size
