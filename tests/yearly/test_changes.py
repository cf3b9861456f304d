"""The page of what has changed cites the facts of both years and computes nothing by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small_report import ask, change, copied

from reportpub.inputs import Inputs
from reportpub.source.load import load_report
from reportpub.yearly.changes import changes

ROWS = "".join(
    f"        - ['{{{name}:label}}', '{{{name}:last}}', '{{{name}:unit}}', '{{{name}:growth}}']\n"
    for name in ("cases.received", "cases.damages")
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    book = copied(tmp_path / "book")
    change(book, "facts.yaml", "value: 83308", "value: 83308\n    last: 91087")
    change(book, "facts.yaml", "value: 8850000000", "value: 8850000000\n    last: 8000000000")
    change(book, "facts.yaml", "value: 1\n", "value: 1\n    last: 2\n")
    change(
        book,
        "chapters/01-courts.yaml",
        "title: {zh: 审判, en: Courts}",
        "title: {zh: '审判\\[一\\]', en: 'Court''s'}",
    )
    return book


def test_a_table_for_each_chapter_cites_what_can_be_compared(project: Path) -> None:
    report, _ = load_report(project, Inputs(project))
    page = changes(report, 2024)
    assert page.endswith("      rows:\n" + ROWS)
    assert page.count("    table:") == 1
    assert "title: {zh: '审判\\[一]：2024年与2023年', en: 'Court''s: 2024 and 2023'}" in page


def test_the_page_is_part_of_the_report_once_it_is_named(project: Path) -> None:
    said = ask("changes", "--project", project)
    assert (said.code, said.err) == (0, "")
    assert "2 figures" in said.out
    assert "add “what-changed”" in said.out
    change(project, "report.yaml", "body: [01-courts,", "body: [what-changed, 01-courts,")
    said = ask("check", "--release", "--project", project)
    assert said.code == 0
    assert "error" not in said.err


def test_a_page_that_is_there_is_not_written_over(project: Path) -> None:
    assert ask("changes", "--project", project).code == 0
    said = ask("changes", "--project", project)
    assert said.code == 2
    assert "error[changes/there]" in said.err


def test_without_values_of_the_year_before_there_is_nothing_to_tell(tmp_path: Path) -> None:
    said = ask("changes", "--project", copied(tmp_path / "book"))
    assert said.code == 2
    assert "error[changes/nothing]" in said.err
