"""Changing one fact changes text, tables and charts of both languages everywhere, and nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from tests.small_report import ask, change, copied

from reportpub.checks.readback import pdf_pages
from reportpub.checks.word_text import word_parts

OLD, NEW = ("83308", "83,308"), ("91426", "91,426")
"""The fact in Chinese and in English, as it was and as it becomes."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of the small report before and after one line of facts.yaml was changed."""
    book = copied(tmp_path_factory.mktemp("one-fact") / "book")
    sets = []
    for _ in range(2):
        assert ask("build", "parallel", "sequential", "--project", book).code == 0
        finished = sorted(p for p in (book / "out").glob("*/*") if p.suffix in (".pdf", ".docx"))
        sets.append({p.relative_to(book).as_posix(): p.read_bytes() for p in finished})
        if len(sets) == 1:
            change(book, "facts.yaml", "value: 83308", "value: 91426")
    return sets[0], sets[1]


def words(name: str, data: bytes) -> list[Counter[str]]:
    """Return the words of each page or part of a file; their order on a page is the engine's."""
    texts = pdf_pages(data) if name.endswith(".pdf") else word_parts(data)
    return [Counter(re.findall(r"[\d.,]*\d|[^\W\d_]+", text)) for text in texts]


def test_every_artefact_that_shows_the_fact_changes(
    editions: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    before, after = editions
    assert before.keys() == after.keys()
    assert len(before) > 4
    assert [name for name in before if "cover" not in name and before[name] == after[name]] == []


def test_nothing_but_the_fact_changes_on_any_page(
    editions: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    before, after = editions
    seen: Counter[str] = Counter()
    for name, data in before.items():
        pages = zip(words(name, data), words(name, after[name]), strict=True)
        for at, (old, new) in enumerate(pages, 1):
            for was, becomes in zip(OLD, NEW, strict=True):
                seen[was] += old[was]
                old[becomes] += old.pop(was, 0)
            assert +old == +new, (name, at)
    # In text, table, chart and key figures of each language.
    assert all(seen[was] >= 4 for was in OLD)


def test_the_old_value_is_nowhere_left_in_a_word_file(
    editions: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    _, after = editions
    files = [data for name, data in after.items() if name.endswith(".docx")]
    assert files
    for data in files:
        assert [part for part, body in parts(data) if any(was.encode() in body for was in OLD)] == []


def parts(data: bytes) -> list[tuple[str, bytes]]:
    """Return every part of a package with its content, those of workbooks within it too."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            body = package.read(name)
            found += parts(body) if Path(name).suffix == ".xlsx" else [(name, body)]
    return found
