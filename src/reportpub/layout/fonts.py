"""The faces a report is set in: those of the manifest, with their hashes checked, and what they cover."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from reportpub.findings import Finding, Span, ToolError, error
from reportpub.inputs import Inputs, Refused
from reportpub.nodes import Mapping, Node, Scalar, Sequence, read
from reportpub.sentences import say

MANIFEST = "manifest.yaml"
"""The file that lists the faces of a folder; the foundry writes it."""

_NO_GLYPH_NEEDED = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Characters that steer the layout and leave no mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One face: its file, the family it is called by, its weight as in CSS, and the hash it must have."""

    file: Path
    family: str
    weight: int
    italic: bool
    sha256: str


def load_faces(folder: Path, inputs: Inputs | None = None) -> tuple[Face, ...]:
    """Return the faces of a folder in the order of its manifest.

    An optional face counts when its file is there. `ToolError` with every face that is missing or is not
    the one of the manifest.
    """
    door = inputs or Inputs(folder)
    try:
        text = door.read_text(folder / MANIFEST)
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    root, problems = read(text, str(folder / MANIFEST))
    listed = root.get("faces") if isinstance(root, Mapping) else None
    if problems or not isinstance(listed, Sequence) or not listed.items:
        raise ToolError(
            problems or (error("fonts/manifest", say("the manifest lists no faces"), Span(MANIFEST)),)
        )
    there = door.names(folder)
    wanted = (n for n in listed.items if _word(n, "file") in there or _word(n, "optional") != "true")
    faces = tuple(_face(node, folder) for node in wanted)
    found = tuple(finding for face in faces for finding in _differences(face, door))
    if found:
        raise ToolError(found)
    return faces


def _face(node: Node, folder: Path) -> Face:
    weight = _word(node, "style", "weight")
    return Face(
        file=folder / _word(node, "file"),
        family=_word(node, "family"),
        weight=int(weight) if weight.isdecimal() else 0,
        italic=_word(node, "style", "italic") == "true",
        sha256=_word(node, "sha256"),
    )


def _differences(face: Face, door: Inputs) -> tuple[Finding, ...]:
    if not face.family or not face.weight:
        return (
            error(
                "fonts/manifest",
                say("family or weight of {name} is missing", name=face.file.name),
                Span(MANIFEST),
            ),
        )
    try:
        sha256 = hashlib.sha256(door.read_bytes(face.file)).hexdigest()
    except Refused as refused:
        return (refused.finding,)
    if sha256 == face.sha256:
        return ()
    hint = say("restore the file, or run make fonts")
    return (
        error(
            "fonts/differs", say("{name} is not the face of the manifest", name=face.file.name), None, hint
        ),
    )


def _word(node: Node | None, *keys: str) -> str:
    for key in keys:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""


@cache
def coverage(face: Face) -> frozenset[int]:
    """Return the code points a face has glyphs for; read once in a process."""
    return frozenset(hb.Face(hb.Blob.from_file_path(str(face.file))).unicodes)


def missing_glyphs(text: str, families: Iterable[str], faces: Iterable[Face]) -> tuple[str, ...]:
    """Return the characters of a text that no family has in all its faces, once each, in order of appearance.

    All faces of a family must have a character: the same words may be set bold or italic elsewhere.
    """
    known = tuple(faces)
    covered = tuple(_in_all(family, known) for family in dict.fromkeys(families))
    return tuple(
        character
        for character in dict.fromkeys(text)
        if character not in _NO_GLYPH_NEEDED and not any(ord(character) in codes for codes in covered)
    )


def _in_all(family: str, faces: tuple[Face, ...]) -> frozenset[int]:
    covers = tuple(coverage(face) for face in faces if face.family == family)
    return frozenset.intersection(*covers) if covers else frozenset()
