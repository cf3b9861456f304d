"""The command line: it reads the arguments, hands each verb its request, and gives the exit code."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn, TextIO

from reportpub import __version__
from reportpub.findings import ReportpubError
from reportpub.messages.catalogue import ENGLISH, Catalogue
from reportpub.messages.language import asked, preferred
from reportpub.model.text import Lang
from reportpub.sentences import say
from reportpub.telling import Format
from reportpub.verbs.guide import Guide
from reportpub.verbs.parsing import Parser
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb

VERBS = (
    "build",
    "verify",
    "check",
    "normalise",
    "figures",
    "preflight",
    "preview",
    "pack",
    "review",
    "translate",
    "diff",
    "roll",
    "changes",
    "spreads",
    "doctor",
    "completion",
    "schema",
    "new",
    "adopt",
)
"""Everything that can be asked for, in the order of the help; each is a module of `verbs`."""


def main_entry() -> NoReturn:
    """Run the command of this process and end it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # How people are spoken to, and nothing that reaches a file.
    language = asked(sys.argv[1:]) or preferred(os.environ)  # noqa: TID251
    sys.exit(main(sys.argv[1:], sys.stdout, sys.stderr, Catalogue(language)))


def main(arguments: Sequence[str], out: TextIO, err: TextIO, words: Catalogue = ENGLISH) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 the tool could not do it."""
    said = parser(words, _named(arguments)).parse_args(arguments)
    verb = _verb(said.verb)
    terminal = Terminal(out, err, Format(getattr(said, "format", Format.TEXT)), words)
    try:
        return verb.run(verb.request(said), terminal)
    except ReportpubError as failed:
        terminal.tell(failed.findings)
        return failed.exit_code
    except KeyboardInterrupt:
        stopped = say("stopped; the files of the last good build are still there")
        err.write(f"\n{words.tell(stopped)}\n")
        return 2


def request(arguments: Sequence[str]) -> object:
    """Return what the arguments ask for; argparse ends the program when they ask for nothing."""
    said = parser(names=_named(arguments)).parse_args(arguments)
    return _verb(said.verb).request(said)


def _named(arguments: Sequence[str]) -> Sequence[str]:
    """Return the verb that is named first, so that only what it needs is loaded; else all.

    Completion is told of all of them.
    """
    alone = bool(arguments) and arguments[0] in VERBS and arguments[0] != "completion"
    return arguments[:1] if alone else VERBS


def _verb(name: str) -> Verb[Any]:
    verb: Verb[Any] = import_module(f"reportpub.verbs.{name}").VERB
    return verb


def parser(words: Catalogue = ENGLISH, names: Sequence[str] = VERBS) -> Parser:
    """Return the parser of these verbs; the help of all of them is the reference."""
    top = Parser(
        prog="reportpub",
        words=words,
        guide=_GUIDE,
    )
    top.add_argument("--version", action="version", version=f"reportpub {__version__}")
    _takes_language(top)
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    for verb in map(_verb, names):
        below = verbs.add_parser(verb.name, help=verb.help, guide=verb.guide)
        verb.arguments(below)
        _takes_language(below)
    return top


def _takes_language(parser: Parser) -> None:
    """Let every verb be told which language to speak; it is looked for before there is a parser."""
    parser.add_argument(
        "--language",
        choices=[lang.key for lang in Lang],
        default=SUPPRESS,
        help=say("the language of messages; else REPORTPUB_LANGUAGE or that of the system"),
    )


_GUIDE = Guide(
    about=say(
        "Reports in Chinese and English, from YAML to press PDF, accessible PDF and Word. Every command has "
        "a help of its own: reportpub COMMAND --help."
    ),
    examples=(
        ("reportpub new ../our-report", say("begin a report in an empty folder")),
        ("reportpub check", say("look at the content of the folder one stands in")),
        ("reportpub build", say("make every file of every edition, in out/")),
        ("reportpub preview", say("see the pages in the browser while one writes")),
    ),
)
