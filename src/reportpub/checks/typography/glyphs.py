"""The glyphs of a PDF as they stand on its pages: where each begins, how wide it is, and how it is drawn.

A glyph's cell reaches from its origin over its advance, so that white taken from a mark, by whatever means,
shows as a gap between cells. Lengths are in pt from the foot of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from reportpub.checks.typography.characters import is_han

_UPRIGHT = 1e-3
_SAME = 0.01
_DRAWN_TWICE = frozenset({1, 2, 5, 6})
"""Rendering modes that draw the outline of a glyph, by which a face is made to look bold."""
_LATIN = "\u0250"
_HYPHEN_AT_END = frozenset("\x02\ufffe")
"""What PDFium says where a word is parted at the end of a line."""
_FONT_NAME = 256


@dataclass(slots=True)
class Glyph:
    """One glyph; `number` is its place in the reading.

    A reader finds a space before it when it stands `apart`; it is `spaced` when that space is in the file.
    """

    text: str
    x: float
    y: float
    size: float
    advance: float
    number: int
    font: str
    forged: bool
    spaced: bool
    apart: bool

    @property
    def end(self) -> float:
        """Return where its cell ends."""
        return self.x + self.advance


@dataclass(frozen=True, slots=True)
class Page:
    """One page of glyphs, and how far up each drawing and picture reaches; pages are counted from 1."""

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    drawn: tuple[tuple[float, float], ...] = ()


def pages(data: bytes) -> Iterator[Page]:
    """Yield the pages of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            reading = _Reading(page.get_textpage())
            yield Page(number + 1, page.get_height(), tuple(reading.glyphs()), tuple(_drawn(page)))
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Yield foot and head of each drawing and picture."""
    for thing in page.get_objects(max_depth=1):
        if thing.type != pdfium.FPDF_PAGEOBJ_TEXT:
            _, foot, _, head = thing.get_bounds()
            yield foot, head


class _Reading:
    """Reads the glyphs of one page through PDFium."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self._raw = text.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(_FONT_NAME), ctypes.c_int()

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs that stand upright; one that says several characters says them all."""
        last: Glyph | None = None
        spaced = apart = False
        for number in range(pdfium.FPDFText_CountChars(self._raw)):
            character = chr(pdfium.FPDFText_GetUnicode(self._raw, number))
            if character in _HYPHEN_AT_END:
                character = "-"
            if not character.strip() or character == "\x00":
                typed = character in " \u00a0" and not pdfium.FPDFText_IsGenerated(self._raw, number)
                spaced, apart = spaced or typed, apart or character != "\x00"
                continue
            pdfium.FPDFText_GetCharOrigin(self._raw, number, self._x, self._y)
            x, y = self._x.value, self._y.value
            joined = character in "—…" or (character.isalpha() and character < _LATIN)
            if joined and last is not None and abs(last.x - x) < _SAME and abs(last.y - y) < _SAME:
                last.text += character
                continue
            made = self._glyph(character, number, x, y, spaced=spaced, apart=apart)
            if made is not None:
                if last is not None:
                    yield last
                last, spaced, apart = made, False, False
        if last is not None:
            yield last

    def _glyph(
        self, character: str, number: int, x: float, y: float, *, spaced: bool, apart: bool
    ) -> Glyph | None:
        raw = self._raw
        pdfium.FPDFText_GetMatrix(raw, number, self._matrix)
        if abs(self._matrix.b) > _UPRIGHT:
            return None
        size = pdfium.FPDFText_GetFontSize(raw, number) * abs(self._matrix.d or 1)
        pdfium.FPDFText_GetLooseCharBox(raw, number, self._box)
        length = pdfium.FPDFText_GetFontInfo(raw, number, self._name, _FONT_NAME, self._flags)
        font = self._name.raw[: max(0, length - 1)].decode("utf-8", "replace")
        advance = self._box.right - x
        if is_han(character) and advance < size / 2:
            advance = size
        mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(raw, number))
        forged = is_han(character) and (abs(self._matrix.c) > _UPRIGHT or mode in _DRAWN_TWICE)
        return Glyph(character, x, y, size, advance, number, font, forged, spaced, apart)
