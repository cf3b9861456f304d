"""Two versions of a report side by side: each text and figure that differs, and nothing else."""

import json
from pathlib import Path

from tests.small_report import ask, change, copied

from reportpub.exchange.edits.wordfile import word_file


def test_what_differs_is_listed_and_redlined(tmp_path: Path) -> None:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    same = ask("diff", old, "--project", new)
    assert same.out.startswith("texts that differ: 0; figures that differ: 0\n"), same.err
    change(new, "chapters/00-preface.yaml", "本书含各种块。", "本书含全部各种块。")
    change(new, "facts.yaml", "value: 83308", "value: 83309")
    said = ask("diff", old, "--project", new, "--format", "json")
    told = json.loads(said.out)
    assert told["figures"] == [
        {
            "fact": "cases.received",
            "label": {"zh": "新收案件", "en": "Cases received"},
            "old": {"zh": "83308件", "en": "83,308"},
            "new": {"zh": "83309件", "en": "83,309"},
        }
    ]
    reworded = [one for one in told["texts"] if one["kind"] == "reworded"]
    assert [(one["block"], one["language"], one["new"]) for one in reworded] == [
        ("preface-words", "zh", "本书含全部各种块。")
    ]
    assert {one["block"] for one in told["texts"] if one["kind"] == "follows"} >= {
        "courts-intake",
        "courts-table",
    }
    redline = word_file((new / "out/diff/book-redline.docx").read_bytes(), "redline")
    assert "本书含各种块。" in [line.before for line in redline.lines if line.text != line.before]
    figures = word_file((new / "out/diff/book-changed-figures.docx").read_bytes(), "figures")
    assert "83309件" in [line.text for line in figures.lines]


def test_a_year_is_found_beside_the_project_and_a_version_nobody_knows_is_a_finding(tmp_path: Path) -> None:
    old, new = copied(tmp_path / "one"), copied(tmp_path / "two")
    change(new, "report.yaml", "period: 2024", "period: 2025")
    said = ask("diff", "2024", "2025", "--project", new)
    assert (said.code, "texts that differ: 0;" in said.out) == (0, True), said.err
    assert (old / "source").is_dir()
    said = ask("diff", "no-such-version", "--project", new)
    assert (said.code, "diff/version" in said.err) == (2, True)
