"""The structure tree of a screen file as plain data: what the elements are, before anything is written.

Source: ISO 32000-1, 14.7 (logical structure) and 14.8.4 (standard structure types).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in pt, in the space of the page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: the page, from 0, and its number there."""

    page: int
    number: int


@dataclass(slots=True)
class Area:
    """Where a link can be clicked on one page: one rectangle for each line, and where it leads.

    `target` is the name of a place in the document, or an address.
    """

    page: int
    rects: list[Rect]
    target: str
    address: bool = False
    place: tuple[int, Rect] | None = None
    """Where a link leads that has no name: a page, and what stands there."""
    said: str = ""
    """The description of the link, in words."""


@dataclass(slots=True, eq=False)
class Node:
    """An element: its type, its language, what it holds, and where it hangs.

    `hint` is the class or tag of the HTML that later passes go by. `tail` is read after everything else the
    element holds: the notes called in it.
    """

    kind: str
    language: str
    page: int
    parent: Node | None = None
    hint: str = ""
    source: int = 0
    """Where its element stands in the HTML; a figure may be set later than the text after it."""
    children: list[Node | Mark | Area] = field(default_factory=list)
    tail: list[Node] = field(default_factory=list)
    block: str = ""
    """The anchor of the block of the report that the element is, or belongs to."""
    words: str = ""
    """What a link says, on one line."""
    actual: str = ""
    """What is read in the place of what is set."""
    alt: str = ""
    box: Rect | None = None
    name: str = ""
    """Its identifier, unique in the document."""
    scope: str = ""
    spans: tuple[int, int] = (1, 1)
    """Columns and rows that a cell takes."""
    headers: tuple[str, ...] = ()
    numbering: str = ""

    def add(self, child: Node) -> Node:
        """Hang an element into this one and return it."""
        child.parent = self
        self.children.append(child)
        return child

    @property
    def elements(self) -> list[Node]:
        """Return the elements among the children."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in reading order."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def around(self) -> Iterator[Node]:
        """Yield this element and all around it, from the inside out."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent
