"""What a verb of the command line is, and the arguments that several verbs share."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from reportpub.model.report import Target
from reportpub.sentences import NOTHING, Sentence, say
from reportpub.telling import Format
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verb(Generic[T]):
    """A verb: `arguments` adds what it takes, `request` reads it, `run` does it and gives the exit code.

    `help` is its line among the others, `guide` the rest of its own help.
    """

    name: str
    help: Sentence
    guide: Guide
    arguments: Callable[[ArgumentParser], None]
    request: Callable[[Namespace], T]
    run: Callable[[T, Terminal], int]


def takes_project(parser: ArgumentParser) -> None:
    """Let a verb be told where the project lies."""
    parser.add_argument("--project", type=Path, metavar="DIR", help=say("the folder with source/"))


def project(said: Namespace) -> Path:
    """Return the project that is meant: the folder one stands in unless another is named."""
    named: Path | None = said.project
    return named or Path()


def takes_format(parser: ArgumentParser) -> None:
    """Let a verb write its findings for programs."""
    parser.add_argument(
        "--format", choices=[f.value for f in Format], default="text", help=say("how findings are written")
    )


def takes_editions(parser: ArgumentParser, more: Sentence = NOTHING) -> None:
    """Let a verb work on some editions and targets only; `more` says what else may be named."""
    named = (
        say("all editions unless some are named")
        if not more
        else say("all editions unless some are named; {more}", more=more)
    )
    parser.add_argument("editions", nargs="*", metavar="EDITION", help=named)
    kinds = [target.value for target in Target]
    parser.add_argument(
        "--target",
        action="append",
        choices=kinds,
        default=[],
        help=say("only files of this kind; may be repeated"),
    )


def takes_release(parser: ArgumentParser) -> None:
    """Let a verb refuse what is not finished."""
    parser.add_argument(
        "--release",
        action="store_true",
        help=say("refuse English that is a draft or missing, and last year's text"),
    )
