"""Many projects in one go: each has its own files, claim and exit code, and one that fails keeps no other."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import pytest
from tests.hands import by, here
from tests.killing import one_page
from tests.small_report import change

from reportpub.build import Hire, orders
from reportpub.claim import CLAIM, claimed, not_now
from reportpub.findings import ContentError
from reportpub.finished import Outcome
from reportpub.many import Planned, build_all
from reportpub.messages.catalogue import ENGLISH
from reportpub.model.report import Target
from reportpub.order import Order
from reportpub.projects import Project, named
from reportpub.verbs.content import sound
from reportpub.verbs.summary import summary
from reportpub.workers import Result, Step, worked


def plan(folder: Path) -> Planned:
    report, found = sound(folder)
    return report, orders(report, folder, ("zh",), (Target.DOCX,)), found


@pytest.fixture
def several(tmp_path: Path) -> tuple[Project, ...]:
    """Return three projects, the second of which has a fault."""
    folders = [one_page(tmp_path / name) for name in "abc"]
    change(folders[1], "facts.yaml", "facts:\n", "facts: [\n")
    return named(folders)


def built(
    several: tuple[Project, ...], heard: list[Step] | None = None, hire: Hire = here
) -> dict[str, Outcome]:
    steps = [] if heard is None else heard
    came = [(one.folder.name, outcome) for one, outcome in build_all(several, plan, steps.append, hire)]
    assert len(came) == len({name for name, _ in came})
    return dict(came)


def test_one_that_fails_keeps_no_other_and_the_next_time_nothing_is_made(
    several: tuple[Project, ...],
) -> None:
    heard: list[Step] = []
    came = built(several, heard)
    assert {name: outcome.exit_code for name, outcome in came.items()} == {"a": 0, "b": 1, "c": 0}
    assert sorted(step for step in heard if step[1] == "done") == sorted(
        (f"{one.name} zh", "done") for one in several if one.folder.name != "b"
    )
    span = came["b"].findings[0].span
    assert span is not None
    assert span.file == f"{several[1].name}/source/facts.yaml"
    files = [(one.folder / "out" / "zh" / "book-zh.docx") for one in several]
    assert [path.is_file() for path in files] == [True, False, True]
    # The same content in another folder is the same file, and no claim is left.
    assert files[0].read_bytes() == files[2].read_bytes()
    assert [path for one in several for path in one.folder.rglob(CLAIM)] == []
    again = built(several)
    assert [one.kept for outcome in again.values() for one in outcome.artefacts] == [True, True]
    told = {one: came[one.folder.name] for one in several}
    lines = [line.split() for line in summary(told, ENGLISH)]
    assert [line[-5:] for line in lines[1:4]] == [
        ["1", "0", "0", "0", "0"],
        ["0", "0", "1", "0", "1"],
        ["1", "0", "0", "0", "0"],
    ]
    assert lines[-1] == ["projects:", "3,", "with", "errors:", "1"]


def test_a_project_that_another_process_builds_is_left_for_later(several: tuple[Project, ...]) -> None:
    busy, last = several[0], several[2]
    claim = claimed(busy.folder / "out", not_now)
    claim.__enter__()
    came: list[str] = []
    heard: list[Step] = []

    def hear(step: Step) -> None:
        heard.append(step)
        if step == (f"{last.name} zh", "done"):
            claim.__exit__(None, None, None)

    came.extend(one.name for one, _ in build_all((busy, last), plan, hear, here))
    assert came == [last.name, busy.name]
    assert (busy.name, f"waiting for the build of process {os.getpid()}") in heard


def test_a_fault_of_the_program_is_raised_when_the_others_are_in_their_place(
    several: tuple[Project, ...],
) -> None:
    def faulty(order: Order) -> Result:
        if order.project == several[0].folder:
            raise KeyError("x")
        return worked(order, lambda _: None)

    came: dict[str, Outcome] = {}
    steps = build_all((several[0], several[2]), plan, lambda _: None, lambda _: nullcontext(by(faulty)))

    def gather() -> None:
        for one, outcome in steps:
            came[one.folder.name] = outcome

    with pytest.raises(KeyError):
        gather()
    assert [finding.code for finding in came["a"].findings] == ["build/fault"]
    assert came["c"].exit_code == 0


def test_what_cannot_be_read_is_an_outcome(several: tuple[Project, ...]) -> None:
    with pytest.raises(ContentError):
        plan(several[1].folder)
    assert built(several[1:2])["b"].exit_code == 1
