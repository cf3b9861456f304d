"""Make the files of the report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from reportpub.build import Hire, build, orders
from reportpub.cluster import cluster
from reportpub.findings import Severity, ToolError, error, in_order
from reportpub.finished import Artefact, Outcome
from reportpub.many import Planned, build_all
from reportpub.model.report import Report, Target
from reportpub.order import Order
from reportpub.projects import Project, named, sorted_out
from reportpub.projects import listed as listed_in
from reportpub.sentences import Sentence, listed, say
from reportpub.telling import Format
from reportpub.verbs.content import sound
from reportpub.verbs.guide import Guide
from reportpub.verbs.summary import summary
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, takes_editions, takes_format, takes_release
from reportpub.workers import processes


@dataclass(frozen=True, slots=True)
class Build:
    """Make the files of some editions of one project or many, here or where a scheduler has workers."""

    projects: tuple[Path, ...]
    listed: Path | None
    scheduler: str
    editions: tuple[str, ...]
    targets: tuple[Target, ...]
    release: bool
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_editions(parser)
    takes_release(parser)
    takes_format(parser)
    parser.add_argument(
        "--project",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help=say("the folder with source/; may be repeated"),
    )
    parser.add_argument(
        "--projects", type=Path, metavar="FILE", help=say("a list of projects, a folder on each line")
    )
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help=say("build on the workers of this scheduler of Dask"),
    )


def _request(said: Namespace) -> Build:
    targets = tuple(map(Target, said.target))
    projects = tuple(said.project) if said.project or said.projects else (Path(),)
    return Build(
        projects=projects,
        listed=said.projects,
        scheduler=said.scheduler,
        editions=tuple(said.editions),
        targets=targets,
        release=said.release,
        format=Format(said.format),
    )


def _run(asked: Build, terminal: Terminal) -> int:
    if asked.listed is None and len(asked.projects) == 1:
        with _hired(asked, terminal) as hire:
            return _one(asked, terminal, hire)
    return _several(asked, terminal)


@contextmanager
def _hired(asked: Build, terminal: Terminal) -> Iterator[Hire]:
    """Give the processes of this machine, or the workers of a scheduler, with a word on those left out."""
    if not asked.scheduler:
        yield processes
        return
    with cluster(asked.scheduler) as (workers, left_out):
        terminal.tell(left_out)
        yield lambda _most: nullcontext(workers)


def _one(asked: Build, terminal: Terminal, hire: Hire) -> int:
    report, found = sound(asked.projects[0], release=asked.release)
    root = asked.projects[0].resolve()
    orders_of = wanted(asked.editions, asked.targets, report, root)
    progress = terminal.progress(len(orders_of))
    outcome = build(report, orders_of, root / "out", progress, hire)
    progress.close()
    terminal.say(*(_line(artefact, root) for artefact in outcome.artefacts))
    # What has been accepted is listed by check and does not crowd a build.
    told = [f for f in found if f.severity is not Severity.NOTE]
    terminal.tell((*told, *in_order(outcome.findings)))
    return outcome.exit_code


def _several(asked: Build, terminal: Terminal) -> int:
    """Build many projects; what is wrong with a list is told and keeps none of the others."""
    everyone = (*named(asked.projects), *(listed_in(asked.listed) if asked.listed else ()))
    projects, wrong = sorted_out(everyone)
    progress = terminal.night(len(projects))

    def plan(folder: Path) -> Planned:
        report, found = sound(folder, release=asked.release)
        told = tuple(one for one in found if one.severity is not Severity.NOTE)
        return report, wanted(asked.editions, asked.targets, report, folder), told

    outcomes: dict[Project, Outcome] = {}
    with _hired(asked, terminal) as hire:
        try:
            for project, outcome in build_all(projects, plan, progress, hire):
                outcomes[project] = outcome
                progress.project()
        finally:
            progress.close()
            terminal.say(*summary(outcomes, terminal.words))
            found = in_order(tuple(one for outcome in outcomes.values() for one in outcome.findings))
            terminal.tell((*wrong, *found))
    return max((outcome.exit_code for outcome in outcomes.values()), default=0) or int(bool(wrong))


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
        ("reportpub build --projects cities.txt", say("every project of a list, with a table at the end")),
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
