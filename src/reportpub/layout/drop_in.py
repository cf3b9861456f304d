"""Faces that a layout asks for and a project brings along; what is not there is replaced, and told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from reportpub.findings import Finding, ToolError, error, warning
from reportpub.inputs import Inputs, Refused
from reportpub.layout.fonts import Face
from reportpub.nodes import Mapping, Node, Scalar, read
from reportpub.sentences import say

DROP_IN = "drop-in.yaml"
"""The file in the `fonts/` of a project that names its own faces with their hashes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A family a layout asks for under a `name`, and the family of ours that stands in for it."""

    family: str
    name: str
    weight: int
    substitute: str


def wanted_face(family: str, node: Node) -> Wanted:
    """Return the face a layout asks for; `ValueError` when it is not said in full."""
    name, weight, substitute = (_word(node, key) for key in ("name", "weight", "substitute"))
    if not name or not substitute or not weight.isdecimal():
        raise ValueError(say("a face has a name, a weight and a substitute"))
    return Wanted(family, name, int(weight), substitute)


def drop_in_faces(
    wanted: tuple[Wanted, ...], ours: tuple[Face, ...], project: Path, inputs: Inputs
) -> tuple[tuple[Face, ...], tuple[Finding, ...]]:
    """Return a face for each family that is wanted, with a warning for each that another stands in for.

    `ToolError` when a face is named and is not there, or is not the file that was named.
    """
    if not wanted:
        return (), ()
    named = _named(project / "fonts", inputs)
    faces: list[Face] = []
    remarks: list[Finding] = []
    for one in wanted:
        node = named.get(one.name)
        if node is not None:
            faces.append(_own(one, node, project / "fonts", inputs))
            continue
        stand_in = next(
            (
                face
                for face in ours
                if face.family == one.substitute and face.weight == one.weight and not face.italic
            ),
            None,
        )
        if stand_in is None:
            message = say(
                "there is no {substitute} of weight {weight} to stand in for {name}",
                substitute=one.substitute,
                weight=one.weight,
                name=one.name,
            )
            raise ToolError(
                (error("fonts/no-substitute", message, None, say("name another in layout.yaml")),)
            )
        faces.append(replace(stand_in, family=one.family))
        message = say(
            "there is no face “{name}”; {substitute} stands in for it",
            name=one.name,
            substitute=one.substitute,
        )
        hint = say("put the face into fonts/ and name it in fonts/{drop_in}", drop_in=DROP_IN)
        remarks.append(warning("fonts/substitute", message, None, hint))
    return tuple(faces), tuple(remarks)


def _named(folder: Path, inputs: Inputs) -> dict[str, Node]:
    if DROP_IN not in inputs.names(folder):
        return {}
    root, problems = read(inputs.read_text(folder / DROP_IN), f"fonts/{DROP_IN}")
    if problems:
        raise ToolError(problems)
    return {key.text: node for key, node in root.entries} if isinstance(root, Mapping) else {}


def _own(wanted: Wanted, node: Node, folder: Path, inputs: Inputs) -> Face:
    path, sha256 = folder / _word(node, "file"), _word(node, "sha256")
    try:
        found = hashlib.sha256(inputs.read_bytes(path, node.span)).hexdigest()
    except Refused as refused:
        raise ToolError((refused.finding,)) from None
    if found != sha256:
        hint = say("see that it is the right file, then write sha256: {found}", found=found)
        message = say("{name} is not the face that {drop_in} names", name=path.name, drop_in=DROP_IN)
        raise ToolError((error("fonts/differs", message, node.span, hint),))
    return Face(file=path, family=wanted.family, weight=wanted.weight, italic=False, sha256=sha256)


def _word(node: Node, key: str) -> str:
    below = node.get(key) if isinstance(node, Mapping) else None
    return below.text if isinstance(below, Scalar) else ""
