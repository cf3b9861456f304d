"""The command line: it reads the arguments, hands each verb its request, and gives the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn, TextIO

from reportpub import __version__
from reportpub.findings import ReportpubError
from reportpub.telling import Format
from reportpub.verbs import (
    adopt,
    build,
    changes,
    check,
    diff,
    doctor,
    figures,
    new,
    normalise,
    pack,
    preflight,
    preview,
    review,
    roll,
    schema,
    spreads,
    translate,
    verify,
)
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb

VERBS: tuple[Verb[Any], ...] = (
    build.VERB,
    verify.VERB,
    check.VERB,
    normalise.VERB,
    figures.VERB,
    preflight.VERB,
    preview.VERB,
    pack.VERB,
    review.VERB,
    translate.VERB,
    diff.VERB,
    roll.VERB,
    changes.VERB,
    spreads.VERB,
    doctor.VERB,
    schema.VERB,
    new.VERB,
    adopt.VERB,
)
"""Everything that can be asked for, in the order of the help."""


def main_entry() -> NoReturn:
    """Run the command of this process and end it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:], sys.stdout, sys.stderr))


def main(arguments: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 the tool could not do it."""
    said = parser().parse_args(arguments)
    verb = next(verb for verb in VERBS if verb.name == said.verb)
    terminal = Terminal(out, err, Format(getattr(said, "format", Format.TEXT)))
    try:
        return verb.run(verb.request(said), terminal)
    except ReportpubError as failed:
        terminal.tell(failed.findings)
        return failed.exit_code
    except KeyboardInterrupt:
        err.write("\nstopped; the files of the last good build are still there\n")
        return 2


def request(arguments: Sequence[str]) -> object:
    """Return what the arguments ask for; argparse ends the program when they ask for nothing."""
    said = parser().parse_args(arguments)
    return next(verb for verb in VERBS if verb.name == said.verb).request(said)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs; its help is the reference."""
    top = argparse.ArgumentParser(
        prog="reportpub",
        description="Reports in Chinese and English, from YAML to press PDF, accessible PDF and Word.",
    )
    top.add_argument("--version", action="version", version=f"reportpub {__version__}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    for verb in VERBS:
        verb.arguments(verbs.add_parser(verb.name, help=verb.help))
    return top
