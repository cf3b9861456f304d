"""The one door to the disk gives out only what lies below its roots, and remembers it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from reportpub.findings import Finding, Span
from reportpub.inputs import LARGEST, Inputs, Refused, fingerprint

HERE = Span("chapters/one.yaml", 7, 3)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "project"


def refused(ask: Callable[[], object]) -> Finding:
    with pytest.raises(Refused) as raised:
        ask()
    return raised.value.finding


def test_a_read_is_recorded_under_its_real_path_with_its_hash(project: Path) -> None:
    (project / "a.txt").write_bytes("文字".encode())
    inputs = Inputs(project)
    assert inputs.read_text(project / "below" / ".." / "a.txt") == "文字"
    assert inputs.reads == {(project / "a.txt").resolve(): hashlib.sha256("文字".encode()).hexdigest()}


def test_a_byte_order_mark_is_no_part_of_the_text(project: Path) -> None:
    (project / "a.txt").write_bytes(b"\xef\xbb\xbfwords")
    assert Inputs(project).read_text(project / "a.txt") == "words"


@pytest.mark.parametrize("way", ["../secret.txt", "below/../../secret.txt", "/etc/passwd"])
def test_nothing_outside_is_given_out(project: Path, way: str) -> None:
    inputs = Inputs(project)
    found = refused(lambda: inputs.read_bytes(project / way, HERE))
    assert (found.code, found.span) == ("inputs/outside", HERE)
    assert not inputs.reads


def test_a_link_that_leads_outside_is_not_followed(project: Path) -> None:
    (project / "link.txt").symlink_to(project.parent / "secret.txt")
    (project / "folder").symlink_to(project.parent, target_is_directory=True)
    inputs = Inputs(project)
    assert refused(lambda: inputs.read_bytes(project / "link.txt")).code == "inputs/outside"
    assert refused(lambda: inputs.read_bytes(project / "folder" / "secret.txt")).code == "inputs/outside"
    assert refused(lambda: inputs.names(project / "folder")).code == "inputs/outside"


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    (project / "a.txt").write_text("a", encoding="utf-8")
    (project / "link.txt").symlink_to(project / "a.txt")
    assert Inputs(project).read_text(project / "link.txt") == "a"


@pytest.mark.parametrize("name", ["absent.txt", "."])
def test_what_is_no_file_is_missing(project: Path, name: str) -> None:
    found = refused(lambda: Inputs(project).read_bytes(project / name, HERE))
    assert (found.code, found.span) == ("inputs/missing", HERE)
    assert found.hint


def test_a_file_above_the_limit_is_refused_before_it_is_read(project: Path) -> None:
    with (project / "huge.bin").open("wb") as huge:
        huge.truncate(LARGEST + 1)
    found = refused(lambda: Inputs(project).read_bytes(project / "huge.bin"))
    assert (found.code, found.hint) == ("inputs/too-large", "the limit is 64 MB")


def test_a_byte_that_is_not_utf_8_is_named_with_its_line_and_column(project: Path) -> None:
    path = project / "gbk.yaml"
    path.write_bytes("title: 标题\nzh: 中文".encode() + "广东".encode("gbk"))
    found = refused(lambda: Inputs(project).read_text(path))
    assert (found.code, found.span) == ("inputs/not-utf-8", Span("gbk.yaml", 2, 7))
    assert "0xb9" in found.message
    assert "GBK" in found.hint


def test_a_listing_is_a_read_that_changes_with_the_names(project: Path) -> None:
    (project / "b.txt").touch()
    (project / "a.txt").touch()
    inputs = Inputs(project)
    assert inputs.names(project) == ("a.txt", "b.txt")
    recorded = inputs.reads[project.resolve()]
    assert fingerprint(project) == recorded
    (project / "c.txt").touch()
    assert fingerprint(project) != recorded


def test_a_folder_that_is_not_there_is_a_read_too(project: Path) -> None:
    inputs = Inputs(project)
    assert inputs.names(project / "layouts") == ()
    assert inputs.reads == {project.resolve() / "layouts": fingerprint(project / "layouts")}
    (project / "layouts").mkdir()
    assert inputs.reads[project.resolve() / "layouts"] != fingerprint(project / "layouts")


def test_the_fingerprint_of_nothing_is_empty(project: Path) -> None:
    assert not fingerprint(project / "absent")
