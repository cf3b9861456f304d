"""How far a build has come: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import shutil
from typing import TextIO

from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.model.report import Target
from reportpub.sentences import Sentence, as_it_is, say

STEPS = ("source", "layout", *(t.value for t in Target), "proof", "done")
"""The steps of an edition, in order."""
_WORDS = {
    "source": say("source"),
    "layout": say("layout"),
    Target.PRINT.value: say("print"),
    Target.COVER.value: say("cover"),
    Target.SCREEN.value: say("screen"),
    Target.DOCX.value: say("docx"),
    "proof": say("proof"),
    "done": say("done"),
}


class Night:
    """Hears of the editions of many projects: a bar of finished projects, or a line for each edition done."""

    def __init__(self, stream: TextIO, projects: int, words: Catalogue = ENGLISH) -> None:
        """Expect a number of projects; the stream decides between bar and lines, `words` on the language."""
        self._stream = stream
        self._words = words
        self._projects = projects
        self._done = 0
        self._bar = stream.isatty()

    def __call__(self, step: tuple[str, str]) -> None:
        """Show that an edition has come to a step; a log hears of its end, and of what it waits for."""
        name = step[1]
        counted = say(
            "[{done}/{projects}] {said}", done=self._done, projects=self._projects, said=_step(*step)
        )
        said = self._words.tell(counted)
        if self._bar:
            _draw(self._stream, self._done / max(1, self._projects), said)
        elif name == STEPS[-1] or name not in STEPS:
            self._stream.write(f"{said}\n")
            self._stream.flush()

    def project(self) -> None:
        """Count one more project as finished."""
        self._done += 1

    def close(self) -> None:
        """Clear the bar."""
        if self._bar:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


class Progress:
    """Hears of each step of each edition and shows it on one stream."""

    def __init__(self, stream: TextIO, expected: int, words: Catalogue = ENGLISH) -> None:
        """Expect a number of editions; the stream decides between bar and lines, `words` on the language."""
        self._stream = stream
        self._words = words
        self._expected = max(1, expected)
        self._at: dict[str, int] = {}
        self._bar = stream.isatty()

    def __call__(self, step: tuple[str, str]) -> None:
        """Show that an edition has come to a step."""
        edition, name = step
        self._at[edition] = STEPS.index(name) if name in STEPS else 0
        said = self._words.tell(_step(edition, name))
        if self._bar:
            self._draw(said)
        else:
            self._stream.write(f"{said}\n")
            self._stream.flush()

    def close(self) -> None:
        """Clear the bar."""
        if self._bar and self._at:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self, said: str) -> None:
        done = sum(self._at.values()) / ((len(STEPS) - 1) * self._expected)
        _draw(self._stream, done, said)


def _step(edition: str, name: str) -> Sentence:
    return say("{edition}: {step}", edition=edition, step=_WORDS.get(name, as_it_is(name)))


def _draw(stream: TextIO, done: float, said: str) -> None:
    """Draw a bar in the place of the one before; it keeps to its line however much is said."""
    columns = shutil.get_terminal_size().columns
    width = max(10, min(40, columns - 40))
    filled = round(width * min(1.0, done))
    bar = "█" * filled + "░" * (width - filled)
    stream.write(f"\r\x1b[K{bar} {min(1.0, done):4.0%}  {said[: max(20, columns - width - 8)]}")
    stream.flush()
