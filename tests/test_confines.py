"""An edition that takes too much time or memory is stopped with a finding."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportpub.programs import run

LIMITED = """
from reportpub.confines import bounded, confine
from reportpub.findings import ToolError
confine({memory})
try:
    with bounded("book", {seconds}):
        {work}
        print("done")
except ToolError as refused:
    print(refused.findings[0].code)
"""


@pytest.mark.parametrize(
    ("work", "memory", "seconds", "says"),
    [
        ("sum(range(1000))", 2**33, 60, "done"),
        ("while True: pass", 2**33, 1, "build/time"),
        ("b'x' * 2**34", 2**33, 60, "build/memory"),
    ],
)
def test_what_takes_too_much_is_stopped(
    tmp_path: Path, work: str, memory: int, seconds: int, says: str
) -> None:
    program = LIMITED.format(work=work, memory=memory, seconds=seconds)
    done = run(Path(sys.executable), ["-c", program], cwd=tmp_path, timeout=120)
    assert (done.code, done.stdout.decode().strip()) == (0, says), done.complaint


AGAIN = """
        import time
        for _ in range(3):
            begun = time.process_time()
            with bounded("again", 2):
                while time.process_time() - begun < 1: pass
"""


def test_time_is_counted_anew_for_each_edition(tmp_path: Path) -> None:
    program = LIMITED.format(work=AGAIN.strip(), memory=2**33, seconds=60)
    done = run(Path(sys.executable), ["-c", program], cwd=tmp_path, timeout=120)
    assert done.stdout.decode().strip() == "done", done.complaint
