"""The pages of a press file: their boxes, what runs over the trim, and blank pages that fill the last sheet.

Source: ISO 32000-1, 14.11.2 (page boxes) and 14.6 (marked-content points); GWG 2022 SheetCMYK, R0002 to
R0004.
"""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, parse_content_stream

from reportpub.findings import Finding, error
from reportpub.model.job import Bleed
from reportpub.render.content_streams import IDENTITY, Matrix, Rewriting, decimal, multiplied
from reportpub.sentences import say

POINTS_PER_MM = 72 / 25.4
_TOLERANCE = 0.02
"""pt; CSS lengths reach the file with six decimals of an inch/96."""

_PAGE = frozenset({"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/TrimBox", "/BleedBox"})
_PAINTING = frozenset(
    {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}
)

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top; as lengths or as the two corners of a box, in pt."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The boxes of a finished page in pt; the corner of the media is 0, 0."""

    media: Edges
    bleed: Edges
    trim: Edges


def sheet(width: float, height: float, bleed: Edges, room: float) -> Sheet:
    """Return the boxes of a page of a trimmed size, with room for marks around the bleed; all in pt."""
    left, bottom, right, top = bleed
    trim = (room + left, room + bottom, room + left + width, room + bottom + height)
    beyond = (room, room, trim[2] + right, trim[3] + top)
    return Sheet((0, 0, beyond[2] + room, beyond[3] + room), beyond, trim)


def set_boxes(pdf: Pdf, rewriting: Rewriting, bleed: Bleed, room: float) -> tuple[list[Sheet], list[Finding]]:
    """Give every page its boxes and cut it to its bleed; return the boxes, and the pages with too little."""
    found: list[Finding] = []
    sheets: list[Sheet] = []
    shifts: dict[int, Matrix] = {}
    for number, page in enumerate(pdf.pages, start=1):
        media = [float(value) for value in page.obj["/MediaBox"]]
        trim = [float(value) for value in page.obj.get("/TrimBox", page.obj["/MediaBox"])]
        given = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
        asked = bleed.of_page(number)
        wanted: Edges = tuple(mm * POINTS_PER_MM for mm in asked)  # type: ignore[assignment]  # four of four
        short = [at for at in range(4) if given[at] < wanted[at] - _TOLERANCE]
        if short:
            has = given[short[0]] / POINTS_PER_MM
            message = say(
                "page {number}: the bleed is {has:.2f} mm, not {asked:g} mm",
                number=number,
                has=has,
                asked=asked[short[0]],
            )
            found.append(error("print/bleed", message, None, say("set @page {{ bleed }} in the layout")))
            continue
        boxes = sheet(trim[2] - trim[0], trim[3] - trim[1], wanted, room)
        shift: Matrix = (1, 0, 0, 1, boxes.trim[0] - trim[0], boxes.trim[1] - trim[1])
        shifts[number] = shift
        sheets.append(boxes)
        _place(page.obj, boxes)
        spare = room or any(has > want + _TOLERANCE for has, want in zip(given, wanted, strict=True))
        before = _clip(boxes.bleed) if spare else b""
        before += b" ".join(str(decimal(value)).encode() for value in shift) + b" cm\n"
        after = b"\nQ\n" if spare else b""
        page.obj["/Contents"] = pdf.make_stream(before + page.obj["/Contents"].read_bytes() + after)
    for number, pattern in rewriting.patterns:
        # A pattern lies on the page itself, whatever the content did before (ISO 32000-1, 8.7.3.1).
        moved = multiplied(_matrix(pattern), shifts.get(number, IDENTITY))
        pattern["/Matrix"] = Array([decimal(value) for value in moved])
    return sheets, found


def pad(pdf: Pdf, sheets: list[Sheet], bleed: Bleed, room: float, multiple: int) -> None:
    """Add blank pages behind the last one until the number of pages is a multiple."""
    while len(pdf.pages) % multiple:
        trim = sheets[0].trim
        edges = tuple(mm * POINTS_PER_MM for mm in bleed.of_page(len(pdf.pages) + 1))
        boxes = sheet(trim[2] - trim[0], trim[3] - trim[1], edges, room)  # type: ignore[arg-type]  # four
        page = Dictionary(Type=Name.Page, Resources=Dictionary(), Contents=pdf.make_stream(b""))
        _place(page, boxes)
        pdf.pages.append(Page(page))
        sheets.append(boxes)


def mark_blanks(pdf: Pdf) -> int:
    """Say of every page without a mark that it is blank on purpose; return how many there are of them.

    A marked-content point in the content of the page says so: `/IntendedBlank MP`.
    """
    blanks = [page for page in pdf.pages if _blank(page)]
    for page in blanks:
        page.obj["/Contents"] = pdf.make_stream(page.obj["/Contents"].read_bytes() + b"\n/IntendedBlank MP\n")
    return len(blanks)


def box(corners: Edges) -> Array:
    """Return a box as it is written into a page."""
    return Array([decimal(value) for value in corners])


def _blank(page: Page) -> bool:
    return not any(
        getattr(one, "operator", None) is None or str(one.operator) in _PAINTING
        for one in parse_content_stream(page)
    )


def _place(page: Object, boxes: Sheet) -> None:
    for key in [key for key in page.keys() if key not in _PAGE]:  # noqa: SIM118  no plain dictionary
        del page[key]
    page["/MediaBox"] = box(boxes.media)
    page["/BleedBox"] = box(boxes.bleed)
    page["/TrimBox"] = box(boxes.trim)


def _clip(edges: Edges) -> bytes:
    left, bottom, right, top = edges
    numbers = (left, bottom, right - left, top - bottom)
    return b"q " + b" ".join(str(decimal(value)).encode() for value in numbers) + b" re W n\n"


def _matrix(pattern: Stream) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in pattern.get("/Matrix", Array(IDENTITY)))
    return (a, b, c, d, e, f)
