"""The theme of a reference: its colours and faces in ours, whose fills hold no pictures.

Source: ECMA-376 part 1, 20.1.6 (themes).
"""

from __future__ import annotations

from copy import deepcopy

from reportpub.layout.reference import Reference
from reportpub.opc.markup import parsed, written
from reportpub.render.docx.oxml import DRAWING, PROLOGUE


def merged_theme(ours: str, reference: Reference) -> str:
    """Return theme1.xml with the colours and faces of the reference, where it has a theme."""
    root = parsed(ours.encode(), reference.file, "theme")
    elements = root.find(f"{{{DRAWING}}}themeElements")
    for name in ("clrScheme", "fontScheme"):
        path = f"{{{DRAWING}}}{name}"
        theirs = reference.theme.find(f".//{path}") if reference.theme is not None else None
        own = elements.find(path) if elements is not None else None
        if theirs is not None and elements is not None and own is not None:
            elements.replace(own, deepcopy(theirs))
    return PROLOGUE + written(root)
