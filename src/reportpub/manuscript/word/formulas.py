"""Formulas as the plain words they are made of: a fraction has its bar, a power its sign.

Source: ECMA-376 part 1, 22.1 (Office Math).
"""

from __future__ import annotations

from reportpub.manuscript.word.names import M, local
from reportpub.opc.markup import Element

_BETWEEN = {"f": ("num", "/", "den"), "sSup": ("e", "^", "sup"), "sSub": ("e", "_", "sub")}


def linear(piece: Element) -> str:
    """Return what a formula says on one line."""
    name = local(piece)
    if piece.tag == M + "t":
        return str(piece.text or "")
    if name in _BETWEEN:
        first, sign, second = _BETWEEN[name]
        return _grouped(piece, first) + sign + _grouped(piece, second)
    if name == "rad":
        return f"√{_grouped(piece, 'e')}"
    if name == "d":
        return f"({''.join(linear(part) for part in piece.findall(M + 'e'))})"
    return "".join(linear(part) for part in piece)


def _grouped(piece: Element, name: str) -> str:
    said = "".join(linear(part) for part in piece.findall(M + name))
    return said if len(said) == 1 or said.isalnum() else f"({said})"
