"""What the preview holds of one edition: its pages as they are now, and what is known about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportpub.findings import Finding, Span
from reportpub.preview.leaves import Leaf, Origin, Pages, Stretch, alone, spliced


@dataclass(slots=True)
class Shelf:
    """The leaves of an edition, the documents they are pages of, and the origins of its blocks.

    `fresh` tells whether the whole edition was set since the last change.
    """

    leaves: tuple[Leaf, ...] = ()
    documents: dict[str, bytes] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    chapters: dict[str, str] = field(default_factory=dict)
    remarks: tuple[Finding, ...] = ()
    fresh: bool = False

    def take(self, whole: Pages) -> None:
        """Put the pages of the whole edition in the place of all others."""
        self.leaves = whole.leaves
        self.documents = {whole.document: whole.pdf}
        self.origins = dict(whole.origins)
        self.remarks = whole.remarks
        self.chapters = dict(whole.chapters)

    def splice(self, some: Pages, stretch: Stretch) -> None:
        """Put the pages of one stretch in the place of its old ones."""
        self.leaves = spliced(self.leaves, some.leaves, stretch)
        self.origins |= some.origins
        self.chapters |= some.chapters
        named = {leaf.document for leaf in self.leaves}
        documents = {**self.documents, some.document: some.pdf}
        self.documents = {name: pdf for name, pdf in documents.items() if name in named}

    def stretches(self, file: str) -> tuple[Stretch, ...]:
        """Return the stretches that are written in a file and can be set by themselves."""
        chapters = {
            self.chapters[block]
            for block, origin in self.origins.items()
            if origin.file == file and block in self.chapters
        }
        there = dict.fromkeys(leaf.stretch for leaf in self.leaves if leaf.stretch)
        return tuple(one for one in there if one.chapter in chapters and self.can_stand_alone(one))

    def can_stand_alone(self, stretch: Stretch) -> bool:
        """Tell whether a stretch has pages of its own."""
        return alone(self.leaves, stretch, self.chapters)

    def first(self, stretch: Stretch) -> tuple[int, int]:
        """Return where a stretch begins, in pages from 0, and the number its first page shows."""
        at = next(at for at, leaf in enumerate(self.leaves) if leaf.stretch == stretch)
        return at, self.leaves[at].folio

    def block_at(self, span: Span | None) -> str:
        """Return the block a place in the source lies in, or an empty string."""
        if span is None:
            return ""
        before = [
            (origin.line, block)
            for block, origin in self.origins.items()
            if origin.file == span.file and origin.line <= span.line < origin.line + len(origin.lines)
        ]
        return max(before)[1] if before else ""

    def pages_of(self, block: str) -> tuple[int, ...]:
        """Return the pages a block stands on, from 0."""
        return tuple(
            at for at, leaf in enumerate(self.leaves) if any(spot.block == block for spot in leaf.spots)
        )


def documents(shelves: Mapping[str, Shelf]) -> dict[str, bytes]:
    """Return all documents that pages of some edition belong to."""
    return {name: pdf for shelf in shelves.values() for name, pdf in shelf.documents.items()}
