"""The body of a file as boxes to be stacked, from the strings it was written in.

The body is cut at its tags and never parsed as a whole: it is ours, written a moment ago, and holds
paragraphs, tables and ends of sections one after the other. What paragraphs and runs say of themselves is
said in a few ways only; each is parsed once.
Source: ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables), 17.6 (sections).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import unescape

from reportpub.render.docx.oxml import RELATIONS, WORD
from reportpub.render.docx.paging.boxes import Box, Sheet
from reportpub.render.docx.paging.breaking import Piece, broken
from reportpub.render.docx.paging.faces import Advances, advances
from reportpub.render.docx.paging.formats import Format, over, properties

_RUN: Final = re.compile(
    # What was found of the properties is not given back, so that they end where they end.
    r"<w:r>(?>(?:<w:rPr>(.*?)</w:rPr>)?)<w:"
    r'(?:t xml:space="preserve">([^<]*)<|(tab/>)|footnoteReference w:id="(\d+)")'
)
_DRAWING: Final = re.compile(r'<wp:extent cx="\d+" cy="(\d+)"')
_HEADING: Final = re.compile(r'w:name="(_Toc\d+)"')
_WIDTH: Final = re.compile(r'<w:tcW w:w="(\d+)"')
_NONE: Final[Mapping[int, float]] = {}
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
_PARTED: Final = 15.0
"""The height of a line in a row that may be parted between any two."""


@dataclass(frozen=True, slots=True)
class Reckoner:
    """What boxes are made with: formats by style, heights of notes by id, the measure in pt."""

    formats: Callable[[str], Format]
    notes: Mapping[str, float]
    measure: float
    _forms: dict[str, Format] = field(default_factory=dict)
    _measures: dict[str, float] = field(default_factory=dict)
    _looks: dict[str, ET.Element] = field(default_factory=dict)
    _dressed: dict[tuple[str, str], tuple[Advances, float]] = field(default_factory=dict)

    def body(self, body: str) -> Iterator[Box | Sheet]:
        """Yield the boxes and section ends of the content of w:body in order."""
        before, *tables = body.split("<w:tbl>")
        yield from self._running(before)
        for table in tables:
            rows, _, after = table.partition("</w:tbl>")
            yield from self._table(rows)
            yield from self._running(after)

    def height(self, note: str) -> float:
        """Return the height of a note in pt."""
        boxes = [self._paragraph(told) for told in note.split("<w:p>")[1:]]
        return sum(box.lines * box.leading + box.after for box in boxes)

    def _paragraph(self, told: str) -> Box:
        """Return the box of a paragraph that is as wide as the text block."""
        form, lines, leading, notes = self._set(told, self.measure)
        return Box(
            leading=leading,
            lines=lines,
            before=form.before,
            after=form.after + form.edges,
            marks=_marks(told),
            notes=notes,
            keep_next=form.keep_next,
            keep_lines=form.keep_lines,
            new_page=form.new_page,
            widows=form.widows,
        )

    def _set(self, told: str, measure: float) -> tuple[Format, int, float, Mapping[int, float]]:
        """Return the format of a paragraph, its lines, their height, and that of its notes by line.

        It is told from behind `<w:p>` on.
        """
        own, _, said = told.partition("</w:pPr>")
        form = self._forms.get(own) or self._format(own)
        pieces: list[Piece] = []
        called: list[tuple[int, float]] = []
        length = 0
        for look, words, tab, note in _RUN.findall(said):
            if words:
                text = unescape(words, {"&quot;": '"'}) if "&" in words else words
            elif tab:
                text = "\u3000"
            elif note:
                # The room a mark takes is that of two numerals.
                called.append((length, self.notes.get(note, 0.0)))
                text = "00"
            else:
                continue
            widths, size = self._dressed.get((own, look)) or self._dress(own, look)
            pieces.append((text, widths, size))
            length += len(text)
        ends = broken(pieces, measure - form.left - form.right, form.first)
        leading = form.leading
        if "<w:drawing>" in said:
            drawn = max(int(high) for high in _DRAWING.findall(said)) / _EMU
            leading = max(leading, drawn + form.size * _BELOW)
        return form, len(ends), leading, _by_line(called, ends) if called else _NONE

    def _running(self, text: str) -> Iterator[Box | Sheet]:
        """Yield what stands between two tables."""
        for told in text.split("<w:p>")[1:]:
            before, ended, rest = told.partition("<w:sectPr>")
            section, _, after = rest.partition("</w:sectPr>")
            yield self._paragraph(before + after)
            if ended:
                yield sheet(section)

    def _table(self, table: str) -> Iterator[Box]:
        """Yield the rows of a table; rows below a head know how high it is."""
        head = 0.0
        rows = table.split("<w:tr>")[1:]
        for turn, row in enumerate(rows):
            own, *cells = row.split("<w:tc>")
            rules = (_RULE if turn == 0 else 0) + (_RULE if turn == len(rows) - 1 else 0)
            if "<w:tblHeader/>" in own:
                made = self._row(cells, rules + _HEAD_RULE, parted=False, keep=True, head=0)
                head += made.leading
                yield made
            else:
                yield self._row(cells, rules, parted="<w:cantSplit/>" not in own, keep=False, head=head)

    def _row(self, cells: list[str], rules: float, *, parted: bool, keep: bool, head: float) -> Box:
        """Return the box of a row; `rules` are those above and below it, `head` what repeats above it."""
        marks: tuple[str, ...] = ()
        height, notes = 0.0, 0.0
        for cell in cells:
            own, *paragraphs = cell.split("<w:p>")
            measure = self._measures.get(own) or self._measure(own)
            stacked = 0.0
            for told in paragraphs:
                form, lines, leading, called = self._set(told, measure)
                stacked += form.before + lines * leading + form.after + form.edges
                notes += sum(called.values()) if called else 0
                marks += _marks(told)
                keep = keep or form.keep_next
            height = max(height, stacked)
        # LibreOffice does not part a row that calls notes, even where it may.
        if parted and not notes:
            lines = max(1, round(height / _PARTED))
            return Box(height / lines + rules, lines, marks=marks, widows=False, repeated=head)
        return Box(height + rules, marks=marks, notes={0: notes}, keep_next=keep, row=True, repeated=head)

    def _measure(self, own: str) -> float:
        """Return the width of the words of a cell, which it tells before its first paragraph."""
        wide = _WIDTH.search(own)
        self._measures[own] = int(wide[1]) / _TWIPS - 2 * _CELL if wide else self.measure
        return self._measures[own]

    def _format(self, own: str) -> Format:
        """Return the format of a paragraph with what it says of itself."""
        if own not in self._forms:
            told = parsed(f"{own}</w:pPr>")
            style = told.find(f"{WORD}pStyle")
            form = self.formats(style.get(f"{WORD}val", "") if style is not None else "")
            self._forms[own] = replace(form, **properties(told, form))  # type: ignore[arg-type]
        return self._forms[own]

    def _dress(self, own: str, look: str) -> tuple[Advances, float]:
        """Return the widths and the size of a run in a paragraph, from what both say of themselves."""
        made = self._format(own)
        if look not in self._looks:
            self._looks[look] = parsed(f"<w:rPr>{look}</w:rPr>")
        told = self._looks[look]
        style, fonts = told.find(f"{WORD}rStyle"), told.find(f"{WORD}rFonts")
        if style is not None:
            worn = self.formats(style.get(f"{WORD}val", ""))
            made = over(made, worn, self.formats("DefaultParagraphFont"))
        made = replace(made, **properties(told, made))  # type: ignore[arg-type]
        wide = fonts is not None and fonts.get(f"{WORD}hint") == "eastAsia"
        size = made.size * (_RAISED if made.raised else 1)
        widths = advances(sans=made.sans, bold=made.bold, italic=made.italic, wide_marks=wide, size=size)
        self._dressed[own, look] = widths, size
        return widths, size


def _marks(told: str) -> tuple[str, ...]:
    """Return the bookmarks of headings in a paragraph."""
    return tuple(_HEADING.findall(told)) if '"_Toc' in told else ()


def _by_line(called: list[tuple[int, float]], ends: list[int]) -> Mapping[int, float]:
    """Return the height of the notes that each line calls, from the places of the calls."""
    notes: dict[int, float] = {}
    for place, height in called:
        line = next((at for at, end in enumerate(ends) if place <= end), len(ends) - 1)
        notes[line] = notes.get(line, 0) + height
    return notes


def sheet(section: str) -> Sheet:
    """Return what the content of a w:sectPr says of its pages."""
    told = parsed(f"<w:sectPr>{section}</w:sectPr>")

    def said(element: str, name: str) -> str:
        holder = told.find(WORD + element)
        return holder.get(WORD + name, "") if holder is not None else ""

    def length(element: str, name: str) -> float:
        return float(said(element, name) or 0) / _TWIPS

    start = said("pgNumType", "start")
    return Sheet(
        height=length("pgSz", "h") - length("pgMar", "top") - length("pgMar", "bottom"),
        pitch=length("docGrid", "linePitch"),
        start=int(start) if start else None,
        odd=said("type", "val") == "oddPage",
    )


def parsed(told: str) -> ET.Element:
    """Return an element of the text as parsed; the names in it were declared at the head of the file."""
    return ET.fromstring(f'<told xmlns:w="{WORD[1:-1]}" xmlns:r="{RELATIONS}">{told}</told>')[0]  # noqa: S314  ours
