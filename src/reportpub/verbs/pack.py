"""Put everything that is handed over into one folder."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.build import build
from reportpub.findings import ToolError, error, in_order
from reportpub.handover.archive import zipped
from reportpub.handover.manifest import MANIFEST
from reportpub.pack import handover
from reportpub.publish import publish, publish_folder
from reportpub.sentences import say
from reportpub.telling import Format
from reportpub.verbs.build import wanted
from reportpub.verbs.content import sound
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_format, takes_project, takes_release


@dataclass(frozen=True, slots=True)
class Pack:
    """Put the finished files of some editions, and what the printer needs with them, into one folder."""

    project: Path
    editions: tuple[str, ...]
    into: Path
    zip: bool
    release: bool
    format: Format


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "editions", nargs="*", metavar="EDITION", help=say("all editions unless some are named")
    )
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help=say("the folder to make"))
    parser.add_argument("--zip", action="store_true", help=say("make a zip of it beside it, too"))
    takes_release(parser)
    takes_format(parser)
    takes_project(parser)


def _request(said: Namespace) -> Pack:
    return Pack(project(said), tuple(said.editions), said.into, said.zip, said.release, Format(said.format))


def _run(asked: Pack, terminal: Terminal) -> int:
    """Build what is stale, then put all of it into the folder, which takes the place of an earlier one."""
    report, found = sound(asked.project, release=asked.release)
    into = asked.into.resolve()
    must_be_free(into)
    root = asked.project.resolve()
    orders = wanted(asked.editions, (), report, root)
    progress = terminal.progress(len(orders))
    outcome = build(report, orders, root / "out", progress)
    progress.close()
    terminal.tell((*found, *in_order(outcome.findings)))
    if outcome.exit_code:
        return outcome.exit_code
    files = handover(report, orders, root / "out")
    publish_folder(files, into)
    terminal.say(asked.into)
    if asked.zip:
        archive = into.with_name(f"{into.name}.zip")
        publish({archive: zipped(files, into.name)})
        terminal.say(asked.into.with_name(archive.name))
    terminal.say(
        say(
            "{files} files, {size:,.1f} MB",
            files=len(files),
            size=sum(map(len, files.values())) / 1024**2,
        )
    )
    return 0


def must_be_free(into: Path) -> None:
    """Raise `ToolError` unless a folder is not there, empty, or one that was packed before."""
    if not into.exists() or (into / MANIFEST).is_file() or (into.is_dir() and not any(into.iterdir())):
        return
    hint = say("name a folder that is not there yet, an empty one, or one that was packed before")
    raise ToolError((error("pack/not-empty", say("{into} holds something else", into=into), None, hint),))


GUIDE = Guide(
    about=say(
        "Builds what is stale, then puts everything for the printer and the web into one "
        "folder: files, job ticket, proofs, preflight reports, and a manifest by which the "
        "other side sees that nothing was changed."
    ),
    reads=(
        ("source/", say("the report: texts, facts, terms, pictures")),
        ("layouts/, fonts/", say("how it looks")),
        ("source/waivers.yaml", say("what is let through in preflight, and why")),
    ),
    writes=(("--into DIR", say("the folder, which takes the place of an earlier one")),),
    examples=(
        ("reportpub pack --into ../hand-over --release", say("everything, and nothing that is not finished")),
        ("reportpub pack zh --into ../zh --zip", say("one edition, with a zip beside it")),
    ),
)
VERB = Verb(
    "pack",
    say("put everything for the printer and the web into one folder"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
