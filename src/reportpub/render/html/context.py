"""What the HTML of a block needs to know beside the block itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportpub.edition.edition import Edition, Part
from reportpub.model.anchors import anchor
from reportpub.model.blocks import Note, Status
from reportpub.model.report import Arrangement
from reportpub.model.text import Lang, Shown
from reportpub.render.html.setting import FLOAT


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block that is parted over pages: lines, rows or items from `start` up to `end`.

    `columns` are the widths of a table's columns in pt, so that all its stretches agree.
    """

    start: int
    end: int
    columns: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """The edition, the part at hand, the notes of the chapter and the drawings of the charts by block id.

    `piece` tells which stretch of a block is wanted, where not all of it is. `beside` has the headings of
    the other page by block id, for bookmarks that name both.
    """

    edition: Edition
    part: Part
    notes: Mapping[str, Note[Shown]]
    drawings: Mapping[str, str]
    piece: Piece | None = None
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[Lang, ...]:
        """Return the languages of this part."""
        return self.part.languages

    @property
    def side_by_side(self) -> bool:
        """Tell whether the languages stand in columns."""
        return self.edition.spec.arrangement is Arrangement.PARALLEL

    @property
    def facing(self) -> bool:
        """Tell whether each language has a page of its own, with leads in the side column."""
        return self.edition.spec.arrangement is Arrangement.FACING

    @property
    def floats(self) -> str:
        """Return what lets a table or figure wait while text fills the page; planned pages have no need."""
        return "" if self.facing else FLOAT

    @property
    def goes_on(self) -> bool:
        """Tell whether the block has begun on a page before."""
        return self.piece is not None and self.piece.start > 0

    @property
    def lines(self) -> str:
        """Return what tells the engine which lines of a paragraph to show."""
        return f' data-lines="{self.piece.start} {self.piece.end}"' if self.piece else ""

    def name(self, block: str, lang: Lang) -> str:
        """Return the anchor of a block; a stretch further on has another than its beginning."""
        return anchor(block, lang) + (f"-{self.piece.start}" if self.piece and self.goes_on else "")

    def landing(self, lang: Lang) -> Lang:
        """Return the language whose block a cross-reference leads to: its own, where this part shows it."""
        return lang if lang in self.languages else self.languages[0]

    def draft(self, status: Status) -> str:
        """Return the class that marks text which is not final: English, or both languages of last year."""
        if status is Status.UNREVISED:
            return " unrevised"
        return " draft" if status is not Status.FINAL and Lang.EN in self.languages else ""

    def number(self, block: str, lang: Lang) -> str:
        """Return the number of a block as its language writes it, or an empty text."""
        label = self.edition.labels.get(block)
        return label.number.get(lang, "") if label else ""
