"""Write the JSON Schemas that editors use."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.publish import publish
from reportpub.sentences import listed, say
from reportpub.source.schema import schemas
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb


@dataclass(frozen=True, slots=True)
class Schema:
    """Write the JSON Schemas into a folder."""

    into: Path


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--into", type=Path, default=Path("schema"), metavar="DIR", help=say("where to write them")
    )


def _request(said: Namespace) -> Schema:
    return Schema(said.into)


def _run(asked: Schema, terminal: Terminal) -> int:
    publish({asked.into / name: text.encode() for name, text in schemas().items()})
    terminal.say(say("{into}: {names}", into=asked.into, names=listed(schemas())))
    return 0


GUIDE = Guide(
    about=say("Writes the JSON Schemas with which editors complete keys and mark mistakes while one types."),
    writes=(("schema/", say("one schema for each kind of file")),),
    examples=(
        ("reportpub schema", say("into schema/")),
        ("reportpub schema --into .vscode/schema", say("elsewhere")),
    ),
)
VERB = Verb("schema", say("write the JSON Schemas that editors use"), GUIDE, _arguments, _request, _run)
