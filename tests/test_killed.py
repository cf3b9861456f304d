"""Builds killed at random moments: the files are always one whole set. `pytest --kills 100` tries more."""

from __future__ import annotations

import random  # noqa: TID251 - moments are chosen by lot, the same ones each time
import shutil
import subprocess  # noqa: TID251 - a program that is not waited for
import time
from collections.abc import Callable
from pathlib import Path

from tests.killing import PREFACE, WORDS, finished, killed, started, whole
from tests.small_report import change

from reportpub.publish import recover

WORD = ("--target", "docx")
"""The one file that is made: the quickest."""


def wait_for(step: str, build: subprocess.Popen[bytes], out: Path) -> None:
    """Wait until a build says that it has come to a step, or until its first file is being written."""
    if step == "write":
        while build.poll() is None and not [*out.rglob(".*.part")]:
            time.sleep(0.001)
    elif step != "start" and build.stderr is not None:
        for line in build.stderr:
            if line.decode().strip() == f"zh: {step}":
                return


def test_a_killed_build_leaves_a_whole_set(
    built_once: Path, tmp_path: Path, kills: int, record_property: Callable[[str, object], None]
) -> None:
    project, room = Path(shutil.copytree(built_once, tmp_path / "book")), tmp_path / "room"
    out, docx = project / "out", project / "out" / "zh" / "book-zh.docx"
    room.mkdir()
    chance = random.Random(4)  # noqa: S311 - not secret
    old, said, running, whole_at_once, made = docx.read_bytes(), 1, 0, 0, 0
    change(project, PREFACE, *WORDS)
    for _ in range(kills):
        build = started(project, room, *WORD)
        wait_for(chance.choice(["start", "start", "source", "docx", "proof", "write"]), build, out)
        time.sleep(chance.uniform(0, 0.05))
        running += killed(build)
        whole_at_once += whole(out, 3)
        recover(out)
        assert whole(out, 3)
        if docx.read_bytes() != old:
            old, made = docx.read_bytes(), made + 1
            change(project, PREFACE, WORDS[said], WORDS[1 - said])
            said = 1 - said
    for name, number in (("running", running), ("whole at once", whole_at_once), ("new", made)):
        record_property(name, number)
    assert running > 0
    finished(project, room, 3, *WORD)
    assert docx.read_bytes() != old
