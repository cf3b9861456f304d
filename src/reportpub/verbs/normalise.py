"""Put right what is typed otherwise than it is set, in the files themselves."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.retyped import retyped, typed_files
from reportpub.findings import Finding
from reportpub.inputs import Inputs
from reportpub.publish import publish
from reportpub.sentences import listed, say
from reportpub.verbs.content import content
from reportpub.verbs.guide import Guide
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project


@dataclass(frozen=True, slots=True)
class Normalise:
    """Make the repairs that `check` only names, or show them."""

    project: Path
    show: bool


def _arguments(parser: ArgumentParser) -> None:
    takes_project(parser)
    parser.add_argument("--show", action="store_true", help=say("show what would change and write nothing"))


def _request(said: Namespace) -> Normalise:
    return Normalise(project(said), said.show)


def _run(asked: Normalise, terminal: Terminal) -> int:
    root = asked.project.resolve()
    report, _ = content(root)
    inputs = Inputs(root)
    new: dict[Path, bytes] = {}
    found: list[Finding] = []
    for name in typed_files(report):
        typed = inputs.read_text(root / name)
        made, told = retyped(typed, name)
        found += told
        if made != typed:
            new[root / name] = made.encode()
    terminal.tell(tuple(found))
    if not asked.show:
        publish(new)
    if not found:
        terminal.say(say("nothing to put right"))
    elif new:
        verb = say("would change") if asked.show else say("changed")
        terminal.say(say("{verb}: {files}", verb=verb, files=listed(path.relative_to(root) for path in new)))
    return 0


GUIDE = Guide(
    about=say(
        "Puts right what is typed by habit: half-width marks in Chinese, straight quotes in "
        "English, spaces too many. Only these characters change; comments, folds and quotes "
        "of the YAML stay."
    ),
    reads=(("source/", say("texts of the report")),),
    writes=(("source/", say("the same files, where something was put right")),),
    examples=(
        ("reportpub normalise --show", say("what would change")),
        ("reportpub normalise", say("change it")),
    ),
)
VERB = Verb(
    "normalise",
    say("put right typed marks and spaces in the YAML, as `check` names them"),
    GUIDE,
    _arguments,
    _request,
    _run,
)
