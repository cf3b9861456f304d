"""Every page of a PDF drawn twice, by PDFium and by another family of renderers, and compared.

A font can be right in one program and blank in another. Pages are drawn small and in grey, and looked at in
squares: where one page has ink and the other has none near, something is lost in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from reportpub import programs
from reportpub.findings import Finding, ToolError, error
from reportpub.sentences import say

DPI = 48
"""Dots per inch: a line of text is a few dots high."""

_SQUARE = 6
"""Dots; at 48 dpi a square is 9 pt wide, about one character."""

_INK = 14
"""How dark a square must be on the average, of 255, to have something in it."""

_LITTLE = 12
"""A square with less than one part in so many of the ink, in all its neighbours too, has lost it.

Programs draw thin rules as dark as they like, but none of them draws them less than that.
"""

_LOST = 3
"""Squares a page may differ in; a single character is caught by the text, not here."""

_SECONDS = 300.0

Drawing = Callable[[Path, Path], tuple[str, ...]]
"""The arguments with which a program draws a file into a folder."""

OTHERS: Mapping[str, Drawing] = {
    "mutool": lambda file, into: (
        "draw", "-q", "-r", str(DPI), "-c", "gray", "-o", str(into / "page-%d.pgm"), str(file),
    ),
    "pdftoppm": lambda file, into: ("-q", "-r", str(DPI), "-gray", str(file), str(into / "page")),
    "gs": lambda file, into: (
        "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pgmraw", "-dTextAlphaBits=4",
        "-dGraphicsAlphaBits=4", f"-r{DPI}", f"-sOutputFile={into / 'page-%d.pgm'}", str(file),
    ),
}  # fmt: skip
"""The other families, in the order of preference: MuPDF, Poppler, Ghostscript."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where one renderer has ink and the other has none: in pt from the upper left corner."""

    page: int
    left: int
    top: int
    squares: int
    blank_in: str


def second_renderer() -> str:
    """Return the name of the other renderer that is at hand, or an empty text."""
    for name in OTHERS:
        try:
            programs.find(name)
        except programs.MissingProgram:
            continue
        return name
    return ""


def rendered_alike(data: bytes, name: str = "") -> tuple[Finding, ...]:
    """Return a finding for each page that two renderers draw differently; none without a second one.

    `name` is the program to ask; without it, the first one that is at hand.
    """
    other = name or second_renderer()
    if not other:
        return ()
    hint = say("look at the page in both; a font or a picture is lost in one of them")
    found = []
    for one in differences(_pdfium(data), _drawn(data, other), ("PDFium", other)):
        where = say("{left} pt from the left and {top} pt from the top", left=one.left, top=one.top)
        message = say(
            "page {page}: {blank_in} draws nothing {where}, where the other does",
            page=one.page,
            blank_in=one.blank_in,
            where=where,
        )
        found.append(error("readback/rendered", message, None, hint))
    return tuple(found)


def differences(
    one: tuple[Image.Image, ...], other: tuple[Image.Image, ...], names: tuple[str, str]
) -> Iterator[Difference]:
    """Yield where pages of two renderers differ, once a page and renderer."""
    for page, (left, right) in enumerate(zip(one, other, strict=False), start=1):
        for ink, blank, name in ((left, right, names[1]), (right, left, names[0])):
            squares = _lost(ink, blank)
            if len(squares) > _LOST:
                x, y = squares[0]
                side = _SQUARE * 72 // DPI
                yield Difference(page, x * side, y * side, len(squares), name)
    if len(one) != len(other):
        yield Difference(
            min(len(one), len(other)) + 1, 0, 0, 0, names[1] if len(one) > len(other) else names[0]
        )


def _lost(ink: Image.Image, blank: Image.Image) -> list[tuple[int, int]]:
    """Return the squares that have ink in one page and none near them in the other."""
    dark, near = _squares(ink), _squares(blank).filter(ImageFilter.MaxFilter(3))
    size = (min(dark.width, near.width), min(dark.height, near.height))
    dark, near = dark.crop((0, 0, *size)), near.crop((0, 0, *size))
    some = dark.point(lambda value: 255 if value > _INK else 0)
    more = ImageChops.subtract(dark, near.point(lambda value: min(255, value * _LITTLE)))
    lost = ImageChops.multiply(some, more.point(lambda value: 255 if value else 0))
    if lost.getbbox() is None:
        return []
    return [divmod(at, size[0])[::-1] for at, value in enumerate(lost.tobytes()) if value]


def _squares(page: Image.Image) -> Image.Image:
    """Return how dark a page is, square by square."""
    return page.point(lambda value: 255 - value).reduce(_SQUARE)


def _pdfium(data: bytes) -> tuple[Image.Image, ...]:
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(
            document[at].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
            for at in range(len(document))
        )
    finally:
        document.close()


def _drawn(data: bytes, name: str) -> tuple[Image.Image, ...]:
    program = programs.find(name)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(data)
        done = programs.run(program, OTHERS[name](path, Path(folder)), cwd=Path(folder), timeout=_SECONDS)
        pages = sorted(Path(folder).glob("page*.pgm"), key=_number)
        if not pages:
            raise ToolError(
                (
                    error(
                        "readback/renderer",
                        say("{name} drew nothing: {complaint}", name=name, complaint=done.complaint),
                    ),
                )
            )
        drawn = []
        for page in pages:
            with Image.open(page) as picture:
                drawn.append(picture.convert("L"))
        return tuple(drawn)


def _number(page: Path) -> int:
    digits = re.findall(r"\d+", page.stem)
    return int(digits[-1]) if digits else 0
