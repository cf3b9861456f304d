"""Fonts as a page uses them: the codes of a string, how wide each is, what it means, what is embedded.

Source: ISO 32000-1, 9.6 (simple fonts), 9.7 (composite fonts), 9.9 (embedded programs).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from pikepdf import Array, Name, Object, Stream

from reportpub.checks.preflight.reading.objects import MALFORMED, entry, inner, items, name, number, whole
from reportpub.checks.ua.characters import table as characters

_SUBSET = re.compile(r"[A-Z]{6}\+(?P<name>.+)")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_TWO_BYTES = re.compile(r"Identity|UCS2|UTF16|^[HV]$|EUC-[HV]$")
_MOST_CODES = 70_000
_EM = 1000.0


@dataclass(slots=True)
class Font:
    """One font of the file, read as far as findings need it."""

    kind: str
    """Type1, TrueType, Type3, CIDFontType0 or CIDFontType2."""
    called: str
    holder: Object
    descendant: Object
    program: Stream | None
    program_kind: str
    composite: bool
    encoding: str
    widths: Mapping[int, float]
    otherwise: float
    unicode: Mapping[int, str]
    glyphs: int | None
    """How many glyphs the embedded TrueType program has, where codes are their numbers."""
    page: int = 0
    """The first page that uses it."""
    used: set[int] = field(default_factory=set)

    @property
    def family(self) -> str:
        """Return the name without the tag of a subset."""
        subset = _SUBSET.fullmatch(self.called)
        return subset["name"] if subset else self.called

    @property
    def subset(self) -> bool:
        """Tell whether the name says that only some glyphs are embedded."""
        return self.family != self.called

    def codes(self, data: bytes) -> Sequence[int]:
        """Return the character codes of a string."""
        if not self.composite:
            return data
        if _TWO_BYTES.search(self.encoding) or not self.encoding:
            pairs = len(data) // 2
            return struct.unpack(f">{pairs}H", data[: 2 * pairs])
        found = []
        at = 0
        while at < len(data):
            # The older Chinese encodings give ASCII one byte and the rest two.
            wide = data[at] >= 0x80 and at + 1 < len(data)  # noqa: PLR2004
            found.append(data[at] << 8 | data[at + 1] if wide else data[at])
            at += 2 if wide else 1
        return found

    def width(self, code: int) -> float:
        """Return the advance of a code in em."""
        return self.widths.get(code, self.otherwise) / _EM

    def lacking(self, codes: Sequence[int]) -> int:
        """Return how many of some codes show the sign for a glyph that is not there."""
        numbered = self.composite and self.encoding.startswith("Identity")
        if numbered and min(codes) > 0 and (self.glyphs is None or max(codes) < self.glyphs):
            return 0
        return sum(map(self.missing, codes))

    def missing(self, code: int) -> bool:
        """Tell whether a code shows the sign for a glyph that is not there."""
        if not self.composite:
            return self.unicode.get(-code - 1) == ".notdef"
        if not self.encoding.startswith("Identity"):
            return False
        return code == 0 or (self.glyphs is not None and code >= self.glyphs)


def read_font(holder: Object) -> Font:
    """Return a font; what cannot be read of it is left empty."""
    kind = name(entry(holder, "/Subtype"))
    composite = kind == "Type0"
    below = items(entry(holder, "/DescendantFonts"))
    descendant = below[0] if composite and below else holder
    descriptor = inner(descendant, "/FontDescriptor")
    key = next((one for one in _PROGRAMS if isinstance(entry(descriptor, one), Stream)), "")
    found = entry(descriptor, key) if key else None
    program = found if isinstance(found, Stream) else None
    subtype = name(entry(program, "/Subtype"))
    widths, otherwise = _composite_widths(descendant) if composite else _simple_widths(holder, descriptor)
    encoding = entry(holder, "/Encoding")
    return Font(
        kind=name(entry(descendant, "/Subtype")) if composite else kind,
        called=name(entry(holder, "/BaseFont")) or name(entry(holder, "/Name")) or "unnamed",
        holder=holder,
        descendant=descendant,
        program=program,
        program_kind=f"{key[1:]} {subtype}".strip(),
        composite=composite,
        encoding=name(encoding) or name(entry(encoding, "/CMapName")),
        widths=widths,
        otherwise=otherwise,
        unicode=_meanings(holder, encoding, composite=composite),
        glyphs=_glyph_count(program) if _direct(descendant) else None,
    )


def _meanings(holder: Object, encoding: object, *, composite: bool) -> Mapping[int, str]:
    """Return what codes mean; a code that Differences call .notdef is kept as its negative."""
    meant: dict[int, str] = {}
    if not composite:
        meant |= {code: chr(code) for code in range(32, 127)}
    with suppress(*MALFORMED):
        meant |= characters(holder)
    differences = entry(encoding, "/Differences")
    code = 0
    for one in differences if isinstance(differences, Array) else ():
        if isinstance(one, Name):
            if name(one) == ".notdef":
                meant[-code - 1] = ".notdef"
            code += 1
        else:
            code = whole(one)
    return meant


def _simple_widths(holder: Object, descriptor: Object) -> tuple[Mapping[int, float], float]:
    first = whole(entry(holder, "/FirstChar"))
    given = items(entry(holder, "/Widths"))[:256]
    matrix = items(entry(holder, "/FontMatrix"))
    # The widths of a Type 3 font are in its own space.
    unit = number(matrix[0], 1 / _EM) * _EM if matrix and name(entry(holder, "/Subtype")) == "Type3" else 1.0
    widths = {first + at: number(one) * unit for at, one in enumerate(given)}
    return widths, number(entry(descriptor, "/MissingWidth"), 0.0 if widths else _EM / 2)


def _composite_widths(descendant: Object) -> tuple[Mapping[int, float], float]:
    given = items(entry(descendant, "/W"))
    widths: dict[int, float] = {}
    at = 0
    while at + 1 < len(given) and len(widths) < _MOST_CODES:
        first = whole(given[at])
        if isinstance(given[at + 1], Array):
            widths |= {first + offset: number(one) for offset, one in enumerate(given[at + 1])}
            at += 2
        elif at + 2 < len(given):
            last = min(whole(given[at + 1]), first + _MOST_CODES)
            widths |= dict.fromkeys(range(first, last + 1), number(given[at + 2]))
            at += 3
        else:
            break
    return widths, number(entry(descendant, "/DW"), _EM)


def _direct(descendant: Object) -> bool:
    """Tell whether the numbers of characters are the numbers of glyphs."""
    if name(entry(descendant, "/Subtype")) != "CIDFontType2":
        return False
    to_glyph = entry(descendant, "/CIDToGIDMap")
    return to_glyph is None or name(to_glyph) == "Identity"


def tables(program: bytes) -> Mapping[str, tuple[int, int]]:
    """Return where the tables of an sfnt program lie; `ValueError` when one lies outside of it."""
    if program[:4] not in {b"\0\1\0\0", b"true", b"OTTO"}:
        raise ValueError("this is no TrueType or OpenType program")
    (count,) = struct.unpack_from(">H", program, 4)
    found = {}
    for at in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", program, 12 + 16 * at)
        if offset + length > len(program):
            raise ValueError(f"its table {tag.decode('latin-1')} lies outside of the program")
        found[tag.decode("latin-1")] = (offset, length)
    return found


def advances(program: bytes) -> tuple[float, ...]:
    """Return the widths of the glyphs of an sfnt program in thousandths of the size; none for others."""
    if program[:1] == b"\x01":
        return ()  # a bare CFF program
    found = tables(program)
    (units,) = struct.unpack_from(">H", program, found["head"][0] + 18)
    (several,) = struct.unpack_from(">H", program, found["hhea"][0] + 34)
    (count,) = struct.unpack_from(">H", program, found["maxp"][0] + 4)
    own = [struct.unpack_from(">H", program, found["hmtx"][0] + 4 * at)[0] for at in range(several)]
    # Glyphs beyond those with a width of their own have that of the last one.
    return tuple(width * _EM / units for width in [*own, *own[-1:] * (count - several)])


def _glyph_count(program: Stream | None) -> int | None:
    if program is None:
        return None
    try:
        data = program.read_bytes()
        offset, _ = tables(data)["maxp"]
        return int(struct.unpack_from(">H", data, offset + 4)[0])
    except (*MALFORMED, struct.error):
        return None
