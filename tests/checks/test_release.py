"""A release refuses English that is a draft or missing, and names every such block."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpub.checks.release import unfinished
from reportpub.findings import Severity, Span
from reportpub.model.blocks import Heading, Paragraph, Status
from reportpub.model.facts import FactBook
from reportpub.model.job import Job
from reportpub.model.report import Chapter, Metadata, Place, Report
from reportpub.model.text import Bilingual, Lang, Passage, Str

HERE = Span("source/chapters/01.yaml", 3, 1)
WORDS = Bilingual(Passage(Lang.ZH, (Str("文字"),), HERE), None)


def report(title: Status, *blocks: Status) -> Report:
    chapter = Chapter(
        id="one",
        place=Place.BODY,
        title=Heading(id="one", level=1, text=WORDS, status=title, span=HERE),
        blocks=tuple(
            Paragraph(id=f"block-{at}", text=WORDS, status=status, span=Span(HERE.file, 10 + at))
            for at, status in enumerate(blocks)
        ),
        span=HERE,
    )
    metadata = Metadata(
        title=WORDS,
        subtitle=None,
        period="2024",
        issuer=WORDS,
        date="2025-01-01",
        imprint=(),
        english_status=WORDS,
    )
    return Report(
        id="r",
        root=Path(),
        metadata=metadata,
        chapters=(chapter,),
        facts=FactBook({}, {}),
        terms={},
        editions=(),
        job=Job(span=HERE),
    )


def test_finished_english_is_released() -> None:
    assert unfinished(report(Status.FINAL, Status.FINAL, Status.FINAL)) == ()


def test_every_unfinished_block_is_named_with_its_place() -> None:
    found = unfinished(report(Status.FINAL, Status.DRAFT, Status.FINAL, Status.MISSING))
    assert [(f.message, f.span) for f in found] == [
        ("the English of “block-0” is draft", Span(HERE.file, 10)),
        ("the English of “block-2” is missing", Span(HERE.file, 12)),
    ]
    assert {(f.code, f.severity) for f in found} == {("release/unfinished", Severity.ERROR)}


@pytest.mark.parametrize("status", [Status.DRAFT, Status.MISSING])
def test_the_title_of_a_chapter_counts(status: Status) -> None:
    assert len(unfinished(report(status))) == 1
