"""The fonts of a PDF: embedded, subset, ours, and without a character that has no glyph.

Source: ISO 32000-1, 9.7 (composite fonts), 9.9 (embedded programs), 9.10.3 (ToUnicode); ISO 14289-1, 7.21.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reportpub.findings import Finding, error
from reportpub.sentences import listed, say

_SUBSET = re.compile(r"/[A-Z]{6}\+(?P<name>.+)")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_DESCENDANTS = (Name.CIDFontType0, Name.CIDFontType2)


def check_fonts(pdf: Pdf, faces: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each fault of a font; `faces` are the names of the families that may be used."""
    for font, page in _fonts(pdf):
        yield from _font(font, f"page {page}, font {_name(font)} (object {font.objgen[0]})", faces)


def _fonts(pdf: Pdf) -> Iterator[tuple[Object, int]]:
    """Yield each font of the document with the first page whose resources have it; 0 when no page has."""
    pages: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, start=1):
        for font in page.resources.get("/Font", Dictionary()).values():
            pages.setdefault(font.objgen, number)
    for one in pdf.objects:
        is_font = isinstance(one, Dictionary) and one.get("/Type") == Name.Font
        if is_font and one.get("/Subtype") not in _DESCENDANTS:
            yield one, pages.get(one.objgen, 0)


def _font(font: Object, place: str, faces: frozenset[str]) -> Iterator[Finding]:
    if font.get("/Subtype") == Name.Type3:
        yield error("pdf/type3", say("{place}: a Type 3 font, drawn and not set", place=place))
        return
    descendant = font.get("/DescendantFonts", Array([font]))[0]
    descriptor = descendant.get("/FontDescriptor", Dictionary())
    if not any(isinstance(descriptor.get(key), Stream) for key in _PROGRAMS):
        yield error(
            "pdf/font-not-embedded",
            say("{place} is not embedded", place=place),
            None,
            say("set it in a face of fonts/"),
        )
    subset = _SUBSET.fullmatch(_name(font))
    if subset is None:
        yield error("pdf/font-not-subset", say("{place} is not a subset", place=place))
    family = (subset["name"] if subset else _name(font)[1:]).replace("-", " ")
    if not any(family == face or family.startswith(f"{face} ") for face in faces):
        hint = say("the faces of the report are {faces}", faces=listed(sorted(faces)))
        yield error("pdf/foreign-font", say("{place} is none of the report's faces", place=place), None, hint)
    if font.get("/Encoding") != Name("/Identity-H"):
        # The engine writes an encoding of its own when a character has no glyph.
        hint = say("a character has no glyph in its face; check the text of this page")
        yield error("pdf/missing-glyph", say("{place} is not encoded as Identity-H", place=place), None, hint)
    if not isinstance(font.get("/ToUnicode"), Stream):
        yield error(
            "pdf/no-unicode",
            say("{place} has no table of characters, so that text cannot be read back", place=place),
        )


def _name(font: Object) -> str:
    return str(font.get("/BaseFont", font.get("/Name", "/unnamed")))
