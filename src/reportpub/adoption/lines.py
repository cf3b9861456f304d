"""A manuscript taken apart into units: soft returns, bilingual lines and layout tables undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportpub.adoption.languages import language, turn
from reportpub.adoption.units import Kind, Unit
from reportpub.findings import Finding, Span, warning
from reportpub.manuscript.elements import Cell, Item, LeftOut, Manuscript, Paragraph, Picture, Run, Table
from reportpub.model.text import Lang
from reportpub.sentences import Sentence, say

_BLANK = " \t\u3000\u00a0\u2002\u2003\u200b\ufeff"
_ENDS = tuple("。！？；：.!?;:”’）)》…")
_BULLET = re.compile(r"^[•●■◆◇○▪▫‣·□▶➢►\uf0b7\uf06c\uf0d8\uf0a7][ \t\u3000]*|^[-–*][ \t\u3000]+")
_HEADS = re.compile(
    r"(?:中文|英文|汉语|英语|原文|译文|中文版|英文版|中文文本|英文文本|中文原文|英文译文|序号|编号)?|No\.?|"
    r"(?:Chinese|English)(?: (?:text|version|translation))?|Original|Translation",
    re.IGNORECASE,
)
"""What the head of a table with one language in each column says."""
_ENTRY = re.compile(r"(?:[.．]{4,}|…{2,}|·{4,}|\t)[ .\u3000]*[0-9IVXivx]{1,4}[ \u3000]*$")
_CONTENTS = re.compile(r"目[ \u3000]*[录錄次]|(?:table of )?contents", re.IGNORECASE)
_FEWEST = 3
"""Entries of a table of contents that was typed."""
_LONG = 60
"""Characters in a cell that is text rather than data."""
_MOSTLY = 0.6
_WRAPPED = 24
"""Characters of a line that a soft return may have cut."""


@dataclass(slots=True)
class Lines:
    """Takes manuscripts apart and remembers how far it has counted."""

    order: int = 0
    rows: int = 0
    units: list[Unit] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    _last: Lang = Lang.ZH

    def take(self, manuscript: Manuscript) -> None:
        """Take a manuscript apart."""
        contents = _typed_contents(manuscript.elements)
        for at, element in enumerate(manuscript.elements):
            if at in contents and isinstance(element, Paragraph):
                self.left_out.append(LeftOut("contents", element.label + element.text, element.span))
            else:
                self._element(element, 0)

    def _element(self, element: Paragraph | Table | Picture, row: int) -> None:
        match element:
            case Paragraph():
                for lang, part in _parts(element, self._last):
                    self._last = lang
                    self._add(_unit(part, lang), row)
            case Table():
                self._table(element)
            case Picture(span=span):
                self._add(Unit(lang=self._last, kind=Kind.PICTURE, span=span, order=0, picture=element), row)

    def _add(self, unit: Unit, row: int) -> None:
        self.order += 1
        self.units.append(replace(unit, order=self.order, row=row))

    def _table(self, table: Table) -> None:
        rows = [row for row in table.rows if any(cell.elements for cell in row)]
        if not rows:
            return
        if both := _columns(rows):
            self._two_columns(rows, both, table.span)
        elif _lays_out(rows):
            self._say(table.span, say("a table that only lays out text was taken as paragraphs"))
            for cell in (cell for row in rows for cell in row):
                for element in cell.elements:
                    self._element(element, 0)
        else:
            words = "".join(cell.text for row in rows for cell in row)
            lang = language(words) or self._last
            self._last = lang
            self._add(
                Unit(
                    lang=lang, kind=Kind.TABLE, span=table.span, order=0, table=Table(tuple(rows), table.span)
                ),
                0,
            )

    def _two_columns(self, rows: Sequence[Sequence[Cell]], columns: tuple[int, int], span: Span) -> None:
        """Take a table with one language in each column as pairs: what stands in a row belongs together."""
        head = [cell.text.strip() for cell in rows[0]]
        if len(rows) > 1 and all(_HEADS.fullmatch(said) for said in head):
            self.left_out.append(LeftOut("head of a two-column table", " | ".join(head), span))
            rows = rows[1:]
        for row in rows:
            self.rows += 1
            for at, cell in enumerate(row):
                if at in columns or cell.text.strip():
                    for element in cell.elements:
                        self._element(element, self.rows)

    def _say(self, span: Span, message: Sentence) -> None:
        self.remarks.append(
            warning("adopt/layout-table", message, span, say("look whether they stand in their order"))
        )


def _typed_contents(elements: Sequence[Paragraph | Table | Picture]) -> frozenset[int]:
    """Return which paragraphs are typed contents: lines that end with dots and a page."""
    found: set[int] = set()
    for at, element in enumerate(elements):
        if isinstance(element, Paragraph) and _ENTRY.search(element.text):
            found.add(at)
    if len(found) < _FEWEST:
        return frozenset()
    heads = {
        at
        for at, element in enumerate(elements)
        if at + 1 in found
        and isinstance(element, Paragraph)
        and _CONTENTS.fullmatch(element.text.strip(_BLANK))
    }
    return frozenset(found | heads)


def _unit(p: Paragraph, lang: Lang) -> Unit:
    kind = Kind.ITEM if p.item is Item.BULLET and not p.level else Kind.PARAGRAPH
    label, runs, item = p.label, p.runs, p.item
    if not p.level and p.item is Item.NONE and (mark := _BULLET.match(p.text)) and len(mark[0]) < len(p.text):
        kind, label, item = Kind.ITEM, mark[0].strip(), Item.BULLET
        runs = cut(runs, mark.end(), len(p.text))
    return Unit(
        lang=lang, kind=kind, span=p.span, order=0, runs=runs, role=p.role, label=label, styled=p.level,
        item=item, size=p.size, centred=p.centred,
    )  # fmt: skip


def _parts(p: Paragraph, last: Lang) -> Iterator[tuple[Lang, Paragraph]]:
    """Yield the lines of a paragraph in one language each, stripped; the first keeps the number."""
    first = True
    for runs in _unwrapped(p.runs):
        text = "".join(run.text for run in runs)
        at = turn(text)
        for begin, end in ((0, at), (at, len(text))) if at else ((0, len(text)),):
            piece = stripped(cut(runs, begin, end))
            said = "".join(run.text for run in piece)
            if not said and not any(run.note for run in piece):
                continue
            lang = language(said.rstrip(" /|｜")) or last
            last = lang
            if at and begin == 0:
                piece = stripped(cut(piece, 0, len(said.rstrip(" /|｜\t"))))
            yield (
                lang,
                replace(p, runs=piece, label=p.label if first else "", item=p.item if first else Item.NONE),
            )
            first = False


def _unwrapped(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield the lines that soft returns make; one that was cut within a sentence is joined to the next."""
    text = "".join(run.text for run in runs)
    begin = 0
    joins: list[int] = []
    for found in re.finditer("\n", text):
        line, after = text[begin : found.start()].strip(_BLANK), text[found.end() :].lstrip(_BLANK)
        same = language(line) is language(after.partition("\n")[0])
        cut_off = len(line) >= _WRAPPED and not line.endswith(_ENDS) and same and after[:1] not in _BLANK
        if cut_off and (after[:1].islower() or language(line) is Lang.ZH):
            joins.append(found.start())
            continue
        yield _rejoined(runs, begin, found.start(), joins)
        begin, joins = found.end(), []
    yield _rejoined(runs, begin, len(text), joins)


def _rejoined(runs: Sequence[Run], begin: int, end: int, joins: Iterable[int]) -> tuple[Run, ...]:
    pieces: list[Run] = []
    for at in joins:
        before = cut(runs, begin, at)
        latin = "".join(run.text for run in before)[-1:].isascii()
        pieces += [*before, Run(" ")] if latin else before
        begin = at + 1
    return (*pieces, *cut(runs, begin, end))


def cut(runs: Sequence[Run], begin: int, end: int) -> tuple[Run, ...]:
    """Return the runs between two places of their text; calls of notes stay with the words before them."""
    found: list[Run] = []
    at = 0
    for run in runs:
        after = at + len(run.text)
        if run.note:
            if begin < at <= end or (at == begin == 0):
                found.append(run)
        elif after > begin and at < end:
            found.append(replace(run, text=run.text[max(0, begin - at) : end - at]))
        at = after
    return tuple(found)


def stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs without white at either end, full-width indents included, tabs within as spaces."""
    text = "".join(run.text for run in runs)
    begin = len(text) - len(text.lstrip(_BLANK + "\n"))
    end = len(text.rstrip(_BLANK + "\n"))
    kept = cut(runs, begin, end) if end > begin else tuple(run for run in runs if run.note)
    return tuple(replace(run, text=re.sub(r"[\t\n]+", " ", run.text)) for run in kept)


def _columns(rows: Sequence[Sequence[Cell]]) -> tuple[int, int] | None:
    """Return the columns of a table that hold the two languages of a text, if it is such a table."""
    width = max(len(row) for row in rows)
    if width not in (2, 3):
        return None
    said = [[cell.text for cell in row] for row in rows]
    chinese, english = [], []
    for at in range(width):
        column = [language(row[at]) for row in said if at < len(row) and row[at].strip()]
        if column and sum(one is Lang.ZH for one in column) > _MOSTLY * len(column):
            chinese.append(at)
        elif column and sum(one is Lang.EN for one in column) > _MOSTLY * len(column):
            english.append(at)
    if len(chinese) != 1 or len(english) != 1:
        return None
    return chinese[0], english[0]


def _lays_out(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a table holds text rather than data: one column or row, or long paragraphs in cells."""
    cells = [cell for row in rows for cell in row if cell.elements]
    if max(len(row) for row in rows) == 1 or len(rows) == 1:
        return True
    if any(isinstance(e, Table | Picture) for cell in cells for e in cell.elements):
        return True
    long = sum(len(cell.text) > _LONG * (1 if language(cell.text) is Lang.ZH else 3) for cell in cells)
    return long > _MOSTLY * len(cells)
