"""The manifest of the built faces: what each file is, where it comes from, what was changed in it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

import yaml

from reportpub.findings import Finding, Span, ToolError, error
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.nodes import read as read_nodes
from reportpub.sentences import say

NAME = "manifest.yaml"
"""The file name of the manifest inside the folder of the faces."""

_HEADER = """\
# The faces of this folder. Written by `python -m reportpub.foundry --into fonts`; do not edit by hand.
# A build refuses a face whose hash differs from the one here.
"""


class Registry(StrEnum):
    """Where a source package is published."""

    NPM = "npm"
    DEBIAN = "debian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file of one version of a published package, with its hash."""

    registry: Registry
    package: str
    version: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One built face; `size` is in bytes, `weight` as in CSS; an optional face may be absent."""

    file: str
    family: str
    weight: int
    italic: bool
    sha256: str
    size: int
    source: Source
    subset: str
    changes: tuple[str, ...]
    licence: str
    licence_file: str
    optional: bool


def write(entries: tuple[Entry, ...]) -> str:
    """Return the manifest as YAML text, the entries in the order given."""
    shown = [
        {
            "file": e.file,
            "family": e.family,
            "style": {"weight": e.weight, "italic": e.italic},
            "sha256": e.sha256,
            "size": e.size,
            "source": {key: str(value) for key, value in asdict(e.source).items()},
            "subset": e.subset,
            "changes": list(e.changes),
            "licence": e.licence,
            "licence-file": e.licence_file,
            **({"optional": True} if e.optional else {}),
        }
        for e in entries
    ]
    return _HEADER + yaml.safe_dump({"faces": shown}, sort_keys=False, allow_unicode=True, width=110)


def read(text: str, file: str = NAME) -> tuple[Entry, ...]:
    """Return the entries of a manifest; `ToolError` with every problem when it is not one."""
    node, problems = read_nodes(text, file)
    faces = node.get("faces") if isinstance(node, Mapping) else None
    if problems or not isinstance(faces, Sequence):
        raise ToolError(
            problems or (error("fonts/manifest", say("the manifest lists no faces"), Span(file)),)
        )
    found: list[Finding] = []
    entries = tuple(_entry(item, found) for item in faces.items)
    if found:
        raise ToolError(tuple(found))
    return entries


def _entry(node: Node, found: list[Finding]) -> Entry:
    style, source = _at(node, "style"), _at(node, "source")
    registry = _text(source, "registry", found)
    if registry not in {r.value for r in Registry}:
        found.append(
            error("fonts/manifest", say("unknown registry: {registry}", registry=registry), node.span)
        )
        registry = Registry.NPM
    return Entry(
        file=_text(node, "file", found),
        family=_text(node, "family", found),
        weight=_number(style, "weight", found),
        italic=_text(style, "italic", found) == "true",
        sha256=_text(node, "sha256", found),
        size=_number(node, "size", found),
        source=Source(
            registry=Registry(registry),
            package=_text(source, "package", found),
            version=_text(source, "version", found),
            path=_text(source, "path", found),
            sha256=_text(source, "sha256", found),
        ),
        subset=_text(node, "subset", found),
        changes=_texts(_at(node, "changes")),
        licence=_text(node, "licence", found),
        licence_file=_text(node, "licence-file", found),
        optional=isinstance(_at(node, "optional"), Scalar) and _text(node, "optional", found) == "true",
    )


def _at(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None


def _text(node: Node | None, key: str, found: list[Finding]) -> str:
    value = _at(node, key)
    if isinstance(value, Scalar) and not value.empty:
        return value.text
    found.append(error("fonts/manifest", say("`{key}` is missing", key=key), node.span if node else None))
    return ""


def _number(node: Node | None, key: str, found: list[Finding]) -> int:
    text = _text(node, key, found)
    if text.isdecimal():
        return int(text)
    found.append(
        error("fonts/manifest", say("`{key}` is not a whole number", key=key), node.span if node else None)
    )
    return 0


def _texts(node: Node | None) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(item.text for item in items if isinstance(item, Scalar))
