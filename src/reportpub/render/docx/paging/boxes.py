"""What is stacked on pages: paragraphs with their lines, rows of tables, and the ends of sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A paragraph or a row: its lines, and what it asks for; lengths in pt.

    `notes` are the heights of the footnotes called in each line. A row is one line and cannot be parted;
    `repeated` is the height of the head that a table repeats above it on a new page.
    """

    leading: float
    lines: int = 1
    before: float = 0
    after: float = 0
    marks: tuple[str, ...] = ()
    notes: Mapping[int, float] = field(default_factory=dict)
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    widows: bool = True
    row: bool = False
    repeated: float = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The end of a section: height of its text, pitch of its grid, first folio, whether it begins right."""

    height: float
    pitch: float
    start: int | None
    odd: bool
