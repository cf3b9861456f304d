"""Whether a press can hold the text: its size, its inks, black that overprints, white that does not.

Source: GWG 2022, R0007, R0009, R0011, R0015 to R0017; the printer (safety).
"""

from __future__ import annotations

from reportpub.checks.preflight.reading.marks import Paint, Text
from reportpub.checks.preflight.reading.spaces import Kind
from reportpub.checks.preflight.rules.colour import judge_paint
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.findings import Severity
from reportpub.geometry import POINTS_PER_MM, apart

_SLACK = 0.05
"""pt."""


def judge_text(subject: Subject, leaf: Leaf, mark: Text) -> None:
    """Add what is wrong with one showing of text."""
    if mark.missing:
        _departed(subject, leaf, mark, "FONT.notdef", f"{mark.missing} × {mark.font.family}")
    if not mark.words.strip():
        return
    if not mark.visible:
        _departed(subject, leaf, mark, "TEXT.invisible")
        return
    for paint in (mark.fill, mark.stroke):
        if paint is not None:
            judge_paint(subject, leaf, paint, mark.box, mark.where)
    if apart(mark.box, leaf.bleed):
        return
    _Judged(subject, leaf, mark).all()


def _departed(subject: Subject, leaf: Leaf, mark: Text, rule: str, value: str = "") -> None:
    box = leaf.mm(mark.box)
    subject.faults.add(rule, page=leaf.number, box=box, value=value, where=mark.where, sample=mark.words)


class _Judged:
    """One showing of visible text within the bleed."""

    def __init__(self, subject: Subject, leaf: Leaf, mark: Text) -> None:
        self.subject, self.leaf, self.mark = subject, leaf, mark
        self.size = round(mark.size, 1)

    def all(self) -> None:
        least = self.subject.limit("text")
        if self.size < least:
            self.add("TEXT.small", "", f"{least:g} pt")
        paint = self.mark.fill or self.mark.stroke
        if paint is not None:
            self.inks(paint)
            self.white(paint)
            self.black(paint)
        self.safety()

    def add(self, rule: str, more: str, limit: str = "", *, least: Severity | None = None) -> None:
        self.subject.faults.add(
            rule,
            page=self.leaf.number,
            box=self.leaf.mm(self.mark.box),
            value=f"{self.size:g} pt {more}".rstrip(),
            limit=limit,
            where=self.mark.where,
            sample=self.mark.words,
            least=least,
        )

    def inks(self, paint: Paint) -> None:
        several = paint.channels > 1 and paint.space.kind is not Kind.UNDEFINED
        least = self.subject.limit("text-inks")
        if several and self.size < least:
            self.add("GWG.R0017", f"{paint}", f"{least:g} pt")
        inks = paint.inks
        if inks is None or inks[3] * 100 < self.subject.limit("rich-black") or not several:
            return
        most = self.subject.limit("rich-black-sum")
        if sum(inks) * 100 > most:
            self.add("GWG.R0015", f"{sum(inks):.0%}", f"{most:g} %")
        small = self.subject.limit("black-text-overprint")
        if self.size < small:
            self.add("TEXT.rich-black-small", f"{paint}", f"{small:g} pt")

    def white(self, paint: Paint) -> None:
        if not paint.white:
            return
        if paint.overprint:
            self.add("GWG.R0007", "")
        least = self.subject.limit("text-white")
        if self.size < least:
            self.add("GWG.R0016", "", f"{least:g} pt", least=None if self.mark.over else Severity.NOTE)

    def black(self, paint: Paint) -> None:
        small = self.subject.limit("black-text-overprint")
        if paint.space.kind is Kind.GRAY and paint.overprint:
            self.add("GWG.R0013", "", least=None if self.mark.over else Severity.NOTE)
        if self.size >= small or not paint.opaque:
            return
        least = None if self.mark.over else Severity.NOTE
        if paint.space.kind is Kind.GRAY:
            if paint.black or (self.mark.over and not paint.white):
                self.add("GWG.R0011", "", f"{small:g} pt", least=least)
        elif paint.black and not paint.overprints:
            self.add("GWG.R0009", f"OPM {paint.mode}", f"{small:g} pt", least=least)

    def safety(self) -> None:
        box, trim = self.mark.box, self.leaf.trim
        if apart(box, trim):
            return
        least = self.subject.limit("safety")
        gap = min(box[0] - trim[0], trim[2] - box[2], box[1] - trim[1], trim[3] - box[3])
        if gap < least * POINTS_PER_MM - _SLACK:
            self.subject.faults.add(
                "JOB.safety",
                page=self.leaf.number,
                box=self.leaf.mm(box),
                value=f"{gap / POINTS_PER_MM:.1f} mm",
                limit=f"{least:g} mm",
                where=self.mark.where,
                sample=self.mark.words,
            )
