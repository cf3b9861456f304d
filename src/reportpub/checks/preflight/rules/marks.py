"""Every page is read once, and each mark on it goes to the rules of its kind."""

from __future__ import annotations

from typing import assert_never

from pikepdf import Object

from reportpub.checks.preflight.reading.interpreter import Interpreter, Shelf
from reportpub.checks.preflight.reading.marks import Group, Mark, Path, Picture, Remark, Shading, Text
from reportpub.checks.preflight.reading.objects import MALFORMED, complaint, entry, inherited, inner
from reportpub.checks.preflight.rules.colour import judge_group, judge_paint, judge_shading, judge_space
from reportpub.checks.preflight.rules.lines import judge_path
from reportpub.checks.preflight.rules.pictures import judge_picture
from reportpub.checks.preflight.rules.text import judge_text
from reportpub.checks.preflight.subject import Leaf, Seen, Subject


def check_marks(subject: Subject) -> None:
    """Read every page and add what is wrong with what it paints."""
    shelf = Shelf(subject.budget)
    for leaf, page in zip(subject.leaves, subject.pdf.pages, strict=True):
        subject.budget.look()
        seen = subject.seen[leaf.number] = Seen()
        judged = _Page(subject, leaf)
        interpreter = Interpreter(leaf.number, leaf.media, shelf, judged.take, judged.take_unseen)
        try:
            interpreter.page(page)
        except MALFORMED as broken:
            value = complaint(broken)
            subject.faults.add("PDF.content", page=leaf.number, value=value)
        if entry(page.obj, "/Contents") is None and _has_things(page.obj):
            subject.faults.add("PDF.content", page=leaf.number, value="Contents")
        if seen.transparent and entry(entry(page.obj, "/Group"), "/CS") is None:
            subject.faults.add("X.page-blend", page=leaf.number)
    subject.fonts = [*shelf.fonts.values()]
    subject.painted |= shelf.painted


def _has_things(page: Object) -> bool:
    """Tell whether a page brings fonts or pictures, and so must show something."""
    resources = inherited(page, "/Resources")
    return any(len(inner(resources, kind).keys()) for kind in ("/Font", "/XObject"))


class _Page:
    """Judges the marks of one page."""

    def __init__(self, subject: Subject, leaf: Leaf) -> None:
        self._subject = subject
        self._leaf = leaf

    def take(self, mark: Mark) -> None:
        """Judge one mark."""
        subject, leaf = self._subject, self._leaf
        seen = subject.seen[leaf.number]
        match mark:
            case Text():
                seen.marks += mark.visible
                judge_text(subject, leaf, mark)
            case Path():
                seen.marks += 1
                judge_path(subject, leaf, mark)
            case Picture():
                seen.marks += 1
                self._met(mark)
                judge_picture(subject, leaf, mark)
            case Shading():
                seen.marks += 1
                judge_shading(subject, leaf, mark)
            case Group():
                judge_group(subject, leaf, mark)
            case Remark():
                seen.transparent = seen.transparent or mark.rule == "X1a.transparency"
                subject.faults.add(mark.rule, page=leaf.number, value=mark.value, where=mark.where)
            case _:
                assert_never(mark)

    def take_unseen(self, mark: Mark) -> None:
        """Judge only the colours of a mark that prints through something else: a mask or a drawn glyph."""
        subject, leaf = self._subject, self._leaf
        match mark:
            case Text() | Path():
                for paint in (mark.fill, mark.stroke):
                    if paint is not None:
                        judge_paint(subject, leaf, paint, mark.box, mark.where)
            case Picture():
                self._met(mark)
                if mark.space:
                    judge_space(
                        subject, leaf, mark.space, mark.box, mark.where, str(mark.space), picture=True
                    )
            case Shading():
                judge_shading(subject, leaf, mark)
            case Group() | Remark():
                self.take(mark)
            case _:
                assert_never(mark)

    def _met(self, mark: Picture) -> None:
        if mark.stream is not None:
            self._subject.painted.add(mark.stream.objgen)
