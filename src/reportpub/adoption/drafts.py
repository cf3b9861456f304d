"""What is written for the project before it is YAML: texts in both languages, blocks, chapters."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpub.adoption.units import Unit
from reportpub.adoption.words import Words
from reportpub.model.facts import Fact
from reportpub.model.report import Place

NO_CHINESE = "【待补】"
"""Stands where the English says something that the Chinese does not: nothing can be set without Chinese."""
NO_ENGLISH = "[To be translated]"
"""Stands where a part of a block lacks English while the rest of it has some."""


@dataclass(slots=True)
class Text:
    """A text: each language as the manuscript has it; `supplied` is what we had to add where it has nothing.

    `stops` counts the stops that the layout will set anew.
    """

    zh: Words | None = None
    en: Words | None = None
    supplied: dict[str, str] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Tell whether the manuscript has both languages."""
        return self.zh is not None and self.en is not None


@dataclass(frozen=True, slots=True)
class Name:
    """A name in both languages, and what it names."""

    zh: str
    en: str
    kind: str


@dataclass(slots=True, kw_only=True)
class Draft:
    """A block: its kind, its texts in the order of `model.walk.texts`, and what it was made of."""

    id: str
    kind: str
    texts: dict[str, Text]
    zh: tuple[Unit, ...] = ()
    en: tuple[Unit, ...] = ()
    score: float = 1.0
    status: str = ""
    level: int = 2
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    """The names of the texts of each row of a table; one name alone is a group row."""
    image: str = ""
    width: int = 0
    accept: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class ChapterDraft:
    """A chapter: its title and its blocks."""

    id: str
    place: Place
    title: Text
    zh: tuple[Unit, ...] = ()
    en: tuple[Unit, ...] = ()
    score: float = 1.0
    accept: dict[str, str] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Book:
    """The whole project before it is written."""

    title: Text
    subtitle: Text | None = None
    english_status: Text
    period: int
    date: str
    chapters: list[ChapterDraft] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    units: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    terms: dict[str, Name] = field(default_factory=dict)
