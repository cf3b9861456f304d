"""Whether the built faces are what the manifest says: the files, their hashes, names and metrics."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from reportpub.findings import Finding, error
from reportpub.foundry.manifest import NAME, Entry, read
from reportpub.foundry.metrics import SHARED, measure
from reportpub.sentences import Sentence, say

_HINT = say("derive the faces again: python -m reportpub.foundry --into fonts")


def check(folder: Path) -> tuple[Finding, ...]:
    """Return one finding for each way a folder of faces differs from its manifest."""
    path = folder / NAME
    if not path.is_file():
        return (_wrong(say("there is no {name} in {folder}", name=NAME, folder=folder)),)
    entries = read(path.read_text(encoding="utf-8"), str(path))
    listed = {entry.file for entry in entries}
    strange = sorted(p.name for p in folder.glob("*.ttf") if p.name not in listed)
    found = [_wrong(say("{name} is not in the manifest", name=name)) for name in strange]
    for entry in entries:
        found += _face(folder, entry)
    return tuple(found)


def _face(folder: Path, entry: Entry) -> list[Finding]:
    found: list[Finding] = []
    if not (folder / entry.licence_file).is_file():
        found.append(
            _wrong(
                say(
                    "{file}: the licence text {licence_file} is missing",
                    file=entry.file,
                    licence_file=entry.licence_file,
                )
            )
        )
    path = folder / entry.file
    if not path.is_file():
        return found if entry.optional else [*found, _wrong(say("{file} is missing", file=entry.file))]
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    if len(data) != entry.size:
        found.append(
            _wrong(
                say("{file} has {data} bytes, not {size}", file=entry.file, data=len(data), size=entry.size)
            )
        )
    if sha256 != entry.sha256:
        # Bytes of another file are not parsed: they may be anything.
        return [
            *found,
            _wrong(
                say(
                    "{file} has the SHA-256 {found}, not {wanted}",
                    file=entry.file,
                    found=sha256,
                    wanted=entry.sha256,
                )
            ),
        ]
    font = TTFont(BytesIO(data), lazy=True)
    if font["name"].getBestFamilyName() != entry.family:
        found.append(
            _wrong(
                say(
                    "{file} is of the family {family}",
                    file=entry.file,
                    family=font["name"].getBestFamilyName(),
                )
            )
        )
    if measure(font) != SHARED:
        found.append(_wrong(say("{file} has other vertical metrics than the shared ones", file=entry.file)))
    return found


def _wrong(message: Sentence) -> Finding:
    return error("fonts/differs", message, None, _HINT)
