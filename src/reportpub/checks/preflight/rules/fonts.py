"""Whether the fonts that are used are embedded, whole, and tell which glyph a code means.

Source: ISO 15930-4 and -7; ISO 32000-1, 9.6 to 9.9; GWG 2022, R0014.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from pikepdf import Stream

from reportpub.checks.preflight.reading.fonts import Font, advances, tables
from reportpub.checks.preflight.reading.objects import MALFORMED, entry
from reportpub.checks.preflight.subject import Subject
from reportpub.findings import Severity

_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
_LATER = frozenset({"FontFile3 OpenType"})
"""Forms of embedding that came with PDF 1.6."""
_EM = 1000.0
_UNIT, _VISIBLE = 1.5, 10.0
"""Thousandths of the size: what rounding leaves, and what can be seen."""


def check_fonts(subject: Subject) -> None:
    """Add what is wrong with the fonts that text is set in."""
    for font in subject.fonts:
        if font.used:
            _font(subject, font)


def _font(subject: Subject, font: Font) -> None:
    faults, page, value = subject.faults, font.page, font.called
    if font.kind == "Type3":
        faults.add("FONT.type3", page=page, value=value)
        return
    if font.family == "Courier":
        faults.add("GWG.R0014", page=page, value=value)
    if font.composite and entry(font.holder, "/ToUnicode") is None:
        faults.add("FONT.tounicode", page=page, value=value)
    if font.program is None:
        faults.add("FONT.embed", page=page, value=value)
        return
    if not font.subset:
        faults.add("FONT.subset", page=page, value=value)
    if font.program_kind in _LATER:
        faults.add("FONT.opentype", page=page, value=f"{value}, {font.program_kind}")
    if font.kind == "CIDFontType2" and entry(font.descendant, "/CIDToGIDMap") is None:
        faults.add("FONT.cid-to-gid", page=page, value=value)
    if not font.widths and not (font.composite and entry(font.descendant, "/DW") is not None):
        faults.add("FONT.widths", page=page, value=value)
    elif (differs := _differs(font)) > _UNIT:
        least = Severity.WARNING if differs <= _VISIBLE else None
        shown = f"{value}: {differs:.0f} / 1000 em"
        faults.add("FONT.width-differs", page=page, value=shown, limit="1 / 1000 em", least=least)
    if said := _damage(font):
        faults.add("FONT.program", page=page, value=f"{value}: {said}")


def _differs(font: Font) -> float:
    """Return by how much a stated width differs most from its glyph's, in thousandths of the size."""
    if font.program is None or not (font.composite and font.encoding.startswith("Identity")):
        return 0.0
    try:
        held, glyphs = advances(font.program.read_bytes()), _glyphs(font)
    except (*MALFORMED, struct.error):
        return 0.0  # a damaged program is told of by itself
    pairs = ((font.width(code) * _EM, glyphs(code)) for code in font.used)
    return max((abs(stated - held[at]) for stated, at in pairs if at < len(held)), default=0.0)


def _glyphs(font: Font) -> Callable[[int], int]:
    """Return what gives the glyph of a code."""
    given = entry(font.descendant, "/CIDToGIDMap")
    if not isinstance(given, Stream):
        return lambda code: code
    table = given.read_bytes()
    return lambda code: int.from_bytes(table[2 * code : 2 * code + 2], "big")


def _damage(font: Font) -> str:
    """Return what is wrong with an embedded program, or nothing; only its frame is looked at."""
    if font.program is None:
        return ""
    try:
        data = font.program.read_bytes()
        match font.program_kind:
            case "FontFile2" | "FontFile3 OpenType":
                found = tables(data)
                if font.program_kind == "FontFile2" and not _OUTLINES & found.keys():
                    return "no outlines"
            case "FontFile":
                if not data.startswith((b"%!", b"\x80\x01")):
                    return "no Type 1 program"
            case "FontFile3 Type1C" | "FontFile3 CIDFontType0C":
                if data[:1] != b"\x01" or len(data) < data[2]:
                    return "no CFF program"
            case _:
                return f"unknown kind {font.program_kind}"
    except (*MALFORMED, struct.error) as broken:
        return str(broken)[:80]
    return ""
