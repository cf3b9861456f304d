"""How high a chart is set and where in it the marks stand, so that no word is pushed off its edge; in pt.

Left to itself Word gives the longest bar the whole width and writes its number over the edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, assert_never

from reportpub.model.blocks import ChartKind
from reportpub.render.docx.charts.cells import Grid
from reportpub.render.docx.charts.wording import SIZE
from reportpub.render.docx.widths import em

_LINE: Final = SIZE * 1.35
_EDGE: Final = 10.0
_NEAR: Final = 8.0
_LEGEND: Final = 22.0
_BAR: Final = 15.0
_BETWEEN: Final = 11.0
_UPRIGHT: Final = 128.0
_ROUND: Final = 168.0
_LABEL_SHARE: Final = 0.4
"""The part of the width that the categories of lying bars may take before they are broken."""
_LATIN: Final = 1.1
"""What capitals add to the reckoned width of Latin words."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a chart, and the room that words take on each side of the marks."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float

    def layout(self) -> str:
        """Return the c:layout of the plot area, in parts of the whole (ECMA-376 part 1, 21.2.2.95)."""
        x, y = self.left / self.width, self.top / self.height
        wide, high = 1 - x - self.right / self.width, 1 - y - self.bottom / self.height
        named = (("x", x), ("y", y), ("w", wide), ("h", high))
        places = "".join(f'<c:{name} val="{part:.4f}"/>' for name, part in named)
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
            '<c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{places}</c:manualLayout></c:layout>"
        )


def frame(kind: ChartKind, grid: Grid, width: float) -> Frame:
    """Return the frame of a chart of a width."""
    top = _EDGE + (_LEGEND if len(grid.columns) > 1 else 0)
    match kind:
        case ChartKind.BAR:
            names = min(max(map(_wide, grid.categories), default=0) + _NEAR, width * _LABEL_SHARE)
            rows = (max(len(grid.columns) * _BAR, _lines(c, names) * _LINE) for c in grid.categories)
            high = sum(row + _BETWEEN for row in rows)
            return Frame(width, top + high + _EDGE, _EDGE + names, top, _EDGE + _values(grid), _EDGE)
        case ChartKind.COLUMN | ChartKind.LINE:
            room = (width - 2 * _EDGE) / max(1, len(grid.categories)) - SIZE
            foot = max((_lines(c, room) for c in grid.categories), default=1) * _LINE + _EDGE
            above = top + _LINE
            return Frame(width, above + _UPRIGHT + foot, _EDGE, above, _EDGE, foot)
        case ChartKind.PIE:
            # Its words stand all around.
            around = _ROUND / 5
            side = (width - _ROUND + 2 * around) / 2
            return Frame(width, _ROUND, side, around, side, around)
        case _:
            assert_never(kind)


def _values(grid: Grid) -> float:
    return max((_wide(cell.words) for column in grid.columns for cell in column.cells), default=0) + _NEAR


def _wide(words: str) -> float:
    return em(words) * SIZE * _LATIN


def _lines(words: str, room: float) -> int:
    return max(1, math.ceil(_wide(words) / max(room, SIZE)))
