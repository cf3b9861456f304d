"""The units of content: every block has an id, a span and text of one kind.

A block is generic over its text: a Report holds `Block[Bilingual]`, an Edition holds `Block[Shown]`,
so that no renderer can be handed an unresolved report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from reportpub.findings import Span

T = TypeVar("T")


class Status(StrEnum):
    """How far the text of a block has come: its English, or both languages where it is still last year's."""

    FINAL = "final"
    DRAFT = "draft"
    MISSING = "missing"
    STALE = "stale"
    """The Chinese has changed since the English was made."""
    UNREVISED = "unrevised"


class Sync(StrEnum):
    """How a block keeps level with its other language on facing pages."""

    KEEP = "keep"
    """It begins level wherever the spread has room for that."""
    FLOAT = "float"
    """It begins where the block before it ends."""
    FORCE = "force"
    """It begins level, whatever white that costs."""


class ChartKind(StrEnum):
    """The shapes a chart can take."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    PIE = "pie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Generic[T]):
    """A title within a chapter; level 1 is the chapter's own title, 2 and 3 lie below it."""

    id: str
    level: int
    text: T
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Generic[T]):
    """Running text, with an optional run-in lead."""

    id: str
    text: T
    lead: T | None = None
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Generic[T]):
    """Items one below the other, numbered when `ordered`."""

    id: str
    ordered: bool
    items: tuple[T, ...]
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Generic[T]):
    """Somebody's words, with their source."""

    id: str
    text: T
    source: T | None = None
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Generic[T]):
    """A boxed remark beside the argument."""

    id: str
    text: T
    title: T | None = None
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A table row; a group row has one cell that spans the table."""

    cells: tuple[T, ...]
    group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[T]):
    """Rows and columns under a title, with unit line and source; `wide` takes the full measure."""

    id: str
    title: T
    columns: tuple[T, ...]
    rows: tuple[Row[T], ...]
    unit: T | None = None
    source: T | None = None
    wide: bool = False
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Generic[T]):
    """An illustration from a file under the project, with title, alternative text and source.

    `width` is in mm; 0 takes the whole measure.
    """

    id: str
    image: str
    title: T
    alt: T
    source: T | None = None
    width: float = 0.0
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Series(Generic[T]):
    """Facts of one kind across the categories of a chart; a lone series needs no label."""

    facts: tuple[str, ...]
    label: T | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Generic[T]):
    """Facts drawn to scale; a chart without categories takes them from the labels of its facts."""

    id: str
    kind: ChartKind
    title: T
    alt: T
    series: tuple[Series[T], ...]
    categories: tuple[T, ...]
    highlight: str = ""
    total: str = ""
    source: T | None = None
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class KeyFigure(Generic[T]):
    """One large numeral: the fact, and the words below it."""

    fact: str
    value: T
    label: T


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures(Generic[T]):
    """The numbers that open a chapter, large."""

    id: str
    items: tuple[KeyFigure[T], ...]
    status: Status = Status.FINAL
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Generic[T]):
    """A footnote, set at the foot of the page that calls it."""

    id: str
    text: T
    status: Status = Status.FINAL
    span: Span = field(compare=False)


Block: TypeAlias = (
    Heading[T]
    | Paragraph[T]
    | List[T]
    | Quote[T]
    | Callout[T]
    | Table[T]
    | Figure[T]
    | Chart[T]
    | KeyFigures[T]
    | Note[T]
)
"""The closed union of block kinds; renderers dispatch over it by `match`."""
