"""What a Word file that came back says: paragraphs made of pieces, each with who put it in or took it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, auto


class Format(Flag):
    """How a piece is set apart by hand; only what carries meaning."""

    NONE = 0
    BOLD = auto()
    ITALIC = auto()
    UNDERLINED = auto()
    STRUCK = auto()
    RAISED = auto()
    LOWERED = auto()
    HIGHLIGHTED = auto()


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changed something, and when as the file says it (ISO 8601); empty where it does not."""

    author: str = ""
    date: str = ""


NOBODY = Stamp()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: whether it stood there before the tracked changes, and stands there after them."""

    text: str
    was: bool = True
    kept: bool = True
    by: Stamp = NOBODY
    format: Format = Format.NONE
    formatted: Stamp = NOBODY


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: where it begins and ends in the pieces of the file, counted through all paragraphs."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it stands once every tracked change is accepted.

    Its pieces are numbered through the file from `first` on; a piece that only parts two former paragraphs
    holds a line end. `style` is a name as Word shows it, in lower case; `cell` tells table, row and column;
    `note` is the number of the note it belongs to. `ended` tells who put in the end of the paragraph.
    """

    first: int
    pieces: tuple[Piece, ...]
    style: str = ""
    cell: tuple[int, int, int] | None = None
    note: str = ""
    ended: Stamp = NOBODY

    @property
    def text(self) -> str:
        """Return what it says now."""
        return "".join(piece.text for piece in self.pieces if piece.kept)

    @property
    def before(self) -> str:
        """Return what it said before the tracked changes."""
        return "".join(piece.text for piece in self.pieces if piece.was)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: which pieces it is about, who wrote it, whether it is settled, and what it answers."""

    id: str
    words: str
    by: Stamp
    start: int
    end: int
    done: bool = False
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """All of a Word file that a review is about.

    `calls` tell which piece calls which note, by the number the file gives it; `last` who saved it and when.
    """

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    remarks: tuple[Remark, ...]
    calls: tuple[tuple[int, str], ...] = ()
    last: Stamp = NOBODY
    properties: tuple[tuple[str, str], ...] = ()

    def property(self, name: str) -> str:
        """Return a custom property of the file."""
        return dict(self.properties).get(name, "")

    def pieces(self) -> Iterator[tuple[int, Piece]]:
        """Yield every piece with its number."""
        for line in self.lines:
            yield from enumerate(line.pieces, line.first)
