"""What the command line can be asked for: one frozen command each, read from the arguments."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportpub import __version__
from reportpub.model.report import Target


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True)
class Build:
    """Make the files of some editions."""

    project: Path
    editions: tuple[str, ...]
    targets: tuple[Target, ...]
    release: bool
    format: Format


@dataclass(frozen=True, slots=True)
class Check:
    """Look at the content without building."""

    project: Path
    release: bool
    format: Format


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare the numbers and names of manuscripts in both languages; a project gives its terms."""

    files: tuple[Path, ...]
    project: Path | None
    format: Format


@dataclass(frozen=True, slots=True)
class Verify:
    """Open the finished files again and compare them with the source."""

    project: Path
    editions: tuple[str, ...]
    targets: tuple[Target, ...]
    format: Format


@dataclass(frozen=True, slots=True)
class Figures:
    """Write the call-figures sheet, on which every figure is ticked."""

    project: Path
    edition: str
    since: str
    into: Path | None


@dataclass(frozen=True, slots=True)
class Doctor:
    """Look at the machine."""

    project: Path


@dataclass(frozen=True, slots=True)
class Schema:
    """Write the JSON Schemas that editors use."""

    into: Path


@dataclass(frozen=True, slots=True)
class New:
    """Begin a report in an empty folder."""

    into: Path


Command = Build | Check | Compare | Verify | Figures | Doctor | Schema | New


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; its help is the reference."""
    top = argparse.ArgumentParser(
        prog="reportpub",
        description="Reports in Chinese and English, from YAML to press PDF, accessible PDF and Word.",
    )
    top.add_argument("--version", action="version", version=f"reportpub {__version__}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    build = verbs.add_parser("build", help="make the files of the report; up-to-date files are left alone")
    verify = verbs.add_parser("verify", help="open the finished files again and compare them with the source")
    check = verbs.add_parser("check", help="look at the content without building")
    figures = verbs.add_parser("figures", help="write the sheet on which every figure is read out and ticked")
    doctor = verbs.add_parser("doctor", help="look at the machine: programs, libraries, fonts")
    schema = verbs.add_parser("schema", help="write the JSON Schemas that editors use")
    new = verbs.add_parser("new", help="begin a report in an empty folder")
    for verb in (build, verify):
        verb.add_argument("editions", nargs="*", metavar="EDITION", help="all editions unless some are named")
        kinds = [target.value for target in Target]
        verb.add_argument("--target", action="append", choices=kinds, default=[], help="may be repeated")
    for verb in (build, check):
        verb.add_argument("--release", action="store_true", help="refuse English that is a draft or missing")
    for verb in (build, verify, check):
        verb.add_argument(
            "--format", choices=[f.value for f in Format], default="text", help="how findings are written"
        )
    for verb in (build, verify, check, figures, doctor):
        verb.add_argument("--project", type=Path, metavar="DIR", help="the folder with source/")
    figures.add_argument(
        "edition",
        nargs="?",
        default="",
        metavar="EDITION",
        help="whose pages are named; the first with a PDF",
    )
    figures.add_argument(
        "--since",
        default="",
        metavar="VERSION",
        help="list only what changed since a figures.json, another project folder or a commit of git",
    )
    figures.add_argument("--into", type=Path, metavar="DIR", help="where to write it; out/figures")
    check.add_argument(
        "--pair",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="instead: compare a Chinese and an English text (or one with both), as text or .docx",
    )
    schema.add_argument(
        "--into", type=Path, default=Path("schema"), metavar="DIR", help="where to write them"
    )
    new.add_argument("into", type=Path, metavar="DIR", help="an empty or new folder")
    return top


def command(arguments: Sequence[str]) -> Command:
    """Return the command that the arguments ask for; argparse ends the program when they ask for none."""
    said = parser().parse_args(arguments)
    project = getattr(said, "project", None) or Path()
    match said.verb:
        case "build":
            targets = tuple(map(Target, said.target))
            return Build(project, tuple(said.editions), targets, said.release, Format(said.format))
        case "verify":
            return Verify(project, tuple(said.editions), tuple(map(Target, said.target)), Format(said.format))
        case "check":
            if said.pair:
                return Compare(tuple(said.pair), said.project, Format(said.format))
            return Check(project, said.release, Format(said.format))
        case "figures":
            return Figures(project, said.edition, said.since, said.into)
        case "doctor":
            return Doctor(project)
        case "schema":
            return Schema(said.into)
        case _:
            return New(said.into)
