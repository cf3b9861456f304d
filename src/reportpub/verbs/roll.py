"""Begin next year's report from this one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import errors
from reportpub.publish import publish
from reportpub.sentences import say
from reportpub.verbs.content import content
from reportpub.verbs.guide import Guide
from reportpub.verbs.new import must_be_empty
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project
from reportpub.yearly.begin import begun
from reportpub.yearly.to_revise import FILE


@dataclass(frozen=True, slots=True)
class Roll:
    """Begin the report of a year in a folder of its own."""

    project: Path
    year: int
    into: Path


def _arguments(parser: ArgumentParser) -> None:
    takes_project(parser)
    parser.add_argument("year", type=int, metavar="YEAR", help=say("the year the new report covers"))
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help=say("an empty or new folder"))


def _request(said: Namespace) -> Roll:
    return Roll(project(said), said.year, said.into)


def _run(asked: Roll, terminal: Terminal) -> int:
    """Write the new project and look at it, so that nobody starts from something broken."""
    must_be_empty(asked.into)
    files = begun(asked.project.resolve(), asked.year)
    publish({asked.into / name: data for name, data in files.items()})
    _, found = content(asked.into)
    terminal.tell(found)
    terminal.say(
        say(
            "{into}: the report of {year}; {list} lists what is to be revised",
            into=asked.into,
            year=asked.year,
            list=asked.into / FILE,
        )
    )
    return 1 if errors(found) else 0


GUIDE = Guide(
    about=say(
        "Begins next year’s report from this one: every text stays and is marked as "
        "unrevised, every value becomes last year’s, and a list says what is to be revised."
    ),
    reads=(("source/", say("the report: texts, facts, terms, pictures")),),
    writes=(("--into DIR", say("the new project, and the list")),),
    examples=(("reportpub roll 2025 --into ../report-2025", say("begin the report of 2025")),),
)
VERB = Verb(
    "roll",
    say("begin next year's report from this one, in an empty folder"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
