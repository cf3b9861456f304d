"""The adopted project read again: every text says what the manuscript says, every character is somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportpub.adoption.adopt import Adopted
from reportpub.adoption.drafts import Text
from reportpub.adoption.units import Unit
from reportpub.adoption.words import Words, put_right
from reportpub.checks.said import words as said_in_words
from reportpub.findings import Finding, Span, error
from reportpub.manuscript.elements import Paragraph, Run
from reportpub.model.report import Report
from reportpub.model.text import Bilingual
from reportpub.model.walk import texts
from reportpub.sentences import Sentence, say

_FEW = 12
"""Characters a finding names."""


def lost(adopted: Adopted, report: Report) -> Iterator[Finding]:
    """Yield a finding for each text that reads otherwise than in the manuscript, and for what is nowhere."""
    yield from _read_back(adopted, report)
    yield from _accounted(adopted)


def _read_back(adopted: Adopted, report: Report) -> Iterator[Finding]:
    """Compare every text of the report, facts and names in words, with the words it was made of."""
    written = {block.id: block for chapter in report.chapters for block in chapter.blocks}
    for draft in adopted.drafts():
        block = written.get(draft.id)
        found = texts(block) if block is not None else ()
        wanted = tuple(draft.texts.values())
        if len(found) != len(wanted):
            where = (*draft.zh, *draft.en)
            yield _other(draft.id, say("the block is not there"), where[0].span if where else Span("source"))
            continue
        if draft.kind == "paragraph" and "lead" in draft.texts:
            wanted = (draft.texts["text"], draft.texts["lead"])
        for text, one in zip(wanted, found, strict=True):
            yield from _compared(draft.id, text, one, report)
    for chapter, draft_chapter in zip(report.chapters, adopted.book.chapters, strict=False):
        yield from _compared(chapter.id, draft_chapter.title, chapter.title.text, report)
    yield from _compared("report", adopted.book.title, report.metadata.title, report)


def _compared(name: str, text: Text, found: Bilingual, report: Report) -> Iterator[Finding]:
    for lang, words, passage in (("zh", text.zh, found.zh), ("en", text.en, found.en)):
        if words is None:
            continue
        said = said_in_words(passage, report) if passage is not None else ""
        if said != words.text:
            at = next((i for i, (a, b) in enumerate(zip(said, words.text, strict=False)) if a != b), 0)
            around = say(
                "“{text}” became “{said}”",
                text=words.text[max(0, at - 8) : at + 12],
                said=said[max(0, at - 8) : at + 12],
            )
            yield _other(
                name, say("its {lang} reads otherwise: {around}", lang=lang, around=around), words.span
            )


def _other(name: str, why: Sentence, span: Span) -> Finding:
    hint = say("this is a fault of the program; the manuscript itself is untouched")
    return error(
        "adopt/changed",
        say("“{name}” is not what the manuscript says: {why}", name=name, why=why),
        span,
        hint,
    )


def _accounted(adopted: Adopted) -> Iterator[Finding]:
    """Count the characters of all units and of all texts made of them; labels are none."""
    source = Counter[str]()
    for unit in adopted.units:
        for runs in (unit.runs, unit.caption, unit.unit_line, unit.source, *_cells(unit)):
            source.update(_letters(put_right(runs, unit.lang, unit.span).text))
    kept = Counter[str]()
    book = adopted.book
    for text in (book.title, book.english_status, *(chapter.title for chapter in book.chapters)):
        kept.update(_both(text))
    for draft in adopted.drafts():
        if draft.kind == "note":
            continue
        for key, text in draft.texts.items():
            kept.update(_both(text))
            if key == "lead":
                kept.update(["。"] if text.zh is not None else [])
                kept.update(["."] if text.en is not None else [])
    if missing := source - kept:
        some = "".join(list(missing)[:_FEW])
        message = say(
            "{missing} characters of the manuscript are not in the project: {some}",
            missing=missing.total(),
            some=some,
        )
        yield error("adopt/lost", message, adopted.units[0].span, say("this is a fault of the program"))


def _cells(unit: Unit) -> Sequence[tuple[Run, ...]]:
    """Return the words of each paragraph in a table."""
    if unit.table is None:
        return ()
    return [
        element.runs
        for row in unit.table.rows
        for cell in row
        for element in cell.elements
        if isinstance(element, Paragraph)
    ]


def _both(text: Text) -> Iterator[str]:
    for words in (text.zh, text.en):
        if isinstance(words, Words):
            yield from _letters(words.text)


def _letters(text: str) -> Iterator[str]:
    """Yield the letters and figures; marks may be put right otherwise where texts are cut or joined."""
    yield from (c for c in text if c.isalnum())
