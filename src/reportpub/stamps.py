"""What a finished file was made from and by, in JSON beside it, so that a change in either is seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from reportpub.inputs import fingerprint
from reportpub.libraries import look

TOOLS = (
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
    "uharfbuzz",
    "weasyprint",
)
"""The packages whose version can change a file."""


def stamp_path(artefact: Path) -> Path:
    """Return where the stamp of a finished file lies: out of the reader's way."""
    return artefact.parent.parent / ".stamps" / f"{artefact.name}.json"


def made_by() -> Mapping[str, str]:
    """Return what would make a file now: our own code by hash, packages and system libraries by version."""
    code = hashlib.sha256()
    package = Path(__file__).parent
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".conf", ".yaml"):
            code.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    system = {f"lib {found.library.name}": found.seen for found in look()}
    return {"reportpub": code.hexdigest()} | {tool: version(tool) for tool in TOOLS} | system


def stamp(
    artefact: bytes, pages: int, reads: Mapping[Path, str], makers: Mapping[str, str], project: Path
) -> str:
    """Return the stamp of a file just made; paths within the project are written relative to it."""
    told = {
        "artefact": hashlib.sha256(artefact).hexdigest(),
        "pages": pages,
        "reads": {_name(path, project): digest for path, digest in sorted(reads.items())},
        "made_by": dict(sorted(makers.items())),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def fresh(artefact: Path, makers: Mapping[str, str], project: Path) -> bool:
    """Tell whether a file is there, untouched, and nothing it was made from has changed."""
    path = stamp_path(artefact)
    if not artefact.is_file() or not path.is_file():
        return False
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        same = told["made_by"] == dict(makers) and told["artefact"] == fingerprint(artefact)
        reads = dict(told["reads"])
    except (ValueError, KeyError, TypeError):
        return False  # a stamp that was cut off says nothing
    return same and all(fingerprint(project / name) == digest for name, digest in reads.items())


def pages_of(artefact: Path) -> int:
    """Return how many pages a finished file has, as its stamp says; 0 where it has none."""
    return int(json.loads(stamp_path(artefact).read_text(encoding="utf-8")).get("pages", 0))


def _name(path: Path, project: Path) -> str:
    root = project.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
