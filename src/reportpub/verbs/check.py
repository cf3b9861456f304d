"""Look at the content without building, or at two texts that are in no project."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.manuscripts import compared, manuscript
from reportpub.findings import ToolError, errors, in_order
from reportpub.inputs import Inputs, Refused
from reportpub.telling import Format
from reportpub.verbs.content import content
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_format, takes_project, takes_release


@dataclass(frozen=True, slots=True)
class Check:
    """Look at the content of a project."""

    project: Path
    release: bool
    format: Format


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare the numbers and names of manuscripts in both languages; a project gives its terms."""

    files: tuple[Path, ...]
    project: Path | None
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_release(parser)
    takes_format(parser)
    takes_project(parser)
    parser.add_argument(
        "--pair",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="instead: compare a Chinese and an English text (or one with both), as text or .docx",
    )


def _request(said: Namespace) -> Check | Compare:
    if said.pair:
        return Compare(tuple(said.pair), said.project, Format(said.format))
    return Check(project(said), said.release, Format(said.format))


def _run(asked: Check | Compare, terminal: Terminal) -> int:
    match asked:
        case Check(where, release):
            _, found = content(where, release=release)
            terminal.tell(found)
            if not found:
                terminal.say("nothing to mend")
            return 1 if errors(found) else 0
        case Compare():
            return _compare(asked, terminal)


def _compare(asked: Compare, terminal: Terminal) -> int:
    inputs = Inputs(*(path.resolve().parent for path in asked.files))
    try:
        said = [p for path in dict.fromkeys(asked.files) for p in manuscript(path, inputs)]
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    terms = content(asked.project)[0].terms if asked.project else {}
    found = in_order(compared(said, terms))
    terminal.tell(found)
    if not found:
        terminal.say("both say the same")
    return 1 if errors(found) else 0


VERB = Verb("check", "look at the content without building", _arguments, _request, _run)
