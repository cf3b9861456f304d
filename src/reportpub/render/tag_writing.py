"""Writes a structure tree and its links into the engine's PDF.

Source: ISO 32000-1, 14.7.2 (structure tree), 14.7.4 (content), 14.8.5 (attributes), 12.5.6.5 (links).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import pydyf  # type: ignore[import-untyped]

from reportpub.render.tag_tree import Area, Mark, Node, Rect
from reportpub.render.tag_types import ROLES

_PRINTED = 4
"""The annotation flag that a link is kept when the page is printed (ISO 32000-1, 12.5.3)."""


def write(pdf: pydyf.PDF, root: Node, marks: Sequence[int]) -> None:
    """Add the tree to the document: elements, roles, names, owners of all content, and the links.

    `marks` is how many pieces of content each page has marked; those that no element holds have no owner.
    """
    writing = _Writing(pdf, [["null"] * number for number in marks], [[] for _ in marks])
    tree = writing.made(Type="/StructTreeRoot")
    document = writing.element(root, tree, "")
    tree["K"] = pydyf.Array([document.reference])
    used = {node.kind for node in root.walk()} & ROLES.keys()
    if used:
        tree["RoleMap"] = pydyf.Dictionary({kind: f"/{ROLES[kind]}" for kind in sorted(used)})
    if names := sorted(writing.names.items()):
        pairs = chain.from_iterable((pydyf.String(name), reference) for name, reference in names)
        tree["IDTree"] = writing.made(Names=pydyf.Array(pairs)).reference
    numbers = chain.from_iterable((page, pydyf.Array(owners)) for page, owners in enumerate(writing.owners))
    links = chain.from_iterable(enumerate(writing.links, start=len(marks)))
    tree["ParentTree"] = writing.made(Nums=pydyf.Array([*numbers, *links])).reference
    tree["ParentTreeNextKey"] = len(marks) + len(writing.links)
    pdf.catalog["StructTreeRoot"] = tree.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    for page, placed in enumerate(writing.annotations):
        holder = writing.page(page)
        holder.pop("Annots", None)
        if placed:
            holder["Annots"] = pydyf.Array(placed)


@dataclass(slots=True)
class _Writing:
    pdf: pydyf.PDF
    owners: list[list[str]]
    annotations: list[list[str]]
    links: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def made(self, **entries: object) -> pydyf.Dictionary:
        made = pydyf.Dictionary(entries)
        self.pdf.add_object(made)
        return made

    def page(self, number: int) -> pydyf.Dictionary:
        return self.pdf.objects[int(self.pdf.page_references[number].split()[0])]

    def element(self, node: Node, parent: pydyf.Dictionary, language: str) -> pydyf.Dictionary:
        page = self.pdf.page_references[node.page]
        made = self.made(Type="/StructElem", S=f"/{node.kind}", P=parent.reference, Pg=page)
        if node.language and node.language != language:
            made["Lang"] = pydyf.String(node.language)
            language = node.language
        if node.block:
            # The title of an element is for those who look at the tree; it leads back to the source.
            made["T"] = pydyf.String(node.block)
        if node.actual:
            made["ActualText"] = pydyf.String(node.actual)
        if node.alt:
            made["Alt"] = pydyf.String(node.alt)
        if node.name:
            made["ID"] = pydyf.String(node.name)
            self.names[node.name] = made.reference
        if attributes := _attributes(node):
            made["A"] = attributes
        held = pydyf.Array()
        for child in node.children:
            match child:
                case Node():
                    held.append(self.element(child, made, language).reference)
                case Mark(at, number):
                    self.owners[at][number] = made.reference
                    here = at == node.page
                    held.append(number if here else self._elsewhere(child))
                case Area():
                    held.append(self._link(child, made))
        made["K"] = held
        return made

    def _elsewhere(self, mark: Mark) -> pydyf.Dictionary:
        page = self.pdf.page_references[mark.page]
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": mark.number})

    def _link(self, area: Area, owner: pydyf.Dictionary) -> pydyf.Dictionary:
        annotation = self.made(
            Type="/Annot",
            Subtype="/Link",
            Rect=pydyf.Array(_around(area.rects)),
            Border=pydyf.Array([0, 0, 0]),
            F=_PRINTED,
            Contents=pydyf.String(area.said),
            StructParent=len(self.owners) + len(self.links),
        )
        if len(area.rects) > 1:
            annotation["QuadPoints"] = pydyf.Array(chain.from_iterable(map(_corners, area.rects)))
        if area.address:
            annotation["A"] = pydyf.Dictionary({"S": "/URI", "URI": pydyf.String(area.target)})
        elif area.place is not None:
            page, (left, _, _, top) = area.place
            annotation["Dest"] = pydyf.Array([self.pdf.page_references[page], "/XYZ", left, top, 0])
        else:
            annotation["Dest"] = pydyf.String(area.target)
        self.links.append(owner.reference)
        self.annotations[area.page].append(annotation.reference)
        page_reference = self.pdf.page_references[area.page]
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page_reference})


def _attributes(node: Node) -> pydyf.Dictionary | None:
    """Return the attributes of an element; one owner has them all (ISO 32000-1, table 327)."""
    if node.box is not None:
        entries = {"O": "/Layout", "Placement": "/Block", "BBox": pydyf.Array(node.box)}
    elif node.numbering:
        entries = {"O": "/List", "ListNumbering": f"/{node.numbering}"}
    elif node.kind in {"TH", "TD"}:
        entries = {"O": "/Table"}
        if node.kind == "TH":
            entries["Scope"] = f"/{node.scope}"
        for key, number in zip(("ColSpan", "RowSpan"), node.spans, strict=True):
            if number != 1:
                entries[key] = number
        if node.headers:
            entries["Headers"] = pydyf.Array([pydyf.String(name) for name in node.headers])
    else:
        return None
    return pydyf.Dictionary(entries) if len(entries) > 1 else None


def _around(rects: Sequence[Rect]) -> Rect:
    left, bottom, right, top = zip(*rects, strict=True)
    return (min(left), min(bottom), max(right), max(top))


def _corners(rect: Rect) -> tuple[float, ...]:
    """Return the corners as readers expect them: upper left, upper right, lower left, lower right."""
    left, bottom, right, top = rect
    return (left, top, right, top, left, bottom, right, bottom)
