"""Whatever a tired editor does to a file, the answer is findings: no traceback, no error passed over."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportpub.cli import main

BOOK = Path(__file__).parents[1] / "book" / "source"
FILES = ("report.yaml", "facts.yaml", "terms.yaml", "chapters/01-courts.yaml", "chapters/02-outlook.yaml")
MARKS = "{}[]:,*#&!|>'\"%@`-~^\\\t：，0\u200b\x07"

slips = st.tuples(
    st.sampled_from(FILES),
    st.sampled_from(("delete", "double", "cut", "indent", "type", "drop", "widen", "strip", "swap")),
    st.integers(0, 400),
    st.integers(0, 80),
    st.sampled_from(MARKS),
)


def slip(text: str, kind: str, line: int, at: int, mark: str) -> str:
    """Return a text with one slip of the hand."""
    lines = text.split("\n")
    line %= len(lines)
    at %= len(lines[line]) + 1
    match kind:
        case "delete":
            del lines[line]
        case "double":
            lines.insert(line, lines[at % len(lines)])
        case "cut":
            lines[line] = lines[line][:at]
        case "indent":
            lines[line] = " " * (at % 5) + lines[line]
        case "type":
            lines[line] = lines[line][:at] + mark + lines[line][at:]
        case "drop":
            lines[line] = lines[line][: max(0, at - 1)] + lines[line][at:]
        case "widen":
            lines[line] = lines[line].replace(":", "：")
        case "strip":
            lines[line] = lines[line].strip()
        case _:
            other = at % len(lines)
            lines[line], lines[other] = lines[other], lines[line]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small book that may be broken and mended again."""
    project = tmp_path_factory.mktemp("slips")
    shutil.copytree(BOOK, project / "source")
    return project


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(slips, min_size=1, max_size=3))
def test_a_slip_gives_findings_or_nothing(book: Path, hands: list[tuple[str, str, int, int, str]]) -> None:
    """Any few slips end with 0 or 1, and with 1 exactly when an error is told."""
    whole = {name: (book / "source" / name).read_text(encoding="utf-8") for name in FILES}
    try:
        for name, kind, line, at, mark in hands:
            path = book / "source" / name
            path.write_text(slip(path.read_text(encoding="utf-8"), kind, line, at, mark), encoding="utf-8")
        out, err = io.StringIO(), io.StringIO()
        code = main(["check", "--project", str(book)], out, err)

        assert code == (1 if "error[" in err.getvalue() else 0)
    finally:
        for name, text in whole.items():
            (book / "source" / name).write_text(text, encoding="utf-8")
