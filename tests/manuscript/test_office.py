"""Files of old and other programs are read through LibreOffice, where it is installed."""

import shutil
from pathlib import Path

import pytest

from reportpub.manuscript.elements import Paragraph
from reportpub.manuscript.read import read_manuscript
from reportpub.programs import MissingProgram

FONTS = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}\f0 "
RTF = FONTS + r"\u25968?\u25454?\u24037?\u20316?\par {\b bold}\par}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is optional, and is not here")
def test_a_file_of_another_program_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(RTF, "ascii")
    read = read_manuscript(tmp_path / "a.rtf")
    said = [(e.text, e.bold) for e in read.elements if isinstance(e, Paragraph)]
    assert said == [("数据工作", False), ("bold", True)]


def test_without_libreoffice_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(MissingProgram) as missing:
        read_manuscript(tmp_path / "a.doc")
    assert "libreoffice" in missing.value.findings[0].hint
