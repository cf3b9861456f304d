"""The build record of an edition names all that its files came from, and nothing of who made them where."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.small_report import BOOK, ask

from reportpub import __version__
from reportpub.inputs import fingerprint
from reportpub.model.report import Target
from reportpub.record import Record, Recorded, Unreadable, read, record_path, recorded, written
from reportpub.stamps import Stamp

PRINT = Stamp("aa", 44, {"source/b.yaml": "1", "reportpub:fonts/A.ttf": "2"}, {"weasyprint": "70.0"})
WORD = Stamp("bb", 0, {"source/b.yaml": "1", "reportpub:layouts/base/icc/F.icc": "3"}, {"zlib": "1.3"})
RECORD = recorded("r", "zh", [("r-zh.docx", Target.DOCX, WORD), ("r-zh-print.pdf", Target.PRINT, PRINT)])


def test_a_record_is_what_the_stamps_of_its_files_say_together() -> None:
    told = json.loads(written(RECORD))
    assert told == {
        "form": 1,
        "report": "r",
        "edition": "zh",
        "version": __version__,
        "artefacts": [
            {"file": "r-zh-print.pdf", "target": "print", "sha256": "aa", "pages": 44},
            {"file": "r-zh.docx", "target": "docx", "sha256": "bb"},
        ],
        "made_by": {"weasyprint": "70.0", "zlib": "1.3"},
        "inputs": {"source/b.yaml": "1"},
        "fonts": {"reportpub:fonts/A.ttf": "2"},
        "profiles": {"reportpub:layouts/base/icc/F.icc": "3"},
    }


def test_what_was_written_is_read_again() -> None:
    again = read(written(RECORD))
    assert written(again) == written(RECORD)
    assert again.targets == (Target.PRINT, Target.DOCX)
    assert Recorded(name="r-zh.docx", target=Target.DOCX, sha256="bb", pages=0) in again.files


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"form": 2}', b"\xff", written(RECORD)[:-9], written(RECORD)[:9]]
)
def test_what_is_no_record_says_so(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data)


def record_of(project: Path) -> Record:
    return read(record_path(project / "out", "zh").read_bytes())


def test_the_record_of_a_build_names_every_source_face_and_profile(built_once: Path) -> None:
    record = record_of(built_once)
    sources = {p.relative_to(BOOK).as_posix() for p in BOOK.rglob("*") if p.is_file()}
    assert sources <= record.reads.keys()
    assert {name.rpartition(".")[2] for name in record.reads} >= {"yaml", "ttf", "icc", "css", "png"}
    assert record.reads["source/images/map.png"] == fingerprint(BOOK / "source" / "images" / "map.png")
    assert {one.name: one.sha256 for one in record.files} == {
        name: fingerprint(built_once / "out" / "zh" / name)
        for name in ("book-zh-print.pdf", "book-zh-screen.pdf", "book-zh.docx")
    }
    assert {"reportpub", "python", "zlib", "weasyprint", "lib Pango"} <= record.made_by.keys()
    said = record_path(built_once / "out", "zh").read_text("utf-8")
    assert str(built_once.parent) not in said
    assert str(Path(__file__).parents[1]) not in said


def test_a_record_that_was_lost_or_cut_off_is_written_again(built_once: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(built_once, tmp_path / "book"))
    path = record_path(project / "out", "zh")
    whole = path.read_bytes()
    for broken in (None, whole[:-9]):
        path.unlink()
        if broken:
            path.write_bytes(broken)
        assert ask("build", "zh", "--target", "docx", "--project", project).out.count("(up to date)") == 1
        assert path.read_bytes() == whole
