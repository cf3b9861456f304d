"""How far a build has come: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import shutil
from typing import TextIO

from reportpub.model.report import Target

STEPS = ("source", "layout", *(t.value for t in Target), "proof", "done")
"""The steps of an edition, in order."""


class Progress:
    """Hears of each step of each edition and shows it on one stream."""

    def __init__(self, stream: TextIO, expected: int) -> None:
        """Expect a number of editions; the stream decides between bar and lines."""
        self._stream = stream
        self._expected = max(1, expected)
        self._at: dict[str, int] = {}
        self._bar = stream.isatty()

    def __call__(self, step: tuple[str, str]) -> None:
        """Show that an edition has come to a step."""
        edition, name = step
        self._at[edition] = STEPS.index(name) if name in STEPS else 0
        if self._bar:
            self._draw(edition, name)
        else:
            self._stream.write(f"{edition}: {name}\n")
            self._stream.flush()

    def close(self) -> None:
        """Clear the bar."""
        if self._bar and self._at:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self, edition: str, name: str) -> None:
        done = sum(self._at.values()) / ((len(STEPS) - 1) * self._expected)
        width = max(10, min(40, shutil.get_terminal_size().columns - 40))
        filled = round(width * min(1.0, done))
        bar = "█" * filled + "░" * (width - filled)
        self._stream.write(f"\r\x1b[K{bar} {min(1.0, done):4.0%}  {edition}: {name}")
        self._stream.flush()
