"""Tell what differs between two versions of the report, or between two years."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.exchange.redline import redline
from reportpub.exchange.versions.changed_figures import changed_figures
from reportpub.exchange.versions.compared import compared, lines, paragraphs, records
from reportpub.findings import ToolError, error
from reportpub.inputs import Inputs
from reportpub.model.report import Report
from reportpub.publish import publish
from reportpub.sentences import say
from reportpub.source.load import load_report
from reportpub.source.versions import version_folder
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_format, takes_project


@dataclass(frozen=True, slots=True)
class Diff:
    """Compare two versions, and write what differs into a folder."""

    project: Path
    old: str
    new: str
    into: Path | None


def _arguments(parser: ArgumentParser) -> None:
    takes_project(parser)
    takes_format(parser)
    named = say("a folder with source/, a commit of git, or a year")
    parser.add_argument("old", metavar="A", help=say("the older version: {named}", named=named))
    parser.add_argument(
        "new", metavar="B", nargs="?", default="", help=say("the newer one; the project as it is")
    )
    parser.add_argument(
        "--into", type=Path, metavar="DIR", help=say("where to write the Word files; out/diff")
    )


def _request(said: Namespace) -> Diff:
    return Diff(project(said), said.old, said.new, said.into)


def _run(asked: Diff, terminal: Terminal) -> int:
    """List what differs; write the redline and the page of changed figures."""
    root = asked.project.resolve()
    old = _version(asked.old, root)
    new = _version(asked.new or str(root), root)
    told = compared(old, new)
    if terminal.for_people:
        terminal.say(*lines(told))
    else:
        terminal.out.write(json.dumps(records(told), ensure_ascii=False, indent=1) + "\n")
    into = asked.into or root / "out" / "diff"
    title = f"{_shown(asked.old)} → {_shown(asked.new or new.id)}"
    files = {
        into / f"{new.id}-redline.docx": redline(tuple(paragraphs(told)), new.metadata.date, title),
        into / f"{new.id}-changed-figures.docx": changed_figures(told.figures, title),
    }
    publish(files)
    terminal.say(*files)
    return 0


def _shown(name: str) -> str:
    """Return a version as it is named on paper: of a folder only its name, wherever it lies here."""
    return Path(name).resolve().name if Path(name).is_dir() else name


def _version(name: str, root: Path) -> Report:
    with version_folder(name, root) as found:
        if isinstance(found, str):
            hint = say("name a folder with source/, a commit of git, or a year")
            message = say(
                "{name} is no folder with source/, no commit and no year: {found}", name=name, found=found
            )
            raise ToolError((error("diff/version", message, None, hint),))
        return load_report(found, Inputs(found))[0]


GUIDE = Guide(
    about=say(
        "Tells what differs between two versions of the report, or two years: texts "
        "reworded, new, gone or moved, figures with another value."
    ),
    reads=(("A, B", say("folders with source/, commits of git, or years")),),
    writes=(("out/diff/", say("a redline and a page of changed figures, as Word files")),),
    examples=(
        ("reportpub diff HEAD~10", say("what has changed in the last ten commits")),
        ("reportpub diff v1 v2", say("between two tags of git")),
        ("reportpub diff ../2023 ../2024", say("between two projects")),
    ),
)
VERB = Verb(
    "diff", say("tell what differs between two versions, or two years"), GUIDE, _arguments, _request, _run
)
