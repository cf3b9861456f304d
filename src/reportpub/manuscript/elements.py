"""What a manuscript is made of, before anybody asks what language it is in or what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportpub.findings import Finding, Span


class Role(StrEnum):
    """What a paragraph says it is, by its style; most say nothing."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    CAPTION = "caption"


class Item(StrEnum):
    """Whether a paragraph is an item of a list that the program numbers or marks by itself."""

    NONE = ""
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words of one look, or the call of a note, whose text is empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: its words, and what its file says of it.

    `level` is that of a heading, 0 where the file names none. `label` is the number that the program puts
    before it, as a reader sees it. `size` is the type size in points, 0 where it is unknown.
    """

    runs: tuple[Run, ...]
    span: Span
    role: Role = Role.BODY
    level: int = 0
    label: str = ""
    item: Item = Item.NONE
    size: float = 0
    centred: bool = False

    @property
    def text(self) -> str:
        """Return its words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Tell whether all of its words are bold."""
        said = [run.bold for run in self.runs if run.text.strip()]
        return bool(said) and all(said)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: what stands in it, over how many columns, and whether the one above covers it."""

    elements: tuple[Element, ...]
    across: int = 1
    covered: bool = False

    @property
    def text(self) -> str:
        """Return its words, a line for each paragraph."""
        return "\n".join(e.text for e in self.elements if isinstance(e, Paragraph) and e.text.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """A table, as rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies in the file: the name of its part, its bytes, and its description."""

    name: str
    data: bytes = field(repr=False)
    alt: str
    span: Span


Element = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are no part of the manuscript: what they are, and the words."""

    what: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A manuscript as read: its elements, its notes by name, what was left out or not understood."""

    file: str
    elements: tuple[Element, ...]
    notes: Mapping[str, tuple[Paragraph, ...]]
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[Finding, ...] = ()
