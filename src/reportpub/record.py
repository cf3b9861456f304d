"""The build record of an edition, `build-record.json`: what its files were made from and by.

It names no clock, no person, no machine and no folder: the same build has the same record everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from reportpub import __version__
from reportpub.model.report import Target
from reportpub.stamps import Stamp

RECORD = "build-record.json"

FORM = 1
"""Counts up when the record changes in a way that older readers would misread."""

_SECTIONS = ("inputs", "fonts", "profiles")
_FONTS, _PROFILES = (".otf", ".ttc", ".ttf"), (".icc", ".icm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One finished file: its name, its kind, the SHA-256 of its bytes, and its pages where it has some."""

    name: str
    target: Target
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the files of an edition were made from and by, and their hashes.

    `reads` has the SHA-256 of each file that was read, by the name that stamps give it; for a folder it is
    that of the names in it, and nothing for what was looked for and not there.
    """

    report: str
    edition: str
    version: str
    made_by: Mapping[str, str]
    reads: Mapping[str, str]
    files: tuple[Recorded, ...]

    @property
    def targets(self) -> tuple[Target, ...]:
        """Return the kinds of file that were made."""
        return tuple(one.target for one in self.files)


def only(record: Record, targets: tuple[Target, ...]) -> Record:
    """Return what a record says of some kinds of file; of all where none is named."""
    files = tuple(one for one in record.files if not targets or one.target in targets)
    return replace(record, files=files)


class Unreadable(Exception):
    """A record that is none, with the reason."""


def record_path(out: Path, edition: str) -> Path:
    """Return where the record of an edition lies: beside its files."""
    return out / edition / RECORD


def recorded(report: str, edition: str, made: Iterable[tuple[str, Target, Stamp]]) -> Record:
    """Return the record of files, by name and target, that one state of everything made, as stamps tell."""
    files: list[Recorded] = []
    reads: dict[str, str] = {}
    makers: dict[str, str] = {}
    for name, target, stamp in made:
        files.append(Recorded(name=name, target=target, sha256=stamp.artefact, pages=stamp.pages))
        reads |= stamp.reads
        makers |= stamp.made_by
    return Record(
        report=report, edition=edition, version=__version__, made_by=makers, reads=reads, files=tuple(files)
    )


def written(record: Record) -> bytes:
    """Return a record as JSON, the same bytes every time."""
    order = list(Target)
    sections: dict[str, dict[str, str]] = {name: {} for name in _SECTIONS}
    for name, digest in sorted(record.reads.items()):
        sections[section(name)][name] = digest
    told = {
        "form": FORM,
        "report": record.report,
        "edition": record.edition,
        "version": record.version,
        "artefacts": [
            {"file": one.name, "target": one.target.value, "sha256": one.sha256}
            | ({"pages": one.pages} if one.pages else {})
            for one in sorted(record.files, key=lambda one: order.index(one.target))
        ],
        "made_by": dict(sorted(record.made_by.items())),
        **sections,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def section(name: str) -> str:
    """Return whether a file that was read is a face, a profile, or another of the `inputs`."""
    match PurePosixPath(name).suffix.lower():
        case suffix if suffix in _FONTS:
            return "fonts"
        case suffix if suffix in _PROFILES:
            return "profiles"
        case _:
            return "inputs"


def read(data: bytes) -> Record:
    """Return the record that JSON tells of; `Unreadable` when it does not."""
    try:
        told = json.loads(data)
        if told["form"] != FORM:
            raise Unreadable(f"it is of the form {told['form']}, and this program reads {FORM}")
        return Record(
            report=str(told["report"]),
            edition=str(told["edition"]),
            version=str(told["version"]),
            made_by=_words(told["made_by"]),
            reads={name: digest for part in _SECTIONS for name, digest in _words(told[part]).items()},
            files=tuple(
                Recorded(
                    name=str(one["file"]),
                    target=Target(one["target"]),
                    sha256=str(one["sha256"]),
                    pages=int(one.get("pages", 0)),
                )
                for one in told["artefacts"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as odd:
        raise Unreadable(f"it is no build record ({type(odd).__name__})") from None


def _words(told: Mapping[str, object]) -> dict[str, str]:
    return {str(name): str(value) for name, value in told.items()}
