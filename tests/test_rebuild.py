"""What was built is built again from its record, and what has changed since is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.hands import here
from tests.small_report import ask, change

from reportpub.findings import Severity, ToolError
from reportpub.inputs import Inputs
from reportpub.model.report import Target
from reportpub.rebuild import Kept, kept, rebuild
from reportpub.record import RECORD, only, read, written
from reportpub.source.load import load_report


@pytest.fixture
def project(built_once: Path, tmp_path: Path) -> Path:
    """Return the small report with its Chinese edition, whose record is looked at for the Word file."""
    return Path(shutil.copytree(built_once, tmp_path / "book"))


def word(project: Path) -> Kept:
    """Return the Word file of the Chinese edition with what its record says."""
    there = {path.name: path.read_bytes() for path in (project / "out" / "zh").iterdir()}
    one = kept("out/zh", there)
    return replace(one, record=only(one.record, (Target.DOCX,)))


def found(project: Path, one: Kept) -> list[tuple[str, Severity, str]]:
    report, _ = load_report(project, Inputs(project))
    told = rebuild((one,), report, project, lambda _: None, here)
    return [(finding.code, finding.severity, finding.message) for finding in told]


def test_what_has_not_changed_is_made_again_to_the_byte(project: Path) -> None:
    assert found(project, word(project)) == []


def test_a_changed_word_is_named_with_the_parts_that_it_changed(project: Path) -> None:
    change(project, "chapters/00-preface.yaml", "本书含各种块", "本书各种块都有")
    (input_code, severity, said), (code, _, difference) = found(project, word(project))
    assert (input_code, severity) == ("verify/input", Severity.ERROR)
    assert said.startswith("source/chapters/00-preface.yaml has changed")
    assert code == "verify/rebuilt"
    assert "word/document.xml" in difference


def other_face(one: Kept) -> Kept:
    face = next(name for name in one.record.reads if name.endswith(".ttf"))
    return replace(one, record=replace(one.record, reads={**one.record.reads, face: "0" * 64}))


def other_profile(one: Kept) -> Kept:
    profile = next(name for name in one.record.reads if name.endswith(".icc"))
    return replace(one, record=replace(one.record, reads={**one.record.reads, profile: "0" * 64}))


def other_engine(one: Kept) -> Kept:
    return replace(one, record=replace(one.record, made_by={**one.record.made_by, "weasyprint": "69.0"}))


def lost_source(one: Kept) -> Kept:
    reads = {**one.record.reads, "source/lost.yaml": "0" * 64}
    return replace(one, record=replace(one.record, reads=reads))


@pytest.mark.parametrize(
    ("other", "code", "said"),
    [
        (other_face, "verify/font", "the face reportpub:fonts/"),
        (other_profile, "verify/profile", "the colour profile reportpub:layouts/"),
        (other_engine, "verify/tool", "weasyprint was 69.0 and is 70.0 here"),
        (lost_source, "verify/input", "source/lost.yaml is no longer there"),
    ],
)
def test_what_changed_without_changing_the_file_is_a_warning(
    project: Path, other: Callable[[Kept], Kept], code: str, said: str
) -> None:
    ((got, severity, message),) = found(project, other(word(project)))
    assert (got, severity) == (code, Severity.WARNING)
    assert message.startswith(said)


def test_a_file_that_was_edited_or_lost_is_told(project: Path) -> None:
    one = word(project)
    edited = replace(one, files={**one.files, "book-zh.docx": one.files["book-zh.docx"] + b"x"})
    assert [code for code, _, _ in found(project, edited)] == ["verify/altered"]
    assert [code for code, _, _ in found(project, replace(one, files={}))] == ["verify/missing"]


def test_a_record_of_another_report_is_told(project: Path) -> None:
    one = word(project)
    other = replace(one, record=replace(one.record, edition="gone"))
    assert [code for code, _, _ in found(project, other)] == ["verify/record"]


@pytest.mark.parametrize("data", [None, b"{}"])
def test_a_record_that_is_missing_or_torn_is_told(project: Path, data: bytes | None) -> None:
    with pytest.raises(ToolError, match="verify/record"):
        kept("out/zh", {} if data is None else {RECORD: data})
    (project / "out" / "zh" / RECORD).unlink()
    assert "verify/record" in ask("verify", "--rebuild", "--project", project).err


def test_where_nothing_can_be_made_the_changes_are_told_with_what_is_wrong(project: Path) -> None:
    change(project, "facts.yaml", "facts:\n", "facts: [\n")
    said = ask("verify", "--rebuild", "zh", "--project", project)
    assert said.code == 1
    assert "source/facts.yaml:1:1: warning[verify/input]" in said.err
    assert "error[yaml/syntax]" in said.err


def test_a_record_of_some_targets_is_a_record(project: Path) -> None:
    one = word(project).record
    assert read(written(one)) == one
