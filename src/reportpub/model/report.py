"""What is written: the report, its chapters and the editions it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reportpub.findings import Span
from reportpub.model.acceptances import Acceptance
from reportpub.model.blocks import Block, Heading, Sync
from reportpub.model.facts import FactBook
from reportpub.model.job import Job
from reportpub.model.submission import Submission
from reportpub.model.terms import Term
from reportpub.model.text import Bilingual, Lang


class Arrangement(StrEnum):
    """How the languages of an edition stand to each other."""

    PARALLEL = "parallel"
    FACING = "facing"
    SEQUENTIAL = "sequential"
    SINGLE = "single"


class Target(StrEnum):
    """The kinds of finished file."""

    PRINT = "print"
    COVER = "cover"
    SCREEN = "screen"
    DOCX = "docx"


class Place(StrEnum):
    """Where a chapter stands in the book; only the body is numbered."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One source file: a title and its blocks, and what its authors ask of reviewers about some of them.

    `questions` are keyed by block id; they are no content and are printed in no edition but one for review.
    `syncs`, by block id too, say how blocks keep level on facing pages.
    """

    id: str
    place: Place
    title: Heading[Bilingual]
    blocks: tuple[Block[Bilingual], ...]
    accepted: tuple[Acceptance, ...] = ()
    questions: Mapping[str, Mapping[Lang, str]] = field(default_factory=dict)
    syncs: Mapping[str, Sync] = field(default_factory=dict)
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSpec:
    """An edition as the report asks for it; the command line only selects.

    One for `review` is sent out to be corrected: Word tracks changes and shows the authors' questions.
    `reference` names a Word file, from the folder of the source, whose look its own takes.
    """

    name: str
    languages: tuple[Lang, ...]
    arrangement: Arrangement
    layout: str
    targets: tuple[Target, ...]
    review: bool = False
    reference: str = ""
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the cover, the imprint and the file properties say.

    `date` is the day printed in the report and written into every file as YYYY-MM-DD.
    """

    title: Bilingual
    subtitle: Bilingual | None
    period: str
    issuer: Bilingual
    date: str
    imprint: tuple[Bilingual, ...]
    english_status: Bilingual
    keywords: Bilingual | None = None
    submission: Submission = field(default_factory=Submission)

    def texts(self) -> tuple[Bilingual, ...]:
        """Return every text, in the order of report.yaml."""
        some = (self.title, self.subtitle, self.issuer, *self.imprint, self.english_status, self.keywords)
        return tuple(text for text in some if text is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that is written, in both languages."""

    id: str
    root: Path
    metadata: Metadata
    chapters: tuple[Chapter, ...]
    facts: FactBook
    terms: Mapping[str, Term]
    editions: tuple[EditionSpec, ...]
    job: Job
