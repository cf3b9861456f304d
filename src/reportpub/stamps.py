"""What a finished file was made from and by, in JSON beside it, so that a change in either is seen."""

from __future__ import annotations

import hashlib
import json
import platform
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from reportpub.inputs import fingerprint
from reportpub.layout.layout import home
from reportpub.libraries import look

TOOLS = (
    "cssselect2",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "pikepdf",
    "pillow",
    "pydyf",
    "pypdfium2",
    "pyphen",
    "python-docx",
    "pyyaml",
    "tinycss2",
    "tinyhtml5",
    "uharfbuzz",
    "weasyprint",
)
"""The packages whose version can change a file."""

OURS = "reportpub:"
"""Begins the name of a file that belongs to the product, wherever that lies."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Hash and pages of a finished file, the hash of each file it was made from, and what made it.

    Files of the project are named from its folder, those of the product from its own behind `OURS`.
    """

    artefact: str
    pages: int
    reads: Mapping[str, str]
    made_by: Mapping[str, str]


def stamp_path(artefact: Path) -> Path:
    """Return where the stamp of a finished file lies: out of the reader's way."""
    return artefact.parent.parent / ".stamps" / f"{artefact.name}.json"


def made_by() -> Mapping[str, str]:
    """Return what would make a file now: our own code by hash, packages and system libraries by version."""
    code = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            code.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    system = {f"lib {found.library.name}": found.seen for found in look()}
    # What packs the streams of a PDF and the parts of a Word file decides on their bytes, too.
    base = {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return {"reportpub": code.hexdigest()} | base | {tool: version(tool) for tool in TOOLS} | system


def stamped(
    artefact: bytes, pages: int, reads: Mapping[Path, str], makers: Mapping[str, str], project: Path
) -> Stamp:
    """Return the stamp of a file just made."""
    named = {name_of(path, project): digest for path, digest in sorted(reads.items())}
    return Stamp(hashlib.sha256(artefact).hexdigest(), pages, named, dict(sorted(makers.items())))


def written(stamp: Stamp) -> str:
    """Return a stamp as JSON."""
    told = {
        "artefact": stamp.artefact,
        "pages": stamp.pages,
        "reads": stamp.reads,
        "made_by": stamp.made_by,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read_stamp(artefact: Path) -> Stamp | None:
    """Return the stamp of a finished file; nothing where there is none, or one that was cut off."""
    try:
        told = json.loads(stamp_path(artefact).read_text(encoding="utf-8"))
        return Stamp(str(told["artefact"]), int(told["pages"]), dict(told["reads"]), dict(told["made_by"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def fresh(artefact: Path, makers: Mapping[str, str], project: Path) -> Stamp | None:
    """Return the stamp of a file that is there and untouched, and whose inputs and makers are unchanged."""
    told = read_stamp(artefact) if artefact.is_file() else None
    if told is None or told.made_by != dict(makers) or told.artefact != fingerprint(artefact):
        return None
    same = all(fingerprint(place_of(name, project)) == digest for name, digest in told.reads.items())
    return told if same else None


def name_of(path: Path, project: Path) -> str:
    """Return the name that a file keeps on every machine; one of neither project nor product is its path."""
    root = project.resolve()
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return OURS + path.relative_to(home()).as_posix() if path.is_relative_to(home()) else str(path)


def place_of(name: str, project: Path) -> Path:
    """Return where the file of a name lies here."""
    return home() / name.removeprefix(OURS) if name.startswith(OURS) else project / name
