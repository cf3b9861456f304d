"""What the machine offers against what reportpub needs, with the command that closes each gap.

Nothing is printed here: that is the work of `cli.py`.
"""

from __future__ import annotations

import platform
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from reportpub import libraries, programs
from reportpub.findings import ToolError
from reportpub.inputs import Inputs, Refused
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import home

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One thing looked for: whether it is fit, what was seen, what it is for, what to do if it is not fit."""

    name: str
    ok: bool
    seen: str
    purpose: str
    required: bool = True
    advice: str = ""


def examine(project: Path) -> tuple[Probe, ...]:
    """Return every probe of this machine and of a project's folder, the required ones first."""
    code = Path(__file__).parents[2]
    required = (_python(), _packages(code), *_libraries(), _faces(home() / "fonts"))
    return (*required, _report(project), *_programs())


def advice(probes: tuple[Probe, ...]) -> str:
    """Return what to do about the probes that are not fit, the required things first."""
    gaps = sorted((p for p in probes if not p.ok), key=lambda p: not p.required)
    return "\n".join(
        f"{p.name}: {p.seen}; {'needed' if p.required else 'useful'} for {p.purpose}\n    {p.advice}"
        for p in gaps
    )


def _python() -> Probe:
    return Probe(
        name="Python",
        ok=sys.version_info[:2] >= OLDEST_PYTHON,
        seen=platform.python_version(),
        purpose="everything",
        advice="remove .venv, install Python 3.11 or newer and run make",
    )


def _packages(code: Path) -> Probe:
    locked = _locked(code)
    have = {_plain(d.metadata["Name"]): d.version for d in metadata.distributions()}
    odd = [
        f"{name} {have.get(name, 'absent')} for {version}"
        for name, version, only_somewhere in locked
        if have.get(name) != version and not (only_somewhere and name not in have)
    ]
    fit = f"{len(locked)} as locked" if locked else "no lock beside the code, nothing to compare with"
    return Probe(
        name="Python packages",
        ok=not odd,
        seen="; ".join(odd) or fit,
        purpose="the same bytes on every machine",
        advice="remove .venv/.ready and run make",
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
        Probe(name=found.library.name, ok=found.fit, seen=found.seen, purpose="PDF", advice=hint)
        for found in libraries.look()
    )


def _faces(folder: Path) -> Probe:
    try:
        seen, ok = f"{len(load_faces(folder))} as the manifest describes them", True
    except ToolError as broken:
        seen, ok = "; ".join(finding.message for finding in broken.findings), False
    return Probe(
        name="Faces",
        ok=ok,
        seen=seen,
        purpose="every artefact",
        advice="take fonts/ from the repository again, or run make fonts",
    )


def _report(project: Path) -> Probe:
    outline = project.resolve() / "source" / "report.yaml"
    return Probe(
        name="Report",
        ok=outline.is_file(),
        seen=str(outline) if outline.is_file() else f"no source/report.yaml in {project.resolve()}",
        purpose="check, build and verify",
        required=False,
        advice="name its folder with --project, or begin one with: reportpub new DIR",
    )


def _programs() -> tuple[Probe, ...]:
    return tuple(_program(name, purpose) for name, purpose in OPTIONAL)


def _program(name: str, purpose: str) -> Probe:
    try:
        found = str(programs.find(name))
    except programs.MissingProgram as missing:
        on = libraries.system()
        package = libraries.package(missing.advice, on)
        hint = libraries.command(package, on) if package else f"install {name} and see that it is on the PATH"
        return Probe(name=name, ok=False, seen="absent", purpose=purpose, required=False, advice=hint)
    return Probe(name=name, ok=True, seen=found, purpose=purpose, required=False)


# Nothing here is needed to build; each adds a second opinion or a way in. In the order of their use.
OPTIONAL = (
    ("soffice", "reading old .doc manuscripts, and looking at .docx files without Word"),
    ("pdftoppm", "comparing pages as pictures in the tests"),
    ("mutool", "measuring the ink in preflight; gs or pdftoppm do as well"),
    ("gs", "measuring the ink in preflight where mutool is not there"),
    ("qpdf", "a second opinion on the syntax of a PDF"),
    ("node", "fetching the sources of the faces anew (make fonts)"),
)
