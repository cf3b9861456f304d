"""The sheet on paper, in Word and as a workbook: whole, the same every time, and nothing but words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openxml_audit  # type: ignore[import-untyped]
from tests.callsheet.book import BOOK, hostile, sheet

from reportpub.call_figures import files, pdf
from reportpub.callsheet.paper import body
from reportpub.callsheet.sheet import Gone
from reportpub.callsheet.word import docx
from reportpub.callsheet.workbook import xlsx
from reportpub.checks.pdf_labels import page_labels
from reportpub.checks.readback import pdf_pages, squeeze
from reportpub.checks.word_text import word_parts


def _part(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name).decode()


def test_every_figure_stands_in_every_file_and_the_same_sheet_gives_the_same_bytes() -> None:
    made = sheet()
    first, second = files(made, "book", BOOK), files(made, "book", BOOK)
    assert first == second
    assert list(first) == [
        "book-call-figures.pdf",
        "book-call-figures.docx",
        "book-call-figures.xlsx",
        "book-figures.json",
    ]
    texts = (
        "".join(map(squeeze, pdf_pages(first["book-call-figures.pdf"]))),
        squeeze("".join(word_parts(first["book-call-figures.docx"]))),
        squeeze(re.sub("<[^>]*>", "", _part(first["book-call-figures.xlsx"], "xl/sharedStrings.xml"))),
    )
    for text in texts:
        for line in made.lines:
            assert line.zh
            assert line.en
            for words in (line.zh.words, line.en.words, line.value, line.fact):
                assert squeeze(words) in text
    assert texts[0].count("读数人") == texts[0].count("核对人") == 2
    assert "核对人" in _part(first["book-call-figures.docx"], "word/footer1.xml")


def test_what_changed_and_what_is_gone_stands_on_the_sheet() -> None:
    made = sheet()
    some = replace(
        made, lines=(replace(made.lines[0], was="1 / one"),), gone=(Gone("lost.fact", "7件"),), since="old"
    )
    for text in ("".join(pdf_pages(pdf(some, BOOK))), "".join(word_parts(docx(some)))):
        assert squeeze("1 / one") in squeeze(text)
        assert squeeze("lost.fact7件") in squeeze(text)
        assert squeeze(f"1 of {len(made.every)} figures changed since old") in squeeze(text)


def test_a_sheet_on_which_nothing_has_changed_says_so() -> None:
    none = replace(sheet(), lines=(), since="old")
    assert "No figure has changed." in body(none)
    assert "No figure has changed." in "".join(word_parts(docx(none)))
    assert _part(xlsx(none), "xl/worksheets/sheet1.xml")


def test_words_stay_words_in_every_file(tmp_path: Path) -> None:
    wild = hostile(sheet())
    page = body(wild)
    assert "&lt;b&gt;&amp;" in page
    assert "&lt;/td&gt;" in page
    book = xlsx(wild)
    assert "<f>" not in _part(book, "xl/worksheets/sheet1.xml")
    assert "hyperlink" not in _part(book, "xl/worksheets/sheet1.xml")
    path = tmp_path / "sheet.docx"
    path.write_bytes(docx(wild))
    assert openxml_audit.OpenXmlValidator().validate(path).errors == []
    assert "=1+2<b>&" in "".join(word_parts(docx(wild)))


def test_pages_without_labels_are_counted() -> None:
    assert page_labels(pdf(sheet(), BOOK)) == ("1", "2")
