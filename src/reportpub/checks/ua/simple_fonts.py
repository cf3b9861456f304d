"""Fonts with codes of one byte, none of them ours: their encodings, cmaps and lists of characters.

Source: ISO 14289-1 (PDF/UA-1), 7.21.4.2 and 7.21.6; ISO 32000-1, 9.6.6.4 (encodings of TrueType fonts).
"""

from __future__ import annotations

from collections.abc import Iterator

from fontTools.agl import AGL2UV
from pikepdf import Dictionary, Name, Object

from reportpub.checks.ua.faults import Fault, fault
from reportpub.checks.ua.font_program import Program, descriptor_of, program
from reportpub.sentences import say

_SYMBOLIC = 1 << 2
"""The flag of a font with signs of its own (ISO 32000-1, table 123)."""
_UNICODE = (3, 1)
_MACINTOSH = (1, 0)
_SIGNS = (3, 0)
_SIGNS_FROM = 0xF000
_ALLOWED = frozenset({"/MacRomanEncoding", "/WinAnsiEncoding"})
_UNIT = 1.0


def check_simple(font: Object, used: set[int], place: str) -> Iterator[Fault]:
    """Yield each fault of a font with codes of one byte."""
    descriptor = descriptor_of(font)
    found = program(descriptor)
    if font.get("/Subtype") == Name.TrueType:
        if int(descriptor.get("/Flags", 0)) & _SYMBOLIC:
            yield from _signs(font, found, used, place)
        else:
            yield from _letters(font, found, used, place)
    elif "/CharSet" in descriptor and found.names:
        listed = {name for name in str(descriptor["/CharSet"]).split("/") if name} | {".notdef"}
        names = found.names | {".notdef"}
        if names - listed:
            yield fault(
                "ua/31-011", say("the list of characters of {place} lacks a glyph of the font", place=place)
            )
        if listed - names:
            yield fault(
                "ua/31-012",
                say("the list of characters of {place} has a glyph that the font lacks", place=place),
            )


def _letters(font: Object, found: Program, used: set[int], place: str) -> Iterator[Fault]:
    encoding = font.get("/Encoding")
    if encoding is None:
        yield fault("ua/31-018", say("{place} has no encoding", place=place))
        return
    detailed = isinstance(encoding, Dictionary)
    base = encoding.get("/BaseEncoding") if detailed else encoding
    if base is None:
        yield fault("ua/31-019", say("the encoding of {place} has no base", place=place))
    elif str(base) not in _ALLOWED:
        yield fault("ua/31-020", say("the encoding of {place} is {base}", place=place, base=str(base)[1:]))
    if detailed and "/Differences" in encoding:
        names = [str(one)[1:] for one in encoding["/Differences"] if isinstance(one, Name)]
        if any(name not in AGL2UV and name != ".notdef" for name in names):
            yield fault(
                "ua/31-021", say("the encoding of {place} names a glyph that nobody knows", place=place)
            )
        if found.known and _UNICODE not in found.cmaps:
            yield fault(
                "ua/31-022",
                say("the encoding of {place} has differences and the font no Unicode cmap", place=place),
            )
    if not found.known:
        return
    if not {_UNICODE, _MACINTOSH} & set(found.cmaps):
        yield fault("ua/31-016", say("{place} has no cmap for letters", place=place))
    elif not detailed and str(base) in _ALLOWED:
        codec = "cp1252" if str(base) == "/WinAnsiEncoding" else "mac_roman"
        lost = [code for code in sorted(used) if not _there(code, codec, found)]
        if lost:
            yield fault(
                "ua/31-017",
                say(
                    "{count} characters of {place} have no glyph, first {first}",
                    count=len(lost),
                    place=place,
                    first=lost[0],
                ),
            )


def _there(code: int, codec: str, found: Program) -> bool:
    said = bytes([code]).decode(codec, "ignore")
    unicode = found.cmaps.get(_UNICODE, {})
    return (bool(said) and ord(said) in unicode) or code in found.cmaps.get(_MACINTOSH, {})


def _signs(font: Object, found: Program, used: set[int], place: str) -> Iterator[Fault]:
    if "/Encoding" in font:
        yield fault("ua/31-023", say("{place} has signs of its own and an encoding", place=place))
    if not found.known:
        return
    if not found.cmaps:
        yield fault("ua/31-024", say("{place} has no cmap", place=place))
    elif len(found.cmaps) > 1 and _SIGNS not in found.cmaps:
        yield fault(
            "ua/31-025",
            say("{place} has {cmaps} cmaps and none for signs", place=place, cmaps=len(found.cmaps)),
        )
    else:
        cmap = found.cmaps.get(_SIGNS) or next(iter(found.cmaps.values()))
        if any(code not in cmap and code + _SIGNS_FROM not in cmap for code in used):
            yield fault("ua/31-026", say("a character of {place} is not in its cmap", place=place))
