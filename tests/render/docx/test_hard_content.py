"""Content that breaks other generators: the file is valid all the same, or a finding says what is wrong."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import openxml_audit  # type: ignore[import-untyped]
import pytest
from tests.render.docx import sample

from reportpub.checks.word import check_docx
from reportpub.checks.word_text import word_parts
from reportpub.edition.edition import Edition
from reportpub.model.blocks import Block, Paragraph, Row, Table
from reportpub.model.text import Lang, Passage, Shown, Str
from reportpub.render.docx.file import docx_bytes


def shown(words: str) -> Shown:
    return Shown((Passage(Lang.ZH, (Str(words),), sample.AT),))


def holding(block: Block[Shown]) -> Edition:
    """Return the Chinese sample with one block as the whole of its preface."""
    made = sample.edition("zh")
    part = made.parts[0]
    preface = replace(part.chapters[0], blocks=(block,))
    return replace(made, parts=(replace(part, chapters=(preface, *part.chapters[1:])),))


def paragraph(words: str) -> Paragraph[Shown]:
    return Paragraph(id="hard", text=shown(words), span=sample.AT)


HARD: dict[str, str] = {
    "markup": '<w:p/> & "x" ]]> &amp; {{ x }} %d',
    "emoji": "通过👨‍👩‍👧‍👦了🎉",
    "Han beyond the first plane": "𠮷野家，𰻞𰻞面，\U0002ebf0",
    "marks that turn the direction": "一\u200f二\u202a三\u202c",
    "spaces of all widths": "一\u3000二\u2003三\u00a0四\u2060五",
}


@pytest.mark.parametrize("name", HARD)
def test_hard_words_stand_in_a_valid_file_as_they_were_written(name: str, tmp_path: Path) -> None:
    data = docx_bytes(holding(paragraph(HARD[name])), sample.pictures())
    assert check_docx(data) == ()
    assert HARD[name] in word_parts(data)[0]
    path = tmp_path / "hard.docx"
    path.write_bytes(data)
    assert openxml_audit.OpenXmlValidator().validate(path).errors == []


def test_a_paragraph_of_three_megabytes_is_one_paragraph() -> None:
    long = "知识产权保护，" * 150_000
    data = docx_bytes(holding(paragraph(long)), sample.pictures())
    assert check_docx(data) == ()
    assert long in word_parts(data)[0]


def test_a_table_of_five_hundred_rows_repeats_its_head_and_parts_no_row() -> None:
    rows = tuple(Row((shown(f"第{at}项"), shown(f"{at}件"))) for at in range(500))
    table = Table(
        id="hard", title=shown("长表"), columns=(shown("项"), shown("数")), rows=rows, span=sample.AT
    )
    data = docx_bytes(holding(table), sample.pictures())
    assert check_docx(data) == ()
    long = next(t for t in docx.Document(io.BytesIO(data)).tables if len(t.rows) == 501)
    assert long.rows[0]._tr.trPr is not None  # noqa: SLF001  no other way to ask for it
    assert long._tbl.xml.count("<w:cantSplit/>") == 501  # noqa: SLF001
    assert long._tbl.xml.count("<w:tblHeader/>") == 1  # noqa: SLF001
