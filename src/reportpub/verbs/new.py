"""Begin a report in an empty folder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import ToolError, error
from reportpub.publish import publish
from reportpub.sentences import say
from reportpub.source.starter import starter
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb


@dataclass(frozen=True, slots=True)
class New:
    """Begin a report in an empty folder."""

    into: Path


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("into", type=Path, metavar="DIR", help=say("an empty or new folder"))


def _request(said: Namespace) -> New:
    return New(said.into)


def _run(asked: New, terminal: Terminal) -> int:
    must_be_empty(asked.into)
    files = starter(asked.into.resolve().name)
    publish({asked.into / name: text.encode() for name, text in files.items()})
    terminal.say(*(asked.into / name for name in sorted(files)))
    terminal.say(say("now run: reportpub build --project {into}", into=asked.into))
    return 0


def must_be_empty(into: Path) -> None:
    """Raise `ToolError` unless a folder is empty or not there yet."""
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        hint = say("name a folder that is not there yet, or an empty one")
        raise ToolError((error("new/not-empty", say("{into} is not empty", into=into), None, hint),))


GUIDE = Guide(
    about=say("Begins a report in an empty folder: a small one that builds at once, to be written over."),
    writes=(("DIR/", say("source/ with a chapter, facts and terms")),),
    examples=(
        ("reportpub new ../our-report", say("begin it")),
        ("reportpub build --project ../our-report", say("build it")),
    ),
)
VERB = Verb("new", say("begin a report in an empty folder"), GUIDE, _arguments, _request, _run)
