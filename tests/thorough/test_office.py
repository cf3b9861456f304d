"""LibreOffice opens the report, saves it anew and makes its contents anew: nothing is lost or changed."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from tests.office import scripted
from tests.report.finished import Finished

from reportpub.checks.word_text import word_parts
from reportpub.model.report import Target

NAME = "sequential"
_MARK = re.compile(r'<w:bookmarkStart [^>]*w:name="(_rpf?_[^"]+)"')


@dataclass(frozen=True)
class Session:
    """A file before and after, and the lines of its contents before and after they were made anew."""

    ours: bytes
    saved: bytes
    before: list[str]
    after: list[str]


@pytest.fixture(scope="module", name="session")
def _session(finished: Finished, tmp_path_factory: pytest.TempPathFactory) -> Session:
    folder = tmp_path_factory.mktemp("office")
    ours = finished.path(NAME, Target.DOCX).read_bytes()
    (folder / "report.docx").write_bytes(ours)
    scripted(Path(__file__).parent / "office_session.py", folder, "report.docx")
    told = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Session(ours, (folder / "report.saved.docx").read_bytes(), told["before"], told["after"])


def marks(data: bytes) -> set[str]:
    """Return the bookmarks of blocks and facts in the text of a file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return set(_MARK.findall(archive.read("word/document.xml").decode()))


def words(data: bytes) -> str:
    """Return the text of a file and of its notes, without spaces."""
    return re.sub(r"\s+", "", "".join(word_parts(data)))


def test_all_blocks_and_facts_are_found_again(session: Session) -> None:
    ours = marks(session.ours)
    assert len([mark for mark in ours if mark.startswith("_rpf_")]) > 1000
    assert ours - marks(session.saved) == set()


def test_the_text_is_unchanged(session: Session) -> None:
    assert words(session.saved) == words(session.ours)


def test_contents_made_anew_are_those_that_were_there(session: Session) -> None:
    assert len(session.before) > 80
    assert session.after == session.before
