"""What a report has to be called: its figures in both languages, and the sources of its tables and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.model.blocks import Chart, Figure, Table
from reportpub.model.facts import Words
from reportpub.model.report import Arrangement, Report
from reportpub.model.text import Lang, Shown, plain


def both_languages(report: Report) -> Edition:
    """Return the report with both languages beside each other, whatever editions it asks for."""
    spec = replace(report.editions[0], languages=(Lang.ZH, Lang.EN), arrangement=Arrangement.PARALLEL)
    return resolve(report, spec)


def titles(edition: Edition) -> Mapping[str, Words]:
    """Return the numbered titles of the chapters by id."""
    found = {}
    for chapter in edition.parts[0].chapters:
        label = edition.labels.get(chapter.id)
        numbers = [label.number.get(lang, "") if label else "" for lang in Lang]
        zh, en = (_said(chapter.title.text, lang) for lang in Lang)
        found[chapter.id] = (f"{numbers[0]}{zh}", f"{numbers[1]} {en}".strip())
    return found


def sources(edition: Edition) -> Mapping[str, Words]:
    """Return where the tables, charts and illustrations say their figures come from, by block id."""
    return {
        block.id: (_said(block.source, Lang.ZH), _said(block.source, Lang.EN))
        for chapter in edition.parts[0].chapters
        for block in chapter.blocks
        if isinstance(block, (Table, Chart, Figure)) and block.source is not None
    }


def title(edition: Edition) -> Words:
    """Return the title of the report in both languages."""
    return _said(edition.metadata.title, Lang.ZH), _said(edition.metadata.title, Lang.EN)


def _said(text: Shown, lang: Lang) -> str:
    passage = text.of(lang)
    return plain(passage.inlines) if passage else ""
