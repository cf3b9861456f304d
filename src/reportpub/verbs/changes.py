"""Write the chapter that sets the figures of this year beside those of the last."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import ToolError, error
from reportpub.publish import publish
from reportpub.sentences import say
from reportpub.verbs.content import sound
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project
from reportpub.yearly.begin import covered
from reportpub.yearly.changes import ID, changes, compared


@dataclass(frozen=True, slots=True)
class Changes:
    """Write the chapter, among the others unless it is told elsewhere."""

    project: Path
    into: Path | None


def _arguments(parser: ArgumentParser) -> None:
    takes_project(parser)
    parser.add_argument(
        "--into", type=Path, metavar="FILE", help=say("where to write it; source/chapters/what-changed.yaml")
    )


def _request(said: Namespace) -> Changes:
    return Changes(project(said), said.into)


def _run(asked: Changes, terminal: Terminal) -> int:
    report, _ = sound(asked.project)
    into = asked.into or report.root / "chapters" / f"{ID}.yaml"
    if into.exists():
        hint = say("name another file with --into, or remove this one first")
        raise ToolError((error("changes/there", say("{into} is already there", into=into), None, hint),))
    facts = sum(map(len, compared(report).values()))
    if not facts:
        hint = say("write it under last in facts.yaml; a report begun with “reportpub roll” has it")
        raise ToolError(
            (error("changes/nothing", say("no fact has a value of the year before"), None, hint),)
        )
    publish({into: changes(report, covered(report)).encode()})
    terminal.say(say("{into}: {facts} figures beside those of the year before", into=into, facts=facts))
    if into.parent == report.root / "chapters":
        terminal.say(say("now add “{stem}” to the chapters in report.yaml", stem=into.stem))
    return 0


GUIDE = Guide(
    about=say(
        "Writes a chapter that sets the figures of this year beside those of the last, from "
        "the values under `last` in facts.yaml."
    ),
    reads=(("source/facts.yaml", say("the values of both years")),),
    writes=(("source/chapters/what-changed.yaml", say("the chapter, which report.yaml must then name")),),
    examples=(
        ("reportpub changes", say("write the chapter")),
        ("reportpub changes --into draft.yaml", say("write it elsewhere")),
    ),
)
VERB = Verb(
    "changes",
    say("write the chapter that tells what has changed since last year"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
