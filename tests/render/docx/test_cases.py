"""Every kind of block: what is written and the paragraphs of Word it becomes, side by side in tests/cases."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.expectations import cases, settle, text_of
from tests.render.docx.dump import line
from tests.render.html.test_cases import KINDS, project_of

from reportpub.edition.resolve import resolve
from reportpub.findings import ContentError
from reportpub.inputs import Inputs
from reportpub.model.blocks import Figure
from reportpub.model.report import Report
from reportpub.nodes import Mapping
from reportpub.render.docx.body import chapter
from reportpub.render.docx.gather import Gather
from reportpub.render.docx.inlines import Voice
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import NAMESPACES, WORD
from reportpub.render.docx.pictures import Picture
from reportpub.source.load import load_report


def word(report: Report, edition: str) -> str:
    """Return the blocks of the case as one edition has them in Word, a paragraph to a line."""
    shown = resolve(report, next(spec for spec in report.editions if spec.name == edition))
    made, lang = shown.parts[0].chapters[0], shown.languages[0]
    pictures = {b.id: Picture(b"", 40, 20) for b in made.blocks if isinstance(b, Figure)}
    gather = Gather(pictures)
    voice = Voice(edition=shown, look=Look(), gather=gather, lang=lang, leading=lang, notes={})
    content = chapter(made, (voice,)) + "".join(gather.footnotes)
    body = ET.fromstring(f"<w:body {NAMESPACES}>{content}</w:body>")  # noqa: S314  ours
    _, *lines = [line(paragraph, {}) for paragraph in body.iter(f"{WORD}p")]
    return "\n".join(lines)


@pytest.mark.parametrize("case", [case for path in KINDS for case in cases(path)])
def test_a_block_becomes_the_paragraphs_of_its_case(case: Mapping, tmp_path: Path, *, update: bool) -> None:
    project = project_of(text_of(case, "source"), tmp_path)
    try:
        report, _ = load_report(project, Inputs(project))
    except ContentError:
        return
    for edition in ("zh", "en"):
        settle(case, f"word_{edition}", word(report, edition), update=update)
