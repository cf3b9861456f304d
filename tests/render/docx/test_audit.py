"""The rules of Microsoft's Open XML SDK, for the oldest Word and the newest, by an independent port."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openxml_audit  # type: ignore[import-untyped]
import pytest
from tests.render.docx import sample

from reportpub.render.docx.file import docx_bytes


@pytest.mark.parametrize("name", tuple(sample.LANGUAGES))
@pytest.mark.parametrize("version", ["OFFICE_2013", "MICROSOFT_365"])
def test_no_rule_of_the_sdk_is_broken(name: str, version: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(docx_bytes(sample.edition(name), sample.pictures()))
    office = getattr(openxml_audit.FileFormat, version)
    assert openxml_audit.OpenXmlValidator(file_format=office).validate(path).errors == []


BROKEN = {
    "an element out of its order": (
        "<w:snapToGrid",
        '<w:outlineLvl w:val="0"/><w:snapToGrid',
        "word/styles.xml",
    ),
    "a value that is no number": ('w:after="0"', 'w:after="none"', "word/styles.xml"),
    "an attribute nobody knows": ("<w:p>", '<w:p w:colour="red">', "word/document.xml"),
    "a style that is not there": ('<w:numId w:val="1"/>', '<w:numId w:val="one"/>', "word/styles.xml"),
    "a chart with a negative axis": (
        '<c:axId val="500001"/>',
        '<c:axId val="-5"/>',
        "word/charts/chart1.xml",
    ),
    "a property twice": ('pid="3"', 'pid="2"', "docProps/custom.xml"),
    "a cell without a paragraph": ("</w:tcPr><w:p>", "</w:tcPr></w:tc><w:tc><w:p>", "word/document.xml"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_the_gate_bites(fault: str, tmp_path: Path) -> None:
    old, new, part = BROKEN[fault]
    made = io.BytesIO(docx_bytes(sample.edition("zh"), sample.pictures()))
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(path, "w") as broken:
        for name in whole.namelist():
            text = whole.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            broken.writestr(name, text)
    assert openxml_audit.OpenXmlValidator().validate(path).errors != []
