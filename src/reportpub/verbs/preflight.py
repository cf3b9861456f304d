"""Look whether PDFs are what a printer takes: any PDFs, or the press files of the report."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.preflight.profiles import DEFAULT
from reportpub.preflight import EXIT_CODES, Told, chosen_profile, of_files, of_report, reports, told
from reportpub.publish import publish
from reportpub.sentences import say
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project


@dataclass(frozen=True, slots=True)
class Preflight:
    """Look at some files, or at those of a project where none is named; `into` takes the reports."""

    files: tuple[Path, ...]
    project: Path
    profile: str
    told: Told
    into: Path | None
    ink: bool


def _arguments(parser: ArgumentParser) -> None:
    files = say("PDFs of anybody; the finished press files of the report unless some are named")
    profile = say(
        "sheet-cmyk, sheet-cmyk-rgb, x-1a, or a YAML file of your own; the job of a report has its own"
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=files)
    parser.add_argument("--profile", default="", metavar="NAME", help=profile)
    parser.add_argument(
        "--format",
        dest="told",
        choices=[one.value for one in Told],
        default="text",
        help=say("what is written out"),
    )
    into = say("where to write the report of each file as HTML and JSON")
    parser.add_argument("--into", type=Path, metavar="DIR", help=into)
    parser.add_argument(
        "--no-ink", action="store_true", help=say("leave out the ink, which takes most of the time")
    )
    takes_project(parser)


def _request(said: Namespace) -> Preflight:
    files = tuple(said.files)
    return Preflight(files, project(said), said.profile, Told(said.told), said.into, ink=not said.no_ink)


def _run(asked: Preflight, terminal: Terminal) -> int:
    if asked.files:
        found = tuple(of_files(asked.files, chosen_profile(asked.profile or DEFAULT), ink=asked.ink))
    else:
        profile = chosen_profile(asked.profile) if asked.profile else None
        found = tuple(of_report(asked.project, profile, ink=asked.ink))
    if asked.into is not None:
        publish(reports(found, asked.into))
    terminal.out.write(told(found, asked.told))
    return max((EXIT_CODES[one.verdict] for one in found), default=0)


GUIDE = Guide(
    about=say(
        "Looks whether a PDF is what a printer takes: boxes, inks, fonts, pictures, "
        "transparency, over a hundred rules, each with its source."
    ),
    reads=(
        ("FILE.pdf", say("PDFs of anybody, or the finished press files of the report")),
        ("source/waivers.yaml", say("what is let through, and why")),
    ),
    writes=(("--into DIR", say("a report of each file as HTML and JSON")),),
    examples=(
        ("reportpub preflight", say("the press files of the report")),
        ("reportpub preflight cover.pdf --profile x-1a", say("a PDF of anybody by another profile")),
        ("reportpub preflight --into out/preflight", say("with reports for the printer")),
    ),
)
VERB = Verb("preflight", say("look whether a PDF is what a printer takes"), GUIDE, _arguments, _request, _run)
