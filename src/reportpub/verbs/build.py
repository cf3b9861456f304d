"""Make the files of the report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.build import build, orders
from reportpub.findings import Severity, ToolError, error, in_order
from reportpub.finished import Artefact
from reportpub.model.report import Report, Target
from reportpub.order import Order
from reportpub.sentences import Sentence, listed, say
from reportpub.telling import Format
from reportpub.verbs.content import sound
from reportpub.verbs.guide import Guide
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


def _line(artefact: Artefact, root: Path) -> Sentence:
    name, size = artefact.path.relative_to(root), artefact.path.stat().st_size / 1024
    said = (
        say("{name}  {pages} pages, {size:,.0f} kB", name=name, pages=artefact.pages, size=size)
        if artefact.pages
        else say("{name}  {size:,.0f} kB", name=name, size=size)
    )
    return say("{said}  (up to date)", said=said) if artefact.kept else said


GUIDE = Guide(
    about=say(
        "Makes the PDF and Word files of every edition, proves each of them against its "
        "source, and puts them in their place as one set. A file that is up to date is left "
        "alone; where something fails, the last good files stay."
    ),
    reads=(
        ("source/", say("the report: texts, facts, terms, pictures")),
        ("layouts/, fonts/", say("how it looks")),
    ),
    writes=(
        ("out/EDITION/", say("the finished files, and what they were made from")),
        ("out/.stamps/", say("what each file was made from")),
        ("out/.rejected/", say("files that failed their proof")),
    ),
    examples=(
        ("reportpub build", say("every file of every edition")),
        ("reportpub build zh --target print", say("the press PDF of the Chinese edition")),
        ("reportpub build --release", say("refuse what is not finished: drafts, last year’s text")),
    ),
)
VERB = Verb(
    "build",
    say("make the files of the report; up-to-date files are left alone"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
