"""Which files, in what order, from what: stale ones are made side by side and reach their place as sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from reportpub.claim import claimed
from reportpub.finished import Finished, Outcome
from reportpub.kept import FOLDER, Kept, makers, sweep
from reportpub.model.report import Arrangement, EditionSpec, Report, Target
from reportpub.order import Order
from reportpub.sentences import say
from reportpub.stamps import made_by
from reportpub.workers import Step, Workers, processes

Hire = Callable[[int], AbstractContextManager[Workers]]
"""Gives workers for at most so many orders at once."""


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


def _work(report: Report, order: Order) -> int:
    """Return roughly how much work an order is: what takes long must not begin when all others are done."""
    (spec,) = (spec for spec in report.editions if spec.name == order.edition)
    # Facing pages are measured before they are set, and often set twice; Word files are quick.
    passes = 3 if spec.arrangement is Arrangement.FACING else 1
    return len(spec.languages) * (1 + 8 * passes * bool({*order.targets} - {Target.DOCX}))


def build(
    report: Report,
    wanted: tuple[Order, ...],
    out: Path,
    told: Callable[[Step], None],
    hire: Hire = processes,
) -> Outcome:
    """Make what is stale; `told` hears of each step of each edition while it happens.

    One edition that fails does not keep the others from their place. Another build in the same folder is
    waited for, and what it has made need not be made again.
    """
    with claimed(
        out, lambda process: told(("out", say("waiting for the build of process {process}", process=process)))
    ):
        made = made_by()
        kept = Kept(out / FOLDER, makers(made))
        files = Finished(report, out, made, tuple(replace(order, kept=kept) for order in wanted))
        files.look()
        if files.stale:
            with hire(len(files.stale)) as workers:
                longest = sorted(files.stale, key=lambda order: -_work(report, order))
                for order, result in workers.work(longest, lambda o, step: told((o.edition, step))):
                    files.take(result)
                    told((order.edition, "done"))
            sweep(kept.folder)
        return files.outcome()
