"""An edition has every choice made: nothing is left to look up, and its report is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpub.edition.edition import Edition
from reportpub.edition.resolve import PENDING, resolve
from reportpub.inputs import Inputs
from reportpub.model.report import Report
from reportpub.model.text import BlockCite, FactCite, Lang, NoteCall, Passage, TermCite, plain
from reportpub.model.walk import leaves, texts
from reportpub.source.load import load_report

BOOK = Path(__file__).parents[1] / "book"
REPORT: Report = load_report(BOOK, Inputs(BOOK))[0]
EDITIONS = {spec.name: resolve(REPORT, spec) for spec in REPORT.editions}


def passages(edition: Edition) -> list[Passage]:
    chapters = [chapter for part in edition.parts for chapter in part.chapters]
    blocks = [b for chapter in chapters for b in (chapter.title, *chapter.blocks, *chapter.notes.values())]
    return [passage for block in blocks for text in texts(block) for passage in text.passages]


@pytest.mark.parametrize("name", EDITIONS)
def test_no_citation_is_left(name: str) -> None:
    left = (BlockCite, FactCite, NoteCall, TermCite)
    said = passages(EDITIONS[name])
    assert said
    assert not [leaf for passage in said for leaf in leaves(passage.inlines) if isinstance(leaf, left)]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_passage_is_in_a_language_of_its_part(name: str) -> None:
    for part in EDITIONS[name].parts:
        alone = [p for c in part.chapters for text in texts(c.title) for p in text.passages]
        assert {passage.lang for passage in alone} == set(part.languages)


def test_side_by_side_is_one_part_and_one_after_the_other_is_two() -> None:
    assert [p.languages for p in EDITIONS["parallel"].parts] == [(Lang.ZH, Lang.EN)]
    assert [p.languages for p in EDITIONS["sequential"].parts] == [(Lang.ZH,), (Lang.EN,)]


def test_all_editions_number_alike() -> None:
    assert len({tuple(edition.labels) for edition in EDITIONS.values()}) == 1


def test_a_highlighted_fact_is_the_highlighted_point() -> None:
    (series,) = EDITIONS["zh"].plots["courts-chart"].series
    assert [(p.fact, p.highlighted) for p in series.points] == [
        ("cases.received", False),
        ("cases.concluded", True),
    ]


def test_categories_stand_in_for_the_labels_of_facts() -> None:
    first, second = EDITIONS["en"].plots["courts-columns"].series
    assert [plain(p.category.passages[0].inlines) for p in first.points] == ["A", "B"]
    assert second.label is not None
    assert plain(second.label.passages[0].inlines) == "Out"


def test_a_missing_translation_is_said_to_be_pending(tmp_path: Path) -> None:
    chapter = "chapters/00-preface.yaml"
    for path in (BOOK / "source").rglob("*.yaml"):
        target = tmp_path / path.relative_to(BOOK)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    preface = tmp_path / "source" / chapter
    said = preface.read_text("utf-8").replace(", en: This report holds a block of every kind.}", "}")
    preface.write_text(said + "    status: missing\n", "utf-8")
    report, found = load_report(tmp_path, Inputs(tmp_path))
    assert found == ()
    english = resolve(report, next(s for s in report.editions if s.name == "en"))
    assert plain(passages(english)[1].inlines) == PENDING[Lang.EN]
