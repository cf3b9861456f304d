"""What a verb of the command line is, and the arguments that several verbs share."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from reportpub.model.report import Target
from reportpub.telling import Format
from reportpub.verbs.terminal import Terminal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Verb(Generic[T]):
    """A verb: `arguments` adds what it takes, `request` reads it, `run` does it and gives the exit code."""

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    request: Callable[[Namespace], T]
    run: Callable[[T, Terminal], int]


def takes_project(parser: ArgumentParser) -> None:
    """Let a verb be told where the project lies."""
    parser.add_argument("--project", type=Path, metavar="DIR", help="the folder with source/")


def project(said: Namespace) -> Path:
    """Return the project that is meant: the folder one stands in unless another is named."""
    named: Path | None = said.project
    return named or Path()


def takes_format(parser: ArgumentParser) -> None:
    """Let a verb write its findings for programs."""
    parser.add_argument(
        "--format", choices=[f.value for f in Format], default="text", help="how findings are written"
    )


def takes_editions(parser: ArgumentParser, more: str = "") -> None:
    """Let a verb work on some editions and targets only; `more` says what else may be named."""
    named = f"all editions unless some are named{more}"
    parser.add_argument("editions", nargs="*", metavar="EDITION", help=named)
    kinds = [target.value for target in Target]
    parser.add_argument("--target", action="append", choices=kinds, default=[], help="may be repeated")


def takes_release(parser: ArgumentParser) -> None:
    """Let a verb refuse what is not finished."""
    parser.add_argument(
        "--release",
        action="store_true",
        help="refuse English that is a draft or missing, and last year's text",
    )
