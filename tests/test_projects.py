"""A list of projects is read line by line; what is wrong with it is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportpub.findings import ToolError
from reportpub.projects import listed, named, sorted_out


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name in ("a", "b c", "d#e"):
        (tmp_path / name / "source").mkdir(parents=True)
        (tmp_path / name / "source" / "report.yaml").touch()
    (tmp_path / "empty").mkdir()
    return tmp_path


def the_list(place: Path, text: str) -> Path:
    path = place / "list"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a\n", ["a"]),
        ("\ufeff# towns\r\n\r\n  a  \r\nb c  # the second\r\n", ["a", "b c"]),
        ("d#e # a name may hold the sign\n#a\n   # b c\na", ["d#e", "a"]),
        ("./a\n", ["a"]),
    ],
)
def test_a_list_names_folders_from_where_it_lies(place: Path, text: str, names: list[str]) -> None:
    fit, found = sorted_out(listed(the_list(place, text)))
    assert [one.folder for one in fit] == [(place / name).resolve() for name in names]
    assert found == ()


def test_what_is_wrong_is_told_with_its_place_and_keeps_no_other(place: Path) -> None:
    path = the_list(place, "a\n\n  nowhere # x\nempty\nb c/../a\nb c\n")
    fit, found = sorted_out(listed(path))
    assert [one.folder.name for one in fit] == ["a", "b c"]
    assert [(str(one.span), one.code) for one in found] == [
        (f"{path}:3:3", "projects/missing"),
        (f"{path}:4:1", "projects/none"),
        (f"{path}:5:1", "projects/twice"),
    ]
    (first,) = found[2].related
    assert str(first.span) == f"{path}:1:1"
    assert found[0].span is not None
    assert path.read_text()[found[0].span.start : found[0].span.end] == "nowhere"


def test_a_project_named_by_hand_and_in_a_list_is_built_once(place: Path) -> None:
    fit, found = sorted_out((*named((place / "a",)), *listed(the_list(place, "a\n"))))
    assert len(fit) == 1
    assert [one.code for one in found] == ["projects/twice"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(None, "inputs/missing"), (b"", "projects/empty"), (b"# none\n", "projects/empty"), (b"\xb1\xb1\n", "")],
)
def test_a_list_that_cannot_be_read_or_names_nothing_is_told(
    place: Path, data: bytes | None, code: str
) -> None:
    path = place / "list"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ToolError) as refused:
        listed(path)
    assert [one.code for one in refused.value.findings] == [code or "inputs/not-utf-8"]
