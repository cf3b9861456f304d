"""The meeting of names and marks: English sets a comma or full stop inside the closing quotation mark."""

from __future__ import annotations

from dataclasses import replace

from reportpub.model.text import Inline, Inlines, Named, Str

_CLOSING = ("”", "’")
_MOVING = (",", ".")


def marks_inside(inlines: Inlines) -> Inlines:
    """Return English inlines with a comma or full stop after a quoted name moved inside (Chicago 17, 6.9)."""
    moved: list[Inline] = []
    for inline in inlines:
        before = moved[-1] if moved else None
        if (
            isinstance(before, Named)
            and isinstance(inline, Str)
            and before.text.endswith(_CLOSING)
            and inline.text.startswith(_MOVING)
        ):
            moved[-1] = replace(before, text=before.text[:-1] + inline.text[0] + before.text[-1])
            if inline.text[1:]:
                moved.append(Str(inline.text[1:]))
        else:
            moved.append(inline)
    return tuple(moved)
