"""Next year's report begins from this year's: nothing but figures, periods and marks of revision changes."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
import yaml
from tests.small_report import ask, change, copied

from reportpub.inputs import Inputs
from reportpub.model.blocks import Status
from reportpub.nodes import read
from reportpub.source.factbook import fact_book
from reportpub.source.load import load_report
from reportpub.source.texts import Problems
from reportpub.yearly.roll import period, rolled
from reportpub.yearly.to_revise import FILE

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "roll.yaml").read_text("utf-8"))
FILES = {"facts": "facts.yaml", "chapters": "chapters/one.yaml", "report": "report.yaml"}
UNITS = "units:\n  case: {zh: 件, en: [case, cases]}\nfacts:\n"


@pytest.mark.parametrize(
    ("kind", "case"),
    [(k, c) for k, cases in CASES.items() for c in cases],
    ids=lambda v: v["title"] if isinstance(v, dict) else v,
)
def test_a_file_rolls_on(kind: str, case: dict[str, str]) -> None:
    old, new = case["old"], case["new"]
    if kind == "facts":
        old, new = (UNITS + textwrap.indent(text, "  ") for text in (old, new))
    root, found = read(old, FILES[kind])
    assert not found
    assert root
    facts = fact_book(root, Problems()).facts if kind == "facts" else {}
    assert rolled({FILES[kind]: old}, facts, 2024, 2025) == {FILES[kind]: new}


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ("2024", "2025"),
        ("2024-12-31", "2025-12-31"),
        ("2024-06", "2025-06"),
        ("2021/2024", "2021/2025"),
        ("2023", "2023"),
        ("2020/2023", "2020/2023"),
    ],
)
def test_periods_of_the_year_move_on_and_others_stay(said: str, moved: str) -> None:
    assert period(said, 2024, 2025) == moved


def test_the_new_report_is_whole_waits_everywhere_and_is_not_released(tmp_path: Path) -> None:
    book, new = copied(tmp_path / "book"), tmp_path / "new"
    (book / "source" / "waivers.yaml").write_text("waivers: []\n", "utf-8")
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    said = ask("roll", "2025", "--project", book, "--into", new)
    assert (said.code, said.err) == (0, "")
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before
    report, found = load_report(new, Inputs(new))
    assert found == ()
    old, _ = load_report(book, Inputs(book))
    assert report.metadata.period == "2025"
    assert list(report.facts.facts) == list(old.facts.facts)
    assert {b.status for c in report.chapters for b in (c.title, *c.blocks)} == {Status.UNREVISED}
    assert not (new / "source" / "waivers.yaml").exists()
    assert (new / "source" / "images").is_dir() == (book / "source" / "images").is_dir()
    items = (new / FILE).read_text("utf-8")
    assert all(f"`{name}`" in items for name in old.facts.facts)
    assert all(f"`{b.id}`" in items for c in old.chapters for b in (c.title, *c.blocks))
    assert "写着 2023、2024 年的行" in items
    assert ask("check", "--project", new).code == 0
    refused = ask("check", "--release", "--project", new)
    assert refused.code == 1
    assert "release/unrevised]" in refused.err
    assert "release/unrevised-fact]" in refused.err


def test_a_revised_text_that_cites_a_figure_of_last_year_is_told(tmp_path: Path) -> None:
    new = tmp_path / "new"
    ask("roll", "2025", "--project", copied(tmp_path / "book"), "--into", new)
    change(
        new,
        "chapters/01-courts.yaml",
        "  - id: courts-intake\n    status: unrevised\n",
        "  - id: courts-intake\n",
    )
    said = ask("check", "--project", new)
    assert said.code == 0
    assert "release/early]: “courts-intake” cites “cases.received” and 1 more" in said.err
    change(
        new,
        "facts.yaml",
        "value: 83308\n    last: 83308\n    revised: false",
        "value: 90000\n    last: 83308",
    )
    assert ask("check", "--project", new).err == ""


@pytest.mark.parametrize("year", ["2024", "1999"])
def test_a_year_that_is_not_later_is_refused(year: str, tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    said = ask("roll", year, "--project", project, "--into", tmp_path / "new")
    assert said.code == 2
    assert "error[roll/year]" in said.err
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    book = copied(tmp_path / "book")
    said = ask("roll", "2025", "--project", book, "--into", book)
    assert said.code == 2
    assert "error[new/not-empty]" in said.err
