"""Write the call-figures sheet, on which every figure is read out and ticked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.build import build, orders
from reportpub.call_figures import call_figures, files
from reportpub.findings import ToolError, error
from reportpub.finished import artefact_path
from reportpub.model.report import EditionSpec, Report, Target
from reportpub.publish import publish
from reportpub.sentences import listed, say
from reportpub.verbs.content import sound
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project


@dataclass(frozen=True, slots=True)
class Figures:
    """Write the sheet with the pages of one edition; `since` names an earlier version."""

    project: Path
    edition: str
    since: str
    into: Path | None


def _arguments(parser: ArgumentParser) -> None:
    takes_project(parser)
    parser.add_argument(
        "edition",
        nargs="?",
        default="",
        metavar="EDITION",
        help="whose pages are named; the first with a PDF",
    )
    parser.add_argument(
        "--since",
        default="",
        metavar="VERSION",
        help="list only what changed since a figures.json, another project folder or a commit of git",
    )
    parser.add_argument("--into", type=Path, metavar="DIR", help="where to write it; out/figures")


def _request(said: Namespace) -> Figures:
    return Figures(project(said), said.edition, said.since, said.into)


def _run(asked: Figures, terminal: Terminal) -> int:
    """Build the edition whose pages are named, if need be, then write the sheet from its finished file."""
    report, _ = sound(asked.project)
    root = asked.project.resolve()
    spec, target = _paged(asked.edition, report)
    progress = terminal.progress(1)
    outcome = build(report, orders(report, root, (spec.name,), (target,)), root / "out", progress)
    progress.close()
    if outcome.exit_code:
        raise ToolError(outcome.findings)
    finished = artefact_path(root / "out", report.id, spec.name, target).read_bytes()
    sheet = call_figures(report, spec, finished, asked.since)
    into = asked.into or root / "out" / "figures"
    made = files(sheet, report.id, root)
    publish({into / name: data for name, data in made.items()})
    terminal.say(*(str(into / name) for name in made))
    terminal.say(f"{len(sheet.lines)} of {len(sheet.every)} figures are listed")
    return 0


def _paged(name: str, report: Report) -> tuple[EditionSpec, Target]:
    """Return an edition that has pages and its file that names them best; `ToolError` where there is none."""
    for spec in report.editions:
        kinds = [t for t in (Target.SCREEN, Target.PRINT) if t in spec.targets]
        if kinds and name in ("", spec.name):
            return spec, kinds[0]
    hint = say(
        "editions with pages: {names}",
        names=listed(s.name for s in report.editions if s.targets != (Target.DOCX,)),
    )
    message = (
        say("there is no edition “{name}” with a PDF", name=name) if name else say("no edition has a PDF")
    )
    raise ToolError((error("build/edition", message, None, hint),))


VERB = Verb(
    "figures", "write the sheet on which every figure is read out and ticked", _arguments, _request, _run
)
