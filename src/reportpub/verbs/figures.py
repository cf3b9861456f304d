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
from reportpub.verbs.guide import Guide
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
        help=say("whose pages are named; the first with a PDF"),
    )
    parser.add_argument(
        "--since",
        default="",
        metavar="VERSION",
        help=say("list only what changed since a figures.json, another project folder or a commit of git"),
    )
    parser.add_argument("--into", type=Path, metavar="DIR", help=say("where to write it; out/figures"))


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
    terminal.say(*(into / name for name in made))
    terminal.say(say("{lines} of {every} figures are listed", lines=len(sheet.lines), every=len(sheet.every)))
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


GUIDE = Guide(
    about=say(
        "Writes the sheet on which every figure is read out by one person and ticked by "
        "another: each with its page, its words in both languages, its value and its source. "
        "The edition is built first if need be."
    ),
    reads=(
        ("source/", say("the report: texts, facts, terms, pictures")),
        ("out/EDITION/", say("the finished PDF, for the pages")),
    ),
    writes=(("out/figures/", say("the sheet as PDF, Word file, workbook and data")),),
    examples=(
        ("reportpub figures", say("every figure, with the pages of the first edition that has a PDF")),
        ("reportpub figures zh --since HEAD~5", say("only what changed since a commit")),
        ("reportpub figures --since old/figures.json", say("only what changed since an earlier sheet")),
    ),
)
VERB = Verb(
    "figures",
    say("write the sheet on which every figure is read out and ticked"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
