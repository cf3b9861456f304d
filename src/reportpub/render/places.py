"""Where named pieces stand on finished pages, with their lines, rows, items and notes, in pt."""

from __future__ import annotations

from dataclasses import dataclass

NAME = "data-piece"
"""Names a box that is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line, a table row or an item: where its foot is below the top of its piece, in pt.

    `notes` is the height of the notes called in it; `hyphen` tells that a line ends within a word.
    """

    foot: float
    notes: float = 0.0
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A named box on a page, pages counted from 1: its top and the height of what is in it, in pt.

    `lines` are those of its first paragraph in the flow, `items` those of its list, `rows` those of the body
    of its table, below a title and a head of the height `rows_top`; `columns` are the widths of its columns.
    """

    name: str
    page: int
    top: float
    height: float
    notes: float
    lines: tuple[Row, ...]
    rows: tuple[Row, ...]
    items: tuple[Row, ...]
    rows_top: float
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what is named on it, and what the notes at its foot need, with the rule above them.

    `text` is how far the text block stands from the top.
    """

    pieces: tuple[Placed, ...]
    text: float
    notes: float
    above_notes: float
