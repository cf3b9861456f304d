"""Open the finished files again and compare them with the source."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.findings import errors, in_order
from reportpub.finished import artefact_path
from reportpub.handover.look import differences
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


@dataclass(frozen=True, slots=True)
class VerifyPacked:
    """Look whether folders or zips that were packed are still what they were."""

    paths: tuple[Path, ...]
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    takes_editions(parser, "; or a folder or zip that was packed")
    takes_format(parser)
    takes_project(parser)


def _request(said: Namespace) -> Verify | VerifyPacked:
    if any(map(_packed, said.editions)):
        return VerifyPacked(tuple(map(Path, said.editions)), Format(said.format))
    return Verify(project(said), tuple(said.editions), tuple(map(Target, said.target)), Format(said.format))


def _packed(name: str) -> bool:
    """Tell whether a word names a folder or a zip, as no edition does."""
    return Path(name).name != name or name.endswith(".zip") or Path(name).is_dir()


def _run(asked: Verify | VerifyPacked, terminal: Terminal) -> int:
    match asked:
        case Verify():
            return _made(asked, terminal)
        case VerifyPacked(paths):
            return _handed_over(paths, terminal)


def _handed_over(paths: tuple[Path, ...], terminal: Terminal) -> int:
    seen = [(path, *differences(path)) for path in paths]
    found = in_order(tuple(one for *_, several in seen for one in several))
    terminal.tell(found)
    if not found:
        terminal.say(*(f"{path}: {len(one.files)} files, as they were packed" for path, one, _ in seen))
    return 1 if errors(found) else 0


def _made(asked: Verify, terminal: Terminal) -> int:
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
