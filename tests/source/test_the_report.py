"""The report of the year is whole: every section, fact and name is told in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reportpub.checks.relations import unrelated
from reportpub.edition.resolve import resolve
from reportpub.findings import Finding
from reportpub.inputs import Inputs
from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    Heading,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Status,
    Table,
)
from reportpub.model.report import Arrangement, Chapter, Place, Report
from reportpub.model.text import Bilingual, FactCite, Inline, Lang, TermCite, plain
from reportpub.model.walk import leaves, texts
from reportpub.source.load import load_report

ROOT = Path(__file__).parents[2]
FACTS = 212
NAMES = 265
TOPICS = 32
"""The printed report has 35; the other three are its title, the notice and the preamble."""
DRAFTS = ("utilization", "services", "cooperation", "culture")
"""The sections that were never printed in English."""


@cache
def loaded() -> tuple[Report, tuple[Finding, ...]]:
    return load_report(ROOT, Inputs(ROOT))


def body() -> list[Chapter]:
    return [chapter for chapter in loaded()[0].chapters if chapter.place is Place.BODY]


def blocks() -> Iterator[Block[Bilingual]]:
    for chapter in loaded()[0].chapters:
        yield from chapter.blocks


def told(lang: Lang) -> Iterator[Inline]:
    """Yield the leaves of running text, outside the tables of indicators at the back."""
    for chapter in loaded()[0].chapters:
        for block in chapter.blocks if chapter.place is not Place.BACK else ():
            if isinstance(block, (Paragraph, List, Callout, Note)):
                for passage in (p for text in texts(block) for p in text.said() if p.lang is lang):
                    yield from leaves(passage.inlines)


def test_the_source_loads_without_a_finding() -> None:
    assert loaded()[1] == ()


def test_there_are_ten_sections_with_every_topic_under_its_heading() -> None:
    headings = [block for chapter in body() for block in chapter.blocks if isinstance(block, Heading)]
    assert len(body()) == 10
    assert len([heading for heading in headings if heading.level == 2]) == TOPICS


def test_nothing_lacks_a_language() -> None:
    assert [block.id for block in blocks() for text in texts(block) if not (text.zh and text.en)] == []


@pytest.mark.parametrize("lang", Lang)
def test_every_fact_is_told_in_running_text(lang: Lang) -> None:
    facts = set(loaded()[0].facts.facts)
    assert len(facts) == FACTS
    assert facts - {inline.fact for inline in told(lang) if isinstance(inline, FactCite)} == set()


@pytest.mark.parametrize("lang", Lang)
def test_every_name_is_told_in_running_text(lang: Lang) -> None:
    # Technical terms, whose ids begin with t-, govern wording and need not be cited.
    names = {name for name in loaded()[0].terms if not name.startswith("t-")}
    cited = {inline.term for inline in told(lang) if isinstance(inline, TermCite)}
    assert len(names) == NAMES
    assert names - cited == set()


def test_figures_are_drawn_and_tabulated() -> None:
    assert len([block for block in blocks() if isinstance(block, Chart)]) >= 8
    assert len([block for block in blocks() if isinstance(block, Table)]) >= 6


def test_a_section_with_three_facts_or_more_opens_with_key_figures() -> None:
    for chapter in body():
        told_here = {
            inline.fact
            for block in chapter.blocks
            for text in texts(block)
            for passage in text.said()
            for inline in leaves(passage.inlines)
            if isinstance(inline, FactCite)
        }
        first = chapter.blocks[0]
        assert isinstance(first, KeyFigures) == (len(told_here) >= 3), chapter.id
        if isinstance(first, KeyFigures):
            # Rows of three are always full.
            assert len(first.items) in {3, 6}, chapter.id


def test_labels_fit_a_third_of_the_width() -> None:
    facts = loaded()[0].facts.facts.values()
    assert [fact.id for fact in facts if len(fact.label[0]) > 14 or len(fact.label[1]) > 45] == []


def test_titles_are_short_and_without_a_stop() -> None:
    report = loaded()[0]
    parallel = next(spec for spec in report.editions if spec.arrangement is Arrangement.PARALLEL)
    for chapter in (chapter for part in resolve(report, parallel).parts for chapter in part.chapters):
        for block in (chapter.title, *chapter.blocks):
            match block:
                case Heading(text=title):
                    longest = {Lang.ZH: 12, Lang.EN: 45}
                case Table(title=title) | Chart(title=title):
                    longest = {Lang.ZH: 24, Lang.EN: 72}
                case _:
                    continue
            for passage in title.passages:
                words = plain(passage.inlines)
                assert len(words) <= longest[passage.lang], words
                assert words[-1] not in "。；：，.;:,", words


def test_the_english_of_the_unprinted_sections_is_a_draft() -> None:
    for chapter in body():
        status = Status.DRAFT if chapter.id in DRAFTS else Status.FINAL
        # Key figures consist of facts and labels alone.
        rest = [block for block in chapter.blocks if not isinstance(block, KeyFigures)]
        assert {block.status for block in (chapter.title, *rest)} == {status}, chapter.id


def test_every_relation_of_the_printed_figures_is_declared() -> None:
    book, _ = loaded()
    declared = book.facts.relations
    numbers = {int(relation.id[1:3]) for relation in declared}
    # The 61st, every figure equal in both languages, is what parity compares text by text.
    assert numbers == set(range(1, 61))
    broken = [f for f in unrelated(book) if f.code == "relations/broken"]
    assert {int(relation.id[1:3]) for relation in declared if relation.accept} == BROKEN
    assert len(broken) == len(BROKEN)
    assert all("computed" in f.message and "accepted: " in f.message and f.related for f in broken)


BROKEN = {2, 10, 11, 12, 13, 16, 44, 45, 56}
"""Relations of the printed report that fail; each is carried with a reason."""
