"""Nothing in a project makes the tool read outside it, ask the network, run a program, or take for ever."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import cycle, repeat
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.attacks.watched import watched
from tests.faults import changed_book, everything_found
from tests.small_report import copied

from reportpub.assemble import make
from reportpub.checks.readback import pdf_pages
from reportpub.checks.word_text import word_parts
from reportpub.findings import ContentError, ReportpubError, errors
from reportpub.inputs import Inputs
from reportpub.model.report import Target
from reportpub.nodes import Mapping, Node, Scalar, Sequence, read
from reportpub.order import Order
from reportpub.source.load import load_report

CASES = Path(__file__).parents[1] / "cases" / "attacks.yaml"
SONG = b"\x89PNG the canary sings"


def kind(name: str, canary: str = "CANARY") -> list[Mapping]:
    """Return the cases of one kind, with the path of the file that nothing may read."""
    root, problems = read(CASES.read_text("utf-8").replace("CANARY", canary), CASES.name)
    assert not problems
    assert isinstance(root, Mapping)
    found = root.get(name)
    assert isinstance(found, Sequence)
    return [one for one in found.items if isinstance(one, Mapping)]


def said(case: Mapping, key: str) -> str:
    """Return a text of a case."""
    found = case.get(key)
    assert isinstance(found, Scalar)
    return found.text


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file beside the project that nothing may read."""
    path = tmp_path / "secret" / "canary.png"
    path.parent.mkdir()
    path.write_bytes(SONG)
    return path


def everywhere(project: Path, words: Iterator[str]) -> None:
    """Put words at the end of every text of a language that stands on one line."""
    for path in sorted((project / "source").rglob("*.yaml")):
        text = path.read_text("utf-8")
        root, _ = read(text, path.name)
        for scalar in sorted(texts(root), key=lambda found: -found.span.start):
            whole = f"{scalar.text} {next(words)}".replace("'", "''")
            text = f"{text[: scalar.span.start]}'{whole}'{text[scalar.span.end :]}"
        path.write_text(text, "utf-8")


def texts(node: Node | None) -> Iterator[Scalar]:
    """Yield the texts of both languages below a node."""
    match node:
        case Mapping(entries=entries):
            for key, value in entries:
                if isinstance(value, Scalar) and key.text in ("zh", "en"):
                    if value.span.end - value.span.start <= len(value.text) + 2 and value.text:
                        yield value
                else:
                    yield from texts(value)
        case Sequence(items=items):
            for item in items:
                yield from texts(item)
        case Scalar() | None:
            return


def test_words_are_printed_as_they_stand(secret: Path, tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    words = [said(case, "text") for case in kind("printed", str(secret))]
    everywhere(project, cycle(words))
    with watched() as seen:
        page = make(Order(project, "parallel", (Target.SCREEN,)), lambda _: None).files[Target.SCREEN]
        word = make(Order(project, "sequential", (Target.DOCX,)), lambda _: None).files[Target.DOCX]
    assert (seen.far, seen.started, seen.below(secret.parent)) == ([], [], [])
    printed, written = letters(" ".join(pdf_pages(page))), letters(" ".join(word_parts(word)))
    assert {one for one in words if letters(one) not in printed} == set()
    assert {one for one in words if letters(one) not in written} == set()
    with ZipFile(BytesIO(word)) as package:
        led = b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))
    assert b"127.0.0.1" not in led
    assert str(secret).encode() not in led


@pytest.mark.parametrize("case", kind("refused"), ids=lambda case: said(case, "text")[:44])
def test_words_that_are_marks_are_refused_where_they_stand(
    case: Mapping, secret: Path, tmp_path: Path
) -> None:
    project = copied(tmp_path / "book")
    everywhere(project, repeat(said(case, "text").replace("CANARY", str(secret))))
    with watched() as seen, pytest.raises(ContentError) as refused:
        load_report(project, Inputs(project))
    assert (seen.far, seen.started, seen.below(secret.parent)) == ([], [], [])
    found = errors(refused.value.findings)
    assert said(case, "code") in {one.code for one in found}
    assert all(one.span and one.span.line for one in found)


def letters(words: str) -> str:
    """Return words as they are compared: without white."""
    return "".join(words.split())


@pytest.mark.parametrize("case", kind("files"), ids=lambda case: said(case, "title"))
def test_a_file_that_leads_elsewhere_is_refused_at_its_place(
    case: Mapping, secret: Path, tmp_path: Path
) -> None:
    own = next(one for one in kind("files", str(secret)) if said(one, "title") == said(case, "title"))
    project = changed_book(own, tmp_path)
    with watched() as seen:
        found = errors(everything_found(project))
    assert found
    assert all(one.span and one.span.line for one in found)
    assert said(case, "code") in {one.code for one in found}
    assert (seen.far, seen.started, seen.below(secret.parent)) == ([], [], [])
    assert not secret.with_name(f"{secret.name}.run").exists()


@pytest.mark.parametrize("case", kind("layouts"), ids=lambda case: said(case, "title"))
def test_a_layout_that_reaches_out_ends_the_build(case: Mapping, secret: Path, tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    layout = project / "layouts" / "single"
    layout.mkdir(parents=True)
    for path in (Path(__file__).parents[2] / "layouts" / "single").iterdir():
        (layout / path.name).write_bytes(path.read_bytes())
    own = layout / said(case, "file")
    text = said(case, "text").replace("CANARY", str(secret))
    own.write_text(text if own.suffix == ".j2" else own.read_text("utf-8") + text, "utf-8")
    with watched() as seen:
        try:
            make(Order(project, "zh", (Target.SCREEN,)), lambda _: None)
        except ReportpubError as refused:
            assert errors(refused.findings)  # noqa: PT017
        else:
            pytest.fail("it was built")
    assert (seen.far, seen.started, seen.below(secret.parent)) == ([], [], [])
