"""Which files, in what order, from what: stale ones are made side by side and reach their place as sets."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from os import cpu_count
from pathlib import Path

from reportpub.assemble import Made, Order, make
from reportpub.claim import claimed
from reportpub.confines import bounded, confine
from reportpub.findings import Finding, ReportpubError, ToolError, error
from reportpub.model.report import EditionSpec, Report, Target
from reportpub.press_proof import reports
from reportpub.publish import publish, recover
from reportpub.scratch import scratch
from reportpub.stamps import fresh, made_by, pages_of, stamp, stamp_path

Step = tuple[str, str]
"""An edition, and the step it has come to."""


REJECTED = ".rejected"
"""The folder in `out/` for files that failed their proof; a good build takes them away."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """A finished file: where it is, how many pages it has, and whether it was already there."""

    path: Path
    edition: str
    target: Target
    pages: int = 0
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: the files, and what stood in the way of the others."""

    artefacts: tuple[Artefact, ...]
    findings: tuple[Finding, ...]
    exit_code: int


def artefact_path(out: Path, report: str, edition: str, target: Target) -> Path:
    """Return where a finished file belongs: `out/<edition>/<report>-<edition>-<target>.pdf` or `.docx`."""
    name = f"{report}-{edition}" + (".docx" if target is Target.DOCX else f"-{target}.pdf")
    return out / edition / name


def orders(
    report: Report, project: Path, editions: Iterable[str], targets: Iterable[Target]
) -> tuple[Order, ...]:
    """Return what has to be made for a choice of editions and targets; an empty choice means all."""
    wanted, kinds = set(editions), set(targets)
    return tuple(
        Order(project, spec.name, tuple(t for t in spec.targets if not kinds or t in kinds))
        for spec in report.editions
        if (not wanted or spec.name in wanted) and _some(spec, kinds)
    )


def _some(spec: EditionSpec, kinds: set[Target]) -> bool:
    return not kinds or bool(kinds & set(spec.targets))


def build(report: Report, wanted: tuple[Order, ...], out: Path, told: Callable[[Step], None]) -> Outcome:
    """Make what is stale; `told` hears of each step of each edition while it happens.

    One edition that fails does not keep the others from their place. Another build in the same folder is
    waited for, and what it has made need not be made again.
    """
    with claimed(out, lambda process: told(("out", f"waiting for the build of process {process}"))):
        return _built(report, wanted, out, told)


def _built(report: Report, wanted: tuple[Order, ...], out: Path, told: Callable[[Step], None]) -> Outcome:
    recover(out)
    makers = made_by()
    kept: list[Artefact] = []
    stale: list[Order] = []
    for order in wanted:
        missing = []
        for target in order.targets:
            path = artefact_path(out, report.id, order.edition, target)
            if fresh(path, makers, order.project):
                kept.append(Artefact(path, order.edition, target, pages_of(path), kept=True))
            else:
                missing.append(target)
        if missing:
            stale.append(Order(order.project, order.edition, tuple(missing)))
    made: list[Artefact] = []
    findings: list[Finding] = []
    code = 0
    for order, result in _side_by_side(tuple(stale), told):
        if isinstance(result, ReportpubError):
            findings += result.findings
            code = max(code, result.exit_code)
            continue
        try:
            findings += result.remarks
            made += _hand_over(result, out, makers)
        except ReportpubError as failed:
            findings += failed.findings
            code = max(code, failed.exit_code)
        told((order.edition, "done"))
    order_of = {order.edition: at for at, order in enumerate(wanted)}
    artefacts = sorted((*kept, *made), key=lambda a: (order_of[a.edition], list(Target).index(a.target)))
    return Outcome(tuple(artefacts), tuple(findings), code)


def _hand_over(made: Made, out: Path, makers: Mapping[str, str]) -> list[Artefact]:
    """Publish the files of an edition with their stamps as one set; those with faults are kept aside."""
    if made.faults:
        try:
            aside: tuple[Finding, ...] = (_kept_aside(made, out),)
        except ToolError as full:
            aside = full.findings
        raise ToolError((*made.faults, *aside))
    files: dict[Path, bytes] = {}
    artefacts = []
    for target, data in made.files.items():
        path = artefact_path(out, made.report, made.order.edition, target)
        files[path] = data
        pages = made.pages.get(target, 0)
        files[stamp_path(path)] = stamp(data, pages, made.reads, makers, made.order.project).encode()
        artefacts.append(Artefact(path, made.order.edition, target, pages))
        if target in made.preflights:
            files |= reports(path, made.preflights[target])
    publish(files)
    for path in files:
        (out / REJECTED / path.name).unlink(missing_ok=True)
    return artefacts


def _kept_aside(made: Made, out: Path) -> Finding:
    """Keep files that failed their proof where nobody takes them for good ones, and say where."""
    folder = out / REJECTED
    names = {
        target: artefact_path(out, made.report, made.order.edition, target).name for target in made.files
    }
    files = {folder / names[target]: data for target, data in made.files.items()}
    for target, found in made.preflights.items():
        files |= reports(folder / names[target], found)
    publish(files)
    hint = "the files of the last good build stay in place; please report the fault with these"
    said = f"the files of “{made.order.edition}” failed their proof and are kept in {folder}"
    return error("build/rejected", said, None, hint)


def _side_by_side(
    stale: tuple[Order, ...], told: Callable[[Step], None]
) -> Iterable[tuple[Order, Made | ReportpubError]]:
    """Yield each order with what came of it, as they are done, in as many processes as there are cores."""
    if not stale:
        return
    context = multiprocessing.get_context("spawn")
    steps: SimpleQueue[Step] = context.SimpleQueue()
    workers = min(len(stale), cpu_count() or 1)
    with (
        scratch() as room,
        ProcessPoolExecutor(workers, context, initializer=_listen, initargs=(steps, str(room))) as pool,
    ):
        running: dict[Future[Made | ReportpubError], Order] = {pool.submit(_work, o): o for o in stale}
        while running:
            done, _ = wait(running, timeout=0.1, return_when=FIRST_COMPLETED)
            while not steps.empty():
                told(steps.get())
            for future in done:
                yield running.pop(future), _result(future)


def _result(future: Future[Made | ReportpubError]) -> Made | ReportpubError:
    """Return what a worker sent back, or that it is no more: the system ended it, most often for memory."""
    try:
        return future.result()
    except BrokenProcessPool:
        hint = "see that there is free memory and build again, one edition at a time"
        return ToolError((error("build/ended", "a build was ended by the system", None, hint),))


_steps: SimpleQueue[Step] | None = None
"""The way back to the process that started this one."""


def _listen(steps: SimpleQueue[Step], room: str) -> None:
    global _steps  # noqa: PLW0603  a worker has no other place for what its pool hands it
    _steps = steps
    confine()
    tempfile.tempdir = room  # the engine copies faces to where it is told nothing else


def _work(order: Order) -> Made | ReportpubError:
    """Make an order in a worker; problems come back as values, faults of the program as they are."""
    steps = _steps
    try:
        with bounded(order.edition):
            return make(order, lambda step: steps.put((order.edition, step)) if steps else None)
    except ReportpubError as failed:
        return failed
