"""The editor is told a file and a line of the project, and nothing else can be opened."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from tests.small_report import copied

from reportpub.preview.editors import chosen, opened

FILE = "source/chapters/01-courts.yaml"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("myedit", ("myedit", "{file}")),
        ("myedit --goto {file}:{line}", ("myedit", "--goto", "{file}:{line}")),
        ("'my edit' -n{line} {file}", ("my edit", "-n{line}", "{file}")),
    ],
)
def test_a_command_is_taken_as_it_is_named(command: str, words: tuple[str, ...]) -> None:
    assert chosen(command) == words


def test_an_editor_is_looked_for_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chosen("") == ()
    program = tmp_path / "kate"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert chosen("") == ("kate", "--line", "{line}", "--column", "{column}", "{file}")


def test_the_editor_hears_file_line_and_column(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    heard = tmp_path / "heard"
    script = f"import sys; open({str(heard)!r}, 'w').write(' '.join(sys.argv[1:]))"
    assert opened((sys.executable, "-c", script, "{file}:{line}:{column}"), project, FILE, 7, 3) is None
    patience = time.monotonic() + 20
    while not (heard.exists() and heard.read_text()) and time.monotonic() < patience:
        time.sleep(0.02)
    assert heard.read_text() == f"{project / FILE}:7:3"


@pytest.mark.parametrize("file", ["../secret", "source/../../secret", "/etc/passwd", "source/none.yaml", ""])
def test_nothing_but_a_source_of_the_project_is_opened(tmp_path: Path, file: str) -> None:
    project = copied(tmp_path / "book")
    (tmp_path / "secret").write_text("x")
    refused = opened((sys.executable, "-c", "raise SystemExit(1)"), project, file, 1, 1)
    assert refused is not None
    assert refused.code == "preview/file"


def test_without_an_editor_the_way_to_name_one_is_told(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    refused = opened((), project, FILE, 1, 1)
    assert refused is not None
    assert refused.code == "preview/editor"
    assert "--editor" in refused.hint
    missing = opened(("no-such-editor",), project, FILE, 1, 1)
    assert missing is not None
    assert missing.code == "programs/missing"
