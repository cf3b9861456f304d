"""Open the finished files again and compare them with the source."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.build import artefact_path
from reportpub.findings import errors, in_order
from reportpub.model.report import Target
from reportpub.telling import Format
from reportpub.verbs.build import wanted
from reportpub.verbs.content import sound
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_editions, takes_format, takes_project
from reportpub.verify import verify


@dataclass(frozen=True, slots=True)
class Verify:
    """Open the finished files of some editions again."""

    project: Path
    editions: tuple[str, ...]
    targets: tuple[Target, ...]
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_editions(parser)
    takes_format(parser)
    takes_project(parser)


def _request(said: Namespace) -> Verify:
    return Verify(project(said), tuple(said.editions), tuple(map(Target, said.target)), Format(said.format))


def _run(asked: Verify, terminal: Terminal) -> int:
    report, _ = sound(asked.project)
    root = asked.project.resolve()
    orders = wanted(asked.editions, asked.targets, report, root)
    progress = terminal.progress(len(orders))
    found = in_order(verify(report, orders, root / "out", progress))
    progress.close()
    terminal.tell(found)
    if not found:
        files = (artefact_path(root / "out", report.id, o.edition, t) for o in orders for t in o.targets)
        terminal.say(*(f"{path.relative_to(root)}: right" for path in files))
    return 1 if errors(found) else 0


VERB = Verb(
    "verify", "open the finished files again and compare them with the source", _arguments, _request, _run
)
