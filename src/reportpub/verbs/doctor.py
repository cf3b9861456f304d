"""Look at the machine: programs, libraries, fonts."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.doctor import advice, examine
from reportpub.sentences import say
from reportpub.verbs.guide import Guide
from reportpub.verbs.parsing import columns
from reportpub.verbs.terminal import Terminal
from reportpub.verbs.verb import Verb, project, takes_project


@dataclass(frozen=True, slots=True)
class Doctor:
    """Look at the machine."""

    project: Path


def _request(said: Namespace) -> Doctor:
    return Doctor(project(said))


def _run(asked: Doctor, terminal: Terminal) -> int:
    probes = examine(asked.project)
    for probe in probes:
        mark = say("ok") if probe.ok else say("MISSING") if probe.required else say("absent")
        # Aligned by columns, which no format does: a Chinese character takes two.
        gap = " " * max(1, 9 - columns(terminal.words.tell(mark)))
        said = say("{name}: {seen}  ({purpose})", name=probe.name, seen=probe.seen, purpose=probe.purpose)
        terminal.say(say("{mark}{gap}{said}", mark=mark, gap=gap, said=said))
    terminal.say(*advice(probes))
    return 2 if any(probe.required and not probe.ok for probe in probes) else 0


GUIDE = Guide(
    about=say(
        "Looks at the machine: Python, its packages, the system libraries, the faces, and "
        "programs that are of use. What is missing is named with the command that mends it."
    ),
    reads=(
        ("requirements/runtime.lock", say("which packages there should be")),
        ("fonts/", say("the faces and their manifest")),
    ),
    examples=(
        ("reportpub doctor", say("this machine")),
        ("reportpub doctor --project ../our-report", say("and whether a report is there")),
    ),
)
VERB = Verb(
    "doctor", say("look at the machine: programs, libraries, fonts"), GUIDE, takes_project, _request, _run
)
