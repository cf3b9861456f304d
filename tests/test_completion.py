"""A shell completes commands, options, the editions of the project and files."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from tests.small_report import BOOK, ask

from reportpub.programs import find, run

BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="bash is not installed")


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the script for bash."""
    path = tmp_path_factory.mktemp("completion") / "reportpub"
    path.write_text(ask("completion", "bash").out, encoding="utf-8")
    return path


def completed(script: Path, typed: str, cwd: Path) -> set[str]:
    """Return what bash offers when a line is typed and the tab key is pressed."""
    words = typed.split(" ")
    asked = (
        f"source {shlex.quote(str(script))}; COMP_WORDS=({' '.join(map(shlex.quote, words))}); "
        f"COMP_CWORD={len(words) - 1}; COMP_LINE={shlex.quote(typed)}; COMP_POINT={len(typed)}; "
        f"of=$(complete -p reportpub); of=${{of#*-F }}; ${{of%% *}} reportpub {shlex.quote(words[-1])} "
        f"{shlex.quote(words[-2])}; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = run(find("bash"), ["--norc", "-c", asked], cwd=cwd, timeout=30)
    assert done.ok, done.stderr.decode()
    return set(done.stdout.decode().split())


@needs_bash
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("reportpub ver", {"verify"}),
        ("reportpub build --rel", {"--release"}),
        ("reportpub build pa", {"parallel"}),
        ("reportpub build zh --target sc", {"screen"}),
        ("reportpub build --format j", {"json"}),
        ("reportpub --language z", {"zh"}),
        ("reportpub review rec", {"receive"}),
        ("reportpub preview s", {"sequential"}),
    ],
)
def test_what_is_typed_is_completed(script: Path, typed: str, offered: set[str]) -> None:
    assert completed(script, typed, BOOK) == offered


@needs_bash
def test_editions_are_those_of_the_project(script: Path, tmp_path: Path) -> None:
    assert completed(script, "reportpub build ", BOOK) >= {"parallel", "sequential", "zh", "en"}
    assert "parallel" not in completed(script, "reportpub build ", tmp_path)
    assert "parallel" in completed(script, f"reportpub build --project {BOOK} ", tmp_path)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_a_script_of_every_command(shell: str) -> None:
    said = ask("completion", shell)
    assert said.code == 0
    for words in ("_reportpub_editions", "translate", "spreads", "release"):
        assert words in said.out


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_take_their_script(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = tmp_path / "script"
    path.write_text(ask("completion", shell).out, encoding="utf-8")
    done = run(find(shell), ["-n" if shell == "zsh" else "--no-execute", str(path)], cwd=tmp_path, timeout=30)
    assert done.ok, done.stderr.decode()
