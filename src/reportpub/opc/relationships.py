"""The relationships of a package: which part belongs to which, and what lies outside the file.

Source: ECMA-376 part 2, 8.3, and part 1, annex A for the kinds; both namespaces of the standard are known.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from reportpub.opc.markup import Element

_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_REMOTE = re.compile(r"(?:https?|ftps?|smb|webdavs?):|file://[^/]|[\\/]{2}[^\\/]", re.IGNORECASE)
"""An address on another machine: a site, a share of the network."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One thread from a part: the last word of its kind (`image`, `styles`), and what it leads to."""

    kind: str
    target: str
    outside: bool

    @property
    def remote(self) -> bool:
        """Tell whether it leads to another machine."""
        return self.outside and _REMOTE.match(self.target.strip()) is not None


def relationships(root: Element, part: str) -> Mapping[str, Relationship]:
    """Return the relationships of a part by id; `part` is empty for those of the package itself."""
    found: dict[str, Relationship] = {}
    for one in root.iter(f"{_NAMESPACE}Relationship"):
        target = str(one.get("Target", ""))
        outside = one.get("TargetMode") == "External"
        kind = str(one.get("Type", "")).rstrip("/").rpartition("/")[2]
        found[str(one.get("Id", ""))] = Relationship(
            kind, target if outside else _inside(target, part), outside
        )
    return found


def part_of(part: str) -> str:
    """Return the name of the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _inside(target: str, part: str) -> str:
    """Return the name of a part as the zip knows it; one that leads out keeps its dots."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    base = "/" if path.startswith("/") else posixpath.dirname(part)
    return posixpath.normpath(posixpath.join(base, path)).lstrip("/")
