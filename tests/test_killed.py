"""Builds killed at random moments: the files are always one whole set. `pytest --kills 100` tries more."""

from __future__ import annotations

import json
import os
import random  # noqa: TID251 - moments are chosen by lot, the same ones each time
import shutil
import signal
import subprocess  # noqa: TID251 - a program that is not waited for
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.small_report import change, contents

from reportpub.publish import recover

COMMAND = (sys.executable, "-I", "-m", "reportpub", "build", "zh", "--target", "docx", "--project")
WORDS = ("本书含各种块", "本书各种块都有")
"""What a source file says in turns, so that each build has something to make."""


def started(project: Path, room: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process group of its own, with a folder for its temporary files."""
    return subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, str(project)],
        env={**os.environ, "TMPDIR": str(room)},  # noqa: TID251 - it finds its libraries as we do
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def finished(project: Path, room: Path) -> None:
    """Build to the end; nothing temporary is left."""
    build = started(project, room)
    said = build.communicate()[1]
    assert build.returncode == 0, said.decode()
    assert whole(project / "out")
    assert [*room.iterdir()] == []
    assert [*(project / "out").rglob(".*.part"), *(project / "out").rglob(".*.moves")] == []


def whole(out: Path) -> bool:
    """Tell whether all finished files are there, each of them the one that its stamp was made for."""
    seen = contents(out)
    stamps = [name for name in seen if name.startswith(".stamps/") and name.endswith(".json")]
    told = {name: json.loads((out / name).read_text("utf-8"))["artefact"] for name in stamps}
    return len(told) == 3 and all(seen[f"zh/{Path(name).stem}"][0] == one for name, one in told.items())


def wait_for(step: str, build: subprocess.Popen[bytes], out: Path) -> None:
    """Wait until a build says that it has come to a step, or until its first file is being written."""
    if step == "write":
        while build.poll() is None and not [*out.rglob(".*.part")]:
            time.sleep(0.001)
    elif step != "start" and build.stderr is not None:
        for line in build.stderr:
            if line.decode().strip() == f"zh: {step}":
                return


def killed(build: subprocess.Popen[bytes]) -> bool:
    """End a build with all its processes, as none can refuse, and tell whether it was still running."""
    running = build.poll() is None
    if running:
        os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    return running


def test_a_killed_build_leaves_a_whole_set(
    built_once: Path, tmp_path: Path, kills: int, record_property: Callable[[str, object], None]
) -> None:
    project, room = Path(shutil.copytree(built_once, tmp_path / "book")), tmp_path / "room"
    out, docx = project / "out", project / "out" / "zh" / "book-zh.docx"
    room.mkdir()
    chance = random.Random(4)  # noqa: S311 - not secret
    old, said, running, whole_at_once, made = docx.read_bytes(), 1, 0, 0, 0
    change(project, "chapters/00-preface.yaml", *WORDS)
    for _ in range(kills):
        build = started(project, room)
        wait_for(chance.choice(["start", "start", "source", "docx", "proof", "write"]), build, out)
        time.sleep(chance.uniform(0, 0.05))
        running += killed(build)
        whole_at_once += whole(out)
        recover(out)
        assert whole(out)
        if docx.read_bytes() != old:
            old, made = docx.read_bytes(), made + 1
            change(project, "chapters/00-preface.yaml", WORDS[said], WORDS[1 - said])
            said = 1 - said
    for name, number in (("running", running), ("whole at once", whole_at_once), ("new", made)):
        record_property(name, number)
    assert running > 0
    finished(project, room)
    assert docx.read_bytes() != old
