"""What reviewers changed: each change in its block and language, and who made it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportpub.exchange.edits.pieces import NOBODY, Stamp
from reportpub.findings import Span
from reportpub.model.text import Lang
from reportpub.source.rewording import Rewording


class Kind(StrEnum):
    """What was done to a block."""

    EDIT = "edit"
    FACT = "fact"
    """An edit inside a figure: a proposal on the fact, which stands in both languages."""
    TERM = "term"
    REFERENCE = "reference"
    NOTE = "note"
    FURNITURE = "furniture"
    """An edit of words that the layout writes: the number of a caption, the stop behind a lead."""
    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    FORMAT = "format"
    COMMENT = "comment"


class Found(StrEnum):
    """How the paragraph was known again."""

    ID = "id"
    SIMILARITY = "similarity"
    """Its id was lost; it was found by its words and its place."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment."""

    words: str
    by: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: `old` became `new` in a block, in one language.

    `at` counts the characters among those of the paragraph `line` of the block as it went out. `before` and
    `after` are the words around it. `rewordings` are the same edit in the text as it is typed, `span` where
    that stands; `name` is the fact, term or note it is about, the block that another one is joined to, or the
    one that came of it; `drops` is what it no longer cites; `style` that of a new paragraph, in lower case.
    """

    kind: Kind
    file: str
    block: str
    lang: Lang | None
    old: str
    new: str
    part: str = ""
    line: int = 0
    at: tuple[int, int] = (0, 0)
    before: str = ""
    after: str = ""
    by: Stamp = NOBODY
    tracked: bool = False
    found: Found = Found.ID
    name: str = ""
    drops: tuple[str, ...] = ()
    style: str = ""
    rewordings: tuple[Rewording, ...] = ()
    span: Span | None = None
    shared: bool = False
    done: bool = False
    replies: tuple[Reply, ...] = ()
