"""The rules of Microsoft's Open XML SDK, by an independent port of them."""

from __future__ import annotations

from pathlib import Path

import openxml_audit  # type: ignore[import-untyped]
import pytest
from tests.render.docx import sample

from reportpub.render.docx.file import docx_bytes


@pytest.mark.parametrize("name", tuple(sample.LANGUAGES))
@pytest.mark.parametrize("version", ["OFFICE_2013", "OFFICE_2019", "MICROSOFT_365"])
def test_no_rule_of_the_sdk_is_broken(name: str, version: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(docx_bytes(sample.edition(name), sample.pictures()))
    office = getattr(openxml_audit.FileFormat, version)
    assert openxml_audit.OpenXmlValidator(file_format=office).validate(path).errors == []
