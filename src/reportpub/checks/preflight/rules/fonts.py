"""Whether the fonts that are used are embedded, whole, and tell which glyph a code means.

Source: ISO 15930-4 and -7; ISO 32000-1, 9.6 to 9.9; GWG 2022, R0014.
"""

from __future__ import annotations

import struct

from reportpub.checks.preflight.reading.fonts import Font, tables
from reportpub.checks.preflight.reading.objects import MALFORMED, entry
from reportpub.checks.preflight.subject import Subject

_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
_LATER = frozenset({"FontFile3 OpenType"})
"""Forms of embedding that came with PDF 1.6."""


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
    if said := _damage(font):
        faults.add("FONT.program", page=page, value=f"{value}: {said}")


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
