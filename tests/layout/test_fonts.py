"""A layout gets only the faces of the manifest, and knows which characters they lack."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportpub.findings import ToolError
from reportpub.inputs import Inputs
from reportpub.layout.fonts import coverage, load_faces, missing_glyphs

FONTS = Path(__file__).resolve().parents[2] / "fonts"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "fonts"
    shutil.copytree(FONTS, copy, ignore=shutil.ignore_patterns("RPSongExt*"))
    return copy


def test_all_faces_are_loaded_in_the_order_of_the_manifest(folder: Path) -> None:
    faces = load_faces(folder)
    assert len(faces) == 13
    assert [(f.family, f.weight) for f in faces[:2]] == [("RP Song", 400), ("RP Song", 700)]
    assert {f.file.name for f in faces if f.italic} == {"RPSerif-Italic.ttf", "RPSans-Italic.ttf"}


def test_every_read_goes_through_the_door(folder: Path) -> None:
    inputs = Inputs(folder)
    faces = load_faces(folder, inputs)
    assert {f.file.resolve() for f in faces} <= set(inputs.reads)


def test_every_wrong_face_is_named(folder: Path) -> None:
    (folder / "RPSans-Bold.ttf").write_bytes(b"no font")
    (folder / "RPSerif-Bold.ttf").unlink()
    with pytest.raises(ToolError) as raised:
        load_faces(folder)
    assert [f.code for f in raised.value.findings] == ["inputs/missing", "fonts/differs"]


def test_a_folder_without_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolError):
        load_faces(tmp_path)


def test_an_extension_of_other_bytes_is_refused(folder: Path) -> None:
    (folder / "RPSongExt-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(ToolError):
        load_faces(folder)


def test_coverage_is_that_of_the_face(folder: Path) -> None:
    kai = next(f for f in load_faces(folder) if f.family == "RP Kai")
    assert ord("粤") in coverage(kai)
    assert ord("，") not in coverage(kai)


def test_characters_without_glyph_are_found_once_each_in_order(folder: Path) -> None:
    faces = load_faces(folder)
    assert missing_glyphs("知识产权𠮷保护，\u2060😀𠮷\n", ("RP Serif", "RP Song"), faces) == ("𠮷", "😀")


def test_a_family_that_is_not_there_covers_nothing(folder: Path) -> None:
    assert missing_glyphs("粤", ("RP Nothing",), load_faces(folder)) == ("粤",)


def test_marks_for_kai_come_from_song(folder: Path) -> None:
    faces = load_faces(folder)
    assert missing_glyphs("“楷体”", ("RP Kai",), faces) == ("“", "”")
    assert missing_glyphs("“楷体”", ("RP Kai", "RP Song"), faces) == ()
