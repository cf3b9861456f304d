"""Many projects in one go: each has its own folder, claim and outcome, and one that fails keeps no other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from os import cpu_count
from pathlib import Path

from reportpub.build import Hire
from reportpub.claim import Busy, claimed, not_now
from reportpub.findings import Finding, ReportpubError, error
from reportpub.finished import Finished, Outcome
from reportpub.kept import FOLDER, Kept, makers, sweep
from reportpub.model.report import Report
from reportpub.order import Order
from reportpub.projects import Project
from reportpub.sentences import say
from reportpub.stamps import made_by
from reportpub.workers import Result, Step, processes

Planned = tuple[Report, tuple[Order, ...], tuple[Finding, ...]]
"""A project that can be built: its report, what is wanted of it, and what is to be told all the same."""

Plan = Callable[[Path], Planned]
"""Reads and checks a project; `ReportpubError` where it cannot be built."""


def build_all(
    projects: tuple[Project, ...], plan: Plan, told: Callable[[Step], None], hire: Hire = processes
) -> Iterator[tuple[Project, Outcome]]:
    """Yield what each project came to, as they are done; places in findings begin with the project.

    A project that another process is building is left for later. Editions of several projects are made at the
    same time. A fault of the program is raised when all the others are in their place.
    """
    with hire(cpu_count() or 1) as workers:
        night = _Night(deque(projects), plan, told)
        try:
            for order, result in workers.work(night.orders(), night.hear):
                night.take(order, result)
                yield from night.closed()
            yield from night.closed()
        finally:
            for site in night.open.values():
                site.claim.close()
    if night.fault:
        raise night.fault


@dataclass(slots=True)
class _Site:
    """A project whose files are being made, and how many editions are still to come."""

    project: Project
    files: Finished
    claim: ExitStack
    left: int
    before: tuple[Finding, ...]


@dataclass(slots=True)
class _Night:
    waiting: deque[Project]
    plan: Plan
    told: Callable[[Step], None]
    open: dict[Path, _Site] = field(default_factory=dict)
    done: list[tuple[Project, Outcome]] = field(default_factory=list)
    busy: set[Path] = field(default_factory=set)
    fault: Exception | None = None

    def orders(self) -> Iterator[Order | None]:
        """Yield the orders of one project after the other; nothing when all that are left are busy."""
        refused = 0
        while self.waiting:
            project = self.waiting.popleft()
            try:
                site = self._opened(project)
            except Busy as busy:
                self._put_off(project, str(busy))
                refused += 1
                if refused >= len(self.waiting):
                    refused = 0
                    yield None
                continue
            except ReportpubError as failed:
                self.done.append((project, Outcome((), failed.findings, failed.exit_code)))
            except Exception as fault:  # noqa: BLE001 - the other projects are to be built first
                self._faulty(project, fault)
            else:
                yield from site.files.stale
                self._close(site)
            refused = 0

    def _opened(self, project: Project) -> _Site:
        with ExitStack() as stack:
            out = project.folder / "out"
            stack.enter_context(claimed(out, not_now))
            report, wanted, before = self.plan(project.folder)
            made = made_by()
            kept = Kept(out / FOLDER, makers(made))
            files = Finished(report, out, made, tuple(replace(order, kept=kept) for order in wanted))
            files.look()
            site = _Site(project, files, stack.pop_all(), len(files.stale), before)
        self.open[project.folder] = site
        return site

    def _put_off(self, project: Project, process: str) -> None:
        self.waiting.append(project)
        if project.folder not in self.busy:
            self.busy.add(project.folder)
            self.told((project.name, say("waiting for the build of process {process}", process=process)))

    def hear(self, order: Order, step: str) -> None:
        """Tell a step of an edition with the project it belongs to."""
        if site := self.open.get(order.project):
            self.told((f"{site.project.name} {order.edition}", step))

    def take(self, order: Order, result: Result) -> None:
        """Put the files of an order in their place."""
        site = self.open[order.project]
        site.files.take(result)
        site.left -= 1
        self.hear(order, "done")
        self._close(site)

    def _close(self, site: _Site) -> None:
        """Release a project of which nothing is left to be made."""
        if site.left or self.open.pop(site.project.folder, None) is None:
            return
        sweep(site.files.out / FOLDER)
        site.claim.close()
        try:
            outcome = site.files.outcome()
        except Exception as fault:  # noqa: BLE001 - as above
            self._faulty(site.project, fault)
            return
        self.done.append((site.project, replace(outcome, findings=(*site.before, *outcome.findings))))

    def _faulty(self, project: Project, fault: Exception) -> None:
        self.fault = self.fault or fault
        hint = say("please report what is said of it at the end")
        said = say("a fault of the program: {fault}", fault=repr(fault))
        self.done.append((project, Outcome((), (error("build/fault", said, None, hint),), 2)))

    def closed(self) -> Iterator[tuple[Project, Outcome]]:
        """Yield the projects that have come to their end since it was asked last."""
        done, self.done = self.done, []
        for project, outcome in done:
            placed = tuple(_placed(finding, project) for finding in outcome.findings)
            yield project, replace(outcome, findings=placed)


def _placed(finding: Finding, project: Project) -> Finding:
    """Return a finding whose places begin with the project they are in."""
    span = finding.span and replace(finding.span, file=f"{project.name}/{finding.span.file}")
    related = tuple(
        replace(one, span=replace(one.span, file=f"{project.name}/{one.span.file}"))
        for one in finding.related
    )
    return replace(finding, span=span, related=related)
