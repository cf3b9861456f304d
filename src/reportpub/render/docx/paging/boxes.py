"""The body of a file as boxes to be stacked: paragraphs with their lines, rows of tables, ends of sections.

Source: ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables), 17.6 (sections).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree import ElementTree as ET

from reportpub.render.docx.oxml import WORD
from reportpub.render.docx.paging.breaking import Piece, broken
from reportpub.render.docx.paging.faces import Advances, advances
from reportpub.render.docx.paging.formats import Format, changed, properties

_PROPERTIES: Final = f"{WORD}pPr"
_RUN_PROPERTIES: Final = f"{WORD}rPr"
_ROW: Final = f"{WORD}trPr"
_RUN: Final = f"{WORD}r"
_TEXT: Final = f"{WORD}t"
_MARK: Final = f"{WORD}bookmarkStart"
_NAME: Final = f"{WORD}name"
_AROUND: Final = frozenset(f"{WORD}{name}" for name in ("hyperlink", "ins", "smartTag"))
_STYLE: Final = f"{WORD}pStyle"
_VALUE: Final = f"{WORD}val"
_PLAIN: Final = Format()
_TWIPS: Final = 20
_EMU: Final = 12700
_RAISED: Final = 0.58
"""The size of a raised mark, in sizes of its line."""
_BELOW: Final = 0.22
"""The room below the line that a drawing stands on, in sizes."""
_RULE, _HEAD_RULE = 1.0, 0.5
"""pt, the rules above and below a table, and that below its head, as the table styles say."""
_CELL: Final = 4.0
"""pt at either side of the words of a cell, as the table styles say."""
_TAB: Final = 21.0
_PARTED: Final = 15.0
"""The height of a line in a row that may be parted between any two."""


@dataclass(frozen=True, slots=True)
class Box:
    """A paragraph or a row: its lines, and what it asks for; lengths in pt.

    `notes` are the heights of the footnotes called in each line. A row is one line and cannot be parted;
    `repeated` is the height of the head that a table repeats above it on a new page.
    """

    leading: float
    lines: int = 1
    before: float = 0
    after: float = 0
    marks: tuple[str, ...] = ()
    notes: Mapping[int, float] = field(default_factory=dict)
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    widows: bool = True
    row: bool = False
    repeated: float = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The end of a section: height of its text, pitch of its grid, first folio, whether it begins right."""

    height: float
    pitch: float
    start: int | None
    odd: bool


_Told = tuple[object, ...]
"""The id of a format and what is said beside it; many paragraphs and runs say the same."""


@dataclass(frozen=True, slots=True)
class Reckoner:
    """What boxes are made with: formats by style, heights of notes by id, the width of the text block."""

    formats: Mapping[str, Format]
    notes: Mapping[str, float]
    measure: float
    dressed: dict[_Told, tuple[tuple[Advances, float], Format]] = field(default_factory=dict)
    changed: dict[_Told, Format] = field(default_factory=dict)

    def body(self, body: ET.Element) -> Iterator[Box | Sheet]:
        """Yield the boxes and section ends of a body in order."""
        for element in body:
            kind = element.tag.removeprefix(WORD)
            if kind == "p":
                yield self.paragraph(element, self.measure)
                own = element.find(_PROPERTIES)
                ended = own.find(f"{WORD}sectPr") if own is not None else None
                if ended is not None:
                    yield sheet(ended)
            elif kind == "tbl":
                yield from self.table(element)
            elif kind == "sdt":
                yield from self.body(element.find(f"{WORD}sdtContent") or ())  # type: ignore[arg-type]
            elif kind == "sectPr":
                yield sheet(element)

    def paragraph(self, element: ET.Element, measure: float) -> Box:
        """Return the box of a paragraph in a measure."""
        form = self._format(element)
        read = _Read(self, form)
        read.children(element)
        width = measure - form.left - form.right
        ends = broken(read.pieces, width, form.first + read.number)
        notes: dict[int, float] = {}
        for place, height in read.notes:
            line = next((at for at, end in enumerate(ends) if place <= end), len(ends) - 1)
            notes[line] = notes.get(line, 0) + height
        leading = max(form.leading, read.drawn + form.size * _BELOW) if read.drawn else form.leading
        return Box(
            leading=leading,
            lines=len(ends),
            before=form.before,
            after=form.after + form.edges,
            marks=tuple(read.marks),
            notes=notes,
            keep_next=form.keep_next,
            keep_lines=form.keep_lines,
            new_page=form.new_page,
            widows=form.widows,
        )

    def table(self, element: ET.Element) -> Iterator[Box]:
        """Yield the rows of a table; rows below a head know how high it is."""
        head = 0.0
        rows = element.findall(f"{WORD}tr")
        for turn, row in enumerate(rows):
            made, said = self._row(row), row.find(_ROW)
            rules = (_RULE if turn == 0 else 0) + (_RULE if turn == len(rows) - 1 else 0)
            if said is not None and said.find(f"{WORD}tblHeader") is not None:
                made = replace(made, leading=made.leading + rules + _HEAD_RULE, keep_next=True)
                head += made.leading
                yield made
            else:
                yield replace(made, leading=made.leading + rules, repeated=head)

    def _row(self, row: ET.Element) -> Box:
        marks: list[str] = []
        height, notes, keep = 0.0, 0.0, False
        for cell in row.iter(f"{WORD}tc"):
            own = cell.find(f"{WORD}tcPr")
            wide = own.find(f"{WORD}tcW") if own is not None else None
            measure = float(wide.get(f"{WORD}w", "0")) / _TWIPS - 2 * _CELL if wide is not None else _TAB
            stacked = 0.0
            for element in cell.iter(f"{WORD}p"):
                box = self.paragraph(element, measure)
                stacked += box.before + box.lines * box.leading + box.after
                marks += box.marks
                notes += sum(box.notes.values())
                keep = keep or box.keep_next
            height = max(height, stacked)
        # LibreOffice does not part a row that calls notes, even where it may.
        said = row.find(_ROW)
        if (said is None or said.find(f"{WORD}cantSplit") is None) and not notes:
            lines = max(1, round(height / _PARTED))
            return Box(height / lines, lines, marks=tuple(marks), notes={0: notes}, widows=False)
        return Box(leading=height, marks=tuple(marks), notes={0: notes}, keep_next=keep, row=True)

    def dress(self, form: Format, own: ET.Element | None) -> tuple[Advances, float]:
        """Return the widths and the size of a run in a paragraph; many runs are dressed alike."""
        key: _Told = (id(form),)
        for prop in own if own is not None else ():
            key += (prop.tag, *prop.attrib.values())
        if key not in self.dressed:
            style = own.find(f"{WORD}rStyle") if own is not None else None
            over = self.formats.get(style.get(f"{WORD}val", "")) if style is not None else None
            made = _over(form, over, self.formats["DefaultParagraphFont"]) if over else form
            made = replace(made, **properties(own, made)) if own is not None else made  # type: ignore[arg-type]
            fonts = own.find(f"{WORD}rFonts") if own is not None else None
            wide = fonts is not None and fonts.get(f"{WORD}hint") == "eastAsia"
            widths = advances(sans=made.sans, bold=made.bold, italic=made.italic, wide_marks=wide)
            size = made.size * (_RAISED if made.raised else 1)
            # The format is kept with it, so that no other takes its place in memory.
            self.dressed[key] = (widths.sized(size), size), form
        return self.dressed[key][0]

    def _format(self, element: ET.Element) -> Format:
        own = element.find(_PROPERTIES)
        if own is None:
            return _PLAIN
        style = own.find(_STYLE)
        form = self.formats.get(style.get(_VALUE, "") if style is not None else "", _PLAIN)
        if len(own) <= 1:
            return form
        if any(map(len, own)) or element.find(_RUN_PROPERTIES) is not None:
            return changed(form, element)
        key = (id(form), *((prop.tag, *prop.attrib.items()) for prop in own))
        if key not in self.changed:
            self.changed[key] = changed(form, element)
        return self.changed[key]


def sheet(section: ET.Element) -> Sheet:
    """Return what a w:sectPr says of its pages."""
    size, margins = section.find(f"{WORD}pgSz"), section.find(f"{WORD}pgMar")
    numbers, kind = section.find(f"{WORD}pgNumType"), section.find(f"{WORD}type")
    grid = section.find(f"{WORD}docGrid")

    def length(holder: ET.Element | None, name: str) -> float:
        return float(holder.get(WORD + name, "0")) / _TWIPS if holder is not None else 0.0

    start = numbers.get(f"{WORD}start") if numbers is not None else None
    return Sheet(
        height=length(size, "h") - length(margins, "top") - length(margins, "bottom"),
        pitch=length(grid, "linePitch"),
        start=int(start) if start else None,
        odd=kind is not None and kind.get(f"{WORD}val") == "oddPage",
    )


class _Read:
    """The runs of one paragraph, as they are met."""

    def __init__(self, reckoner: Reckoner, form: Format) -> None:
        self.reckoner = reckoner
        self.form = form
        self.pieces: list[Piece] = []
        self.marks: list[str] = []
        self.notes: list[tuple[int, float]] = []
        self.drawn = 0.0
        self.number = 0.0
        self.length = 0

    def children(self, element: ET.Element) -> None:
        """Read what a paragraph or a link holds."""
        for child in element:
            kind = child.tag
            if kind == _RUN:
                self._run(child)
            elif kind == _MARK:
                self.marks.append(child.get(_NAME, ""))
            elif kind in _AROUND:
                self.children(child)

    def _run(self, run: ET.Element) -> None:
        for child in run:
            if child.tag == _TEXT:
                self._words(child.text or "", run)
                continue
            match child.tag.removeprefix(WORD):
                case "tab":
                    self._words("\u3000", run)
                case "footnoteReference":
                    self._words("00", run)
                    height = self.reckoner.notes.get(child.get(f"{WORD}id", ""), 0.0)
                    self.notes.append((self.length, height))
                case "drawing":
                    extent = next((e for e in child.iter() if e.tag.endswith("}extent")), None)
                    self.drawn = max(
                        self.drawn, float(extent.get("cy", "0")) / _EMU if extent is not None else 0
                    )
                case _:
                    pass

    def _words(self, words: str, run: ET.Element) -> None:
        own = run.find(_RUN_PROPERTIES)
        dress = self.reckoner.dress(self.form, own)
        self.pieces.append(Piece(words, *dress))
        self.length += len(words)


def _over(form: Format, style: Format, plain: Format) -> Format:
    """Return a format with what a character style changes in the plain one."""
    told = {
        name: getattr(style, name)
        for name in ("size", "sans", "bold", "italic", "raised")
        if getattr(style, name) != getattr(plain, name)
    }
    return replace(form, **told)
