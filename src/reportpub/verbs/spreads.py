"""Tell what it costs to keep facing pages in step."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportpub.findings import ToolError, error
from reportpub.model.report import Arrangement
from reportpub.progress import Progress
from reportpub.render.facing.whites import whites
from reportpub.sentences import listed, say
from reportpub.typesetting import facing_pages
from reportpub.verbs.content import sound
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project


@dataclass(frozen=True, slots=True)
class Spreads:
    """Tell what the facing pages of some editions cost."""

    project: Path
    editions: tuple[str, ...]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "editions", nargs="*", metavar="EDITION", help=say("all on facing pages unless some are named")
    )
    takes_project(parser)


def _request(said: Namespace) -> Spreads:
    return Spreads(project(said), tuple(said.editions))


def _run(asked: Spreads, terminal: Terminal) -> int:
    report, _ = sound(asked.project)
    there = tuple(spec.name for spec in report.editions if spec.arrangement is Arrangement.FACING)
    hint = (
        say("there are: {there}", there=listed(there))
        if there
        else say("give one the arrangement facing in report.yaml")
    )
    strange = tuple(name for name in asked.editions if name not in there)
    found = tuple(
        error("build/edition", say("there is no edition “{name}” on facing pages", name=name), None, hint)
        for name in strange
    )
    if found or not there:
        raise ToolError(found or (error("build/edition", say("no edition is on facing pages"), None, hint),))
    for name in asked.editions or there:
        progress = terminal.progress(1)
        pages, planned = facing_pages(asked.project.resolve(), name, partial(_step, progress, name))
        progress.close()
        terminal.say(say("{name}: {pages} pages", name=name, pages=pages.pages), *whites(planned))
    return 0


def _step(progress: Progress, edition: str, step: str) -> None:
    progress((edition, step))


GUIDE = Guide(
    about=say(
        "Tells what it costs to keep both languages level on facing pages: the white on each "
        "page, and which blocks could not be kept level."
    ),
    reads=(
        ("source/", say("the report: texts, facts, terms, pictures")),
        ("layouts/, fonts/", say("how it looks")),
    ),
    examples=(
        ("reportpub spreads", say("every edition on facing pages")),
        ("reportpub spreads facing", say("one of them")),
    ),
)
VERB = Verb(
    "spreads",
    say("tell what it costs to keep facing pages in step, in mm of white"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
