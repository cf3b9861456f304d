"""Every figure of an edition in reading order, with the words around it in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportpub.edition.edition import Edition, Plot, ShownChapter
from reportpub.edition.fact_forms import Form
from reportpub.model.blocks import Block, Chart, Figure, KeyFigures, Row, Table
from reportpub.model.text import Figures, Lang, NoteMark, Passage, Shown, plain
from reportpub.model.walk import leaves, texts

REACH = {Lang.ZH: 16, Lang.EN: 44}
"""Characters of context on either side: about one line of a column, whatever the language."""

GAP = {Lang.ZH: " ｜ ", Lang.EN: " | "}
"""Between the head of a row, the head of a column and what the cell says."""

_NO_NUMBER = frozenset({Form.LABEL, Form.PERIOD})
"""Forms that say what a fact measures and when, not how much."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure as one language says it: the head it stands under, and the words before and after it."""

    words: str
    before: str = ""
    after: str = ""
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One figure to be called: where it stands and what each language says; a language may lack it."""

    chapter: str
    block: str
    fact: str
    said: dict[Lang, Mention] = field(default_factory=dict)


def calls(edition: Edition) -> tuple[Call, ...]:
    """Return the figures of an edition whose first part shows every language, in reading order."""
    meta = edition.metadata
    front = (meta.title, meta.subtitle, meta.issuer, *meta.imprint, meta.english_status)
    found = [c for text in front if text is not None for c in _text("", "report", text)]
    for chapter in edition.parts[0].chapters:
        found += _chapter(chapter, edition)
    return tuple(found)


def _chapter(chapter: ShownChapter, edition: Edition) -> Iterator[Call]:
    """Yield the figures of a chapter; those of a note follow the block that calls it."""
    called: set[str] = set()
    for block in (chapter.title, *chapter.blocks):
        yield from _block(chapter.id, block, edition.plots.get(block.id))
        for note in _notes(block):
            if note not in called:
                called.add(note)
                yield from _block(chapter.id, chapter.notes[note], None)


def _notes(block: Block[Shown]) -> Iterator[str]:
    for text in texts(block):
        for passage in text.passages:
            for leaf in leaves(passage.inlines):
                if isinstance(leaf, NoteMark):
                    yield leaf.note


def _block(chapter: str, block: Block[Shown], plot: Plot | None) -> Iterator[Call]:
    match block:
        case Table():
            yield from _table(chapter, block)
        case Chart():
            yield from _text(chapter, block.id, block.title)
            yield from _plot(chapter, block.id, plot) if plot else ()
            yield from _text(chapter, block.id, block.source) if block.source else ()
        case Figure():
            yield from _text(chapter, block.id, block.title)
        case KeyFigures(id=name, items=items):
            for item in items:
                said = {
                    passage.lang: Mention(plain(passage.inlines), head=(_label(item.label, passage.lang),))
                    for passage in item.value.passages
                }
                yield Call(chapter=chapter, block=name, fact=item.fact, said=said)
        case _:
            for text in texts(block):
                yield from _text(chapter, block.id, text)


def _table(chapter: str, table: Table[Shown]) -> Iterator[Call]:
    for text in (table.title, table.unit):
        yield from _text(chapter, table.id, text) if text else ()
    for row in (Row(table.columns), *table.rows):
        for at, cell in enumerate(row.cells):
            heads = (row.cells[0], table.columns[at]) if at and row.cells is not table.columns else ()
            yield from _text(chapter, table.id, cell, heads)
    yield from _text(chapter, table.id, table.source) if table.source else ()


def _plot(chapter: str, block: str, plot: Plot) -> Iterator[Call]:
    for series in plot.series:
        for point in series.points:
            said = {}
            for lang, words in point.words.items():
                labels = (series.label, point.category) if series.label else (point.category,)
                said[lang] = Mention(words, head=tuple(_label(label, lang) for label in labels))
            yield Call(chapter=chapter, block=block, fact=point.fact, said=said)


def _label(text: Shown, lang: Lang) -> str:
    passage = text.of(lang)
    return plain(passage.inlines) if passage else ""


def _text(chapter: str, block: str, text: Shown, heads: Iterable[Shown] = ()) -> Iterator[Call]:
    """Yield the figures of a text: the turns of a fact in one language beside its turns in the other."""
    said: dict[tuple[str, int], dict[Lang, Mention]] = {}
    for passage in text.passages:
        above = tuple(_label(head, passage.lang) for head in heads)
        turns: defaultdict[str, int] = defaultdict(int)
        for fact, mention in _mentions(passage, above):
            turns[fact] += 1
            said.setdefault((fact, turns[fact]), {})[passage.lang] = mention
    for (fact, _), both in said.items():
        yield Call(chapter=chapter, block=block, fact=fact, said=both)


def _mentions(passage: Passage, head: tuple[str, ...]) -> Iterator[tuple[str, Mention]]:
    reach = REACH[passage.lang]
    pieces = [(leaf, plain((leaf,))) for leaf in leaves(passage.inlines)]
    whole = "".join(words for _, words in pieces)
    start = 0
    for leaf, words in pieces:
        end = start + len(words)
        if isinstance(leaf, Figures) and leaf.form not in _NO_NUMBER:
            before, after = whole[:start], whole[end:]
            yield (
                leaf.fact,
                Mention(
                    words,
                    _cut(before[::-1], reach, passage.lang)[::-1],
                    _cut(after, reach, passage.lang),
                    head,
                ),
            )
        start = end


def _cut(text: str, reach: int, lang: Lang) -> str:
    """Return the beginning of a text up to its reach, whole words in English, with a mark where it is cut."""
    if len(text) <= reach:
        return text
    kept = text[:reach]
    return (kept.rpartition(" ")[0] or kept if lang is Lang.EN else kept) + "…"
