"""Whether a press can hold the lines: their width, their inks, black that overprints; and white shapes.

Source: GWG 2022, R0008, R0010, R0012, R0013, R0018, R0019, and D0017 (effective line width).
"""

from __future__ import annotations

from reportpub.checks.preflight.reading.marks import Paint, Path
from reportpub.checks.preflight.reading.spaces import Kind
from reportpub.checks.preflight.rules.colour import judge_paint
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.findings import Severity
from reportpub.geometry import Box, apart

_EXACT = 1e-4
"""pt; numbers in a PDF are rounded."""


def judge_path(subject: Subject, leaf: Leaf, mark: Path) -> None:
    """Add what is wrong with one path."""
    for paint in (mark.fill, mark.stroke):
        if paint is not None:
            judge_paint(subject, leaf, paint, mark.box, mark.where)
            if not apart(mark.box, leaf.bleed):
                _overprint(subject, leaf, mark, paint)
    if apart(mark.box, leaf.bleed):
        return
    if mark.fill:
        for box, thickness in mark.bars:
            if thickness > _EXACT or (mark.hollow and mark.stroke is None):
                _line(subject, leaf, mark, mark.fill, thickness, box)
        if mark.hollow and not mark.bars:
            _line(subject, leaf, mark, mark.fill, 0.0, mark.box)
    if mark.stroke:
        _line(subject, leaf, mark, mark.stroke, mark.width, mark.box)


def _line(subject: Subject, leaf: Leaf, mark: Path, paint: Paint, width: float, box: Box) -> None:
    width = round(width, 3)
    thinnest = subject.limit("line")
    over = None if mark.over else Severity.NOTE

    def add(rule: str, more: str, limit: float, least: Severity | None = None) -> None:
        subject.faults.add(
            rule,
            page=leaf.number,
            box=leaf.mm(box),
            value=f"{width:g} pt {more}".rstrip(),
            limit=f"{limit:g} pt",
            where=mark.where,
            least=least,
        )

    if width < thinnest - _EXACT:
        if paint.white:
            add("GWG.R0018", "", thinnest, over)
        else:
            add("LINE.hairline", "", thinnest, None if width < _EXACT else Severity.WARNING)
            if paint.channels > 1 and paint.space.kind is not Kind.UNDEFINED:
                add("GWG.R0019", str(paint), thinnest)
    thin = subject.limit("black-line-overprint")
    if width >= thin or not paint.opaque:
        return
    if paint.space.kind is Kind.GRAY:
        if paint.black or (mark.over and not paint.white):
            add("GWG.R0012", "", thin, over)
    elif paint.black and not paint.overprints:
        add("GWG.R0010", f"OPM {paint.mode}", thin, over)


def _overprint(subject: Subject, leaf: Leaf, mark: Path, paint: Paint) -> None:
    if not paint.overprint:
        return
    box = leaf.mm(mark.box)
    if paint.white:
        subject.faults.add("GWG.R0008", page=leaf.number, box=box, where=mark.where)
    elif paint.space.kind is Kind.GRAY:
        least = None if mark.over else Severity.NOTE
        subject.faults.add("GWG.R0013", page=leaf.number, box=box, where=mark.where, least=least)
