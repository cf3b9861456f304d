"""The tags of a screen file, made from the boxes of all pages: one element of the HTML is one of the tree.

The engine makes a tree for each page, so that a paragraph, a list or a table that runs over a page would be
several. This replaces its whole tagging; it stands on inner parts of WeasyPrint 70.0 and refuses any other
version. Source: ISO 32000-1, 14.7, 14.8 and 14.9; ISO 14289-1 (PDF/UA-1), 7.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint import pdf as engine
from weasyprint.formatting_structure.boxes import FootnoteAreaBox, LineBox, MarginBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from reportpub.findings import ToolError, error
from reportpub.render.tag_links import Element, Ends, descendants, link_note, name_links, words
from reportpub.render.tag_order import settle
from reportpub.render.tag_tree import Area, Mark, Node, Rect
from reportpub.render.tag_types import BLOCKS, NUMBERING, TEXTS, structure_type
from reportpub.render.tag_writing import write
from reportpub.sentences import say

ENGINE = "70.0"

_PT = 0.75
"""pt in a CSS pixel."""


class _Box(Protocol):
    element: Element | None
    element_tag: str | None
    style: Mapping[str, Any]
    children: Sequence[_Box]
    link_annotation: Mapping[str, Any] | None
    width: float
    height: float
    colspan: int
    rowspan: int

    def content_box_x(self) -> float: ...

    def content_box_y(self) -> float: ...

    def hit_area(self) -> tuple[float, float, float, float]: ...


_Key = tuple[Element, str]


def install() -> None:
    """Let the engine tag documents in this way from now on; a second call changes nothing.

    `ToolError` when the engine is of another version than the one this was written for.
    """
    if weasyprint.__version__ != ENGINE:
        message = say(
            "WeasyPrint is of version {version}, not {engine}", version=weasyprint.__version__, engine=ENGINE
        )
        hint = say("install what requirements/runtime.lock names")
        raise ToolError((error("render/engine-version", message, None, hint),))
    engine.add_tags = _add_tags


def _add_tags(pdf: pydyf.PDF, document: Any, _: object, streams: Sequence[Any]) -> None:  # noqa: ANN401
    """Add the structure tree to a document, in the place of the engine's own function."""
    marks = [{box: mark["mcid"] for box, mark in stream._tags.items()} for stream in streams]  # noqa: SLF001
    walk = _Walk(Node("Document", str(document.metadata.lang or ""), 0), marks)
    for number, page in enumerate(document.pages):
        walk.page(number, page)
    for ends in walk.notes.values():
        link_note(ends)
    settle(walk.root)
    name_links(walk.root, walk.places)
    for number, note in enumerate((node for node in walk.root.walk() if node.kind == "Note"), start=1):
        note.name = f"note-{number}"
    numbers = [len(known) for known in marks]
    for twin in (node for node in walk.root.walk() if node.hint == "twin"):
        # The description in a second language needs a piece of content of its own: an empty one.
        twin.children.append(Mark(twin.page, numbers[twin.page]))
        stream = streams[twin.page]
        stream.begin_marked_content("Figure", pydyf.Dictionary({"MCID": numbers[twin.page]}))
        stream.end_marked_content()
        numbers[twin.page] += 1
    write(pdf, walk.root, numbers)


@dataclass(slots=True)
class _Walk:
    """Goes through the boxes of all pages and hangs what it meets into one tree."""

    root: Node
    marks: Sequence[Mapping[object, int]]
    known: dict[_Key, Node] = field(default_factory=dict)
    notes: dict[Element, Ends] = field(default_factory=dict)
    """Each note with where it is called and where it stands."""
    places: dict[str, str] = field(default_factory=dict)
    """What stands at each named place of the document, where that is a title."""
    order: dict[Element, int] = field(default_factory=dict)
    """Where each element stands in the HTML."""
    number: int = 0
    height: float = 0.0
    """Of the page, in CSS pixels."""

    def page(self, number: int, page: Any) -> None:  # noqa: ANN401
        """Go through one page; what stands in its margins is left to be decoration."""
        self.number, self.height = number, page.height
        for child in page._page_box.children:  # noqa: SLF001
            self.box(child, self.root, linked=False)

    def box(self, box: _Box, parent: Node, *, linked: bool) -> None:
        """Go through one box; `linked` when it lies in a link whose place is known already."""
        real: _Box = box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001
        if isinstance(real, MarginBox):
            return
        node = parent
        if real.element_tag == "html" and real.element is not None and not self.order:
            self.order = {element: at for at, element in enumerate(descendants(real.element))}
        if real.element is not None and real.element_tag not in {None, "html", "body"}:
            found = self._node(real, real.element, str(real.element_tag), parent)
            if found is None:
                return
            node = found
        if isinstance(real, FootnoteAreaBox):
            node = self.root
        if real.link_annotation and not linked and node.kind == "Link":
            self._linked(real, node)
            linked = True
        if real in self.marks[self.number]:
            node.children.append(Mark(self.number, self.marks[self.number][real]))
        for child in real.children if hasattr(real, "children") else ():
            for inner in child.children if isinstance(child, LineBox) else (child,):
                if isinstance(inner, TextBox):
                    # White between blocks belongs to no text.
                    if inner in self.marks[self.number] and (inner.text.strip() or node.kind in TEXTS):
                        node.children.append(Mark(self.number, self.marks[self.number][inner]))
                else:
                    self.box(inner, node, linked=linked)

    def _node(self, box: _Box, element: Element, tag: str, parent: Node) -> Node | None:
        """Return the node of an element, met for the first time or going on; none where it is decoration."""
        key = (element, tag)
        known = self.known.get(key)
        if known is not None:
            # The head of a table is set again on each of its pages; it is read once.
            repeated = known.kind == "THead" and known.page != self.number
            return None if repeated else known
        classes = tuple(element.attrib.get("class", "").split())
        if "id" in element.attrib and "data-set" in element.attrib:
            self.places.setdefault(element.attrib["id"], words(element))
        kind = structure_type(tag, classes)
        if not kind:
            self.known[key] = parent
            return parent
        language = element.attrib.get("data-lang") if "::" not in tag else None
        node = Node(kind, language or box.style["lang"] or parent.language, self.number)
        node.source = self.order.get(element, 0)
        node.hint = " ".join((*classes, tag))
        node.actual = element.attrib.get("data-said", "")
        node.block = element.attrib.get("id", "") if "::" not in tag else ""
        self.known[key] = node
        match kind:
            case "Figure":
                return self._figure(box, element, node, parent)
            case "LI":
                parent.add(node)
                self.known[key] = node.add(Node("LBody", node.language, self.number))
                return self.known[key]
            case "Lbl" if parent.kind == "LBody" and parent.parent is not None:
                node.parent = parent.parent
                parent.parent.children.insert(0, node)
                return node
            case "Reference":
                self._call(box, element, node, parent)
            case "Lbl" if element in self.notes:
                self.notes[element].label = node
                self.notes[element].labelled = Area(self.number, [self._rect(box)], "")
            case "Link":
                node.words = words(element)
            case "L":
                node.numbering = NUMBERING[tag]
            case "TH" | "TD":
                node.spans = (box.colspan, box.rowspan)
                node.scope = {"row": "Row", "rowgroup": "Row"}.get(element.attrib.get("scope", ""), "Column")
            case "Div":
                node.alt = element.attrib.get("data-alts", "")
            case _:
                pass
        return parent.add(node)

    def _figure(self, box: _Box, element: Element, node: Node, parent: Node) -> Node | None:
        """Return a figure with its description and place; one that says nothing is decoration."""
        titles = [words(child) for child in element if child.tag.endswith("}title")]
        said = titles[0] if titles else element.attrib.get("alt", "")
        if not said.strip():
            source = element.attrib.get("src", "a drawing")
            logging.getLogger("weasyprint").log(logging.ERROR, "%s has no alternative text (alt)", source)
            return None
        left, top = box.content_box_x(), box.content_box_y()
        node.alt = said
        node.box = self._space(left, top, left + box.width, top + box.height)
        return parent.add(node)

    def _call(self, box: _Box, element: Element, call: Node, parent: Node) -> None:
        """Hang the note where it will be read: after the text that calls it."""
        note = Node("Note", element.attrib.get("lang", parent.language), self.number, hint="note")
        block = next((node for node in parent.around() if node.kind in BLOCKS), parent)
        note.parent = block
        block.tail.append(note)
        self.known[element, element.tag] = note
        called = Area(self.number, [self._rect(box)], "")
        self.notes[element] = Ends(element.attrib.get("data-number", ""), note, call, called)

    def _linked(self, box: _Box, node: Node) -> None:
        """Keep where a link can be clicked; several lines on one page are one place."""
        annotation = box.link_annotation or {}
        action = annotation.get("A")
        target = (action["URI"] if action else annotation["Dest"]).string
        for child in node.children:
            if isinstance(child, Area) and child.page == self.number:
                child.rects.append(self._rect(box))
                return
        node.children.append(Area(self.number, [self._rect(box)], target, address=bool(action)))

    def _rect(self, box: _Box) -> Rect:
        left, top, width, height = box.hit_area()
        return self._space(left, top, left + width, top + height)

    def _space(self, left: float, top: float, right: float, bottom: float) -> Rect:
        return (left * _PT, (self.height - bottom) * _PT, right * _PT, (self.height - top) * _PT)
