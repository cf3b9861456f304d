"""docs/writing.md tells editors the truth: its examples build, its wordings are right, all is there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reportpub.checks.project import unbuildable
from reportpub.edition.figures_in_words import FORMS, Form, in_words
from reportpub.edition.forms import misfits
from reportpub.edition.resolve import resolve
from reportpub.findings import ContentError, Finding
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.model.blocks import Chart, ChartKind, Status
from reportpub.model.facts import RESERVED_UNITS
from reportpub.model.report import Arrangement, Report, Target
from reportpub.model.text import Lang
from reportpub.render.html.body import part
from reportpub.source.kinds import Record
from reportpub.source.load import load_report
from reportpub.source.shapes import BLOCK_KINDS, FACT, FILES, TERM

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "writing.md").read_text("utf-8")
FENCES = re.findall(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
BLOCKS = "".join(body for _, kind, body in FENCES if kind == "blocks")
WRONG = [
    pytest.param(body, FENCES[at + 1][2].strip(), id=f"mistake {at}")
    for at, (_, kind, body) in enumerate(FENCES)
    if kind == "wrong"
]
ROWS = re.findall(r"^\| `\{([a-z.]+)(?::([A-Za-z]+))?\}` \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def written(kind: str) -> str:
    (text,) = [str(body) for _, name, body in FENCES if name == kind]
    return text


def project(folder: Path, blocks: str) -> Path:
    source = folder / "source"
    (source / "chapters").mkdir(parents=True)
    for kind in ("report", "facts", "terms"):
        (source / f"{kind}.yaml").write_text(written(kind), "utf-8")
    chapter = f"id: courts\ntitle: {{zh: 审判, en: Courts}}\nblocks:\n{blocks}"
    (source / "chapters" / "01-courts.yaml").write_text(chapter, "utf-8")
    shutil.copytree(ROOT / "tests/book/source/images", source / "images")
    return folder


def loaded(folder: Path) -> tuple[Report, tuple[Finding, ...]]:
    inputs = Inputs(folder, home())
    report, found = load_report(folder, inputs)
    return report, (*found, *misfits(report), *unbuildable(report, folder, inputs))


def test_every_yaml_example_says_what_it_is() -> None:
    assert {kind for language, kind, _ in FENCES if language == "yaml"} == {
        "report",
        "facts",
        "terms",
        "blocks",
        "wrong",
    }


def test_the_examples_together_are_a_sound_report_in_every_edition(tmp_path: Path) -> None:
    report, found = loaded(project(tmp_path, BLOCKS))
    assert found == ()
    for spec in report.editions:
        edition = resolve(report, spec)
        for shown in edition.parts:
            charts = [b.id for c in shown.chapters for b in c.blocks if isinstance(b, Chart)]
            drawings = {f"{chart}-{lang.key}": "<svg/>" for chart in charts for lang in shown.languages}
            html = part(edition, shown, drawings)
            assert all(f'id="courts-intake-{lang.key}"' in html for lang in shown.languages)


@pytest.mark.parametrize(("source", "says"), WRONG)
def test_a_mistake_gives_the_finding_the_page_shows(source: str, says: str, tmp_path: Path) -> None:
    try:
        _, found = loaded(project(tmp_path, source))
    except ContentError as refused:
        found = refused.findings
    assert [f"{f.severity.word}[{f.code}]: {f.message}" for f in found] == [says]


def test_the_table_of_forms_shows_what_is_printed(tmp_path: Path) -> None:
    report, _ = loaded(project(tmp_path, BLOCKS))
    book = report.facts
    shown = [(name, form, zh, en) for name, form, zh, en in ROWS]
    assert shown == [
        (
            name,
            form,
            in_words(book.facts[name], form, Lang.ZH, book.units),
            in_words(book.facts[name], form, Lang.EN, book.units),
        )
        for name, form, _, _ in ROWS
    ]


def test_every_form_of_a_fact_is_shown() -> None:
    assert {Form(form) for _, form, _, _ in ROWS} == set(FORMS)


@pytest.mark.parametrize("kind", BLOCK_KINDS)
def test_every_kind_of_block_has_a_section_and_an_example(kind: str) -> None:
    assert re.search(rf"^### .* · `{kind}`$", PAGE, re.MULTILINE)
    assert re.search(rf"^  {kind}:", BLOCKS, re.MULTILINE)


@pytest.mark.parametrize(
    "key",
    sorted(
        {key for record in (*FILES.values(), FACT, TERM) for key in record.fields}
        | {key for kind in BLOCK_KINDS.values() if isinstance(kind, Record) for key in kind.fields}
    ),
)
def test_every_key_is_on_the_page(key: str) -> None:
    assert re.search(rf"\b{key}\b", PAGE)


@pytest.mark.parametrize(
    "word", [*ChartKind, *Arrangement, *Target, *RESERVED_UNITS, Status.DRAFT, Status.MISSING]
)
def test_every_word_to_choose_is_on_the_page(word: str) -> None:
    assert f"`{word}`" in PAGE or re.search(rf"^.*: {word}\b", PAGE, re.MULTILINE)


@pytest.mark.parametrize(
    "mark", ["{fact}", "{fact:form}", "{~term}", "{~term:short}", "{@block}", "[^note]", "*text*", "**text**"]
)
def test_every_mark_is_on_the_page(mark: str) -> None:
    assert f"`{mark}`" in PAGE
