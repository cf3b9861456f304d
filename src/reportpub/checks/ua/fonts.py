"""The fonts of a screen file: embedded, whole, with true widths, and a Unicode value for every character.

Source: ISO 14289-1 (PDF/UA-1), 7.21; Matterhorn Protocol 1.1, checkpoints 10 and 31.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reportpub.checks.ua.characters import table
from reportpub.checks.ua.content import Content
from reportpub.checks.ua.faults import Fault, fault
from reportpub.checks.ua.font_program import Program, descriptor_of, embedded, program, widths
from reportpub.checks.ua.simple_fonts import check_simple
from reportpub.sentences import say

_IDENTITY = frozenset({"/Identity-H", "/Identity-V"})
_PREDEFINED = re.compile(
    r"/(Identity|GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16|B5pc|HKscs-B5|ETen-B5|ETenms-B5|"
    r"CNS-EUC|UniCNS-UCS2|UniCNS-UTF16|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|"
    r"UniJIS-UCS2|UniJIS-UCS2-HW|UniJIS-UTF16|KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|UniKS-UCS2|UniKS-UTF16)"
    r"-[HV]|/[HV]"
)
_UNIT = 1.0
"""Thousandths of the type size by which a stated width may differ."""
_BAD = {"\x00": "ua/31-028", "\ufeff": "ua/31-029", "\ufffe": "ua/31-029"}


def check_ua_fonts(pdf: Pdf, content: Content) -> Iterator[Fault]:
    """Yield each fault of a font that shows text."""
    for page in sorted(page for page, times in content.notdef.items() if times):
        yield fault("ua/31-030", say("the glyph for missing characters is shown"), page=page)
    for page, times in sorted(content.unknown.items()):
        if times:
            yield fault("ua/10-001", say("{times} characters have no Unicode value", times=times), page=page)
    for key in sorted(content.used):
        font = pdf.get_object(key) if key != (0, 0) else None
        if font is None or font.get("/Subtype") == Name.Type3:
            continue
        place = say(
            "font {name} (object {number})", name=str(font.get("/BaseFont", "/unnamed"))[1:], number=key[0]
        )
        used = content.used[key]
        yield from _meanings(font, place)
        if font.get("/Subtype") == Name.Type0:
            yield from _composite(font, used, place)
        else:
            yield from _embedded(font, place)
            yield from check_simple(font, used, place)


def _meanings(font: Object, place: str) -> Iterator[Fault]:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, Stream):
        encoding = font.get("/Encoding")
        base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
        plain = font.get("/Subtype") in {Name.Type1, Name.MMType1, Name.TrueType} and base is not None
        if not plain and not (isinstance(encoding, Name) and str(encoding) not in _IDENTITY):
            yield fault("ua/31-027", say("{place} has no table of characters", place=place))
        return
    bad = {code for said in table(font).values() for character in said if (code := _BAD.get(character))}
    if "ua/31-028" in bad:
        yield fault("ua/31-028", say("a character of {place} stands for U+0000", place=place))
    if "ua/31-029" in bad:
        yield fault("ua/31-029", say("a character of {place} stands for U+FEFF or U+FFFE", place=place))


def _embedded(font: Object, place: str) -> Iterator[Fault]:
    if embedded(descriptor_of(font)) is None:
        yield fault(
            "ua/31-009",
            say("{place} is not embedded", place=place),
            hint=say("set the text in a face of fonts/"),
        )


def _composite(font: Object, used: set[int], place: str) -> Iterator[Fault]:
    held = font.get("/DescendantFonts", Array())
    inner: Object = held[0] if len(held) else Dictionary()
    yield from _embedded(inner, place)
    yield from _encoding(font, inner, place)
    descriptor = descriptor_of(inner)
    found = program(descriptor)
    mapped = inner.get("/CIDToGIDMap")
    if inner.get("/Subtype") == Name.CIDFontType2 and embedded(descriptor) is not None:
        if mapped is None:
            yield fault("ua/31-005", say("{place} has no table of glyphs (CIDToGIDMap)", place=place))
        elif not isinstance(mapped, Stream) and mapped != Name.Identity:
            yield fault(
                "ua/31-004",
                say("the table of glyphs of {place} is neither a stream nor Identity", place=place),
            )
    if found.known and str(font.get("/Encoding")) in _IDENTITY:
        yield from _glyphs(inner, found, used - {0}, place)
        yield from _set(descriptor, found, place)


def _glyphs(inner: Object, found: Program, used: set[int], place: str) -> Iterator[Fault]:
    """Look for the glyphs that are shown, and compare their widths; codes are CIDs here."""
    mapped = inner.get("/CIDToGIDMap")
    data = mapped.read_bytes() if isinstance(mapped, Stream) else None
    glyphs = {
        code: found.cids.get(code) if data is None else int.from_bytes(data[2 * code : 2 * code + 2], "big")
        for code in used
    }
    if lost := sorted(
        code for code, glyph in glyphs.items() if glyph is None or (data is not None and not glyph)
    ):
        yield fault(
            "ua/31-010",
            say(
                "{place} lacks {count} glyphs that are shown, first {first}",
                place=place,
                count=len(lost),
                first=lost[0],
            ),
        )
    stated, default = widths(inner), float(inner.get("/DW", 1000))
    for code, glyph in sorted(glyphs.items()):
        true = found.widths.get(glyph) if glyph else None
        if true is not None and abs(stated.get(code, default) - true) > _UNIT:
            message = say(
                "the glyph {code} of {place} is {true:g} wide and said to be {stated:g}",
                code=code,
                place=place,
                true=true,
                stated=stated.get(code, default),
            )
            yield fault("ua/31-015", message)
            break


def _set(descriptor: Object, found: Program, place: str) -> Iterator[Fault]:
    stream = descriptor.get("/CIDSet")
    if not isinstance(stream, Stream):
        return
    data = stream.read_bytes()
    listed = {8 * at + bit for at, byte in enumerate(data) for bit in range(8) if byte & (0x80 >> bit)}
    if set(found.cids) - listed:
        yield fault("ua/31-013", say("the CIDSet of {place} lacks glyphs of the font", place=place))
    if listed - set(found.cids):
        yield fault("ua/31-014", say("the CIDSet of {place} has glyphs that the font lacks", place=place))


def _encoding(font: Object, inner: Object, place: str) -> Iterator[Fault]:
    encoding = font.get("/Encoding")
    if not isinstance(encoding, Stream):
        if not _PREDEFINED.fullmatch(str(encoding)):
            yield fault(
                "ua/31-006", say("the encoding of {place} is neither predefined nor embedded", place=place)
            )
        return
    system, own = encoding.get("/CIDSystemInfo", Dictionary()), inner.get("/CIDSystemInfo", Dictionary())
    if str(system.get("/Registry", "")) != str(own.get("/Registry", "")):
        yield fault("ua/31-001", say("{place} and its encoding name different registries", place=place))
    if str(system.get("/Ordering", "")) != str(own.get("/Ordering", "")):
        yield fault("ua/31-002", say("{place} and its encoding name different orderings", place=place))
    if int(own.get("/Supplement", 0)) < int(system.get("/Supplement", 0)):
        yield fault(
            "ua/31-003", say("the supplement of {place} is lower than that of its encoding", place=place)
        )
    written = re.search(rb"/WMode\s+(\d)\s+def", encoding.read_bytes())
    if int(written[1]) != int(encoding.get("/WMode", 0)) if written else int(encoding.get("/WMode", 0)):
        yield fault(
            "ua/31-007",
            say("the encoding of {place} contradicts itself about the direction of writing", place=place),
        )
    other = encoding.get("/UseCMap")
    if isinstance(other, Name) and not _PREDEFINED.fullmatch(str(other)):
        yield fault(
            "ua/31-008", say("the encoding of {place} refers to one that is not predefined", place=place)
        )
