"""The Word file of the sample: what it says, that it is always the same, and what it refuses."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.docx import sample
from tests.render.docx.dump import EXPECTED, dump

from reportpub.checks.word import check_docx
from reportpub.edition.edition import Edition
from reportpub.findings import ToolError
from reportpub.model.blocks import List, Paragraph
from reportpub.model.text import Lang, Link, Passage, Shown, Str
from reportpub.render.docx.body import list_
from reportpub.render.docx.file import docx_bytes
from reportpub.render.docx.gather import Gather
from reportpub.render.docx.inlines import Voice
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import escaped, run
from reportpub.render.docx.pictures import Picture

EDITIONS = tuple(sample.LANGUAGES)


@cache
def _made(name: str) -> bytes:
    return docx_bytes(sample.edition(name), sample.pictures())


def _part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def _saying(name: str, text: str) -> Edition:
    """Return the sample with the text of its preface replaced."""
    made = sample.edition(name)
    part = made.parts[0]
    preface = part.chapters[0]
    block = preface.blocks[0]
    assert isinstance(block, Paragraph)
    shown = Shown((Passage(part.languages[0], (Str(text),), sample.AT),))
    chapter = replace(preface, blocks=(replace(block, text=shown),))
    return replace(made, parts=(replace(part, chapters=(chapter, *part.chapters[1:])), *made.parts[1:]))


@pytest.mark.parametrize("name", EDITIONS)
def test_every_block_kind_gives_the_expected_paragraphs(name: str) -> None:
    assert dump(_made(name)) == (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EDITIONS)
def test_the_same_edition_gives_the_same_bytes(name: str) -> None:
    assert docx_bytes(sample.edition(name), sample.pictures()) == _made(name)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_file_has_nothing_wrong_with_it(name: str) -> None:
    assert check_docx(_made(name)) == ()


@pytest.mark.parametrize("name", EDITIONS)
def test_another_library_reads_title_language_and_date(name: str) -> None:
    read = docx.Document(io.BytesIO(_made(name))).core_properties
    assert read.title
    assert read.language == ("en-US" if name == "en" else "zh-CN")
    assert read.created is not None
    assert read.created.date().isoformat() == "2025-04-26"


def test_the_fingerprint_stays_when_the_report_is_moved_and_changes_with_its_words() -> None:
    made, moved = (replace(sample.edition("zh"), root=Path(root)) for root in ("/here", "/elsewhere"))
    first, second, other = (
        _part(docx_bytes(each, sample.pictures()), "docProps/custom.xml")
        for each in (made, moved, _saying("zh", "别的话。"))
    )
    assert first == second != other


def test_markup_in_a_text_stays_text() -> None:
    data = docx_bytes(_saying("en", '<w:p/> & "x" ]]>'), sample.pictures())
    assert '<w:p/> & "x" ]]>' in dump(data)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
)
def test_any_printable_text_becomes_well_formed(text: str) -> None:
    assert escaped(text).count("<") == 0


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\x7f", "\ufffe", "\ud800"])
def test_a_character_xml_cannot_carry_is_refused(bad: str) -> None:
    with pytest.raises(ToolError, match="docx/control-character"):
        docx_bytes(_saying("zh", f"前{bad}后"), sample.pictures())


def test_a_missing_picture_is_refused_by_its_key() -> None:
    pictures = sample.pictures()
    del pictures["court-house"]
    with pytest.raises(ToolError, match="court-house"):
        docx_bytes(sample.edition("zh"), pictures)


def test_a_picture_that_is_no_png_is_refused() -> None:
    pictures = sample.pictures() | {"court-house": Picture(b"GIF89a", 10, 10)}
    with pytest.raises(ToolError, match="docx/picture-kind"):
        docx_bytes(sample.edition("zh"), pictures)


def test_contents_show_the_folio_of_every_heading_and_ask_for_no_update() -> None:
    told = dump(_made("zh"))
    assert "前言\t{PAGEREF _Toc" in told
    assert [line.rpartition("}")[2] for line in told.split("\n") if line.startswith("toc ")] == [
        "ii",
        "1",
        "1",
        "3",
        "4",
    ]
    assert "\\n" not in told


def test_citations_of_facts_whose_names_meet_when_shortened_keep_apart() -> None:
    data = _part(_made("sequential"), "word/document.xml")
    assert data.count('w:name="_rpf_courts_received_zh_1"') == 1
    assert 'w:name="_rpf_courts_received_zh_3"' in data


def test_an_address_is_kept_once_per_part() -> None:
    relations = _part(_made("en"), "word/_rels/footnotes.xml.rels")
    assert 'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"' in relations


def test_a_second_language_takes_styles_of_its_own() -> None:
    single, both = (_part(_made(name), "word/styles.xml") for name in ("en", "sequential"))
    assert 'w:val="Body Text"' in single
    assert "Body Text EN" not in single
    assert 'w:val="Body Text EN"' in both


def test_chinese_quotes_are_sent_to_the_chinese_face_and_english_ones_are_not() -> None:
    assert 'w:hint="eastAsia"' in run("“知识”", Lang.ZH)
    assert 'w:hint="eastAsia"' in run("——", Lang.ZH)
    assert "hint" not in run("“knowledge”", Lang.EN)


def test_a_link_keeps_its_words() -> None:
    made = _saying("en", "x")
    shown = Shown((Passage(Lang.EN, (Link((Str("there"),), "https://example.org/"),), sample.AT),))
    preface = made.parts[0].chapters[0]
    block = preface.blocks[0]
    assert isinstance(block, Paragraph)
    chapter = replace(preface, blocks=(replace(block, text=shown),))
    part = replace(made.parts[0], chapters=(chapter, *made.parts[0].chapters[1:]))
    data = docx_bytes(replace(made, parts=(part,)), sample.pictures())
    assert "Body Text | _rp_greeting_en | [section]there" in dump(data)
    assert check_docx(data) == ()


@pytest.mark.parametrize("name", EDITIONS)
def test_notes_are_numbered_through_the_file(name: str) -> None:
    """A restart in one section makes LibreOffice number the notes of the next ones 0."""
    assert "numRestart" not in _part(_made(name), "word/document.xml")


def test_an_edition_for_review_tracks_changes_and_asks_its_questions_beside_the_blocks() -> None:
    data = _made("review")
    assert "<w:trackRevisions/>" in _part(data, "word/settings.xml")
    comments = _part(data, "word/comments.xml")
    assert comments.count("<w:comment ") == 4
    assert "“新收”含调解吗？&lt;&amp;&gt;" in comments
    assert {'w:author="编辑部"', 'w:author="Editors"'} <= set(comments.replace(">", " ").split(" "))
    text = _part(data, "word/document.xml")
    assert text.count("<w:commentRangeStart ") == text.count("<w:commentReference ") == 4
    start, mark = text.index('<w:commentRangeStart w:id="1"/>'), text.index('w:name="_rp_intake_text_zh"')
    assert start < mark < text.index('<w:commentRangeEnd w:id="1"/>')


@pytest.mark.parametrize("name", ["zh", "en", "sequential"])
def test_no_other_edition_shows_a_question(name: str) -> None:
    data = _made(name)
    assert "trackRevisions" not in _part(data, "word/settings.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "word/comments.xml" not in archive.namelist()


def test_two_languages_stand_side_by_side_a_row_for_each_block() -> None:
    read = docx.Document(io.BytesIO(_made("review")))
    (pairs,) = [t for t in read.tables if "收结案件" in t.rows[1].cells[0].text]
    assert [cell.text for cell in pairs.rows[0].cells] == ["中文", "English"]
    assert pairs.rows[1].cells[0].text.startswith("收结案件。全省法院")
    assert pairs.rows[1].cells[1].text.startswith("Caseload. Courts took in")
    left, right = (cell.width for cell in pairs.rows[1].cells)
    assert left is not None
    assert right is not None
    assert left / (left + right) == pytest.approx(0.42, abs=0.001)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_file_carries_its_baseline_and_tells_what_each_mark_stands_for(name: str) -> None:
    data = _made(name)
    told = ET.fromstring(_part(data, "customXml/item1.xml"))  # noqa: S314  ours
    text = _part(data, "word/document.xml")
    marks = {e.get("mark", ""): e for e in told}
    assert len(marks) == len(told)
    lost = [m for m, e in marks.items() if f'w:name="{m}"' not in text]
    assert lost == []
    fingerprint = told.get("fingerprint", "")
    assert len(fingerprint) == 64
    assert fingerprint in _part(data, "docProps/custom.xml")
    assert any(e.get("id") == "courts.received" for e in told)


def test_both_languages_of_the_preface_have_roman_folios_where_they_stand_side_by_side() -> None:
    contents = _part(_made("review"), "word/document.xml").partition("</w:sdtContent>")[0]
    shown = [re.sub("<[^>]+>", "", line) for line in contents.split('<w:pStyle w:val="Toc1"/>')[1:3]]
    assert [line[-2:] for line in shown] == ["ii", "ii"]


@pytest.mark.parametrize(("items", "kept"), [(1, []), (2, [0]), (3, [0, 1]), (5, [0, 3])])
def test_no_item_of_a_list_stands_alone(items: int, kept: list[int]) -> None:
    gather = Gather(sample.pictures())
    voice = Voice(
        edition=sample.edition("zh"), look=Look(), gather=gather, lang=Lang.ZH, leading=Lang.ZH, notes={}
    )
    shown = Shown((Passage(Lang.ZH, (Str("一"),), sample.AT),))
    told = list_(List(id="a", ordered=False, items=(shown,) * items, span=sample.AT), voice)
    paragraphs = told.split("<w:p>")[1:]
    assert [at for at, paragraph in enumerate(paragraphs) if "<w:keepNext/>" in paragraph] == kept
