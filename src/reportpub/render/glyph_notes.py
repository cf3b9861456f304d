"""Keeps footnotes on the page of their call.

To make room for a second line the engine moves notes that are already on the page to the next one, and
forgets those of the line itself. A block that would cause either is left to the next page instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.render.glyph_engine import Engine

_NOTE = "note"
"""The class of an element that becomes a note."""


def calls_note(block: Engine) -> bool:
    """Tell whether a note is called somewhere in a block."""
    element = block.element
    return element is not None and any(_NOTE in one.get("class", "").split() for one in element.iter())


class Notes:
    """The notes of a page before a block is laid out."""

    def __init__(self, context: Engine) -> None:
        """Remember which notes stand on the page."""
        self._context = context
        self._before = [*context.current_page_footnotes]

    def kept(self, made: Engine) -> bool:
        """Tell whether all notes are where they were, and none of the block's own is forgotten or put off."""
        here, later = self._context.current_page_footnotes, self._context.reported_footnotes
        own = [note for note in self._called(made) if note in later]
        return all(note in here for note in self._before) and not own and not any(self._forgotten(made))

    def defer(self, made: Engine) -> None:
        """Put the forgotten notes of a block on the next page: there is nowhere else."""
        for note in [*self._forgotten(made)]:
            self._context.layout_footnote(note)
            self._context.report_footnote(note)

    def restore(self) -> None:
        """Bring back the notes that were moved to the next page."""
        context = self._context
        for note in self._before:
            if note in context.reported_footnotes:
                context.reported_footnotes.remove(note)
                context.footnotes.append(note)
                context.layout_footnote(note)

    def _forgotten(self, made: Engine) -> Iterator[Engine]:
        waiting = self._context.footnotes
        return (note for note in self._called(made) if note in waiting) if waiting else iter(())

    @staticmethod
    def _called(made: Engine) -> Iterator[Engine]:
        """Yield the notes that are called in a block."""
        return (box.footnote for box in made.descendants() if box.footnote is not None)
