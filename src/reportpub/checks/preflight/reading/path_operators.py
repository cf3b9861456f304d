"""Operators that build and paint paths.

Source: ISO 32000-1, 8.5.
"""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Object

from reportpub.checks.preflight.reading.marks import Path
from reportpub.checks.preflight.reading.objects import number
from reportpub.checks.preflight.reading.outlines import Outline
from reportpub.checks.preflight.reading.run import Operators, Run, Work
from reportpub.geometry import apart, common, scale


def _build(how: Callable[..., None]) -> Work:
    def work(run: Run, operands: list[Object]) -> None:
        how(run.outline, run.state.ctm, *(number(one) for one in operands))

    return work


def _clip(run: Run, _: list[Object]) -> None:
    run.outline.clips = True


def _paint(*, fills: bool, strokes: bool) -> Work:
    def work(run: Run, _: list[Object]) -> None:
        outline, run.outline = run.outline, Outline()
        box, state = outline.box, run.state
        if box is None:
            return
        width = state.width * scale(state.ctm)
        half = width / 2 if strokes else 0.0
        area = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
        if (fills or strokes) and not apart(area, state.clip):
            seen = common(area, state.clip)
            fill = run.paint(stroke=False, area=box) if fills else None
            mark = Path(
                box=seen,
                where=run.way,
                fill=fill,
                stroke=run.paint(stroke=True, area=area) if strokes else None,
                width=width,
                bars=outline.bars() if fills else (),
                hollow=fills and not strokes and outline.hollow,
                over=run.host.inked.under(seen),
            )
            run.host.take(mark)
            solid = outline.solid()
            if fill and solid and not (fill.white and fill.overprint):
                run.host.inked.put(common(solid, state.clip), paper=fill.white and fill.opaque)
        if outline.clips:
            state.clip = common(state.clip, box)

    return work


def _close(_: Run, __: list[Object]) -> None:
    """Close a part, whose first point is there already."""


PATHS: Operators = {
    "m": (2, _build(Outline.move)),
    "l": (2, _build(Outline.line)),
    "c": (6, _build(Outline.curve)),
    "v": (4, _build(Outline.curve)),
    "y": (4, _build(Outline.curve)),
    "re": (4, _build(Outline.rectangle)),
    "h": (0, _close),
    "W": (0, _clip),
    "W*": (0, _clip),
    "n": (0, _paint(fills=False, strokes=False)),
    "f": (0, _paint(fills=True, strokes=False)),
    "F": (0, _paint(fills=True, strokes=False)),
    "f*": (0, _paint(fills=True, strokes=False)),
    "S": (0, _paint(fills=False, strokes=True)),
    "s": (0, _paint(fills=False, strokes=True)),
    "B": (0, _paint(fills=True, strokes=True)),
    "B*": (0, _paint(fills=True, strokes=True)),
    "b": (0, _paint(fills=True, strokes=True)),
    "b*": (0, _paint(fills=True, strokes=True)),
}
