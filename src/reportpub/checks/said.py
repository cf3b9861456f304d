"""A text of the report as its readers will see it, with the place of every fact and term in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportpub.edition.figures_in_words import in_words, why_not
from reportpub.model.blocks import Callout, List, Note, Paragraph, Quote, Status
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, BlockCite, FactCite, Passage, Str, TermCite
from reportpub.model.walk import leaves, texts

HOLE = "□"
"""Stands for what is not read: a cross-reference, or a fact and a name where only the rest is looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a block in both languages."""

    block: str
    zh: Passage
    en: Passage


def bilingual(report: Report) -> Iterator[Said]:
    """Yield every text of the report that stands in both languages, in reading order."""
    for chapter in report.chapters:
        for block in (chapter.title, *chapter.blocks):
            for text in texts(block):
                if block.status is not Status.MISSING and text.zh is not None and text.en is not None:
                    yield Said(block.id, text.zh, text.en)
    for text in report.metadata.texts():
        yield from _meta(text)


def running(report: Report) -> Iterator[Said]:
    """Yield the running text alone, notes included: no headings, leads, tables, charts or captions."""
    for chapter in report.chapters:
        for block in chapter.blocks:
            match block:
                case Paragraph(text=text) | Callout(text=text) | Quote(text=text) | Note(text=text):
                    found: tuple[Bilingual, ...] = (text,)
                case List(items=items):
                    found = items
                case _:
                    found = ()
            for text in found:
                if text.zh is not None and text.en is not None:
                    yield Said(block.id, text.zh, text.en)


def _meta(text: Bilingual) -> Iterator[Said]:
    if text.zh is not None and text.en is not None:
        yield Said("report", text.zh, text.en)


def words(passage: Passage, report: Report, *, cited: bool = True) -> str:
    """Return the words of a passage; where not `cited`, a hole stands for each fact and term."""
    return "".join(_word(leaf, passage, report, cited=cited) for leaf in leaves(passage.inlines))


def _word(leaf: object, passage: Passage, report: Report, *, cited: bool) -> str:
    match leaf:
        case Str(text):
            return text
        case FactCite(name, form) if cited and name in report.facts.facts:
            fact = report.facts.facts[name]
            return HOLE if why_not(fact, form) else in_words(fact, form, passage.lang, report.facts.units)
        case TermCite(name, form) if cited and name in report.terms:
            return report.terms[name].said(passage.lang, form)
        case FactCite() | TermCite() | BlockCite():
            return HOLE
        case _:
            return ""


def facts(passage: Passage) -> tuple[FactCite, ...]:
    """Return the facts a passage cites, in its order."""
    return tuple(leaf for leaf in leaves(passage.inlines) if isinstance(leaf, FactCite))


def terms(passage: Passage) -> tuple[TermCite, ...]:
    """Return the terms a passage cites, in its order."""
    return tuple(leaf for leaf in leaves(passage.inlines) if isinstance(leaf, TermCite))
