"""The text of an edited Word file with its tracked changes, bookmarks and comments.

Source: ECMA-376 part 1, 17.13.4 (comments), 17.13.5 (revisions), 17.13.6 (bookmarks), 17.16 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from reportpub.exchange.edits.formats import character_styles, formatted, style_names
from reportpub.exchange.edits.ooxml import local, value, w
from reportpub.exchange.edits.pieces import NOBODY, Format, Line, Mark, Piece, Stamp
from reportpub.exchange.marks import NOTE_SIGN
from reportpub.opc.markup import Element

PICTURE_SIGN: Final = "\ufff9"
"""What stands for a picture or chart among words."""

SILENT_FIELDS: Final = ("TOC", "PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields whose results are no words of the report."""

_GONE = frozenset({"del", "moveFrom"})
_NEW = frozenset({"ins", "moveTo"})
_INLINE = frozenset({"hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo", "fldSimple"})


@dataclass(slots=True)
class _Field:
    """A field that is open: what it asks for, and whether its result has begun."""

    asks: str = ""
    result: bool = False


@dataclass(slots=True)
class Reader:
    """Reads bodies one after the other; pieces are numbered through all of them."""

    styles: dict[str, str]
    dressed: dict[str, Format]
    lines: list[Line] = field(default_factory=list)
    calls: list[tuple[int, str]] = field(default_factory=list)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    _count: int = 0
    _open: list[Piece] = field(default_factory=list)
    _first: int = 0
    _begun: dict[str, tuple[str, int]] = field(default_factory=dict)
    _marks: list[Mark] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _tables: int = 0
    _told: Line = field(default_factory=lambda: Line(0, ()))

    def body(self, element: Element, note: str = "") -> None:
        """Read the paragraphs and tables of a body, a cell or a note."""
        for child in element:
            self._block(child, None, note, NOBODY, NOBODY)
        if self._open:
            self._close(replace(self._told, note=note))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the bookmarks; LibreOffice begins one over several paragraphs twice, and ends it once."""
        begun = dict(reversed([*self._begun.values()]))
        return tuple(
            replace(mark, start=min(mark.start, begun.get(mark.name, mark.start))) for mark in self._marks
        )

    def _block(
        self, element: Element, cell: tuple[int, int, int] | None, note: str, new: Stamp, gone: Stamp
    ) -> None:
        match local(element):
            case "p":
                self._paragraph(element, cell, note, new, gone)
            case "tbl":
                self._table(element, note, new, gone)
            case "sdt":
                self._control(element, cell, note, new, gone)
            case "ins" | "moveTo" | "del" | "moveFrom" | "customXml" | "sdtContent":
                for child in element:
                    self._block(child, cell, note, new, gone)
            case _:
                self._point(element)

    def _control(
        self, element: Element, cell: tuple[int, int, int] | None, note: str, new: Stamp, gone: Stamp
    ) -> None:
        """Read what a content control holds; one that holds a list of contents is no text of the report."""
        gallery = element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
        content = element.find(w("sdtContent"))
        if content is None or (gallery is not None and value(gallery) == "Table of Contents"):
            return
        for child in content:
            self._block(child, cell, note, new, gone)

    def _table(self, element: Element, note: str, new: Stamp, gone: Stamp) -> None:
        self._tables += 1
        table = self._tables
        for row, line in enumerate(element.iter(w("tr"))):
            properties = line.find(w("trPr"))
            put = _stamp_below(properties, "ins") or new
            taken = _stamp_below(properties, "del") or gone
            for column, cell in enumerate(line.findall(w("tc"))):
                for child in cell:
                    self._block(child, (table, row, column), note, put, taken)
        for child in element:
            if local(child) in {"bookmarkStart", "bookmarkEnd"}:
                self._point(child)

    def _paragraph(
        self, element: Element, cell: tuple[int, int, int] | None, note: str, new: Stamp, gone: Stamp
    ) -> None:
        properties = element.find(w("pPr"))
        style, end = "", None
        if properties is not None:
            named = properties.find(w("pStyle"))
            style = self.styles.get(value(named), "") if named is not None else ""
            end = properties.find(w("rPr"))
        if not self._open:
            self._first = self._count
        self._told = Line(0, (), style=style, cell=cell, note=note)
        for child in element:
            self._inline(child, new, gone)
        taken = _stamp_below(end, "del") or _stamp_below(end, "moveFrom")
        if taken:
            self._add(Piece("\n", was=True, kept=False, by=taken))
            return
        put = _stamp_below(end, "ins") or _stamp_below(end, "moveTo") or new
        self._close(replace(self._told, ended=put))

    def _close(self, line: Line) -> None:
        """End a paragraph; former ones that are deleted as a whole stay paragraphs of their own."""
        first = self._first
        for pieces in _apart(self._open):
            self.lines.append(replace(line, first=first, pieces=tuple(pieces)))
            first += len(pieces)
        self._open = []
        self._first = self._count

    def _add(self, piece: Piece) -> None:
        self._open.append(piece)
        self._count += 1

    def _inline(self, element: Element, new: Stamp, gone: Stamp) -> None:
        name = local(element)
        if name == "r":
            self._run(element, new, gone)
        elif name in _NEW:
            for child in element:
                self._inline(child, stamp(element), gone)
        elif name in _GONE:
            for child in element:
                self._inline(child, new, stamp(element))
        elif name == "sdt":
            for child in element.findall(w("sdtContent")):
                self._inline(child, new, gone)
        elif name == "fldSimple":
            self._fields.append(_Field(element.get(w("instr"), "").strip(), result=True))
            for child in element:
                self._inline(child, new, gone)
            self._end_field(new, gone)
        elif name in _INLINE:
            for child in element:
                self._inline(child, new, gone)
        else:
            self._point(element)

    def _run(self, element: Element, new: Stamp, gone: Stamp) -> None:
        properties = element.find(w("rPr"))
        form, changed = formatted(properties, self.dressed)
        for child in _parts(element):
            name = local(child)
            if name == "fldChar":
                self._field(child.get(w("fldCharType"), ""), new, gone)
                continue
            if name in {"instrText", "delInstrText"} and self._fields:
                self._fields[-1].asks += child.text or ""
                continue
            if name == "footnoteReference":
                self.calls.append((self._count, child.get(w("id"), "")))
            if name == "commentReference":
                self.ranges.setdefault(child.get(w("id"), ""), (self._count, self._count))
            words = _words(child)
            if not words or self._hidden():
                continue
            by = gone if gone != NOBODY else new
            self._add(Piece(words, new == NOBODY, gone == NOBODY, by, form, changed))

    def _hidden(self) -> bool:
        """Tell whether what stands here is the inner matter of a field rather than text."""
        return any(
            not f.result or f.asks.split(maxsplit=1)[0:1] in [[s] for s in (*SILENT_FIELDS, "NOTEREF")]
            for f in self._fields
        )

    def _field(self, kind: str, new: Stamp, gone: Stamp) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._end_field(new, gone)

    def _end_field(self, new: Stamp, gone: Stamp) -> None:
        ended = self._fields.pop()
        if ended.asks.strip().startswith("NOTEREF"):
            by = gone if gone != NOBODY else new
            self._add(Piece(NOTE_SIGN, new == NOBODY, gone == NOBODY, by))

    def _point(self, element: Element) -> None:
        """Keep where a bookmark or the range of a comment begins or ends."""
        identifier = element.get(w("id"), "") if hasattr(element, "get") else ""
        match local(element):
            case "bookmarkStart":
                self._begun[identifier] = element.get(w("name"), ""), self._count
            case "bookmarkEnd" if identifier in self._begun:
                name, start = self._begun.pop(identifier)
                self._marks.append(Mark(name, start, self._count))
            case "commentRangeStart":
                self.ranges[identifier] = self._count, self._count
            case "commentRangeEnd" if identifier in self.ranges:
                self.ranges[identifier] = self.ranges[identifier][0], self._count
            case _:
                pass


def _apart(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield what became one paragraph, apart from former ones around it of which nothing is left."""
    former: list[list[Piece]] = [[]]
    for piece in pieces:
        former[-1].append(piece)
        if piece.text == "\n" and not piece.kept:
            former.append([])
    left = [at for at, one in enumerate(former) if any(p.kept for p in one)]
    begin, end = (left[0], left[-1] + 1) if left else (len(former) - 1, len(former))
    yield from former[:begin]
    yield [piece for one in former[begin:end] for piece in one]
    yield from (one for one in former[end:] if one)


def stamp(element: Element) -> Stamp:
    """Return who made a tracked change; one without a name is somebody's all the same."""
    return Stamp(element.get(w("author"), "") or "?", element.get(w("date"), ""))


def _stamp_below(element: Element | None, name: str) -> Stamp | None:
    found = element.find(w(name)) if element is not None else None
    return stamp(found) if found is not None else None


def _parts(run: Element) -> Iterator[Element]:
    """Yield the children of a run; of alternatives the first, which is what Word shows."""
    for child in run:
        if local(child) == "AlternateContent":
            first = next(iter(child), None)
            yield from first if first is not None else ()
        else:
            yield child


def _words(element: Element) -> str:
    match local(element):
        case "t" | "delText":
            return element.text or ""
        case "tab" | "ptab":
            return "\t"
        case "br" if element.get(w("type"), "textWrapping") == "textWrapping":
            return " "
        case "cr":
            return " "
        case "noBreakHyphen":
            return "\u2011"
        case "sym":
            return _symbol(element.get(w("char"), ""))
        case "footnoteReference":
            return NOTE_SIGN
        case "drawing" | "pict" | "object":
            return PICTURE_SIGN
        case _:
            return ""


def _symbol(code: str) -> str:
    """Return the character of a symbol; faces for symbols keep theirs where no letter is."""
    found = re.fullmatch(r"[0-9A-Fa-f]{4}", code)
    symbol = chr(int(found[0], 16)) if found else ""
    return symbol if symbol.isprintable() and symbol else "□"


def reader(styles: Element | None) -> Reader:
    """Return a reader that knows the styles of a file by their names."""
    return Reader(style_names(styles), character_styles(styles))
