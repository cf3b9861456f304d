"""What the reader of a Word file carries with it: the file, the choice on changes, and what it meets."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportpub.findings import Finding, Span, warning
from reportpub.manuscript.elements import LeftOut, Picture, Run
from reportpub.manuscript.word.fields import Fields
from reportpub.manuscript.word.numbering import Numbering
from reportpub.manuscript.word.styles import Styles
from reportpub.opc.markup import Element as Markup
from reportpub.opc.package import Package
from reportpub.opc.relationships import Relationship
from reportpub.sentences import Sentence


class Changes(StrEnum):
    """What becomes of tracked changes; nobody chooses but the office."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(slots=True)
class Reading:
    """The state of reading one part of a Word file."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    changes: Changes
    threads: dict[str, Relationship]
    line: int = 0
    size: float = 0
    """The size of the first words of the paragraph that is being read, in points."""
    fields: Fields = field(default_factory=Fields)
    left_out: list[LeftOut] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    boxes: list[Markup] = field(default_factory=list)
    """What hangs in the paragraph that is being read, and comes after it."""
    marks: dict[str, str] = field(default_factory=dict)
    """The marks that notes have in place of numbers, by the names of their calls."""
    carried: list[Run] = field(default_factory=list)
    """The words of a paragraph whose end is deleted, which the next one takes up."""

    @property
    def span(self) -> Span:
        """Return where the reader is: the paragraph, counted from 1."""
        return Span(self.package.file, max(1, self.line))

    def leave(self, what: str, text: str) -> None:
        """Keep words that are no part of the manuscript for the report."""
        if text.strip():
            self.left_out.append(LeftOut(what, text, self.span))

    def remark(self, message: Sentence, hint: Sentence) -> None:
        """Tell of something that was not understood."""
        self.remarks.append(warning("adopt/not-understood", message, self.span, hint))
