"""Boxes onto pages: what is kept together stays together, and notes take their room from the text.

The rules are those Word and LibreOffice share: no line of a paragraph alone at the foot or head of a page,
space above a paragraph is dropped where a page begins by itself, heads of tables repeat.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from reportpub.render.docx.paging.boxes import Box, Sheet

SEPARATOR: Final = 4.8
"""pt that the rule above the notes takes with its white."""

_ALONE: Final = 2
"""Lines of a paragraph that must stand together at the foot and at the head of a page."""

_HAIR: Final = 0.05


class Flow:
    """The pages of one section, filled from the top."""

    def __init__(self, sheet: Sheet, folio: int) -> None:
        """Begin on a page with a folio."""
        self.height = sheet.height
        self.pitch = sheet.pitch
        self.folio = folio
        self.used = 0.0
        self.notes = 0.0
        self.after = 0.0
        """The space below the last box, which is part of what is used."""
        self.fresh = True
        """Whether nothing stands on the page yet."""
        self.asked = True
        """Whether the page was asked for, so that space above its first paragraph stays."""

    def turn(self, *, asked: bool = False) -> None:
        """Begin a new page."""
        self.folio += 1
        self.used = self.notes = self.after = 0.0
        self.fresh, self.asked = True, asked

    def room(self, notes: float = 0) -> float:
        """Return what is left of the page when some more notes stand on it."""
        below = self.notes + notes
        text = self.height - below - (SEPARATOR if below else 0) + _HAIR
        # LibreOffice gives text a whole number of lines of the grid, whatever the notes leave.
        return (text // self.pitch * self.pitch if self.pitch else text) - self.used + _HAIR

    def above(self, box: Box) -> float:
        """Return the space above a box where it would stand now."""
        if self.fresh:
            return box.before if self.asked else 0.0
        # Of the space below one paragraph and above the next the larger counts.
        return max(box.before - self.after, 0.0)

    def take(self, height: float, notes: float = 0) -> None:
        """Fill some of the page."""
        self.used += height
        self.notes += notes
        self.after, self.fresh = 0.0, False

    def end(self, box: Box) -> None:
        """Leave the space below a box."""
        self.used += box.after
        self.after = box.after


def placed(boxes: Iterable[Box | Sheet]) -> dict[str, int]:
    """Return the folio of the page that every bookmark stands on."""
    found: dict[str, int] = {}
    held: list[Box] = []
    folio = 0
    for each in boxes:
        if isinstance(each, Box):
            held.append(each)
            continue
        folio = each.start if each.start is not None else folio + 1
        if each.odd and folio % 2 == 0:
            folio += 1
        flow = Flow(each, folio)
        for at in range(len(held)):
            _place(held, at, flow, found)
        folio, held = flow.folio, []
    return found


def _place(boxes: Sequence[Box], at: int, flow: Flow, found: dict[str, int]) -> None:
    box = boxes[at]
    if not flow.fresh:
        if box.new_page:
            flow.turn(asked=True)
        elif _goes_over(boxes, at, flow):
            flow.turn()
            if box.repeated:
                flow.take(box.repeated)
    if box.marks:
        found.update(dict.fromkeys(box.marks, flow.folio))
    flow.used += flow.above(box)
    _lines(box, flow)
    flow.end(box)


def _goes_over(boxes: Sequence[Box], at: int, flow: Flow) -> bool:
    """Tell whether a box finds no room on a page on which something stands, alone or with what it leads."""
    box, room = boxes[at], flow.room()
    if _first(box) + flow.above(box) > room:
        return True
    return box.keep_next and not (at and boxes[at - 1].keep_next) and _needed(boxes, at, flow) > room


def _lines(box: Box, flow: Flow) -> None:
    """Place the lines of a box, on as many pages as they need."""
    if not box.notes and box.lines * box.leading <= flow.room():
        flow.take(box.lines * box.leading)
        return
    line = 0
    while line < box.lines:
        fit, used, notes = 0, 0.0, 0.0
        for at in range(line, box.lines):
            own = box.notes.get(at, 0.0)
            if used + box.leading > flow.room(notes + own):
                break
            fit, used, notes = fit + 1, used + box.leading, notes + own
        left = box.lines - line - fit
        if left and box.widows and left < _ALONE:
            fit -= _ALONE - left
        if left and not line and (box.keep_lines or box.row or (box.widows and fit < _ALONE)):
            fit = 0
        if fit <= 0:
            if flow.fresh:
                fit = 1
            else:
                flow.turn()
                continue
        own_notes = sum(box.notes.get(at, 0.0) for at in range(line, line + fit)) if box.notes else 0.0
        flow.take(fit * box.leading, own_notes)
        line += fit
        if line < box.lines:
            flow.turn()


def _first(box: Box) -> float:
    """Return the least of a box that may stand at the foot of a page."""
    whole = box.keep_lines or box.row or box.lines < 2 * _ALONE
    lines = box.lines if whole else _ALONE
    notes = sum(height for at, height in box.notes.items() if at < lines) if box.notes else 0.0
    return lines * box.leading + notes


def _needed(boxes: Sequence[Box], at: int, flow: Flow) -> float:
    """Return the room that a box needs with all it is kept together with; no more than a page has."""
    needed, notes = flow.above(boxes[at]), 0.0
    while boxes[at].keep_next and at + 1 < len(boxes):
        box = boxes[at]
        needed += box.lines * box.leading + max(box.after, boxes[at + 1].before)
        notes += sum(box.notes.values())
        at += 1
    needed += _first(boxes[at]) + notes
    needed += SEPARATOR if notes and not flow.notes else 0
    return needed if needed < flow.height else 0.0
