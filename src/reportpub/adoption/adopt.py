"""Manuscripts become a project: read, taken apart, paired, composed, written, read again and compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportpub.adoption.captions import captioned
from reportpub.adoption.compose import Composer
from reportpub.adoption.drafts import Book, Draft, Name, Text
from reportpub.adoption.facts import Facts
from reportpub.adoption.front import issued, notice, period
from reportpub.adoption.headings import headed
from reportpub.adoption.items import itemised
from reportpub.adoption.lines import Lines
from reportpub.adoption.pairs import Match, matches
from reportpub.adoption.project import project_files
from reportpub.adoption.terms import named, recurring
from reportpub.adoption.units import Unit
from reportpub.findings import ContentError, Finding, Span, error, warning
from reportpub.manuscript.elements import Element, LeftOut, Manuscript, Paragraph, Table
from reportpub.model.text import Lang
from reportpub.sentences import say

_CITED_IN = frozenset({"paragraph", "list", "note"})
"""Kinds of block whose texts cite facts and terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """An adopted project before its files are written: the book, and how it came about."""

    book: Book
    bilingual: bool
    units: tuple[Unit, ...]
    matches: tuple[Match, ...]
    left_out: tuple[LeftOut, ...]
    typed: tuple[tuple[str, str, Span], ...]
    supplied: tuple[str, ...]
    findings: tuple[Finding, ...]

    def drafts(self) -> Iterator[Draft]:
        """Yield all blocks in order."""
        for chapter in self.book.chapters:
            yield from chapter.drafts

    def files(self, name: str) -> Mapping[str, bytes]:
        """Return the files of the project by their paths in its folder."""
        return project_files(self.book, name, bilingual=self.bilingual)


def adopted(manuscripts: Sequence[Manuscript]) -> Adopted:
    """Return one or two manuscripts as a project.

    `ContentError` where there is no Chinese, or no pair at all between two languages.
    """
    lines = Lines()
    notes: dict[str, tuple[Paragraph, ...]] = {}
    for number, manuscript in enumerate(manuscripts):
        lines.take(_with_own_notes(manuscript, number))
        notes |= {f"{number}:{name}": said for name, said in manuscript.notes.items()}
    taken = [_structured([u for u in lines.units if u.lang is lang]) for lang in Lang]
    everything = sorted((*taken[0], *taken[1]), key=lambda unit: unit.order)
    status, noticed = notice(everything)
    zh, en = ([unit for unit in side if unit.order not in noticed] for side in taken)
    paired = matches(zh, en)
    _refuse(zh, en, paired, manuscripts)
    composer = Composer(notes)
    composer.compose(paired)
    book, doubts, found = _book(composer, status, everything)
    findings = (
        *(f for manuscript in manuscripts for f in manuscript.remarks),
        *lines.remarks,
        *composer.remarks,
        *doubts,
    )
    return Adopted(
        book=book,
        bilingual=bool(en),
        units=tuple(everything),
        matches=paired,
        left_out=(
            *(one for manuscript in manuscripts for one in (*manuscript.left_out, *_uncalled(manuscript))),
            *lines.left_out,
        ),
        typed=tuple(found.typed),
        supplied=tuple(composer.supplied),
        findings=findings,
    )


def _structured(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units of one language with headings, captions and items known."""
    return itemised(captioned(headed(units)))


def _with_own_notes(manuscript: Manuscript, number: int) -> Manuscript:
    """Return a manuscript whose notes are told apart from those of another one."""

    def own(element: Element) -> Element:
        match element:
            case Paragraph(runs=runs):
                return replace(
                    element, runs=tuple(replace(r, note=f"{number}:{r.note}") if r.note else r for r in runs)
                )
            case Table(rows=rows):
                return replace(
                    element,
                    rows=tuple(
                        tuple(replace(c, elements=tuple(map(own, c.elements))) for c in row) for row in rows
                    ),
                )
            case _:
                return element

    return replace(manuscript, elements=tuple(map(own, manuscript.elements)))


def _uncalled(manuscript: Manuscript) -> Iterator[LeftOut]:
    """Yield the notes that no word calls."""
    called = {run.note for p in _paragraphs(manuscript.elements) for run in p.runs if run.note}
    for name, said in manuscript.notes.items():
        words = " ".join(p.text for p in said).strip()
        if name not in called and words:
            yield LeftOut("note that nothing calls", words, said[0].span)


def _paragraphs(elements: Sequence[Element]) -> Iterator[Paragraph]:
    for element in elements:
        if isinstance(element, Paragraph):
            yield element
        elif isinstance(element, Table):
            for row in element.rows:
                for cell in row:
                    yield from _paragraphs(cell.elements)


def _refuse(
    zh: Sequence[Unit], en: Sequence[Unit], paired: Sequence[Match], manuscripts: Sequence[Manuscript]
) -> None:
    span = Span(manuscripts[0].file)
    if not zh:
        hint = say("name the Chinese manuscript too: every text of a report has Chinese")
        raise ContentError(
            (error("adopt/no-chinese-text", say("there is no Chinese in the manuscript"), span, hint),)
        )
    if en and not any(match.zh and match.en for match in paired):
        hint = say("see whether the two texts are of one report; the Chinese alone can be adopted by itself")
        raise ContentError(
            (error("adopt/no-pairs", say("no Chinese paragraph answers an English one"), span, hint),)
        )


def _book(composer: Composer, status: Text, units: Sequence[Unit]) -> tuple[Book, list[Finding], Facts]:
    doubts: list[Finding] = []
    title = composer.title
    span = Span(units[0].span.file)
    year, told = period(title, units)
    date, dated = issued(units, year)
    if not told:
        doubts.append(
            warning(
                "adopt/period",
                say("no year stands in the manuscript"),
                span,
                say("write `period` in report.yaml"),
            )
        )
    if not dated:
        composer.supplied.append(f"the day of issue in report.yaml: {date}")
    composer.supplied.append("the issuer and the imprint in report.yaml")
    for lang, word in (("zh", "无题"), ("en", "[Title to be translated]")):
        if (title.zh if lang == "zh" else title.en) is None:
            title.supplied[lang] = word
            composer.supplied.append(f"the title of the report ({lang}): {word}")
    composer.supplied += [
        f"the notice on the English ({lang}): {words}" for lang, words in status.supplied.items()
    ]
    facts = Facts(period=str(year))
    drafts = [draft for chapter in composer.chapters for draft in chapter.drafts]
    texts = [text for draft in drafts if draft.kind in _CITED_IN for text in draft.texts.values()]
    terms = {_term_id(name, at): name for at, name in enumerate(recurring(texts), start=1)}
    for draft in drafts:
        if draft.kind in _CITED_IN:
            for key, text in draft.texts.items():
                named(text, terms)
                if key != "lead":
                    facts.find(draft.id, text)
    book = Book(title=title, english_status=status, period=year, date=date, chapters=composer.chapters)
    book.images = composer.images
    book.facts = facts.facts
    book.units = {name: (unit.zh, unit.en, unit.plural) for name, unit in facts.units.items()}
    cited = _cited(texts)
    book.terms = {name: term for name, term in terms.items() if name in cited}
    return book, doubts, facts


def _cited(texts: Sequence[Text]) -> Counter[str]:
    return Counter(
        cite.mark[2:-1]
        for text in texts
        for words in (text.zh, text.en)
        if words is not None
        for cite in words.cites
        if cite.mark.startswith("{~")
    )


def _term_id(name: Name, number: int) -> str:
    words = [word for word in re.findall(r"[a-z]+", name.en.lower()) if len(word) > 3]  # noqa: PLR2004
    return "-".join(words[:3]) + (f"-{number}" if number else "") if words else f"term-{number}"
