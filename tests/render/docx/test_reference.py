"""A Word file takes the look of another: its styles by name, ours beside them, and no stranger's harm."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import openxml_audit  # type: ignore[import-untyped]
import pytest
from tests.render.docx import sample, templates

from reportpub.checks.word import check_docx
from reportpub.checks.word_text import word_parts
from reportpub.findings import ContentError, Finding, Span
from reportpub.inputs import Inputs
from reportpub.layout.reference import Reference, load_reference
from reportpub.layout.style_names import canonical
from reportpub.render.docx.file import docx_bytes

AT = Span("report.yaml", 3, 5)
TEMPLATES = {
    "chinese": templates.chinese,
    "coloured": templates.coloured,
    "libreoffice": templates.LIBREOFFICE.read_bytes,
}


def read(data: bytes, folder: Path) -> tuple[Reference, tuple[Finding, ...]]:
    path = folder / "office.docx"
    path.write_bytes(data)
    return load_reference(path, AT, Inputs(folder))


def made(name: str, edition: str, folder: Path) -> bytes:
    reference, _ = read(TEMPLATES[name](), folder)
    return docx_bytes(sample.edition(edition), sample.pictures(), reference=reference)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("edition", ["zh", "sequential"])
def test_the_file_is_whole_and_says_the_same(name: str, edition: str, tmp_path: Path) -> None:
    data = made(name, edition, tmp_path)
    assert data == made(name, edition, tmp_path)
    assert check_docx(data) == ()
    plain = docx_bytes(sample.edition(edition), sample.pictures())
    # The pages of the contents are those of the other page.
    told, meant = (re.sub(r"\d", "", "".join(word_parts(each))) for each in (data, plain))
    assert told.replace("iii", "ii") == meant.replace("iii", "ii")
    if edition == "zh":
        return  # The file of both languages holds all that this one does.
    path = tmp_path / "made.docx"
    path.write_bytes(data)
    assert openxml_audit.OpenXmlValidator().validate(path).errors == []


def test_names_are_matched_as_programs_write_them() -> None:
    assert {canonical(name) for name in ("标题 1", "标题1", "标题　１", "Heading 1", "heading  1")} == {
        "heading 1"
    }
    assert canonical("正文") == canonical("Standard") == "Normal"
    assert canonical("公文正文") == "公文正文"


def test_chinese_names_find_the_styles_and_the_text_wears_them(tmp_path: Path) -> None:
    data = made("chinese", "zh", tmp_path)
    names = {s.style_id: s.name for s in docx.Document(io.BytesIO(data)).styles}
    text = part(data, "word/document.xml")
    assert '<w:pStyle w:val="1"/>' in text, "标题 1"
    assert '<w:pStyle w:val="a1"/>' in text, "列表项目符号"
    assert '<w:pStyle w:val="Heading1"/>' in text, "题注, by its alias"
    assert names["Callout"] == "Callout", "ours, as they have none"
    assert len(names) == part(data, "word/styles.xml").count("<w:style "), "no id twice"


def test_headings_count_as_the_report_says_and_lists_look_as_in_the_template(tmp_path: Path) -> None:
    data = made("chinese", "zh", tmp_path)
    styles, numbering = part(data, "word/styles.xml"), part(data, "word/numbering.xml")
    heading = next(s for s in styles.split("<w:style ") if 'w:styleId="1"' in s)
    assert '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' in heading
    assert "黑体" in heading
    assert '<w:lvlText w:val="◆"/>' in numbering
    assert "PicBullet" not in numbering
    assert numbering.count('<w:pStyle w:val="1"/>') == 1, "one numbering for a heading"
    # An ordered list starts again at one, in the brackets of the template.
    restart = next(n for n in numbering.split("<w:num ") if 'w:numId="20"' in n)
    assert '<w:abstractNumId w:val="100003"/>' in restart


def test_text_is_as_large_as_in_the_template(tmp_path: Path) -> None:
    styles = part(made("chinese", "zh", tmp_path), "word/styles.xml")
    body = next(s for s in styles.split("<w:style ") if 'w:styleId="BodyText"' in s)
    assert "w:sz " not in body
    assert '<w:basedOn w:val="a"/>' in body
    assert 'w:firstLineChars="200"' in body


def test_faces_colours_and_page_are_those_of_the_template(tmp_path: Path) -> None:
    data = made("coloured", "zh", tmp_path)
    theme, styles, text = (part(data, f"word/{name}.xml") for name in ("theme/theme1", "styles", "document"))
    assert 'typeface="Georgia"' in theme
    assert "微软雅黑" in theme
    assert "blip" not in theme, "a picture in a fill would be missing"
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in text
    assert "docGrid" not in text
    contents = next(s for s in styles.split("<w:style ") if 'w:styleId="toc2"' in s)
    assert 'w:leader="dot"' in contents, "their style says nothing of page numbers"
    lead = next(s for s in styles.split("<w:style ") if 'w:styleId="Lead"' in s)
    assert "00AA55" in lead


def test_the_page_of_libreoffice_keeps_its_heads_off_the_edge(tmp_path: Path) -> None:
    text = part(made("libreoffice", "zh", tmp_path), "word/document.xml")
    assert '<w:pgSz w:w="9978" w:h="14173"/>' in text
    assert 'w:header="567" w:footer="567"' in text


def test_what_the_template_lacks_is_told_where_it_is_named(tmp_path: Path) -> None:
    _, (finding,) = read(templates.chinese(), tmp_path)
    assert finding.code == "reference/unmatched"
    assert finding.span == AT
    assert "“heading 3”" in finding.message
    assert "“caption”" not in finding.message
    assert read(templates.coloured(), tmp_path)[1] == ()


GOOD = {"styles": templates.styles(templates.style("heading 1", "Heading1"))}
HOSTILE: dict[str, tuple[str, bytes]] = {
    "a picture": ("package/no-zip", b"\x89PNG\r\n"),
    "an old file": ("package/old-format", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "a zip cut short": ("package/broken", templates.coloured()[:400]),
    "macros": ("package/macros", templates.packed({**GOOD, "word/vbaProject.bin": "x"})),
    "a zip bomb": ("package/too-large", templates.packed({**GOOD, "word/media/a.xml": "0" * 9_000_000})),
    "entities": (
        "package/dtd",
        templates.packed({"styles": f'<!DOCTYPE a [<!ENTITY b "c">]>{GOOD["styles"]}'}),
    ),
    "no XML": ("package/xml", templates.packed({"styles": "<w:styles>"})),
    "no styles": ("reference/styles", templates.packed({})),
    "a page without room": (
        "reference/page",
        templates.packed({**GOOD, "page": templates.PAGE.replace('w:left="1588"', 'w:left="99999"')}),
    ),
    "a page that is no number": (
        "reference/page",
        templates.packed({**GOOD, "page": templates.PAGE.replace('w:w="11906"', 'w:w="1e9"')}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_may_not_be_opened_is_refused_with_the_reason(name: str, tmp_path: Path) -> None:
    code, data = HOSTILE[name]
    with pytest.raises(ContentError) as refused:
        read(data, tmp_path)
    assert [finding.code for finding in refused.value.findings] == [code]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="inputs/missing"):
        load_reference(tmp_path / "none.docx", AT, Inputs(tmp_path))
