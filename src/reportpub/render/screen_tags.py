"""The structure tree of a screen file, put right where the engine leaves it incomplete.

Source: ISO 32000-1, 14.7 (logical structure), 14.7.4.4 (parent tree); ISO 14289-1 (PDF/UA-1), 7.18.5 (links).
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

Key = tuple[int, int]

_PRINTED = 4
"""The annotation flag that a link is kept when the page is printed (ISO 32000-1, 12.5.3)."""


def decoration(pdf: Pdf) -> dict[int, frozenset[int]]:
    """Return, by page from 1, the marked content that no element of the tree holds; forget its owners.

    The engine marks heads and folios like text, but gives them no place in the tree.
    """
    held = {element.objgen for element, _ in elements(pdf)}
    loose: dict[int, frozenset[int]] = {}
    entries = _parents(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        known = entries.get(int(page.obj.get("/StructParents", -1)))
        if not isinstance(known, Array):
            continue
        missing = [index for index, owner in enumerate(known) if owner is None or owner.objgen not in held]
        for index in missing:
            known[index] = None
        loose[number] = frozenset(missing)
    return loose


def elements(pdf: Pdf) -> Iterator[tuple[Object, tuple[Object, ...]]]:
    """Yield every structure element with those around it, from the outside in, in reading order."""
    for child in children(pdf.Root["/StructTreeRoot"]):
        yield from _below(child, ())


def _below(element: Object, around: tuple[Object, ...]) -> Iterator[tuple[Object, tuple[Object, ...]]]:
    if not isinstance(element, Dictionary) or "/S" not in element:
        return
    yield element, around
    for child in children(element):
        yield from _below(child, (*around, element))


def children(element: Object) -> list[Object]:
    """Return what an element holds: elements, references to annotations, numbers of marked content."""
    held = element.get("/K")
    return [*held] if isinstance(held, Array) else [] if held is None else [held]


def single_links(pdf: Pdf) -> None:
    """Leave one annotation to each link: the engine gives one more to every box within it."""
    gone: set[Key] = set()
    for element, around in [*elements(pdf)]:
        if not any(outer["/S"] == "/Link" for outer in around):
            continue
        kept = [child for child in children(element) if not _is_reference(child)]
        gone |= {child["/Obj"].objgen for child in children(element) if _is_reference(child)}
        element["/K"] = Array(kept)
        if element["/S"] == "/Link":
            element["/S"] = Name.Span
    for page in pdf.pages:
        if "/Annots" in page.obj:
            page.obj["/Annots"] = Array([one for one in page.obj["/Annots"] if one.objgen not in gone])
    numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    kept = []
    live = {one.get("/StructParent", -1) for page in pdf.pages for one in page.obj.get("/Annots", Array())}
    for index in range(0, len(numbers), 2):
        if isinstance(numbers[index + 1], Array) or int(numbers[index]) in live:
            kept += [numbers[index], numbers[index + 1]]
    pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"] = Array(kept)


def settle_annotations(pdf: Pdf) -> None:
    """Give the link areas their corners in order, and let them be kept on paper."""
    for page in pdf.pages:
        for one in page.obj.get("/Annots", Array()):
            left, bottom, right, top = (float(value) for value in one["/Rect"])
            one["/Rect"] = Array([min(left, right), min(bottom, top), max(left, right), max(bottom, top)])
            one["/F"] = _PRINTED


def thin_languages(pdf: Pdf) -> None:
    """Leave the language only where it changes; the engine's hook states it on every element."""
    main = str(pdf.Root.get("/Lang", ""))
    for element, around in [*elements(pdf)]:
        # An element whose language was taken off has that of what is around it.
        known = next((str(outer["/Lang"]) for outer in reversed(around) if "/Lang" in outer), main)
        if "/Lang" in element and str(element["/Lang"]) == known:
            del element["/Lang"]


def _is_reference(child: Object) -> bool:
    return isinstance(child, Dictionary) and child.get("/Type") == "/OBJR"


def _parents(pdf: Pdf) -> dict[int, Object]:
    numbers = pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
