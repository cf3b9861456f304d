"""The structure tree put in the order in which a report is read, without what says nothing.

Source: ISO 32000-1, 14.8.4.2 (grouping), 14.8.4.3.4 (tables); ISO 14289-1 (PDF/UA-1), 7.2, 7.5 and 7.9.
"""

from __future__ import annotations

from itertools import pairwise

from reportpub.render.tag_tables import head_cells
from reportpub.render.tag_tree import Area, Mark, Node
from reportpub.render.tag_types import HEADINGS, KEPT

_GROUPS = frozenset({"BlockQuote", "Caption", "Div", "Document", "Part", "Sect"})

_LINED = frozenset({"TD", "TH", "source", "unit"})
"""Types and classes that set each language on a line of its own, without a paragraph."""


def settle(root: Node) -> None:
    """Put a tree in order: notes, captions, contents, headings and the heads of tables."""
    for node in [*root.walk()]:
        if len(node.elements) == len(node.children):
            # What waited for room on a later page is read where it is written.
            node.children = [*sorted(node.elements, key=_place)]
    _joined_paragraphs(root)
    for node in [*root.walk()]:
        _notes(node)
        _lines(node)
    for node in [*root.walk()]:
        match node.kind:
            case "Div" if "table" in node.hint.split():
                _captioned_table(node)
            case "Div" if "figure" in node.hint.split():
                _described_figure(node)
            case "TOCI":
                _entry(node)
            case _ if node.kind in HEADINGS:
                _by_language(node)
            case _:
                pass
    for node in [*root.walk()]:
        if node.kind == "TOC":
            _levels(node)
    _prune(root)
    _dissolve(root)
    for number, table in enumerate((node for node in root.walk() if node.kind == "Table"), start=1):
        head_cells(table, number)


def _place(child: Node) -> tuple[bool, int]:
    """Return where an element is read: facing pages on the left before all on the right, else as written."""
    return "recto" in child.hint.split(), child.source


def _joined_paragraphs(root: Node) -> None:
    """Let a paragraph that goes on over a planned page break be one, read without a stop."""
    begun: Node | None = None
    for node in [*root.walk()]:
        if node.kind != "P" or "side" in node.hint.split():
            continue
        if "goes-on" in node.hint.split() and begun is not None and node.parent is not None:
            begun.children += node.children
            begun.tail += node.tail
            for one in (*node.elements, *node.tail):
                one.parent = begun
            node.parent.children.remove(node)
        else:
            begun = node


def _notes(node: Node) -> None:
    """Let the notes called in an element be read at its end, those of a heading after it."""
    if not node.tail:
        return
    if node.kind in HEADINGS and node.parent is not None:
        after = node.parent.children.index(node) + 1
        paragraph = Node("P", node.language, node.page, node.parent, children=[*node.tail])
        node.parent.children.insert(after, paragraph)
        for note in node.tail:
            note.parent = paragraph
    else:
        node.children += node.tail
    node.tail = []


def _lines(node: Node) -> None:
    """Let the languages of a cell or a source line be paragraphs, so that they are not read as one."""
    spans = [one for one in node.elements if one.kind == "Span" and {"zh", "en"} & set(one.hint.split())]
    alone = len(spans) <= 1 or len(spans) < len(node.elements)
    if alone or not _LINED & {node.kind, *node.hint.split()}:
        return
    for span in spans:
        span.kind = "P"
    if node.kind == "P":
        node.kind = "Div"


def _captioned_table(holder: Node) -> None:
    """Move what stands above a table into its caption, and the caption into the table."""
    _named(holder)
    table = next((one for one in holder.elements if one.kind == "Table"), None)
    captions = [one for one in holder.elements if one.kind == "Caption"]
    if table is None or not captions:
        return
    caption = captions[0]
    above = holder.elements[: holder.elements.index(table)]
    for one in above:
        holder.children.remove(one)
        if one is not caption:
            caption.add(one)
    caption.parent = table
    table.children.insert(0, caption)


def _named(holder: Node) -> None:
    """Let all of a table or figure bear the anchor of its caption."""
    holder.block = holder.block or next((one.block for one in holder.walk() if one.block), "")


def _described_figure(holder: Node) -> None:
    """Give the figure its description in each language that the holder of picture and caption knows.

    The caption stays beside the figure: readers stop at a description and would never come to it.
    """
    _named(holder)
    figure = next((one for one in holder.elements if one.kind == "Figure"), None)
    said = [line.split("\t", 1) for line in holder.alt.split("\n") if line]
    holder.alt = ""
    if figure is None or not said:
        return
    (figure.language, figure.alt), *others = said
    at = holder.children.index(figure)
    for language, alt in reversed(others):
        twin = Node("Figure", language, figure.page, holder, hint="twin", alt=alt, box=figure.box)
        holder.children.insert(at + 1, twin)


def _entry(entry: Node) -> None:
    """Let each title of an entry of the contents be one link, the last with the page number."""
    links = [one for one in entry.elements if one.kind == "Link"]
    for before, link in pairwise(links):
        if "folio" in link.hint.split():
            for child in link.children:
                if isinstance(child, Area):
                    _joined(before, child)
                else:
                    before.children.append(child)
            entry.children.remove(link)
            links = [one for one in links if one is not link]
    if links:
        at = entry.children.index(links[0])
        reference = Node("Reference", links[0].language, entry.page, entry)
        for link in links:
            entry.children.remove(link)
            reference.add(link)
        entry.children.insert(at, reference)


def _joined(link: Node, area: Area) -> None:
    for child in link.children:
        if isinstance(child, Area) and child.page == area.page:
            child.rects += area.rects
            return
    link.children.append(area)


def _levels(contents: Node) -> None:
    """Hang the entries of a lower level into the entry above them."""
    flat = contents.elements
    contents.children = []
    for entry in flat:
        top = _level(entry) <= 1 or not contents.children
        if top:
            contents.add(entry)
            continue
        above = contents.elements[-1]
        inner = next((one for one in above.elements if one.kind == "TOC"), None)
        (inner or above.add(Node("TOC", above.language, entry.page))).add(entry)


def _level(entry: Node) -> int:
    named = [word for word in entry.hint.split() if word.startswith("level-")]
    return int(named[0].removeprefix("level-")) if named else 1


def _by_language(heading: Node) -> None:
    """Read number and title of one language after the other, however they stand on the page."""
    if not all(isinstance(child, Node) for child in heading.children):
        return
    languages = list(dict.fromkeys(child.language for child in heading.elements))
    heading.children = [*sorted(heading.elements, key=lambda child: languages.index(child.language))]


def _prune(node: Node) -> bool:
    """Take away what holds nothing; tell whether an element is to be kept. The grid of a table stays."""
    node.children = [child for child in node.children if not isinstance(child, Node) or _prune(child)]
    return bool(node.children) or node.kind in {"Document", "TD", "TH"} or node.hint == "twin"


def _dissolve(node: Node) -> None:
    """Put the content of elements that tell a reader nothing in their place."""
    for inner in node.elements:
        _dissolve(inner)
    children: list[Node | Mark | Area] = []
    for child in node.children:
        if isinstance(child, Node) and _empty(child, node):
            for below in child.elements:
                below.parent = node
                below.block = below.block or child.block
            children += child.children
        else:
            children.append(child)
    node.children = children


def _empty(child: Node, parent: Node) -> bool:
    if child.kind == "Div":
        return not KEPT & set(child.hint.split()) and parent.kind in _GROUPS
    return child.kind == "Span" and child.language == parent.language and not child.actual
