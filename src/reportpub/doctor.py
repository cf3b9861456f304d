"""What the machine offers against what reportpub needs, with the command that closes each gap.

Nothing is printed here: that is the work of `cli.py`.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from reportpub import libraries, programs
from reportpub.findings import ToolError
from reportpub.inputs import Inputs, Refused
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import home
from reportpub.sentences import NOTHING, Sentence, as_it_is, listed, say

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One thing looked for: whether it is fit, what was seen, what it is for, the command that mends it."""

    name: Sentence
    ok: bool
    seen: Sentence
    purpose: Sentence
    required: bool = True
    advice: Sentence = NOTHING


def examine(project: Path) -> tuple[Probe, ...]:
    """Return every probe of this machine and of a project's folder, the required ones first."""
    code = Path(__file__).parents[2]
    required = (_python(), _packages(code), *_libraries(), _faces(home() / "fonts"))
    return (*required, _report(project), *_programs())


def advice(probes: tuple[Probe, ...]) -> Iterator[Sentence]:
    """Yield what to do about the probes that are not fit, the required things first."""
    for probe in sorted((p for p in probes if not p.ok), key=lambda p: not p.required):
        need = say("needed") if probe.required else say("useful")
        yield say(
            "{name}: {seen}; {need} for {purpose}",
            name=probe.name,
            seen=probe.seen,
            need=need,
            purpose=probe.purpose,
        )
        yield say("    {advice}", advice=probe.advice)


def _python() -> Probe:
    command = libraries.command(libraries.package(_PYTHON, libraries.system()), libraries.system())
    return Probe(
        name=as_it_is("Python"),
        ok=sys.version_info[:2] >= OLDEST_PYTHON,
        seen=as_it_is(platform.python_version()),
        purpose=say("everything"),
        advice=say("{command}; then: rm -r .venv && make .venv/.ready", command=command),
    )


def _packages(code: Path) -> Probe:
    locked = _locked(code)
    have = {_plain(d.metadata["Name"]): d.version for d in metadata.distributions()}
    odd = [
        say("{name} {version} instead of {wanted}", name=name, version=have[name], wanted=version)
        if name in have
        else say("{name} {version} is not there", name=name, version=version)
        for name, version, only_somewhere in locked
        if have.get(name) != version and not (only_somewhere and name not in have)
    ]
    fit = (
        say("{count} as locked", count=len(locked))
        if locked
        else say("no lock beside the code, nothing to compare with")
    )
    return Probe(
        name=say("Python packages"),
        ok=not odd,
        seen=listed(odd, "; ") if odd else fit,
        purpose=say("the same bytes on every machine"),
        advice=as_it_is("rm -f .venv/.ready && make .venv/.ready"),
    )


def _locked(code: Path) -> list[tuple[str, str, bool]]:
    """Return name, version, and whether the package is for some platforms only."""
    try:
        text = Inputs(code).read_text(code / "requirements" / "runtime.lock")
    except Refused:
        return []
    pins = re.findall(r"^([\w.-]+)==(\S+)( ;)?", text, re.MULTILINE)
    return [(_plain(name), version, bool(marker)) for name, version, marker in pins]


def _plain(name: str) -> str:
    """Return a package name as the Python Packaging User Guide normalises it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _libraries() -> tuple[Probe, ...]:
    hint = libraries.advice(libraries.system())
    return tuple(
        Probe(
            name=as_it_is(found.library.name), ok=found.fit, seen=found.seen, purpose=say("PDF"), advice=hint
        )
        for found in libraries.look()
    )


def _faces(folder: Path) -> Probe:
    try:
        seen, ok = say("{count} as the manifest describes them", count=len(load_faces(folder))), True
    except ToolError as broken:
        seen, ok = listed((finding.message for finding in broken.findings), "; "), False
    return Probe(
        name=say("Faces"),
        ok=ok,
        seen=seen,
        purpose=say("every artefact"),
        advice=say("git checkout -- fonts    (or, to derive them anew: make fonts)"),
    )


def _report(project: Path) -> Probe:
    outline = project.resolve() / "source" / "report.yaml"
    there = outline.is_file()
    return Probe(
        name=say("Report"),
        ok=there,
        seen=as_it_is(outline)
        if there
        else say("no source/report.yaml in {folder}", folder=project.resolve()),
        purpose=say("check, build and verify"),
        required=False,
        advice=say("name its folder with --project, or begin one with: reportpub new DIR"),
    )


def _programs() -> tuple[Probe, ...]:
    return tuple(_program(name, purpose) for name, purpose in OPTIONAL)


def _program(name: str, purpose: Sentence) -> Probe:
    try:
        found = programs.find(name)
    except programs.MissingProgram as missing:
        on = libraries.system()
        package = libraries.package(missing.advice, on)
        hint = (
            libraries.command(package, on)
            if package
            else say("install {name} and see that it is on the PATH", name=name)
        )
        return Probe(
            name=as_it_is(name), ok=False, seen=say("absent"), purpose=purpose, required=False, advice=hint
        )
    return Probe(name=as_it_is(name), ok=True, seen=as_it_is(found), purpose=purpose, required=False)


_PYTHON = programs.Advice(
    debian="python3 python3-venv", fedora="python3", macos="python", windows="Python.Python.3.12"
)

# Nothing here is needed to build; each adds a second opinion or a way in. In the order of their use.
OPTIONAL = (
    ("soffice", say("reading old .doc manuscripts, and looking at .docx files without Word")),
    ("git", say("comparing with earlier versions: diff, and figures --since")),
    ("pdftoppm", say("comparing pages as pictures in the tests")),
    ("mutool", say("measuring the ink in preflight; gs or pdftoppm do as well")),
    ("gs", say("measuring the ink in preflight where mutool is not there")),
    ("qpdf", say("a second opinion on the syntax of a PDF")),
    ("node", say("fetching the sources of the faces anew (make fonts)")),
)
