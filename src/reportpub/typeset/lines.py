"""What goes into the composer and what comes out: pieces of styled text, and lines of segments.

All lengths are in em. Widths asked of a `Shaper` are in em of the piece's own size; everything else is in em
of the paragraph's size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal, Protocol

Language = Literal["zh", "en"]
"""The language of a paragraph: it decides the rules, not what characters may stand in it."""


class Setting(Enum):
    """How the lines of a paragraph are filled."""

    JUSTIFIED = "justified"
    """Body text: every line but the last fills the measure."""
    RAGGED = "ragged"
    """Left-aligned text and table cells: natural white, no line longer than the measure."""
    BALANCED = "balanced"
    """Headings and titles: as few lines as possible, then as even as possible, never hyphenated."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one style within a paragraph.

    `source` is the index of the text box it came from, `scale` its type size relative to the paragraph's.
    Note marks and superscripts are `raised`. `before` and `after` are fixed white (em of the paragraph's
    size) outside its first and its last character: counted, never stretched, and drawn by whoever asked.
    """

    text: str
    source: int
    scale: float = 1.0
    raised: bool = False
    before: float = 0.0
    after: float = 0.0


class Shaper(Protocol):
    """Widths from the very faces that will be embedded."""

    def width(self, source: int, text: str, halt: bool) -> float:  # noqa: FBT001 - the third thing a width depends on
        """Return the width of a string set as one run; `halt` asks for half-width punctuation."""
        ...

    def advances(self, source: int, text: str) -> Sequence[float]:
        """Return where each character of a string ends, from 0: one number more than characters."""
        ...


@dataclass(frozen=True, slots=True)
class Segment:
    """A string set as one run of glyphs; `extra` em of the paragraph's size follow its last glyph, once."""

    source: int
    text: str
    halt: bool
    extra: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `end` counts the characters of the paragraph consumed so far: where the next line resumes.

    `hyphened` tells that it ends with a hyphen the composer has put there.
    """

    segments: tuple[Segment, ...]
    end: int
    hyphened: bool = False
