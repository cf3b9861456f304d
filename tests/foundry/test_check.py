"""A face that is not the one of the manifest is named, one line each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportpub.foundry.__main__ import main

FONTS = Path(__file__).resolve().parents[2] / "fonts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "fonts"
    shutil.copytree(FONTS, copy)
    return copy


def said(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main(["--check", "--into", str(folder)])
    return code, capsys.readouterr().out.splitlines()


def test_the_committed_faces_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(folder, capsys) == (0, [])


def test_each_difference_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "RPSans-Bold.ttf").unlink()
    (folder / "RPSerif-Bold.ttf").write_bytes((folder / "RPSerif-Regular.ttf").read_bytes())
    (folder / "Stray.ttf").write_bytes(b"")
    (folder / "OFL-kai.txt").unlink()
    code, lines = said(folder, capsys)
    assert code == 1
    assert [line.split(": ", 1)[1].split(" ")[0].rstrip(":") for line in lines] == [
        "Stray.ttf",
        "RPKai-Regular.ttf",
        "RPSerif-Bold.ttf",
        "RPSerif-Bold.ttf",
        "RPSans-Bold.ttf",
    ]


def test_a_folder_without_manifest_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = said(tmp_path, capsys)
    assert (code, len(lines)) == (1, 1)


def test_a_broken_manifest_is_code_two(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "manifest.yaml").write_text("faces: 3\n", encoding="utf-8")
    assert main(["--check", "--into", str(folder)]) == 2
    assert "lists no faces" in capsys.readouterr().err
