"""What stands outside the bleed on request: crop and fold marks, the slug line, and bars of the four inks.

Source: ISO 32000-1, 14.11.3 (printer's marks) and 8.6.6.4 (Separation All); GWG 2022 SheetCMYK, R0024
(registration colour only outside the bleed).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from reportpub.model.job import Mark
from reportpub.render.content_streams import decimal
from reportpub.render.print_boxes import POINTS_PER_MM, Sheet, box
from reportpub.render.print_content import KNOCK_OUT

ROOM = 12 * POINTS_PER_MM
"""pt around the bleed: a gap, the marks, and white that a gripper may hold."""
GAP = 1 * POINTS_PER_MM
LENGTH = 5 * POINTS_PER_MM
LEAST_OFFSET = 3 * POINTS_PER_MM
"""pt from the trim: a mark that begins nearer could stay on the trimmed page."""
WEIGHT = 0.25
"""pt."""
PATCH = 5 * POINTS_PER_MM
SLUG_INSET = 7 * POINTS_PER_MM
"""pt from a crop or fold mark to the line beside it."""

BARS = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1),
    (1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0),
    (0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5),
    (0.5, 0.4, 0.4, 0),
)  # fmt: skip
"""Solids, overprints of two, half tones, and the grey that cyan, magenta and yellow give together."""

_ALL = "/RPall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """The marks of a file; `slug` has one page per page, `folds` are in pt from the left of the trim."""

    marks: tuple[Mark, ...] = ()
    slug: Pdf | None = None
    folds: tuple[float, ...] = ()

    @property
    def room(self) -> float:
        """Return how far the sheet reaches beyond the bleed, in pt."""
        return ROOM if self.marks else 0.0

    def draw(self, pdf: Pdf, sheets: Sequence[Sheet]) -> None:
        """Add the marks to every page, as one form that paints nothing within the bleed."""
        if not self.marks:
            return
        registration = pdf.make_indirect(
            Array([Name.Separation, Name.All, Name.DeviceCMYK, _tint(pdf)]),
        )
        knock_out = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1))
        for at, (page, boxes) in enumerate(zip(pdf.pages, sheets, strict=True)):
            resources = Dictionary(
                ColorSpace=Dictionary({_ALL: registration}), ExtGState=Dictionary({KNOCK_OUT: knock_out})
            )
            content = [f"{KNOCK_OUT} gs {_ALL} CS 1 SCN {WEIGHT} w 0 J [] 0 d"]
            if Mark.CROP in self.marks:
                content += _crops(boxes)
                content += _folds(boxes, self.folds)
            if Mark.BARS in self.marks:
                content += _bars(boxes, self._clear(boxes) if self.folds else None)
            if Mark.SLUG in self.marks and self.slug is not None:
                line = pdf.copy_foreign(self.slug.pages[at].as_form_xobject())
                resources["/XObject"] = Dictionary({"/RPslug": line})
                x, y = self._clear(boxes), boxes.bleed[1] - GAP - LENGTH
                content.append(f"q 1 0 0 1 {decimal(x)} {decimal(y)} cm /RPslug Do Q")
            form = pdf.make_stream(
                "\n".join(content).encode(),
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=box(boxes.media),
                Resources=resources,
            )
            _add(pdf, page, f"/RPmarks{at + 1}", form)

    def _clear(self, boxes: Sheet) -> float:
        """Return where a line may begin that crosses no mark: behind a flap where there is one."""
        across = boxes.trim[2] - boxes.trim[0]
        flap = min(self.folds, default=0.0)
        return boxes.trim[0] + (flap if flap < across / 4 else 0.0) + SLUG_INSET


def _add(pdf: Pdf, page: Page, name: str, form: Stream) -> None:
    resources = page.obj["/Resources"]
    if "/XObject" not in resources:
        resources["/XObject"] = Dictionary()
    resources["/XObject"][name] = form
    content = b"q\n" + page.obj["/Contents"].read_bytes() + f"\nQ\n{name} Do\n".encode()
    page.obj["/Contents"] = pdf.make_stream(content)


def _tint(pdf: Pdf) -> Object:
    nothing, solid, whole = Array([0, 0, 0, 0]), Array([1, 1, 1, 1]), Array([0, 1])
    return pdf.make_indirect(Dictionary(FunctionType=2, Domain=whole, C0=nothing, C1=solid, N=1))


def _line(*points: float) -> str:
    x, y, to_x, to_y = map(decimal, points)
    return f"{x} {y} m {to_x} {to_y} l S"


def _crops(boxes: Sheet) -> Iterator[str]:
    left, bottom, right, top = boxes.trim
    for x in (left, right):
        for y, way, edge in ((bottom, -1, boxes.bleed[1]), (top, 1, boxes.bleed[3])):
            start = y + way * max(abs(edge - y) + GAP, LEAST_OFFSET)
            yield _line(x, start, x, start + way * LENGTH)
    for y in (bottom, top):
        for x, way, edge in ((left, -1, boxes.bleed[0]), (right, 1, boxes.bleed[2])):
            start = x + way * max(abs(edge - x) + GAP, LEAST_OFFSET)
            yield _line(start, y, start + way * LENGTH, y)


def _folds(boxes: Sheet, folds: Sequence[float]) -> Iterator[str]:
    if not folds:
        return
    yield "q [3 2] 0 d"
    for fold in folds:
        x = boxes.trim[0] + fold
        yield _line(x, boxes.bleed[1] - GAP, x, boxes.bleed[1] - GAP - LENGTH)
        yield _line(x, boxes.bleed[3] + GAP, x, boxes.bleed[3] + GAP + LENGTH)
    yield "Q"


def _bars(boxes: Sheet, start: float | None) -> Iterator[str]:
    left, _, right, _ = boxes.trim
    x = (left + right - len(BARS) * PATCH) / 2 if start is None else start
    y = boxes.bleed[3] + GAP
    for at, inks in enumerate(BARS):
        yield f"{' '.join(f'{ink:g}' for ink in inks)} k"
        yield f"{decimal(x + at * PATCH)} {decimal(y)} {decimal(PATCH)} {decimal(PATCH)} re f"
