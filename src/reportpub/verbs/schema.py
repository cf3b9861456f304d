"""Write the JSON Schemas that editors use."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.publish import publish
from reportpub.source.schema import schemas
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb


@dataclass(frozen=True, slots=True)
class Schema:
    """Write the JSON Schemas into a folder."""

    into: Path


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--into", type=Path, default=Path("schema"), metavar="DIR", help="where to write them"
    )


def _request(said: Namespace) -> Schema:
    return Schema(said.into)


def _run(asked: Schema, terminal: Terminal) -> int:
    publish({asked.into / name: text.encode() for name, text in schemas().items()})
    terminal.say(f"{asked.into}: {', '.join(schemas())}")
    return 0


VERB = Verb("schema", "write the JSON Schemas that editors use", _arguments, _request, _run)
