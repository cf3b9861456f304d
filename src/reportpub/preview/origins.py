"""Where each block is written, and what it says in both languages whatever the edition shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportpub.edition.edition import Edition, ShownChapter
from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.model.blocks import Block
from reportpub.model.report import Arrangement, EditionSpec, Report
from reportpub.model.text import Lang, Shown, plain
from reportpub.model.walk import texts
from reportpub.preview.leaves import Origin, Said

MOST_LINES = 80
"""A longer block is shown by its first lines."""


def origins(report: Report, spec: EditionSpec, chapters: set[str], inputs: Inputs) -> Mapping[str, Origin]:
    """Return where the blocks of some chapters come from, by id."""
    both = resolve(report, replace(spec, languages=tuple(Lang), arrangement=Arrangement.PARALLEL))
    found: dict[str, Origin] = {}
    for chapter in _chapters(both):
        if chapter.id in chapters:
            found |= dict(_of_chapter(chapter, report, inputs))
    return found


def _chapters(edition: Edition) -> tuple[ShownChapter, ...]:
    return tuple(chapter for part in edition.parts for chapter in part.chapters)


def _of_chapter(chapter: ShownChapter, report: Report, inputs: Inputs) -> Iterator[tuple[str, Origin]]:
    blocks = sorted(
        (chapter.title, *chapter.blocks, *chapter.notes.values()), key=lambda block: block.span.start
    )
    if not blocks:
        return
    written = inputs.read_text(report.root.parent / blocks[0].span.file).splitlines()
    ends = [block.span.line - 1 for block in blocks[1:]] + [len(written)]
    for block, end in zip(blocks, ends, strict=True):
        first = block.span.line - 1
        lines = written[first : min(max(end, first + 1), first + MOST_LINES)]
        while lines and not lines[-1].strip():
            lines.pop()
        said = {lang: _said(block, lang) for lang in Lang}
        yield block.id, Origin(block.span.file, block.span.line, tuple(lines), said)


def _said(block: Block[Shown], lang: Lang) -> Said:
    own = [passage for text in texts(block) for passage in text.passages if passage.lang is lang]
    words = "\n".join(plain(passage.inlines) for passage in own)
    spans = [passage.span for passage in own if passage.span.file == block.span.file]
    place = spans[0] if spans else block.span
    return Said(words, place.line, place.column)
