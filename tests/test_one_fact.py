"""Changing one fact changes text, tables and charts of both languages everywhere, and nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from tests.small_report import ask, change, copied

from reportpub.checks.readback import claims, pdf_pages
from reportpub.checks.word_text import word_parts
from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.source.load import load_report

OLD, NEW = ("83308", "83,308"), ("91426", "91,426")
"""The fact in Chinese and in English, as it was and as it becomes."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of one edition of the small report before and after one line of its facts was changed.

    The edition has both languages and every kind of file; the others are compared before they are set.
    """
    book = copied(tmp_path_factory.mktemp("one-fact") / "book")
    sets = []
    for _ in range(2):
        assert ask("build", "sequential", "--project", book).code == 0
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
    assert {Path(name).suffix for name in before} == {".pdf", ".docx"}
    assert len(before) > 2
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


def test_nothing_but_the_fact_changes_in_any_edition(tmp_path: Path) -> None:
    book = copied(tmp_path / "book")
    before = said_in(book)
    change(book, "facts.yaml", "value: 83308", "value: 91426")
    after = said_in(book)
    assert before.keys() == after.keys()
    for name, texts in before.items():
        pairs = list(zip(texts, after[name], strict=True))
        assert [new for old, new in pairs if re.sub("83(,?)308", r"91\g<1>426", old) != new] == [], name
        assert sum(old != new for old, new in pairs) >= 2, name


def said_in(book: Path) -> dict[str, list[str]]:
    """Return all that each edition of a project says, in reading order."""
    report, _ = load_report(book, Inputs(book, home()))
    return {spec.name: [claim.words for claim in claims(resolve(report, spec))] for spec in report.editions}


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
