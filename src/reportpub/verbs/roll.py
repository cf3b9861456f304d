"""Begin next year's report from this one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import errors
from reportpub.publish import publish
from reportpub.verbs.content import content
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
    parser.add_argument("year", type=int, metavar="YEAR", help="the year the new report covers")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="an empty or new folder")


def _request(said: Namespace) -> Roll:
    return Roll(project(said), said.year, said.into)


def _run(asked: Roll, terminal: Terminal) -> int:
    """Write the new project and look at it, so that nobody starts from something broken."""
    must_be_empty(asked.into)
    files = begun(asked.project.resolve(), asked.year)
    publish({asked.into / name: data for name, data in files.items()})
    _, found = content(asked.into)
    terminal.tell(found)
    terminal.say(f"{asked.into}: the report of {asked.year}; {asked.into / FILE} lists what is to be revised")
    return 1 if errors(found) else 0


VERB = Verb("roll", "begin next year's report from this one, in an empty folder", _arguments, _request, _run)
