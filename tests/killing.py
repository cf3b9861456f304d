"""Builds killed at moments chosen by lot, over the whole length of a build: `python -m tests.killing 200`.

After each kill the files must be one whole set, once moves that were begun are brought to their end, as the
next build does; in the end a build succeeds and leaves nothing temporary behind.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.small_report import change, contents, copied

from reportpub.kept import FOLDER
from reportpub.publish import recover

COMMAND = (sys.executable, "-I", "-m", "reportpub", "build", "zh", "--project")
WORDS = ("本书含各种块", "本书各种块都有")
"""What a source file says in turns, so that each build has something to make."""
PREFACE = "chapters/00-preface.yaml"
_LATE = 1.05
"""How much longer than a build a kill may wait, so that some come when everything is done."""


@dataclass(slots=True)
class Counted:
    """What became of the builds: how many were running when they were killed, and how many came through."""

    kills: int = 0
    running: int = 0
    whole_at_once: int = 0
    new: int = 0
    torn: int = 0


def started(project: Path, room: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start a build in a process group of its own, with a folder for its temporary files."""
    return subprocess.Popen(
        [*COMMAND, str(project), *more],
        env={**os.environ, "TMPDIR": str(room)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def killed(build: subprocess.Popen[bytes]) -> bool:
    """End a build with all its processes, as none can refuse, and tell whether it was still running."""
    running = build.poll() is None
    if running:
        os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    return running


def finished(project: Path, room: Path, files: int, *more: str) -> None:
    """Build to the end; nothing temporary is left."""
    build = started(project, room, *more)
    said = build.communicate()[1]
    assert build.returncode == 0, said.decode()
    assert whole(project / "out", files)
    temporary = [path.name for path in room.iterdir()]
    assert temporary == [], temporary
    left = [path.name for path in (project / "out").rglob(".*") if path.name not in {".stamps", FOLDER}]
    assert left == [], left


def whole(out: Path, files: int) -> bool:
    """Tell whether all finished files are there, each of them the one that stamp and record were made for."""
    seen = contents(out)
    stamps = [name for name in seen if name.startswith(".stamps/") and name.endswith(".json")]
    told = {
        f"zh/{Path(name).stem}": json.loads((out / name).read_text("utf-8"))["artefact"] for name in stamps
    }
    record = json.loads((out / "zh" / "build-record.json").read_text("utf-8"))
    recorded = {f"zh/{one['file']}": one["sha256"] for one in record["artefacts"]}
    return (
        len(told) == files
        and recorded.items() <= told.items()
        and all(seen[name][0] == one for name, one in told.items())
    )


def one_page(into: Path) -> Path:
    """Return a report of a page or two, with its Chinese edition alone."""
    project = copied(into)
    change(
        project, "report.yaml", "front: [00-preface]\n  body: [01-courts, 02-outlook]", "body: [00-preface]"
    )
    return project


def main(times: int, seed: int) -> Counted:
    """Kill so many builds, and count; raise where a set is torn or a build does not succeed afterwards."""
    chance, count = random.Random(seed), Counted()
    with tempfile.TemporaryDirectory() as folder:
        project, room = one_page(Path(folder) / "book"), Path(folder) / "room"
        room.mkdir()
        length = _length(project, room)
        out, said = project / "out", 0
        files = sorted(out.glob("zh/book-zh*"))

        def turned() -> list[bytes]:
            """Change the source, and return the files that were made before."""
            nonlocal said
            change(project, PREFACE, WORDS[said], WORDS[1 - said])
            said = 1 - said
            return [path.read_bytes() for path in files]

        old = turned()
        for at in range(1, times + 1):
            build = started(project, room)
            time.sleep(chance.uniform(0, length * _LATE))
            count.running += killed(build)
            count.kills = at
            count.whole_at_once += whole(out, 3)
            recover(out)
            count.torn += not whole(out, 3)
            if [path.read_bytes() for path in files] != old:
                count.new += 1
                old = turned()
            if at % 20 == 0:
                length = _length(project, room)
                old = turned()
                print(f"a build takes {length:.1f} s; {count}", flush=True)
        finished(project, room, 3)
    return count


def _length(project: Path, room: Path) -> float:
    """Build to the end, and return how many seconds that takes here and now."""
    began = time.perf_counter()
    finished(project, room, 3)
    return time.perf_counter() - began


if __name__ == "__main__":
    print(main(int(sys.argv[1]), seed=4))
