"""What has changed since an earlier version, wherever that version lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.callsheet.book import BOOK, sheet
from tests.small_report import change, copied

from reportpub.callsheet.ledger import Entry, changed, gone, ledger, read, written
from reportpub.callsheet.versions import version
from reportpub.findings import ReportpubError
from reportpub.programs import find, run

WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
LEDGERS = st.dictionaries(
    st.tuples(WORDS, WORDS, st.integers(1, 9)), st.builds(Entry, WORDS, WORDS, WORDS, WORDS), max_size=6
)


@given(LEDGERS)
def test_a_ledger_comes_back_as_it_was_written(found: dict[tuple[str, str, int], Entry]) -> None:
    assert read(written(found), "figures.json") == found


def test_nothing_has_changed_since_now() -> None:
    now = sheet().lines
    assert not list(changed(now, ledger(now)))
    assert gone(ledger(now), ledger(now)) == ()


def test_one_fact_changes_every_line_that_says_it_and_no_other(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    change(project, "facts.yaml", "value: 88462", "value: 88464")
    found = tuple(changed(sheet(project).lines, ledger(sheet().lines)))
    assert {line.fact for line in found} == {"cases.concluded"}
    assert len(found) == sum(line.fact == "cases.concluded" for line in sheet().lines)
    assert {line.was for line in found} == {"88462 / 88,462"}


def test_a_value_that_changes_behind_the_same_words_is_told(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    change(
        project,
        "facts.yaml",
        "unit: court\n    style: words\n    period: 2024-12-31",
        "unit: court\n    period: 2023",
    )
    (line,) = (
        line for line in changed(sheet(project).lines, ledger(sheet().lines)) if line.fact == "courts.number"
    )
    assert line.was == "8 家 courts (截至2024年底)"


def test_new_and_lost_figures_are_told(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    change(
        project, "chapters/01-courts.yaml", "key_figures: [cases.received, ", "key_figures: [courts.rank, "
    )
    now, before = sheet(project).lines, ledger(sheet().lines)
    assert [(line.fact, line.was) for line in changed(now, before)] == [("courts.rank", "—")]
    assert [one.fact for one in gone(ledger(now), before)] == ["cases.received"]


def test_a_version_is_a_file_a_folder_or_a_commit(tmp_path: Path) -> None:
    project = tmp_path / "book"
    shutil.copytree(BOOK, project)
    expected = ledger(sheet().lines)
    kept = tmp_path / "figures.json"
    kept.write_text(written(expected), "utf-8")
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for order in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        assert run(find("git"), [*who, *order], cwd=project, timeout=60).ok
    assert version(str(kept), project) == expected
    assert version(str(BOOK), project) == expected
    assert version("HEAD", project) == expected


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"form": 2, "figures": []}', '{"form": 1, "figures": [{"block": 1}]}', "[" * 9999],
)
def test_a_file_that_is_no_ledger_is_refused_with_advice(text: str, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ReportpubError) as refused:
        version(str(path), tmp_path)
    (found,) = refused.value.findings
    assert found.code == "figures/since"
    assert "figures.json" in found.hint


@pytest.mark.parametrize("name", ["no-such-commit", "--output=x"])
def test_what_is_nothing_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ReportpubError) as refused:
        version(name, tmp_path)
    assert [found.code for found in refused.value.findings] == ["figures/since"]
