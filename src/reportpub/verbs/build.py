"""Make the files of the report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.assemble import Order
from reportpub.build import build, orders
from reportpub.findings import Severity, ToolError, error, in_order
from reportpub.finished import Artefact
from reportpub.model.report import Report, Target
from reportpub.sentences import listed, say
from reportpub.telling import Format
from reportpub.verbs.content import sound
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_editions, takes_format, takes_project, takes_release


@dataclass(frozen=True, slots=True)
class Build:
    """Make the files of some editions."""

    project: Path
    editions: tuple[str, ...]
    targets: tuple[Target, ...]
    release: bool
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_editions(parser)
    takes_release(parser)
    takes_format(parser)
    takes_project(parser)


def _request(said: Namespace) -> Build:
    targets = tuple(map(Target, said.target))
    return Build(project(said), tuple(said.editions), targets, said.release, Format(said.format))


def _run(asked: Build, terminal: Terminal) -> int:
    report, found = sound(asked.project, release=asked.release)
    root = asked.project.resolve()
    orders_of = wanted(asked.editions, asked.targets, report, root)
    progress = terminal.progress(len(orders_of))
    outcome = build(report, orders_of, root / "out", progress)
    progress.close()
    terminal.say(*(_line(artefact, root) for artefact in outcome.artefacts))
    # What has been accepted is listed by check and does not crowd a build.
    told = [f for f in found if f.severity is not Severity.NOTE]
    terminal.tell((*told, *in_order(outcome.findings)))
    return outcome.exit_code


def wanted(
    editions: tuple[str, ...], kinds: tuple[Target, ...], report: Report, root: Path
) -> tuple[Order, ...]:
    """Return what is asked for; `ToolError` for an edition or a target that the report does not have."""
    targets = {spec.name: spec.targets for spec in report.editions}
    found = []
    for name in editions:
        lacks = [t for t in kinds if t not in targets.get(name, ())]
        if name not in targets:
            hint = say("there are: {names}", names=listed(targets))
            found.append(error("build/edition", say("there is no edition “{name}”", name=name), None, hint))
        elif lacks:
            hint = say("add it to the targets of the edition in report.yaml")
            found.append(
                error(
                    "build/target",
                    say("the edition “{name}” has no {lacks}", name=name, lacks=listed(lacks)),
                    None,
                    hint,
                )
            )
    chosen = orders(report, root, editions, kinds)
    if not chosen and not found:
        found.append(error("build/target", say("no edition has {kinds}", kinds=listed(kinds))))
    if found:
        raise ToolError(tuple(found))
    return chosen


def _line(artefact: Artefact, root: Path) -> str:
    size = artefact.path.stat().st_size
    pages = f"{artefact.pages} pages, " if artefact.pages else ""
    state = "  (up to date)" if artefact.kept else ""
    return f"{artefact.path.relative_to(root)}  {pages}{size / 1024:,.0f} kB{state}"


VERB = Verb(
    "build", "make the files of the report; up-to-date files are left alone", _arguments, _request, _run
)
