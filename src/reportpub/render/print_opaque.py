"""PDF/X-1a knows no transparency and no OpenType fonts: idle groups go, fonts are turned, others refused.

Source: ISO 15930-4 (PDF/X-1a:2003), which stands on PDF 1.4; ISO 32000-1, 9.9 (embedded font programs), 11.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportpub.findings import Finding, error
from reportpub.render.content_streams import Rewriting
from reportpub.sentences import Sentence, say

_OPAQUE = (Name.Normal, Name.Compatible)
_TABLES, _ENTRY = 12, 16
"""Bytes of the head of an OpenType file, and of each entry of its directory (OpenType, 5.1)."""


def make_opaque(pdf: Pdf, rewriting: Rewriting) -> list[Finding]:
    """Take away groups that change nothing, and give fonts a form of PDF 1.4; return what is transparent."""
    found = [*_transparent(rewriting), *_bare_fonts(pdf)]
    for _, form in rewriting.forms:
        if "/Group" in form:
            del form["/Group"]
    for _, state in rewriting.states:
        for key in ("/ca", "/CA", "/BM", "/SMask", "/AIS"):
            if key in state:
                del state[key]
    return found


def _transparent(rewriting: Rewriting) -> Iterator[Finding]:
    for page, state in rewriting.states:
        faint = min(float(state.get("/ca", 1)), float(state.get("/CA", 1))) < 1
        if faint or not _normal(state.get("/BM")) or isinstance(state.get("/SMask"), Dictionary):
            yield _refused(
                page, say("something transparent"), say("use a tint in device-cmyk instead of opacity")
            )
    for page, picture in rewriting.images:
        if "/SMask" in picture:
            hint = say("save the picture without an alpha channel, on the ground it stands on")
            yield _refused(page, say("a picture that is transparent in parts"), hint)


def _normal(mode: Object | None) -> bool:
    modes = list(mode) if isinstance(mode, Array) else [mode]
    return mode is None or all(one in _OPAQUE for one in modes)


def _refused(page: int, what: Sentence, hint: Sentence) -> Finding:
    message = say("page {page}: {what}, which PDF/X-1a does not know", page=page, what=what)
    return error(
        "print/transparency", message, None, say("{hint}; or take standard: x-4 for the job", hint=hint)
    )


def _bare_fonts(pdf: Pdf) -> Iterator[Finding]:
    for descriptor in pdf.objects:
        if not isinstance(descriptor, Dictionary) or "/FontFile3" not in descriptor:
            continue
        program = descriptor["/FontFile3"]
        if program.get("/Subtype") != Name.OpenType:
            continue
        data = program.read_bytes()
        outlines = _table(data, b"CFF ")
        if outlines:
            kind = Name.CIDFontType0C if b"Adobe" in outlines[:4096] else Name.Type1C
            descriptor["/FontFile3"] = pdf.make_stream(outlines, Subtype=kind)
        elif _table(data, b"glyf"):
            descriptor["/FontFile2"] = pdf.make_stream(data, Length1=len(data))
            del descriptor["/FontFile3"]
        else:
            name = str(descriptor.get("/FontName", ""))
            message = say("the font {name} has no outlines that PDF/X-1a knows", name=name[1:])
            yield error("print/font", message, None, say("set the text in a face of fonts/"))


def _table(data: bytes, name: bytes) -> bytes:
    """Return a table of an OpenType file, or nothing when it has none of that name."""
    count = struct.unpack(">H", data[4:6])[0] if len(data) > _TABLES else 0
    for at in range(count):
        start = _TABLES + at * _ENTRY
        tag, _, offset, length = struct.unpack(">4sLLL", data[start : start + _ENTRY])
        if tag == name:
            return data[offset : offset + length]
    return b""
