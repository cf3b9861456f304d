"""Every kind of block: what is written and the HTML it becomes, side by side in tests/cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.expectations import cases, settle, text_of

from reportpub.edition.forms import misfits
from reportpub.edition.resolve import resolve
from reportpub.findings import ContentError, Finding, in_order
from reportpub.inputs import Inputs
from reportpub.model.blocks import Chart
from reportpub.model.report import Report
from reportpub.nodes import Mapping
from reportpub.render.html.body import block
from reportpub.render.html.context import Context
from reportpub.source.load import load_report
from reportpub.source.shapes import BLOCK_KINDS

CASES = Path(__file__).parents[2] / "cases"
BOOK = Path(__file__).parents[2] / "book" / "source"
ABOVE = "id: case\ntitle: {zh: 例, en: Case}\nblocks:\n"
KINDS = [CASES / f"{kind}.yaml" for kind in BLOCK_KINDS]


def project_of(source: str, folder: Path) -> Path:
    """Write a project whose one chapter holds the blocks of a case, with the facts and terms of the book."""
    chapters = folder / "source" / "chapters"
    chapters.mkdir(parents=True)
    for name in ("facts.yaml", "terms.yaml"):
        (folder / "source" / name).write_bytes((BOOK / name).read_bytes())
    report = (BOOK / "report.yaml").read_text("utf-8")
    report = re.sub(r"  front: .*\n  body: .*\n", "  body: [case]\n", report)
    (folder / "source" / "report.yaml").write_text(report, "utf-8")
    (chapters / "case.yaml").write_text(ABOVE + source, "utf-8")
    return folder


def html(report: Report, edition: str) -> str:
    """Return the blocks of the case as one edition prints them, an element to a line."""
    shown = resolve(report, next(spec for spec in report.editions if spec.name == edition))
    part = shown.parts[0]
    drawings = {
        f"{b.id}-{lang.key}": "<svg/>"
        for b in part.chapters[0].blocks
        if isinstance(b, Chart)
        for lang in part.languages
    }
    context = Context(shown, part, part.chapters[0].notes, drawings)
    text = "\n".join(block(b, context) for b in part.chapters[0].blocks)
    text = text.replace(report.root.as_uri(), "file:///source")
    return re.sub(r"(?<=>)(?=<(div|p|table|thead|tbody|tr|ul|ol|li|blockquote|aside|img|svg)\b)", "\n", text)


def told(found: tuple[Finding, ...]) -> str:
    """Return findings with their lines counted from the first line of the case."""
    return "\n".join(
        f"{f.span.line - ABOVE.count(chr(10))}:{f.span.column}: {f.severity.word}[{f.code}]: {f.message}"
        for f in found
        if f.span
    )


@pytest.mark.parametrize("case", [case for path in KINDS for case in cases(path)])
def test_a_block_becomes_the_html_of_its_case(case: Mapping, tmp_path: Path, *, update: bool) -> None:
    project = project_of(text_of(case, "source"), tmp_path)
    try:
        report, found = load_report(project, Inputs(project))
    except ContentError as refused:
        settle(case, "says", told(refused.findings), update=update)
        return
    settle(case, "says", told(in_order((*found, *misfits(report)))), update=update)
    for edition in ("zh", "en", "parallel"):
        settle(case, edition, html(report, edition), update=update)
