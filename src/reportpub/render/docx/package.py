"""The package: parts, their types and relationships, in a zip that is the same whenever it is written.

python-docx stamps its zip with the clock and numbers what it finds; a package this small is written directly.
Source: ECMA-376 part 2 (open packaging conventions).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportpub.render.docx.oxml import PROLOGUE, escaped
from reportpub.render.docx.zipped import zipped

LEVEL: Final = 3
"""How hard the zip is pressed: twice as fast as zlib's own 6, and files a seventh larger."""

_EXTERNAL = ' TargetMode="External"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of the package, with its content type; pictures take theirs from their extension."""

    name: str
    content: bytes
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """That the part `source` needs `target`; the package itself is the source of its main parts."""

    source: str
    id: str
    type: str
    target: str
    external: bool = False


def packed(parts: tuple[Part, ...], relations: tuple[Relation, ...], *, level: int = LEVEL) -> bytes:
    """Return the zip: content types first, then relationships and parts by name; level 0 compresses nothing.

    A package that goes into another is made small by that one.
    """
    files = {part.name: part.content for part in parts}
    for source in sorted({relation.source for relation in relations}):
        folder, _, name = source.rpartition("/")
        path = f"{folder}/_rels/{name}.rels".lstrip("/")
        files[path] = _relations(tuple(r for r in relations if r.source == source))
    ordered = [("[Content_Types].xml", _types(parts)), *sorted(files.items(), key=_place)]
    return zipped((name, content, 0 if name.endswith(".png") else level) for name, content in ordered)


def _place(file: tuple[str, bytes]) -> tuple[bool, str]:
    return (file[0] != "_rels/.rels", file[0])


def _types(parts: tuple[Part, ...]) -> bytes:
    defaults = (
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="xlsx"'
        ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    )
    told = "".join(f'<Override PartName="/{p.name}" ContentType="{p.type}"/>' for p in parts if p.type)
    return f'{PROLOGUE}<Types xmlns="{_TYPES}">{defaults}{told}</Types>'.encode()


def _relations(relations: tuple[Relation, ...]) -> bytes:
    told = "".join(
        f'<Relationship Id="{r.id}" Type="{r.type}" Target="{escaped(r.target)}"'
        f"{_EXTERNAL if r.external else ''}/>"
        for r in relations
    )
    return f'{PROLOGUE}<Relationships xmlns="{_RELATIONS}">{told}</Relationships>'.encode()
