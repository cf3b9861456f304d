"""Lets a figure or a short table wait for the next page while the text after it fills this one.

The engine knows no such floats: a block that may not be parted and finds no room ends the page where it
stands. Within a block with `data-grid`, a child with `data-float` that does not fit changes places with the
next child that does; it stands first on the next page, or right after the paragraph that goes on there.
Figures keep their order among themselves, and none leaves its chapter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from reportpub.render.glyph_engine import Element, Engine

FLOAT = "data-float"
"""Marks a block that may wait for the next page."""

_WAITED = "has_waited"
"""Marks the box of a block that has found no room on the page before."""


def may_wait(child: Engine) -> bool:
    """Tell whether a block may be set later than it stands in the text."""
    element = cast("Element | None", child.element)
    return element is not None and FLOAT in element.attrib


class Waiting:
    """The children of one block in the order in which they are set, as far as a page has come.

    The engine goes through the children as they stood when it began with the page, by position; what is to
    be set at a position may have changed since.
    """

    def __init__(self, holder: Engine) -> None:
        """Remember by which child the engine will ask for each position."""
        self._holder = holder
        self._places = {id(child): place for place, child in enumerate(holder.children)}
        self._waits: set[int] = set()

    def place(self, child: Engine) -> int:
        """Return the position the engine asks for with a child."""
        return self._places[id(child)]

    def first(self, place: int) -> None:
        """Begin a page: what has waited for it is set before what stands at the position."""
        children = self._holder.children
        if may_wait(children[place]):
            return
        for at in range(place + 1, len(children)):
            if may_wait(children[at]):
                if children[at].__dict__.pop(_WAITED, False):
                    self._holder.children = _moved(children, at, place)
                return

    def waits(self, place: int) -> bool:
        """Tell whether the block at a position has found no room on this page before."""
        return id(self._holder.children[place]) in self._waits

    def instead(self, place: int) -> Engine | None:
        """Let the block at a position wait, and return what is tried in its place, if anything is left."""
        children = self._holder.children
        self._waits.add(id(children[place]))
        for at in range(place + 1, len(children)):
            if not may_wait(children[at]):
                children[place].__dict__[_WAITED] = True
                self._holder.children = _moved(children, at, place)
                return self._holder.children[place]
        return None


def _moved(children: Sequence[Engine], origin: int, place: int) -> list[Engine]:
    found = list(children)
    found.insert(place, found.pop(origin))
    return found
