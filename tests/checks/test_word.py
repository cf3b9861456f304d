"""Every rule for Word files catches its fault, and a clean file breaks none."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from tests.render.docx import sample

from reportpub.checks.word import check_docx
from reportpub.render.docx.file import docx_bytes

TEXT = "word/document.xml"
CORE = "docProps/core.xml"
Change = Callable[[str], str]


@pytest.fixture(scope="module", name="clean")
def _clean() -> bytes:
    return docx_bytes(sample.edition("sequential"), sample.pictures())


def _changed(data: bytes, part: str, change: Change) -> bytes:
    """Return the package with one part changed; the change must change something."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                told = change(content.decode())
                assert told.encode() != content, "the fault was not injected"
                content = told.encode()
            if content:
                new.writestr(name, content)
    return out.getvalue()


def _once(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, f"{old} does not occur"
        return text.replace(old, new, 1)

    return change


def _pattern(old: str, new: str) -> Change:
    return lambda text: re.sub(old, new, text, count=1)


FAULTS: dict[str, tuple[str, str, Change]] = {
    "a field without an end": ("word/field", TEXT, _once('<w:fldChar w:fldCharType="end"/>', "")),
    "a field without a beginning": ("word/field", TEXT, _once('<w:fldChar w:fldCharType="begin"/>', "")),
    "a dirty field": (
        "word/asks-to-update",
        TEXT,
        _once('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'),
    ),
    "a wish to update all fields": (
        "word/asks-to-update",
        "word/settings.xml",
        _once("<w:mirrorMargins/>", "<w:mirrorMargins/><w:updateFields/>"),
    ),
    "a bookmark twice": ("word/bookmark-twice", TEXT, _once("_rp_creed_zh", "_rp_Steps_zh")),
    "a bookmark without an end": ("word/bookmark-id", TEXT, _pattern(r"<w:bookmarkEnd [^>]*>", "")),
    "a bookmark end of its own": (
        "word/bookmark-id",
        TEXT,
        _once("</w:p>", '<w:bookmarkEnd w:id="9999"/></w:p>'),
    ),
    "a bookmark id twice": ("word/bookmark-id", TEXT, _pattern(r'(bookmarkStart w:id=)"2"', r'\1"1"')),
    "a bookmark with a long name": ("word/bookmark-name", TEXT, _once("_rp_creed_zh", "_rp_" + "x" * 40)),
    "a reference to nothing": ("word/reference", TEXT, _once("REF _Ref_intake_table_zh", "REF _Ref_gone_zh")),
    "contents of nothing": ("word/reference", TEXT, _once("\\h \\z \\u", "\\h \\z \\b _rpp_fr")),
    "a link to nothing": ("word/reference", TEXT, _pattern(r'w:anchor="_Toc\d+"', 'w:anchor="_Toc1"')),
    "a style nobody defined": ("word/style", TEXT, _once('w:val="BodyText"', 'w:val="BodyTxt"')),
    "a relationship nobody defined": ("word/relationship", TEXT, _once('r:embed="', 'r:embed="no')),
    "a part that is missing": (
        "word/part",
        "word/_rels/document.xml.rels",
        _once("media/court-house.png", "media/gone.png"),
    ),
    "a footnote that is missing": (
        "word/note",
        TEXT,
        _once('footnoteReference w:id="1"', 'footnoteReference w:id="7"'),
    ),
    "a picture without words": ("word/alternative-text", TEXT, _pattern(r'descr="[^"]*"', 'descr=" "')),
    "a drawing id twice": ("word/drawing-id", TEXT, _once('<wp:docPr id="2"', '<wp:docPr id="1"')),
    "a table without a title": ("word/table-title", TEXT, _pattern(r"<w:tblCaption [^>]*/>", "")),
    "a table without a head": ("word/table-head", TEXT, _once("<w:tblHeader/>", "")),
    "a row that does not fill its table": ("word/table-grid", TEXT, _once('<w:gridSpan w:val="3"/>', "")),
    "a cell without a paragraph": (
        "word/table-cell",
        TEXT,
        _pattern(r"(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)<w:p>(?:(?!</w:tc>).)*</w:tc>", r"\1</w:tc>"),
    ),
    "Chinese quotes left to the Latin face": (
        "word/hint",
        TEXT,
        _once('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">保护“', "<w:t>保护“"),
    ),
    "a section without its heads": ("word/section-heads", TEXT, _pattern(r"<w:headerReference [^>]*/>", "")),
    "a head without a paragraph": ("word/head", "word/header1.xml", _pattern(r"<w:p>.*</w:p>", "")),
    "no title": ("word/properties", CORE, _pattern(r"<dc:title>.*</dc:title>", "<dc:title/>")),
    "no language": ("word/properties", CORE, _pattern(r"<dc:language>.*</dc:language>", "")),
    "a date of the wrong type": ("word/properties", CORE, _once(' xsi:type="dcterms:W3CDTF"', "")),
    "a date of the wrong form": ("word/properties", CORE, _once("T00:00:00Z", "")),
    "a person who wrote it": (
        "word/scrub",
        CORE,
        _pattern("<dc:creator>.*</dc:creator>", "<dc:creator>Li</dc:creator>"),
    ),
    "a person who comments": (
        "word/scrub",
        TEXT,
        _once("</w:body>", '<w:p><w:ins w:id="9998" w:author="Li"><w:r/></w:ins></w:p></w:body>'),
    ),
    "a path": ("word/scrub", TEXT, _once("</w:t>", " C:\\Users\\li</w:t>")),
    "hidden text": ("word/scrub", TEXT, _once("<w:rPr>", "<w:rPr><w:vanish/>")),
    "a bookmark of somebody else": ("word/scrub", TEXT, _once("_rp_creed_zh", "_GoBack")),
    "editing sessions": ("word/scrub", TEXT, _once("<w:p>", '<w:p w:rsidR="00AB12CD">')),
    "a document type": ("word/unreadable", TEXT, _once("<w:document", "<!DOCTYPE x><w:document")),
    "a part that is no XML": ("word/unreadable", TEXT, _once("</w:body>", "")),
}


def test_a_clean_file_has_no_findings(clean: bytes) -> None:
    assert check_docx(clean) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_under_its_code(clean: bytes, fault: str) -> None:
    code, part, change = FAULTS[fault]
    found = check_docx(_changed(clean, part, change))
    assert code in {finding.code for finding in found}, found


def test_a_member_that_occurs_twice_makes_the_file_unreadable(clean: bytes) -> None:
    out = io.BytesIO(clean)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr(TEXT, "<x/>")
    assert [finding.code for finding in check_docx(out.getvalue())] == ["word/unreadable"]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_package_is_one_finding(data: bytes) -> None:
    assert [finding.code for finding in check_docx(data)] == ["word/unreadable"]
