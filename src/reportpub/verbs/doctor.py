"""Look at the machine: programs, libraries, fonts."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from reportpub.doctor import advice, examine
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
        mark = "ok" if probe.ok else "MISSING" if probe.required else "absent"
        terminal.say(f"{mark:8} {probe.name}: {probe.seen}  ({probe.purpose})")
    said = advice(probes)
    if said:
        terminal.say(said)
    return 2 if any(probe.required and not probe.ok for probe in probes) else 0


VERB = Verb("doctor", "look at the machine: programs, libraries, fonts", takes_project, _request, _run)
