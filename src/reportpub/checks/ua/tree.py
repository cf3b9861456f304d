"""The structure tree of a PDF as it was read: elements with type, language, page, place and words.

Source: ISO 32000-1, 14.7 (logical structure), 14.8.4 (standard types), 14.9 (language, descriptions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportpub.checks.ua.content import Content, Key

_HEADINGS = " H H1 H2 H3 H4 H5 H6"
STANDARD = frozenset(
    (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P L LI Lbl LBody "
        "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP "
        "Warichu WT WP Figure Formula Form" + _HEADINGS
    ).split()
)
"""The structure types that need no explanation (ISO 32000-1, 14.8.4)."""

_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """Words an element holds itself: their page, their key and their text."""

    page: int
    key: Key
    text: str


@dataclass(slots=True, eq=False)
class Element:
    """An element of the tree; `role` is the standard type, `path` the way to it from the top."""

    kind: str
    role: str
    page: int
    language: str
    path: str
    obj: Object
    parent: Element | None
    children: list[Element | Piece | Object] = field(default_factory=list)
    """Elements, pieces of content, and annotations as they are."""

    @property
    def elements(self) -> list[Element]:
        """Return the elements among the children."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def annotations(self) -> list[Object]:
        """Return the annotations among the children."""
        return [child for child in self.children if isinstance(child, Object)]

    @property
    def alt(self) -> str:
        """Return the description of the element."""
        return str(self.obj.get("/Alt", "")).strip()

    @property
    def block(self) -> str:
        """Return the anchor of the block that the element belongs to, if it is ours."""
        return next((str(one.obj["/T"]) for one in self.around() if "/T" in one.obj), "")

    def around(self) -> Iterator[Element]:
        """Yield this element and those around it, from the inside out."""
        one: Element | None = self
        while one is not None:
            yield one
            one = one.parent

    def attribute(self, key: str) -> Object | None:
        """Return an attribute of the element, whoever owns it."""
        held = self.obj.get("/A")
        for one in [*held] if isinstance(held, Array) else [held]:
            if isinstance(one, Dictionary) and key in one:
                return one[key]
        return None

    def said(self) -> str:
        """Return what a reader reads: the replacement where there is one, otherwise all words in order."""
        if "/ActualText" in self.obj:
            return str(self.obj["/ActualText"])
        parts = (
            child.said() if isinstance(child, Element) else child.text if isinstance(child, Piece) else ""
            for child in self.children
        )
        return "".join(parts)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it in reading order."""
        left = [self]
        while left:
            one = left.pop()
            yield one
            left += reversed(one.elements)


@dataclass(slots=True)
class Tree:
    """The tree of a document: its top, and what is wrong with its making."""

    top: list[Element]
    twice: list[str] = field(default_factory=list)
    """Paths of elements that stand in the tree a second time, or too deep."""

    def walk(self) -> Iterator[Element]:
        """Yield all elements in reading order."""
        for element in self.top:
            yield from element.walk()


def tree(pdf: Pdf, content: Content) -> Tree:
    """Return the structure tree of a document; empty where it has none."""
    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    roles = {str(kind)[1:]: str(role)[1:] for kind, role in root.get("/RoleMap", Dictionary()).items()}
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    reading = _Reading(content, roles, pages, Tree([]))
    top = reading.children(root, None, str(pdf.Root.get("/Lang", "")), None, "")
    reading.tree.top = [child for child in top if isinstance(child, Element)]
    return reading.tree


def standard(kind: str, roles: dict[str, str]) -> str:
    """Return the standard type that a type stands for, or an empty text where the way leads nowhere."""
    seen = set()
    while kind not in STANDARD and kind in roles and kind not in seen:
        seen.add(kind)
        kind = roles[kind]
    return kind if kind in STANDARD else ""


@dataclass(slots=True)
class _Reading:
    content: Content
    roles: dict[str, str]
    pages: dict[tuple[int, int], int]
    tree: Tree
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def children(
        self, holder: Object, parent: Element | None, language: str, page: Object | None, path: str
    ) -> list[Element | Piece | Object]:
        found: list[Element | Piece | Object] = []
        held = holder.get("/K")
        counted: dict[str, int] = {}
        for child in [*held] if isinstance(held, Array) else [] if held is None else [held]:
            if not isinstance(child, Dictionary):
                if page is not None and (number := _number(child)) is not None:
                    found.append(self._piece(page, page, number))
                continue
            if "/S" in child:
                kind = str(child["/S"])[1:]
                counted[kind] = counted.get(kind, 0) + 1
                way = f"{path}/{kind}" + (f"[{counted[kind]}]" if parent is not None else "")
                if (element := self._element(child, parent, language, page, way)) is not None:
                    found.append(element)
            elif "/MCID" in child:
                where = child.get("/Pg", page)
                if where is not None:
                    found.append(self._piece(child.get("/Stm", where), where, int(child["/MCID"])))
            elif child.get("/Type") == Name.OBJR and isinstance(child.get("/Obj"), Dictionary):
                found.append(child["/Obj"])
        return found

    def _element(
        self, obj: Object, parent: Element | None, language: str, page: Object | None, path: str
    ) -> Element | None:
        if obj.objgen in self._seen or path.count("/") > _DEEPEST:
            self.tree.twice.append(path)
            return None
        if obj.objgen != (0, 0):
            self._seen.add(obj.objgen)
        page = obj.get("/Pg", page)
        number = self.pages.get(page.objgen, 0) if page is not None else 0
        if "/Lang" in obj:
            language = str(obj["/Lang"])
        kind = str(obj["/S"])[1:]
        element = Element(kind, standard(kind, self.roles), number, language, path, obj, parent)
        element.children = self.children(obj, element, language, page, path)
        if not number:
            element.page = next(
                (child.page for child in element.children if isinstance(child, Element | Piece)), 0
            )
        return element

    def _piece(self, owner: Object, page: Object, number: int) -> Piece:
        key = (owner.objgen, number)
        return Piece(self.pages.get(page.objgen, 0), key, self.content.text.get(key, ""))


def _number(child: object) -> int | None:
    return child if isinstance(child, int) else None
