"""Two builds in one folder: the second waits for the first, and a killed one holds nobody up."""

from __future__ import annotations

import os
import subprocess  # noqa: TID251 - a program that is not waited for
import sys
import threading
from pathlib import Path

import pytest

from reportpub.claim import CLAIM, Busy, claimed, not_now


def nobody(process: str) -> None:
    raise AssertionError(process)


def test_the_second_waits_until_the_first_is_done_and_is_told_for_whom(tmp_path: Path) -> None:
    heard: list[str] = []
    waits, entered = threading.Event(), threading.Event()

    def hear(process: str) -> None:
        heard.append(process)
        waits.set()

    def second() -> None:
        with claimed(tmp_path, hear):
            entered.set()

    other = threading.Thread(target=second)
    with claimed(tmp_path, nobody):
        other.start()
        assert waits.wait(10)
        assert not entered.is_set()
    other.join(10)
    assert entered.is_set()
    assert heard == [str(os.getpid())]
    assert [*tmp_path.iterdir()] == []


def test_what_a_killed_build_left_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / CLAIM).write_text("1")
    with claimed(tmp_path, nobody):
        assert (tmp_path / CLAIM).read_text() == str(os.getpid())
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_cannot_be_written_is_used_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with claimed(tmp_path, nobody):
        pass


def test_a_full_disk_is_claimed_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", full)
    with claimed(tmp_path, nobody), pytest.raises(Busy), claimed(tmp_path, not_now):
        pass
    assert [*tmp_path.iterdir()] == []


def test_a_build_waits_for_the_folder_and_then_goes_on(built_once: Path) -> None:
    command = [sys.executable, "-I", "-m", "reportpub", "build", "zh", "--target", "docx", "--project"]
    with claimed(built_once / "out", nobody):
        build = subprocess.Popen(  # noqa: S603 - our own command
            [*command, str(built_once)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        assert build.stderr is not None
        said = build.stderr.readline().decode()
        assert said == f"out: waiting for the build of process {os.getpid()}\n"
        assert build.poll() is None
    build.communicate()
    assert build.returncode == 0
    assert not (built_once / "out" / CLAIM).exists()
