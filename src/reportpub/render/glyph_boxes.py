"""Finished lines as the engine's own boxes, so that pages, notes, links, marks and tags remain its affair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from weasyprint.formatting_structure import boxes

from reportpub.render.engine.lengths import strut
from reportpub.render.glyph_engine import Block, InlineBox, LineBox
from reportpub.render.glyph_lines import natural_width
from reportpub.render.glyph_set import Run, SetLine
from reportpub.render.glyph_strands import Strand, Text, forget, rise, white
from reportpub.typeset.lines import Setting


class GlyphRun(boxes.TextBox):  # type: ignore[misc]  # WeasyPrint has no types
    """A text box whose glyphs are decided: `run` says which, `type_size` how large, in CSS pixels."""

    run: Run
    type_size: float


class Hanging:
    """Hangs the lines of one paragraph in boxes."""

    def __init__(self, line: LineBox, text: Text, block: Block) -> None:
        """Take the paragraph as the engine knows it, as it was read, and the block it stands in."""
        self._line = line
        self._text = text
        self._block = block
        self._height, self._baseline = strut(line.style)

    def line(
        self, finished: SetLine, place: tuple[float, float], *, lead: Sequence[Any] | None, last: bool
    ) -> LineBox:
        """Return a line at a place (left edge of the block and top, in CSS pixels).

        With a `lead`, even an empty one, the line is the first: it has its indent and what stands before it.
        """
        text = self._text
        made = cast("LineBox", self._line.copy())
        forget(made)
        made.height, made.baseline = self._height, self._baseline
        made.margin_top = made.margin_bottom = 0
        left, made.position_y = place
        indent = 0.0 if lead is None else self._line.text_indent
        white_before = indent + sum(box.margin_width() for box in lead or ())
        made.width = white_before + natural_width(finished, text) * text.size
        made.position_x = left + _offset(made, text, self._block.width - made.width, last=last)
        foot = made.position_y + made.baseline
        reached = made.position_x + indent
        for box in lead or ():
            box.translate(reached - box.position_x, foot - box.baseline - box.position_y)
            reached += box.margin_width()
        made.children = [*(lead or ()), *_Hang(text, foot, reached).all(finished)]
        return made


def _offset(line: LineBox, text: Text, spare: float, *, last: bool) -> float:
    """Return how far a line stands from the left, as `text-align` says; a justified line fills it."""
    if text.setting is Setting.JUSTIFIED or spare <= 0:
        return 0.0
    align = line.style["text_align_all"]
    if last and line.style["text_align_last"] != "auto":
        align = line.style["text_align_last"]
    if align in {"right", "end"}:
        return spare
    return spare / 2 if align == "center" else 0.0


class _Hang:
    """Hangs the runs of a line in copies of the inline boxes they came from."""

    def __init__(self, text: Text, foot: float, left: float) -> None:
        self._text = text
        self._foot = foot
        self._reached = left
        self._root: list[object] = []
        self._open: list[tuple[InlineBox, InlineBox, list[object], float]] = []
        """Original, copy, children and left edge of each inline box that is open."""

    def all(self, finished: SetLine) -> list[object]:
        strands = self._text.strands
        for run in finished.runs:
            strand = strands[run.source]
            while self._open and (
                len(self._open) > len(strand.around)
                or self._open[-1][0] is not strand.around[len(self._open) - 1]
            ):
                self._close(ends=True)
            while len(self._open) < len(strand.around):
                self._enter(strand, run)
            self._add(strand, run)
            last = run
        while self._open:
            self._close(ends=last.closes and self._ends(last.source))
        return self._root

    def _ends(self, source: int) -> bool:
        """Tell whether the innermost open box ends with this text box."""
        following = self._text.strands[source + 1].around if source + 1 < len(self._text.strands) else ()
        return all(box is not self._open[-1][0] for box in following)

    def _begins(self, source: int, box: InlineBox) -> bool:
        before = self._text.strands[source - 1].around if source else ()
        return all(one is not box for one in before)

    def _enter(self, strand: Strand, run: Run) -> None:
        depth = len(self._open)
        original = strand.around[depth]
        made = original.copy()
        made.position_x = self._reached
        made.position_y = self._foot - rise(strand, depth) - made.baseline
        if run.opens and self._begins(run.source, original):
            self._reached += white(original.style, "left")
        else:
            made.remove_decoration(start=True, end=False)
        self._open.append((original, made, [], self._reached))

    def _close(self, *, ends: bool) -> None:
        original, made, children, left = self._open.pop()
        made.children = children
        made.width = self._reached - left
        if ends:
            self._reached += white(original.style, "right")
        else:
            made.remove_decoration(start=False, end=True)
        self._siblings().append(made)

    def _add(self, strand: Strand, run: Run) -> None:
        made = GlyphRun.__new__(GlyphRun)
        made.__dict__.update(strand.box.__dict__)
        made.text = run.text
        made.run = run
        made.type_size = strand.box.style["font_size"]
        made.width = run.width * self._text.size
        made.position_x = self._reached
        made.position_y = self._foot - rise(strand, len(strand.around)) - made.baseline
        self._reached += made.width
        self._siblings().append(made)

    def _siblings(self) -> list[object]:
        return self._open[-1][2] if self._open else self._root
