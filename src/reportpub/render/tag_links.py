"""What links are called by those who cannot see them: where each leads, in words of its own language.

Source: ISO 14289-1 (PDF/UA-1), 7.18.5 (links); WCAG 2.1, 2.4.4 (link purpose).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from reportpub.render.tag_tree import Area, Node

_LONGEST_TITLE = 80
"""Characters of what stands where a link leads; longer is no title."""


class Element(Protocol):
    """An element of the HTML."""

    tag: str
    attrib: Mapping[str, str]
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[Element]:
        """Yield the elements within."""
        ...


def descendants(element: Element) -> Iterator[Element]:
    """Yield an element and all within it, in the order of the HTML."""
    yield element
    for child in element:
        yield from descendants(child)


def words(element: Element) -> str:
    """Return the words of an element on one line, without the notes called in it."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if "note" not in child.attrib.get("class", "").split():
            yield from _pieces(child)
        yield child.tail or ""


def described(said: str, language: str, area: Area, places: Mapping[str, str]) -> str:
    """Return the description of a link that says something; `places` tells what stands where it may lead."""
    chinese = language.startswith("zh")
    if area.address:
        shown = "" if area.target in said or said in area.target else said
        inner = (f"（{area.target}）" if chinese else f" ({area.target})") if shown else area.target
        return f"打开网页：{shown}{inner}" if chinese else f"Open the web page: {shown}{inner}"
    title = places.get(area.target, "")
    if said in title and len(title) <= _LONGEST_TITLE:
        said = title
    elif title not in said and len(title) <= _LONGEST_TITLE:
        said += f"（{title}）" if chinese else f" ({title})"
    return f"转到：{said}" if chinese else f"Go to: {said}"


def name_links(root: Node, places: Mapping[str, str]) -> None:
    """Describe every link that has words; the places of notes are described already."""
    for node in root.walk():
        for child in node.children:
            if isinstance(child, Area) and not child.said:
                child.said = described(node.words, node.language, child, places)


@dataclass(slots=True)
class Ends:
    """A note, its call in the text and its number at the foot of the page, with where the two stand."""

    number: str
    note: Node
    call: Node
    called: Area
    label: Node | None = None
    labelled: Area | None = None


def link_note(ends: Ends) -> None:
    """Let the call of a note lead to the note, and the number of the note back to its call."""
    if ends.label is None or ends.labelled is None:
        return
    chinese = ends.note.language.startswith("zh")
    ends.called.place = (ends.labelled.page, ends.labelled.rects[0])
    ends.labelled.place = (ends.called.page, ends.called.rects[0])
    name = f"注释{ends.number}" if chinese else f"note {ends.number}"
    ends.called.said = f"转到：{name}" if chinese else f"Go to: {name}"
    ends.labelled.said = f"回到正文：{name}" if chinese else f"Back to the text: {name}"
    for node, area in ((ends.call, ends.called), (ends.label, ends.labelled)):
        link = Node("Link", node.language, area.page, node, children=[*node.children, area])
        node.children = [link]
