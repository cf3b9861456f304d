"""What facing pages show, in order: openers and blocks, each as its two languages have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportpub.edition.edition import Edition, Part
from reportpub.findings import Span
from reportpub.layout.tokens import Facing
from reportpub.model.blocks import Block, Heading, Sync, Table
from reportpub.model.text import Lang, Shown, plain
from reportpub.model.walk import join_texts
from reportpub.render.html.body import text_of

OPENER = "opener"
"""The kind of what opens a chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A block, or the opener of a chapter, with what each page shows of it.

    An opener has no blocks; a block that stands `once` has both languages on the left page and nothing on
    the right; one that stands `apart` has white above and below it.
    """

    id: str
    chapter: int
    kind: str
    sync: Sync
    span: Span
    blocks: tuple[Block[Shown], Block[Shown]] | None = None
    once: bool = False
    apart: bool = False

    @property
    def groups(self) -> frozenset[int]:
        """Return which rows of a table are heads of groups, after which it is not parted."""
        block = self.blocks[0] if self.blocks else None
        rows = block.rows if isinstance(block, Table) else ()
        return frozenset(at for at, row in enumerate(rows) if row.group)


def items(edition: Edition, facing: Facing) -> Iterator[Item]:
    """Yield everything that stands on facing pages, below the front matter."""
    left, right = edition.parts
    for at, (first, second) in enumerate(zip(left.chapters, right.chapters, strict=True)):
        yield Item(id=first.id, chapter=at, kind=OPENER, sync=Sync.FORCE, span=first.title.span)
        for one, other in zip(text_of(first), text_of(second), strict=True):
            kind = re.sub("(?<!^)(?=[A-Z])", "_", type(one).__name__).lower()
            once = kind in facing.once
            item = Item(
                id=one.id,
                chapter=at,
                kind=kind,
                sync=edition.syncs.get(one.id) or _usual(kind, facing),
                span=one.span,
                blocks=(one, other),
                apart=kind in facing.apart,
            )
            if once:
                whole = join_texts(one, other, lambda zh, en: Shown((*zh.passages, *en.passages)))
                item = replace(item, blocks=(whole, other), once=True, sync=Sync.FLOAT)
            yield item


def _usual(kind: str, facing: Facing) -> Sync:
    return Sync.FORCE if kind in facing.force else Sync.FLOAT if kind in facing.float else Sync.KEEP


def headings(edition: Edition, part: Part) -> dict[str, str]:
    """Return the number and words of every heading of a language by block id."""
    found, lang = {}, part.languages[0]
    for chapter in part.chapters:
        for block in (chapter.title, *chapter.blocks):
            if isinstance(block, Heading):
                words = " ".join(plain(p.inlines) for p in block.text.passages)
                label = edition.labels.get(block.id)
                number = label.number.get(lang, "") if label else ""
                gap = " " if lang is Lang.EN and number else ""
                found[block.id] = f"{number}{gap}{words}"
    return found
