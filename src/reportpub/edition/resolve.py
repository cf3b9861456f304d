"""A Report becomes an Edition: choose the languages, then say facts, names, references and notes in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from reportpub.edition.edition import (
    Edition,
    Label,
    Part,
    Plot,
    PlotSeries,
    Point,
    ShownChapter,
    ShownMetadata,
)
from reportpub.edition.figures_in_words import in_words
from reportpub.edition.labels import labels
from reportpub.edition.punctuation import marks_inside
from reportpub.model.blocks import Block, Chart, Heading, Note
from reportpub.model.report import Arrangement, Chapter, EditionSpec, Report
from reportpub.model.text import (
    Bilingual,
    BlockCite,
    FactCite,
    Figures,
    Inline,
    Lang,
    Named,
    NoteCall,
    NoteMark,
    Passage,
    Pointer,
    Shown,
    Str,
    TermCite,
)
from reportpub.model.walk import leaves, map_inlines, map_text, texts

PENDING = {Lang.ZH: "［译文待补］", Lang.EN: "[Translation pending]"}
"""What stands where a language has nothing yet; a release refuses it."""


@dataclass(frozen=True, slots=True)
class _Books:
    """What citations are looked up in."""

    report: Report
    labels: Mapping[str, Label]
    numbers: Mapping[str, int]


def resolve(report: Report, spec: EditionSpec) -> Edition:
    """Return the edition a spec asks for; the report must have loaded without errors."""
    numbered = labels(report)
    books = _Books(report, numbered, _note_numbers(report, spec.languages))
    together = spec.arrangement is Arrangement.PARALLEL
    groups = (spec.languages,) if together else tuple((lang,) for lang in spec.languages)
    return Edition(
        report=report.id,
        root=report.root,
        spec=spec,
        job=report.job,
        metadata=_metadata(report, spec.languages, books),
        parts=tuple(_part(report, languages, books, spec) for languages in groups),
        labels=numbered,
        plots={
            block.id: _plot(block, spec.languages, books)
            for chapter in report.chapters
            for block in chapter.blocks
            if isinstance(block, Chart)
        },
        syncs={name: sync for chapter in report.chapters for name, sync in chapter.syncs.items()},
    )


def _part(report: Report, languages: tuple[Lang, ...], books: _Books, spec: EditionSpec) -> Part:
    chapters = tuple(_chapter(c, languages, books, review=spec.review) for c in report.chapters)
    return Part(languages=languages, chapters=chapters)


def _chapter(chapter: Chapter, languages: tuple[Lang, ...], books: _Books, *, review: bool) -> ShownChapter:
    show = partial(_show, languages=languages, books=books)
    title = map_text(chapter.title, show)
    assert isinstance(title, Heading), "mapping texts keeps the kind of a block"  # noqa: S101
    blocks: list[Block[Shown]] = []
    notes: dict[str, Note[Shown]] = {}
    for block in chapter.blocks:
        shown = map_text(block, show)
        if isinstance(shown, Note):
            notes[shown.id] = shown
        else:
            blocks.append(shown)
    return ShownChapter(
        id=chapter.id,
        place=chapter.place,
        title=title,
        blocks=tuple(blocks),
        notes=notes,
        questions=chapter.questions if review else {},
    )


def _metadata(report: Report, languages: tuple[Lang, ...], books: _Books) -> ShownMetadata:
    show = partial(_show, languages=languages, books=books)
    meta = report.metadata
    return ShownMetadata(
        title=show(meta.title),
        subtitle=show(meta.subtitle) if meta.subtitle else None,
        period=meta.period,
        issuer=show(meta.issuer),
        date=meta.date,
        imprint=tuple(map(show, meta.imprint)),
        english_status=show(meta.english_status),
        keywords=show(meta.keywords) if meta.keywords else None,
        submission=meta.submission,
    )


def _show(text: Bilingual, languages: tuple[Lang, ...], books: _Books) -> Shown:
    return Shown(tuple(_passage(text, lang, books) for lang in languages))


def _passage(text: Bilingual, lang: Lang, books: _Books) -> Passage:
    passage = text.zh if lang is Lang.ZH else text.en
    if passage is None:
        other = text.said()[0]
        return Passage(lang, (Str(PENDING[lang]),), other.span)
    say = partial(_say, lang=lang, books=books)
    said = map_inlines(passage.inlines, say)
    return Passage(lang, marks_inside(said) if lang is Lang.EN else said, passage.span)


def _say(inline: Inline, lang: Lang, books: _Books) -> Inline:
    match inline:
        case FactCite(name, form):
            book = books.report.facts
            return Figures(name, form, in_words(book.facts[name], form, lang, book.units))
        case TermCite(name, form):
            term = books.report.terms[name]
            return Named(name, term.said(lang, form), term.kind == "document" and form != "short")
        case BlockCite(name):
            label = books.labels.get(name)
            return Pointer(name, label.pointer.get(lang, "") if label else "")
        case NoteCall(name):
            return NoteMark(name, books.numbers[name])
        case _:
            return inline


def _note_numbers(report: Report, languages: tuple[Lang, ...]) -> Mapping[str, int]:
    """Return the numbers of the notes in the order of their first call in the leading language."""
    numbers: dict[str, int] = {}
    for chapter in report.chapters:
        for block in (chapter.title, *chapter.blocks):
            said = [p for text in texts(block) for p in text.said() if p.lang in languages]
            # A block is read whole in one language before the other.
            for passage in sorted(said, key=lambda p: languages.index(p.lang)):
                for leaf in leaves(passage.inlines):
                    if isinstance(leaf, NoteCall):
                        numbers.setdefault(leaf.note, len(numbers) + 1)
    return numbers


def _plot(chart: Chart[Bilingual], languages: tuple[Lang, ...], books: _Books) -> Plot:
    show = partial(_show, languages=languages, books=books)
    series: list[PlotSeries] = []
    for line in chart.series:
        points = []
        for at, name in enumerate(line.facts):
            fact = books.report.facts.facts[name]
            words = {lang: in_words(fact, "n", lang, books.report.facts.units) for lang in languages}
            category = show(chart.categories[at]) if chart.categories else _label_of(name, languages, books)
            points.append(Point(name, category, fact.value, words, name == chart.highlight))
        series.append(PlotSeries(tuple(points), show(line.label) if line.label else None))
    return Plot(tuple(series))


def _label_of(fact: str, languages: tuple[Lang, ...], books: _Books) -> Shown:
    span = books.report.facts.facts[fact].span
    inlines = (FactCite(fact, "label"),)
    return Shown(
        tuple(
            Passage(lang, map_inlines(inlines, partial(_say, lang=lang, books=books)), span)
            for lang in languages
        )
    )
