"""Whether pictures are fit to print: enough pixels for their size, and coded as the standard allows.

Source: GWG 2022, R0031, R0032 and D0018; ISO 15930-4.
"""

from __future__ import annotations

from reportpub.checks.preflight.reading.marks import Picture
from reportpub.checks.preflight.rules.colour import judge_paint, judge_space
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.findings import Severity
from reportpub.geometry import apart

_TINY = 16
"""Pixels; below that a picture is a pattern (GWG 2022, R0031)."""
_FAR_TOO_MANY = 2.5
_SQUEEZED = 1.2
_DEEP = 16
_CODINGS = {"JPXDecode": "X.jpx", "JBIG2Decode": "X.jbig2"}


def judge_picture(subject: Subject, leaf: Leaf, mark: Picture) -> None:
    """Add what is wrong with one placing of a picture."""
    subject.seen[leaf.number].pictures += 1
    if mark.fill:
        judge_paint(subject, leaf, mark.fill, mark.box, mark.where)
    elif mark.space:
        shown = f"{mark.space}, {mark.pixels[0]} × {mark.pixels[1]} px"
        judge_space(subject, leaf, mark.space, mark.box, mark.where, shown, picture=True)

    def add(rule: str, value: str, limit: str = "", least: Severity | None = None) -> None:
        subject.faults.add(
            rule,
            page=leaf.number,
            box=leaf.mm(mark.box),
            value=value,
            limit=limit,
            where=mark.where,
            least=least,
        )

    if min(mark.pixels) < 1:
        add("IMG.size", f"{mark.pixels[0]} × {mark.pixels[1]} px")
        return
    if not mark.fill and mark.space is None and "JPXDecode" not in mark.filters:
        add("COLOUR.undefined", "—")
    if mark.bits == _DEEP:
        add("IMG.16bit", "16")
    for coding, rule in _CODINGS.items():
        if coding in mark.filters:
            add(rule, coding)
    if mark.stream is None and "LZWDecode" in mark.filters:
        add("X.lzw", "LZWDecode")
    if max(mark.pixels) <= _TINY or mark.resolution <= 0 or apart(mark.box, leaf.bleed):
        return
    has = int(mark.resolution + 0.5)
    kind = "bitmap" if mark.bits == 1 else "picture"
    rule = "GWG.R0032" if mark.bits == 1 else "GWG.R0031"
    refused, doubtful = subject.limit(f"{kind}-error"), subject.limit(f"{kind}-warning")
    wanted = subject.limit("picture-goal")
    if has < refused:
        add(rule, f"{has} ppi", f"{refused:g} ppi")
    elif has < doubtful:
        add(rule, f"{has} ppi", f"{doubtful:g} ppi", Severity.WARNING)
    elif mark.bits > 1 and has < wanted:
        add("IMG.goal", f"{has} ppi", f"{wanted:g} ppi")
    elif mark.bits > 1 and has > _FAR_TOO_MANY * wanted:
        add("IMG.oversampled", f"{has} ppi", f"{_FAR_TOO_MANY * wanted:g} ppi")
    if mark.squeezed > _SQUEEZED:
        add("IMG.distorted", f"1 : {mark.squeezed:.2f}")
