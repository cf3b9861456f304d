"""Where a verb says what it has to say: words on one stream, findings for people on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from reportpub.findings import Finding
from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.progress import Night, Progress
from reportpub.sentences import Sentence, as_it_is
from reportpub.telling import Format, told


@dataclass(frozen=True, slots=True)
class Terminal:
    """The two streams, and how and in which language findings are written.

    Those for programs are the result and go to `out`.
    """

    out: TextIO
    err: TextIO
    format: Format = Format.TEXT
    words: Catalogue = ENGLISH

    @property
    def for_people(self) -> bool:
        """Tell whether words may stand beside the findings."""
        return self.format is Format.TEXT

    def say(self, *lines: Sentence | Path) -> None:
        """Write lines for people; where programs read, there is nothing but findings."""
        if self.for_people:
            self.out.writelines(f"{self.words.tell(as_it_is(line))}\n" for line in lines)

    def tell(self, found: Sequence[Finding]) -> None:
        """Write findings."""
        said = told(found, self.format, self.words)
        if said:
            (self.err if self.for_people else self.out).write(said + "\n")

    def night(self, projects: int) -> Night:
        """Return how far a work on so many projects has come, as it is shown here."""
        return Night(self.err, projects, self.words)

    def progress(self, editions: int) -> Progress:
        """Return how far a work of so many editions has come, as it is shown here."""
        return Progress(self.err, editions, self.words)
