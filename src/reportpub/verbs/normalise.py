"""Put right what is typed otherwise than it is set, in the files themselves."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.checks.retyped import retyped, typed_files
from reportpub.findings import Finding
from reportpub.inputs import Inputs
from reportpub.publish import publish
from reportpub.verbs.content import content
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project


@dataclass(frozen=True, slots=True)
class Normalise:
    """Make the repairs that `check` only names, or show them."""

    project: Path
    show: bool


def _arguments(parser: ArgumentParser) -> None:
    takes_project(parser)
    parser.add_argument("--show", action="store_true", help="show what would change and write nothing")


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
        terminal.say("nothing to put right")
    elif new:
        verb = "would change" if asked.show else "changed"
        terminal.say(f"{verb}: {', '.join(str(path.relative_to(root)) for path in new)}")
    return 0


VERB = Verb(
    "normalise",
    "put right typed marks and spaces in the YAML, as `check` names them",
    _arguments,
    _request,
    _run,
)
