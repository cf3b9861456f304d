"""Outside programs are found, run with a limit, and asked for by name when they are not there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportpub.findings import ToolError
from reportpub.programs import ADVICE, MissingProgram, find, run

PYTHON = Path(sys.executable)


def test_a_missing_program_brings_its_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingProgram) as raised:
        find("npm")
    assert raised.value.exit_code == 2
    assert "apt install npm" in raised.value.findings[0].hint
    assert "brew install node" in raised.value.findings[0].hint


def test_an_unknown_program_is_named() -> None:
    with pytest.raises(MissingProgram, match="no-such-program-here is not installed"):
        find("no-such-program-here")


def test_a_program_leaves_code_and_output(tmp_path: Path) -> None:
    code = "import sys; print(sys.stdin.read(), end=''); print('no', file=sys.stderr); sys.exit(3)"
    done = run(PYTHON, ["-c", code], cwd=tmp_path, timeout=30, stdin=b"text")
    assert (done.ok, done.code, done.stdout, done.complaint) == (False, 3, b"text", "no")


def test_a_silent_program_complains_by_its_code(tmp_path: Path) -> None:
    assert run(PYTHON, ["-c", "raise SystemExit(4)"], cwd=tmp_path, timeout=30).complaint == "exit code 4"


def test_a_program_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="did not end"):
        run(PYTHON, ["-c", "import time; time.sleep(60)"], cwd=tmp_path, timeout=0.5)


def test_a_program_that_cannot_start_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="could not be started"):
        run(tmp_path / "nothing", [], cwd=tmp_path, timeout=30)


def test_the_given_environment_is_the_whole_one(tmp_path: Path) -> None:
    code = "import os; print(os.environ.get('ONLY'), 'HOME' in os.environ)"
    done = run(PYTHON, ["-c", code], cwd=tmp_path, timeout=30, env={"ONLY": "this"})
    assert done.stdout.split() == [b"this", b"False"]


def test_all_advice_names_debian() -> None:
    assert all(advice.debian for advice in ADVICE.values())
