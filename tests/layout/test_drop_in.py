"""Faces that a layout asks for: taken from the project by hash, replaced and told where there are none."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportpub.findings import Severity, ToolError
from reportpub.inputs import Inputs
from reportpub.layout.drop_in import Wanted, drop_in_faces
from reportpub.layout.fonts import load_faces

FONTS = Path(__file__).parents[2] / "fonts"
OURS = load_faces(FONTS)
WANTED = (Wanted("RP Fangsong", "fangsong", 400, "RP Song"),)


def project(folder: Path, said: str = "") -> tuple[Path, Inputs]:
    """Return a project that has a face of its own and says so."""
    (folder / "fonts").mkdir()
    (folder / "fonts" / "Fang.ttf").write_bytes((FONTS / "RPKai-Regular.ttf").read_bytes())
    if said:
        (folder / "fonts" / "drop-in.yaml").write_text(said, "utf-8")
    return folder, Inputs(folder)


def test_what_is_not_there_is_replaced_and_told(tmp_path: Path) -> None:
    (face,), (remark,) = drop_in_faces(WANTED, OURS, *project(tmp_path))
    assert (face.family, face.file.name) == ("RP Fangsong", "RPSong-Regular.ttf")
    assert (remark.code, remark.severity) == ("fonts/substitute", Severity.WARNING)
    assert "fangsong" in remark.message


def test_a_face_of_the_project_is_taken(tmp_path: Path) -> None:
    sha256 = hashlib.sha256((FONTS / "RPKai-Regular.ttf").read_bytes()).hexdigest()
    said = f"fangsong: {{file: Fang.ttf, sha256: {sha256}}}\n"
    (face,), remarks = drop_in_faces(WANTED, OURS, *project(tmp_path, said))
    assert face.file == tmp_path / "fonts" / "Fang.ttf"
    assert remarks == ()


def test_another_file_than_the_one_named_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        drop_in_faces(WANTED, OURS, *project(tmp_path, "fangsong: {file: Fang.ttf, sha256: '0'}\n"))
    assert [found.code for found in caught.value.findings] == ["fonts/differs"]


def test_a_file_that_is_named_and_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        drop_in_faces(WANTED, OURS, *project(tmp_path, "fangsong: {file: Other.ttf, sha256: '0'}\n"))
    assert [found.code for found in caught.value.findings] == ["inputs/missing"]


def test_a_substitute_that_is_not_there_is_a_fault_of_the_layout(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        drop_in_faces((Wanted("X", "x", 900, "RP Song"),), OURS, *project(tmp_path))
    assert [found.code for found in caught.value.findings] == ["fonts/no-substitute"]
