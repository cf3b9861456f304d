"""Look at the content without building, or at two texts that are in no project."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.manuscripts import compared, manuscript
from reportpub.findings import ToolError, error, errors, in_order
from reportpub.inputs import Inputs, Refused
from reportpub.proofreading import foreign_pages, proofread
from reportpub.screens import for_a_person, foreign_screen, screens
from reportpub.sentences import say
from reportpub.source.termlist import read_terms
from reportpub.telling import Format
from reportpub.verbs.content import content, sound
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_format, takes_project, takes_release


@dataclass(frozen=True, slots=True)
class Check:
    """Look at the content of a project."""

    project: Path
    release: bool
    format: Format


@dataclass(frozen=True, slots=True)
class Screens:
    """Look at the screen files of a project, or at PDFs of anybody."""

    files: tuple[Path, ...]
    project: Path
    format: Format


@dataclass(frozen=True, slots=True)
class Pages:
    """Look at the lines and pages of the press files of a project, or of PDFs of anybody."""

    files: tuple[Path, ...]
    project: Path
    format: Format


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare the numbers and names of manuscripts in both languages; a list or a project names terms."""

    files: tuple[Path, ...]
    terms: Path | None
    project: Path | None
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_release(parser)
    takes_format(parser)
    takes_project(parser)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help=say("with --target: PDFs to look at")
    )
    parser.add_argument(
        "--target", choices=["print", "screen"], help=say("instead: look at finished files of this kind")
    )
    parser.add_argument(
        "--terms",
        type=Path,
        metavar="FILE",
        help=say(
            "with --pair: the names and terms to look for, a terms.yaml or lines of Chinese, tab, English"
        ),
    )
    parser.add_argument(
        "--pair",
        type=Path,
        nargs="+",
        metavar="FILE",
        help=say("instead: compare a Chinese and an English text (or one with both), as text or .docx"),
    )


def _request(said: Namespace) -> Check | Compare | Pages | Screens:
    if said.target == "print":
        return Pages(tuple(said.files), project(said), Format(said.format))
    if said.target:
        return Screens(tuple(said.files), project(said), Format(said.format))
    if said.files:
        raise ToolError((error("check/target", say("a file is looked at with --target print or screen")),))
    if said.terms and not said.pair:
        raise ToolError((error("check/terms", say("--terms goes with --pair: a project has its own terms")),))
    if said.pair:
        return Compare(tuple(said.pair), said.terms, said.project, Format(said.format))
    return Check(project(said), said.release, Format(said.format))


def _run(asked: Check | Compare | Pages | Screens, terminal: Terminal) -> int:
    match asked:
        case Check(where, release):
            _, found = content(where, release=release)
            terminal.tell(found)
            if not found:
                terminal.say(say("nothing to mend"))
            return 1 if errors(found) else 0
        case Compare():
            return _compare(asked, terminal)
        case Pages():
            return _pages(asked, terminal)
        case Screens():
            return _screens(asked, terminal)


def _compare(asked: Compare, terminal: Terminal) -> int:
    listed = _listed(asked)
    inputs = Inputs(*(path.resolve().parent for path in (*asked.files, *filter(None, [listed]))))
    try:
        said = [p for path in dict.fromkeys(asked.files) for p in manuscript(path, inputs)]
        terms, wrong = read_terms(listed, inputs) if listed else ({}, ())
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    if listed:
        terminal.say(
            say("names: 1 term of {listed}", listed=listed)
            if len(terms) == 1
            else say("names: {terms} terms of {listed}", terms=len(terms), listed=listed)
        )
    else:
        own = Path("source/terms.yaml")
        near = (
            say("--terms {own} takes that of this project", own=own)
            if own.is_file()
            else say("--terms FILE gives one")
        )
        terminal.say(say("names: no list of terms; {near}", near=near))
    found = in_order((*wrong, *compared(said, terms)))
    terminal.tell(found)
    if not found:
        terminal.say(say("both say the same"))
    return 1 if errors(found) else 0


def _listed(asked: Compare) -> Path | None:
    """Return the list of terms: the one that is named, or that of the project that is named.

    A text is not held to the names of whatever project one happens to stand in.
    """
    if asked.terms:
        return asked.terms
    return asked.project / "source" / "terms.yaml" if asked.project else None


def _pages(asked: Pages, terminal: Terminal) -> int:
    """Look at lines and pages; the demerits of each file are told beside the findings."""
    if asked.files:
        judged = [foreign_pages(path) for path in asked.files]
    else:
        judged = [*proofread(sound(asked.project)[0], asked.project.resolve())]
    found = in_order(tuple(finding for one in judged for finding in one.findings))
    terminal.say(*(one.line() for one in judged))
    terminal.tell(found)
    return 1 if errors(found) else 0


def _screens(asked: Screens, terminal: Terminal) -> int:
    """Look at screen files; what only a person can judge is listed after what was found."""
    if asked.files:
        found = tuple(finding for path in asked.files for finding in foreign_screen(path))
    else:
        found = screens(sound(asked.project)[0], asked.project.resolve())
    terminal.tell(found)
    if not found:
        terminal.say(say("nothing to mend"))
    terminal.say(*for_a_person())
    return 1 if errors(found) else 0


GUIDE = Guide(
    about=say(
        "Looks at the content and tells every problem of every file in one go, in a few "
        "seconds. With --target it looks at the lines, pages and tags of finished PDFs "
        "instead; with --pair at two texts that are in no project yet."
    ),
    reads=(("source/", say("the report: texts, facts, terms, pictures")),),
    examples=(
        ("reportpub check", say("the content")),
        ("reportpub check --release", say("and what is not finished")),
        ("reportpub check --target print", say("the lines and pages of the press PDFs")),
        ("reportpub check --target screen a.pdf", say("whether everyone can read a PDF of anybody")),
        ("reportpub check --pair zh.docx en.docx", say("the numbers and names of two manuscripts")),
    ),
)
VERB = Verb(
    "check",
    say("look at the content without building, or at finished files"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
