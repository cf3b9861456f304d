"""Every figure of the report stands in every finished file, in each of its languages, as written by hand."""

from __future__ import annotations

import pytest
from tests.report.finished import FILES, USUAL, Finished, claim, edition, written

from reportpub.checks.readback import missing, spaced
from reportpub.model.report import Target
from reportpub.model.text import Lang

IDS = [f"{name}-{target}" for name, target in FILES]
NEVER_PLAIN = {"courts.new-cases.yoy", "police.filed.yoy", "coord.ktv.new-cases-yoy", "finance.pledge.yoy"}
"""Changes that the text only cites with their direction; others only in one language."""


def test_every_language_has_its_files() -> None:
    shown = {lang: [f for f in FILES if lang in edition(f[0]).languages] for lang in Lang}
    assert len(FILES) == 16
    assert {lang: len(files) for lang, files in shown.items()} == {Lang.ZH: 13, Lang.EN: 11}


def test_nearly_every_fact_is_looked_for_as_the_source_says_it_by_hand() -> None:
    for lang in Lang:
        assert len([fact for fact in USUAL if (fact, lang) in written()]) >= 195
    assert {fact for fact in USUAL if not {(fact, lang) for lang in Lang} & set(written())} == NEVER_PLAIN


@pytest.mark.parametrize(("name", "target"), FILES, ids=IDS)
@pytest.mark.parametrize("fact", USUAL)
def test_a_figure_stands_in_the_file_with_what_is_written_around_it(
    finished: Finished, fact: str, name: str, target: Target
) -> None:
    file = finished.file(name, target)
    for lang in edition(name).languages:
        claimed = file.figures[fact, lang]
        by_hand = [claim(words, lang) for words in written().get((fact, lang), ())]
        assert [str(lost) for one in (*claimed, *by_hand) for lost in file.lacks(one)] == []


@pytest.mark.parametrize(("name", "target"), FILES, ids=IDS)
def test_every_clause_stands_in_the_file_and_reads_back_without_stray_spaces(
    finished: Finished, name: str, target: Target
) -> None:
    file = finished.file(name, target)
    assert missing(file.claims, file.pages) == ()
    if target is not Target.DOCX:
        assert spaced(file.claims, file.pages) == ()


@pytest.mark.parametrize(("name", "target"), FILES, ids=IDS)
def test_no_citation_or_placeholder_is_left_in_the_file(
    finished: Finished, name: str, target: Target
) -> None:
    whole = finished.file(name, target).whole
    for mark in ("{", "}", "[^", "\ufffd", "None", "译文待补", "Translationpending"):
        assert mark not in whole


@pytest.mark.parametrize("target", [Target.PRINT, Target.SCREEN, Target.DOCX])
def test_an_edition_in_one_language_has_no_words_of_the_other(finished: Finished, target: Target) -> None:
    english = finished.file("en", target).whole
    assert [c for c in english if "\u4e00" <= c <= "\u9fff"] == []
