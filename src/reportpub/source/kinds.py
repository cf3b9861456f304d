"""The kinds of value a YAML file may hold: the loader's checks and the JSON Schemas are made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportpub.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language, with inline markup."""


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word that must match a pattern; `example` shows one."""

    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed list."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number, a trailing per cent sign not allowed; `whole` asks for an integer."""

    whole: bool = False
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Both:
    """A text in both languages as {zh, en}; `neutral` also takes one plain text that serves both."""

    neutral: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """A list of one kind, with at least `least` items."""

    of: Kind
    least: int = 1


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from free ids to one kind."""

    id: Word
    of: Kind


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: what it holds, whether it must be there, and what it is for."""

    kind: Kind
    doc: Sentence
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys; exactly one of `one_of` is there, if any are named."""

    name: Sentence
    fields: Mapping[str, Field]
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """A value of the first kind where it is a mapping, list or text as that kind is, else of the second.

    `want` says both in a finding.
    """

    first: Kind
    second: Kind
    want: Sentence


Kind = Text | Word | Choice | Number | Flag | Both | Several | Named | Record | Either
