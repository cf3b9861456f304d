"""What the help of a verb says beside its arguments: what it reads and writes, examples, exit codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportpub.sentences import Sentence, say

Line = tuple[str, Sentence]
"""A command, a path or a number, and what it is for."""

DONE: Line = ("0", say("done, or nothing to mend"))
MEND: Line = ("1", say("the report must be corrected; each problem is told with its place"))
TOOL: Line = (
    "2",
    say("it could not be done: a wrong argument, a program or a file that is missing, a full disk"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The guide to one verb; `codes` are its exit codes."""

    about: Sentence
    reads: tuple[Line, ...] = ()
    writes: tuple[Line, ...] = ()
    examples: tuple[Line, ...] = ()
    codes: tuple[Line, ...] = (DONE, MEND, TOOL)

    def sections(self) -> Iterator[tuple[Sentence, tuple[Line, ...]]]:
        """Yield each section that says something, with its heading."""
        for title, lines in (
            (say("reads"), self.reads),
            (say("writes"), self.writes),
            (say("examples"), self.examples),
            (say("exit codes"), self.codes),
        ):
            if lines:
                yield title, lines


def step(about: Sentence, *examples: Line) -> dict[str, Any]:
    """Return what the parser of a step is told: its line among the others, and a guide of its own."""
    return {"help": about, "guide": Guide(about=about, examples=examples)}
