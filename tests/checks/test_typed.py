"""What was typed otherwise than it is set is told, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpub.checks.typed import repairs
from reportpub.inputs import Inputs
from reportpub.source.load import load_report

BOOK = Path(__file__).parents[1] / "book"


def told(tmp_path: Path, old: str, new: str) -> list[str]:
    """Return what is told of the small book with some words typed otherwise."""
    for path in (BOOK / "source").rglob("*"):
        copy = tmp_path / path.relative_to(BOOK)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            copy.write_bytes(path.read_bytes())
    chapter = tmp_path / "source" / "chapters" / "02-outlook.yaml"
    text = chapter.read_text(encoding="utf-8")
    assert old in text
    chapter.write_text(text.replace(old, new, 1), encoding="utf-8")
    report, _ = load_report(tmp_path, Inputs(tmp_path))
    return [finding.message for finding in repairs(report)]


def test_a_clean_book_has_nothing_to_repair(tmp_path: Path) -> None:
    assert told(tmp_path, "，", "，") == []


@pytest.mark.parametrize(("old", "new", "better"), [("，", ",", "，"), ("。", "...", "……")])
def test_a_half_width_mark_in_chinese_is_told(tmp_path: Path, old: str, new: str, better: str) -> None:
    found = told(tmp_path, old, new)

    assert len(found) == 1
    assert f"better typed “{better}”" in found[0]
