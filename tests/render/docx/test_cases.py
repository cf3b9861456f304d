"""Every kind of block: what is written and the paragraphs of Word it becomes, side by side in tests/cases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args, get_origin
from xml.etree import ElementTree as ET

import pytest
from tests.expectations import cases, listed, settle, text_of
from tests.render.docx.dump import line
from tests.render.html.test_cases import CASES, KINDS, project_of

from reportpub.edition.resolve import resolve
from reportpub.findings import ContentError
from reportpub.inputs import Inputs
from reportpub.model.blocks import Block, Figure
from reportpub.model.report import Report
from reportpub.nodes import Mapping
from reportpub.render.docx.body import chapter
from reportpub.render.docx.gather import Gather
from reportpub.render.docx.inlines import Voice
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import NAMESPACES, WORD
from reportpub.render.docx.pictures import Picture
from reportpub.source.load import load_report
from reportpub.source.shapes import BLOCK_KINDS

SIDES = ("source", "zh", "en", "parallel", "word_zh", "word_en")
"""What stands side by side in a case: the YAML, the HTML and Word."""


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


def without_case(kinds: Iterable[str], folder: Path) -> set[str]:
    """Return the kinds of block of which no case shows the YAML, the HTML and Word."""
    paths = {kind: folder / f"{kind}.yaml" for kind in kinds}
    return {
        kind
        for kind, path in paths.items()
        if not path.exists()
        or not any(
            all(text_of(case, side).strip() for side in SIDES)
            and re.search(rf"^ *{kind}:", text_of(case, "source"), re.MULTILINE)
            for case in listed(path)
        )
    }


def test_every_kind_of_the_union_has_a_case_that_shows_all_sides(tmp_path: Path) -> None:
    names = {re.sub(r"\B(?=[A-Z])", "_", get_origin(kind).__name__).lower() for kind in get_args(Block)}
    assert names == set(BLOCK_KINDS)
    assert without_case(names, CASES) == set()
    # A case without its Word is no case, and neither is one of another kind.
    sides = "".join(f"  {side}: |\n    quote: x\n" for side in SIDES)
    (tmp_path / "quote.yaml").write_text(f"- title: t\n{sides}")
    (tmp_path / "note.yaml").write_text(f"- title: t\n{sides}")
    (tmp_path / "list.yaml").write_text(
        f"- title: t\n{sides.replace('quote', 'list').rpartition('  word')[0]}"
    )
    assert without_case(("quote", "note", "list", "poem"), tmp_path) == {"note", "list", "poem"}
