"""Operators that paint by name, and those that only mark: pictures, forms, gradients, marked content.

Source: ISO 32000-1, 8.7.4.2 (sh), 8.8 (Do), 8.9.7 (inline pictures), 14.6 (marked content).
"""

from __future__ import annotations

from pikepdf import ContentStreamInlineImage, Object, Stream

from reportpub.checks.preflight.reading.objects import entry, name, where
from reportpub.checks.preflight.reading.pictures import inline_picture, placed_picture
from reportpub.checks.preflight.reading.run import Operators, Run, Work
from reportpub.checks.preflight.reading.settings import soft_masked
from reportpub.geometry import apart, common


def inline(run: Run, one: ContentStreamInlineImage) -> None:
    """Take a picture that is written into the content."""
    picture = inline_picture(run, one)
    if not apart(picture.box, run.state.clip):
        run.host.take(picture)
        run.host.inked.put(common(picture.box, run.state.clip), paper=False)


def _do(run: Run, operands: list[Object]) -> None:
    found = run.resource("/XObject", operands[0])
    way = f"{run.way}/{name(operands[0])}"
    match name(entry(found, "/Subtype")):
        case "Image" if isinstance(found, Stream):
            _picture(run, found, where(found, way))
        case "Form" if isinstance(found, Stream):
            run.host.form(found, run.resources, run.state.copy(), where(found, way), run.depth)
        case "PS":
            run.remark("X.postscript", name(operands[0]))
        case _ if found is not None:
            run.remark("PDF.resource", f"XObject {name(operands[0])} of no kind")
        case _:
            pass


def _picture(run: Run, found: Stream, way: str) -> None:
    picture = placed_picture(run, found, way)
    if soft_masked(found):
        run.remark("X1a.transparency", f"SMask of {way.rsplit('/', 1)[-1]}")
    if not apart(picture.box, run.state.clip):
        run.host.take(picture)
        run.host.inked.put(common(picture.box, run.state.clip), paper=False)


def _shade(run: Run, operands: list[Object]) -> None:
    found = run.resource("/Shading", operands[0])
    if found is not None:
        run.host.shading(found, run.resources, run.state.clip, f"{run.way}/{name(operands[0])}")
        run.host.inked.put(run.state.clip, paper=False)


def _compatibility(by: int) -> Work:
    def work(run: Run, _: list[Object]) -> None:
        run.compatible += by

    return work


def _nothing(_: Run, __: list[Object]) -> None:
    """Pass over marks of the structure and the measures of a glyph, which print nothing."""


OBJECTS: Operators = {
    "Do": (1, _do),
    "sh": (1, _shade),
    "BX": (0, _compatibility(1)),
    "EX": (0, _compatibility(-1)),
    "MP": (1, _nothing),
    "DP": (2, _nothing),
    "BMC": (1, _nothing),
    "BDC": (2, _nothing),
    "EMC": (0, _nothing),
    "d0": (2, _nothing),
    "d1": (6, _nothing),
}
