"""How far a build has come: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import shutil
from typing import TextIO

from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.model.report import Target
from reportpub.sentences import as_it_is, say

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
        said = self._words.tell(
            say("{edition}: {step}", edition=edition, step=_WORDS.get(name, as_it_is(name)))
        )
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
        width = max(10, min(40, shutil.get_terminal_size().columns - 40))
        filled = round(width * min(1.0, done))
        bar = "█" * filled + "░" * (width - filled)
        self._stream.write(f"\r\x1b[K{bar} {min(1.0, done):4.0%}  {said}")
        self._stream.flush()
