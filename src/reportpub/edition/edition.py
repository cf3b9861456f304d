"""What one reader meets: every choice of language, number and wording made; nothing left to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reportpub.model.blocks import Block, Heading, Note, Sync
from reportpub.model.job import Job
from reportpub.model.report import EditionSpec, Place
from reportpub.model.submission import Submission
from reportpub.model.text import Lang, Shown


@dataclass(frozen=True, slots=True)
class Label:
    """The number of a block per language, and the words that point at it.

    A chapter is `一、` and `I.`, a table `表3-1` and `Table 3.1`; pointers read `第三部分` and `Part III`.
    """

    number: Mapping[Lang, str]
    pointer: Mapping[Lang, str]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: its category, the exact number and the number in words of each language."""

    fact: str
    category: Shown
    value: Decimal
    words: Mapping[Lang, str]
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """Points that belong together; a lone series has no label."""

    points: tuple[Point, ...]
    label: Shown | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """What a chart draws."""

    series: tuple[PlotSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChapter:
    """A chapter as an edition shows it; notes are taken out of the flow and found by id.

    `questions` are those of the authors by block id, in an edition for review.
    """

    id: str
    place: Place
    title: Heading[Shown]
    blocks: tuple[Block[Shown], ...]
    notes: Mapping[str, Note[Shown]]
    questions: Mapping[str, Mapping[Lang, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The chapters in the languages they are shown in; only side by side do they share one."""

    languages: tuple[Lang, ...]
    chapters: tuple[ShownChapter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMetadata:
    """The front matter in the languages of the edition."""

    title: Shown
    subtitle: Shown | None
    period: str
    issuer: Shown
    date: str
    imprint: tuple[Shown, ...]
    english_status: Shown
    keywords: Shown | None
    submission: Submission = field(default_factory=Submission)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything a renderer needs; `labels`, `plots` and `syncs` are keyed by block id."""

    report: str
    root: Path
    spec: EditionSpec
    job: Job
    metadata: ShownMetadata
    parts: tuple[Part, ...]
    labels: Mapping[str, Label]
    plots: Mapping[str, Plot]
    syncs: Mapping[str, Sync] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the edition's name, as in the file names of its artefacts."""
        return self.spec.name

    @property
    def languages(self) -> tuple[Lang, ...]:
        """Return the languages of the edition, the leading one first."""
        return self.spec.languages
