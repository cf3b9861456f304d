"""The body of a file as boxes to be stacked, from the strings it was written in.

The body is cut at its tags and never parsed: it is ours, written a moment ago, and holds paragraphs, tables
and ends of sections one after the other.
Source: ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables), 17.6 (sections).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import unescape

from reportpub.render.docx.oxml import WORD
from reportpub.render.docx.paging.boxes import Box, Sheet
from reportpub.render.docx.paging.breaking import APART, broken
from reportpub.render.docx.paging.setting import Setting, Settings, told_by

_RUN: Final = re.compile(
    # What was found of the properties is not given back, so that they end where they end.
    r"<w:r>(?>(?:<w:rPr>(.*?)</w:rPr>)?)<w:"
    r'(?:t xml:space="preserve">([^<]*)<|(tab/>)|footnoteReference w:id="(\d+)")'
)
_ONE_RUN: Final = re.compile(
    r"(?:<w:bookmarkStart [^>]*>)*<w:r>(?>(?:<w:rPr>(.*?)</w:rPr>)?)"
    r'<w:t xml:space="preserve">([^<&]*)</w:t></w:r>(?:<w:bookmarkEnd [^>]*>)*</w:p></w:tc>'
)
"""The words of a cell that says one thing, as nearly all do."""

_DRAWING: Final = re.compile(r'<wp:extent cx="\d+" cy="(\d+)"')
_HEADING: Final = re.compile(r'w:name="(_Toc\d+)"')
_WIDTH: Final = re.compile(r'<w:tcW w:w="(\d+)"')
_NONE: Final[Mapping[int, float]] = {}
_TWIPS: Final = 20
_EMU: Final = 12700
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
    """What boxes are made with: settings, heights of notes by id, the measure in pt."""

    settings: Settings
    notes: Mapping[str, float]
    measure: float
    _cells: dict[str, tuple[Setting, float]] = field(default_factory=dict)

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
        setting, lines, leading, notes = self._set(told, self.measure)
        plain = not notes and '"_Toc' not in told
        if plain and (made := setting.boxes.get((lines, leading))):
            return made
        form = setting.form
        made = Box(
            leading=leading,
            lines=lines,
            before=form.before,
            after=form.after + form.edges,
            marks=tuple(_HEADING.findall(told)),
            notes=notes,
            keep_next=form.keep_next,
            keep_lines=form.keep_lines,
            new_page=form.new_page,
            widows=form.widows,
        )
        if plain:
            setting.boxes[lines, leading] = made
        return made

    def _set(self, told: str, measure: float) -> tuple[Setting, int, float, Mapping[int, float]]:
        """Return how a paragraph is set, its lines, their height, and that of its notes by line.

        It is told from behind `<w:p>` on.
        """
        own, _, said = told.partition("</w:pPr>")
        setting = self.settings.of(own)
        looks, leading = setting.looks, setting.leading
        text = ""
        widths: list[float] = []
        called: list[tuple[int, float]] = []
        for look, words, tab, note in _RUN.findall(said):
            more = words
            if note:
                called.append((len(widths), self.notes.get(note, 0.0)))
                # The room a mark takes is that of two numerals.
                more = "00"
            elif tab:
                more = "\u3000"
            elif "&" in words:
                more = unescape(words, {"&quot;": '"'})
            letters = looks.get(look) or self.settings.letters(setting, look)
            text += more
            widths += map(letters.__getitem__, more)
        if not text and "<w:drawing>" in said:
            drawn = max(int(high) for high in _DRAWING.findall(said)) / _EMU
            leading = max(leading, drawn + setting.form.size * _BELOW)
        ends = broken(text, widths, setting.form.size, measure - setting.sides, setting.first)
        return setting, len(ends), leading, _by_line(called, ends) if called else _NONE

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
        height, notes = 0.0, 0.0
        for cell in cells:
            own, _, said = cell.partition("</w:pPr>")
            setting, measure = self._cells.get(own) or self._cell(own)
            keep = keep or setting.keep_next
            if (one := _ONE_RUN.match(said)) and self._is_short(one, setting, measure):
                height = max(height, setting.around + setting.leading)
                continue
            stacked = 0.0
            for told in cell.split("<w:p>")[1:]:
                setting, lines, leading, called = self._set(told, measure)
                stacked += setting.around + lines * leading
                notes += sum(called.values()) if called else 0
                keep = keep or setting.keep_next
            height = max(height, stacked)
        # LibreOffice does not part a row that calls notes, even where it may.
        if parted and not notes:
            lines = max(1, round(height / _PARTED))
            return Box(height / lines + rules, lines, widows=False, repeated=head)
        held = {0: notes} if notes else _NONE
        return Box(height + rules, notes=held, keep_next=keep, row=True, repeated=head)

    def _is_short(self, said: re.Match[str], setting: Setting, measure: float) -> bool:
        """Tell whether one run is sure to fit in a line, without looking where white stands in it."""
        look, words = said.groups("")
        letters = setting.looks.get(look) or self.settings.letters(setting, look)
        room = measure - setting.sides - setting.first - len(words) * APART * letters.size
        return sum(map(letters.__getitem__, words)) <= room

    def _cell(self, own: str) -> tuple[Setting, float]:
        """Return how the first paragraph of a cell is set, and the measure, from what they say before it."""
        wide = _WIDTH.search(own)
        measure = int(wide[1]) / _TWIPS - 2 * _CELL if wide else self.measure
        self._cells[own] = made = self.settings.of(own.partition("<w:p>")[2]), measure
        return made


def _by_line(called: list[tuple[int, float]], ends: list[int]) -> Mapping[int, float]:
    """Return the height of the notes that each line calls, from the places of the calls."""
    notes: dict[int, float] = {}
    for place, height in called:
        line = next((at for at, end in enumerate(ends) if place <= end), len(ends) - 1)
        notes[line] = notes.get(line, 0) + height
    return notes


def sheet(section: str) -> Sheet:
    """Return what the content of a w:sectPr says of its pages."""
    told = told_by(section)

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
