"""Whether a screen reader reads the edition: every passage, in order, word by word.

Source: ISO 14289-1 (PDF/UA-1), 7.2; WCAG 2.1, 1.3.2 (meaningful sequence).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportpub.checks.readback import squeeze
from reportpub.checks.ua.tree import Element, Tree
from reportpub.edition.edition import Edition, ShownChapter
from reportpub.findings import Finding, Span, error
from reportpub.model.anchors import anchor
from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    Figure,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
)
from reportpub.model.text import Lang, NoteMark, Passage, Shown, plain
from reportpub.model.walk import leaves, texts
from reportpub.sentences import say

_BLOCKS = frozenset({"P", "LI", "TD", "TH", "Caption", "TOCI", "H1", "H2", "H3", "H4", "H5", "H6"})
_LONGEST = 40
FRONT = "report"
"""The name under which words of report.yaml are told."""


@dataclass(frozen=True, slots=True)
class Read:
    """Words that are read without a break, the block they belong to, and where they are written."""

    block: str
    lang: Lang
    words: str
    span: Span


def reading(edition: Edition) -> tuple[Read, ...]:
    """Return all words of an edition in the order in which they are to be read, notes after their passage."""
    meta = edition.metadata
    front = [text for text in (meta.title, meta.subtitle, meta.issuer, *meta.imprint) if text is not None]
    found = [read for text in front for passage in text.passages for read in _passage(FRONT, passage, {})]
    for part in edition.parts:
        for chapter in part.chapters:
            for block in (chapter.title, *chapter.blocks):
                found += _block(block, chapter)
    return tuple(found)


def _block(block: Block[Shown], chapter: ShownChapter) -> Iterator[Read]:
    match block:
        case Note():
            return
        case Paragraph():
            yield from _columns(block.id, [block.lead, block.text], chapter)
        case Callout():
            yield from _columns(block.id, [block.title, block.text], chapter)
        case List() | Quote():
            items = block.items if isinstance(block, List) else (block.text, block.source)
            yield from _columns(block.id, items, chapter)
        case KeyFigures():
            for item in block.items:
                for passage in item.label.passages:
                    yield from _passage(block.id, passage, {})
        case Table():
            outside = (block.title, block.unit, block.source)
            cells = [text for text in texts(block) if all(text is not one for one in outside)]
            for text in (block.title, block.unit, *cells, block.source):
                yield from _cell(block.id, text, chapter)
        case Chart() | Figure():
            for text in (block.title, block.source):
                yield from _cell(block.id, text, chapter)
        case _:
            for text in texts(block):
                for passage in text.passages:
                    yield from _passage(block.id, passage, chapter.notes)


def _columns(block: str, written: Iterable[Shown | None], chapter: ShownChapter) -> Iterator[Read]:
    """Yield the texts of a block whose languages stand in columns of their own, each read to its end."""
    known = [text for text in written if text is not None]
    for lang in Lang:
        for text in known:
            if (passage := text.of(lang)) is not None:
                yield from _passage(block, passage, chapter.notes)


def _cell(block: str, text: Shown | None, chapter: ShownChapter) -> Iterator[Read]:
    """Yield the passages of a cell; what is the same in both languages is set once."""
    if text is None:
        return
    said = {plain(passage.inlines) for passage in text.passages}
    for passage in text.passages[:1] if len(said) == 1 else text.passages:
        yield from _passage(block, passage, chapter.notes)


def _passage(block: str, passage: Passage, notes: Mapping[str, Note[Shown]]) -> Iterator[Read]:
    """Yield a passage, parted where notes are called, then the notes."""
    words, called = "", []
    for leaf in leaves(passage.inlines):
        if isinstance(leaf, NoteMark):
            called.append(leaf.note)
            yield from _words(block, passage, words)
            words = ""
        else:
            words += plain((leaf,))
    yield from _words(block, passage, words)
    for name in called:
        note = notes.get(name)
        said = note.text.of(passage.lang) if note is not None else None
        if said is not None:
            yield from _words(name, said, plain(said.inlines))


def _words(block: str, passage: Passage, words: str) -> Iterator[Read]:
    if squeeze(words):
        yield Read(block, passage.lang, " ".join(words.split()), passage.span)


def check_order(wanted: tuple[Read, ...], tree: Tree) -> Iterator[Finding]:
    """Yield a finding for each passage that a reader meets too late, too early, not at all, or torn."""
    spoken = " ".join("\n".join(_lines(tree)).replace("\u00ad", "").split())
    tight = squeeze(spoken)
    reached = 0
    hint = say("this is a fault of the program")
    for read in wanted:
        words = squeeze(read.words)
        # Title, issuer and imprint stand before the report or after it, as the layout has them.
        front = read.block == FRONT
        at = tight.find(words, 0 if front else reached)
        shown = read.words[:_LONGEST]
        if at < 0:
            where = say("out of its order") if words in tight else say("nowhere in the structure")
            message = say(
                "“{block}” ({key}) is read {where}: “{shown}”",
                block=read.block,
                key=read.lang.key,
                where=where,
                shown=shown,
            )
            yield error("reading/order", message, read.span, hint)
            continue
        reached = reached if front else at + len(words)
        if read.lang is Lang.EN and read.words not in spoken:
            message = say(
                "words of “{block}” are read in one or are torn: “{shown}”", block=read.block, shown=shown
            )
            yield error("reading/words", message, read.span, hint)


def _lines(tree: Tree) -> Iterator[str]:
    """Yield what is read in each block, in order; blocks are told apart, words within one are not."""
    for element in tree.walk():
        if element.role in _BLOCKS and not any(one.role == "TOC" for one in element.around()):
            yield from _own(element)


def _own(element: Element) -> Iterator[str]:
    """Yield the words of a block without those of the blocks within it, notes set apart."""
    said, notes = "", []
    for child in _flat(element):
        if isinstance(child, Element):
            notes.append(child.said())
        else:
            said += child
    yield said
    yield from notes


def _flat(element: Element) -> Iterator[str | Element]:
    if "/ActualText" in element.obj:
        yield str(element.obj["/ActualText"])
        return
    for child in element.children:
        if not isinstance(child, Element):
            yield getattr(child, "text", "")
        elif child.role == "Note":
            yield child
        elif child.role not in _BLOCKS | {"Figure"}:
            yield from _flat(child)


def block_spans(edition: Edition) -> Mapping[str, Span]:
    """Return where each anchor of the finished file is written, for findings about its elements."""
    found: dict[str, Span] = {}
    for part in edition.parts:
        for chapter in part.chapters:
            for block in (chapter.title, *chapter.blocks):
                for lang in Lang:
                    found[anchor(block.id, lang)] = block.span
    return found
