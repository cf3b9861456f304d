"""The doctor names what is really missing, with the command that mends it on each system."""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from tests.small_report import BOOK

from reportpub import doctor, libraries
from reportpub.cli import main
from reportpub.layout.layout import home
from reportpub.libraries import System
from reportpub.messages.catalogue import Catalogue
from reportpub.model.text import Lang


def examined(language: Lang = Lang.EN) -> tuple[int, str]:
    """Return the exit code of the doctor and what it says."""
    out = StringIO()
    code = main(["doctor", "--project", str(BOOK)], out, StringIO(), Catalogue(language))
    return code, out.getvalue()


@pytest.mark.parametrize(
    ("system", "command"),
    [
        (System.DEBIAN, "sudo apt-get install mupdf-tools"),
        (System.FEDORA, "sudo dnf install mupdf"),
        (System.MACOS, "brew install mupdf"),
        (System.OTHER, "install what Debian calls mupdf-tools"),
    ],
)
def test_a_program_that_is_not_on_the_path(
    system: System, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libraries, "system", lambda: system)
    code, said = examined()
    assert code == 0, "none of them is needed to build"
    assert "absent   mutool: absent" in said
    purpose = "measuring the ink in preflight; gs or pdftoppm do as well"
    assert f"mutool: absent; useful for {purpose}\n    {command}\n" in said
    assert said.count("    ") >= len(doctor.OPTIONAL)
    _, chinese = examined(Lang.ZH)
    assert "没有     mutool：没有" in chinese
    assert "有用，用于印前检查时测量墨量" in chinese


@pytest.mark.parametrize(
    ("system", "command"),
    [
        (System.DEBIAN, "sudo apt-get install libpango-1.0-0"),
        (System.FEDORA, "sudo dnf install pango"),
        (System.MACOS, "brew install pango"),
        (System.WINDOWS, "in an MSYS2 shell: pacman -S mingw-w64-ucrt-x86_64-pango"),
    ],
)
def test_a_library_that_cannot_be_loaded(
    system: System, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = tuple(
        replace(one, files=("libhidden.so.0",)) if one.name == "Pango" else one for one in libraries.LIBRARIES
    )
    monkeypatch.setattr(libraries, "LIBRARIES", hidden)
    monkeypatch.setattr(libraries, "system", lambda: system)
    code, said = examined()
    assert code == 2
    assert "MISSING  Pango: absent" in said
    assert f"Pango: absent; needed for PDF\n    {command}\n" in said
    code, chinese = examined(Lang.ZH)
    assert code == 2
    assert "缺少     Pango：没有" in chinese


def test_a_face_that_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(home() / "fonts", tmp_path / "fonts")
    face = next(iter(sorted((tmp_path / "fonts").glob("*.ttf"))))
    data = bytearray(face.read_bytes())
    data[-1] ^= 1
    face.write_bytes(data)
    monkeypatch.setattr(doctor, "home", lambda: tmp_path)
    code, said = examined()
    assert code == 2
    assert f"{face.name} is not the face of the manifest; needed for every artefact" in said
    assert "git checkout -- fonts" in said
    assert f"{face.name} 不是清单所写的字体；必需，用于所有成品" in examined(Lang.ZH)[1]


def test_packages_that_are_not_those_of_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "requirements" / "runtime.lock"
    lock.parent.mkdir()
    lock.write_text("polib==99.0 \\\nnobody-has-this==1.0 \\\n", encoding="utf-8")
    monkeypatch.setattr(doctor, "__file__", str(tmp_path / "src" / "reportpub" / "doctor.py"))
    code, said = examined()
    assert code == 2
    assert "instead of 99.0; nobody-has-this 1.0 is not there" in said
    assert "\n    rm -f .venv/.ready && make .venv/.ready\n" in said
    assert "应为 99.0；缺少 nobody-has-this 1.0" in examined(Lang.ZH)[1]
