"""What the pages of a tagged PDF hold outside its structure tree.

Source: ISO 32000-1, 14.7.4.4 (parent tree), 14.8.2.2 (artefacts).
"""

from __future__ import annotations

from pikepdf import Array, Object, Pdf


def decoration(pdf: Pdf) -> dict[int, frozenset[int]]:
    """Return, by page from 1, the marked content that no element of the tree holds: heads and folios."""
    owners = _owners(pdf)
    loose: dict[int, frozenset[int]] = {}
    for number, page in enumerate(pdf.pages, start=1):
        known = owners.get(int(page.obj.get("/StructParents", -1)))
        if isinstance(known, Array):
            loose[number] = frozenset(at for at, owner in enumerate(known) if owner is None)
    return loose


def _owners(pdf: Pdf) -> dict[int, Object]:
    numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
