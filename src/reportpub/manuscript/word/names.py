"""The names of WordprocessingML, and how its values are asked for."""

from __future__ import annotations

from reportpub.opc.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_LONGEST = 10
"""Digits of a number that counts anything."""
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """Return the element that a path of names leads to, from one that may not be there."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, *path: str, key: str = "val") -> str:
    """Return the value at the end of a path, empty when there is none."""
    found = child(element, *path)
    return "" if found is None else str(found.get(W + key, ""))


def toggle(properties: Element | None, name: str) -> bool | None:
    """Return whether a property is on or off; `None` where nothing is said (ECMA-376 part 1, 17.7.3)."""
    found = child(properties, name)
    return None if found is None else str(found.get(W + "val", "1")).lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """Return a whole number as it is written, or the default where it is none."""
    said = (text or "").strip()
    return int(said) if said.lstrip("-").isdecimal() and len(said) < _LONGEST else default
