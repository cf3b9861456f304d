"""A real scheduler with two workers builds several projects; one of them is killed, and nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess  # noqa: TID251 - programs that live on
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client
from tests.killing import one_page

from reportpub.build import orders
from reportpub.cluster import cluster
from reportpub.inputs import fingerprint
from reportpub.many import Planned, build_all
from reportpub.model.report import Target
from reportpub.projects import named
from reportpub.record import read, record_path
from reportpub.verbs.content import sound
from reportpub.workers import Step

QUIET = ("--no-dashboard", "--scheduler-file")


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler's address, and its workers, each a process with a group of its own."""

    address: str
    workers: tuple[subprocess.Popen[bytes], ...]


def started(what: str, folder: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start a scheduler or a worker, as its own program does."""
    command = [sys.executable, "-I", "-m", f"distributed.cli.dask_{what}", *more]
    return subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def address(file: Path) -> str:
    """Return the address of a scheduler once it has written it."""
    while True:
        with contextlib.suppress(FileNotFoundError, ValueError):
            return str(json.loads(file.read_text("utf-8"))["address"])
        time.sleep(0.05)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cluster]:
    file = tmp_path / "scheduler.json"
    local = ("--host", "127.0.0.1", *QUIET, str(file))
    programs = [started("scheduler", tmp_path, "--port", "0", *local)]
    try:
        there = address(file)
        programs += [
            started("worker", tmp_path, "--nthreads", "1", "--no-nanny", *local[2:]) for _ in range(2)
        ]
        with Client(there, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
        yield Cluster(there, tuple(programs[1:]))
    finally:
        for program in programs:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def plan(folder: Path) -> Planned:
    report, found = sound(folder)
    return report, orders(report, folder, ("zh",), (Target.DOCX,)), found


def children(process: int) -> list[int]:
    """Return the processes that a process has started and that are still running."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(one) for task in tasks for one in task.read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks the system of Linux who is at work")
def test_a_worker_that_is_killed_loses_nothing_and_nothing_is_made_twice(
    two: Cluster, tmp_path: Path
) -> None:
    projects = named(one_page(tmp_path / name) for name in "ab")
    heard: list[Step] = []
    victim = two.workers[0]

    def hear(step: Step) -> None:
        heard.append(step)

    with cluster(two.address) as (workers, left_out):
        assert left_out == ()

        def watched() -> tuple[()]:
            if victim.poll() is None and children(victim.pid):
                os.killpg(victim.pid, signal.SIGKILL)
                victim.wait()
            return ()

        workers.steps = watched
        came = list(build_all(projects, plan, hear, lambda _: nullcontext(workers)))
    assert victim.poll() == -signal.SIGKILL
    assert {outcome.exit_code for _, outcome in came} == {0}
    assert Counter(one.name for one, _ in came) == Counter(one.name for one in projects)
    assert Counter(heard) == Counter((f"{one.name} zh", "done") for one in projects)
    files = {fingerprint(one.folder / "out" / "zh" / "book-zh.docx") for one in projects}
    records = {read(record_path(one.folder / "out", "zh").read_bytes()).files[0].sha256 for one in projects}
    assert len(files) == 1
    assert records == files
    left = [path for one in projects for path in (one.folder / "out").rglob(".*") if path.name != ".stamps"]
    assert left == []
