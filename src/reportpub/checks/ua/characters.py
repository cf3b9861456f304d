"""What the codes of a font mean: their Unicode values, and which of them is the glyph for missing characters.

Source: ISO 32000-1, 9.7.6 (CIDs), 9.10 (extraction of text), annex D (encodings).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Stream

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_TWO = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f ]*)>")
_THREE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f ]+)>|\[(.*?)\])", re.DOTALL)
_ONE = re.compile(rb"<([0-9A-Fa-f ]*)>")
_LATIN = {code: bytes([code]).decode("cp1252", "ignore") for code in range(32, 256)}
_KNOWN = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding"})
_IDENTITY = frozenset({"/Identity-H", "/Identity-V"})
_MOST = 70_000
"""Entries of one range; a table that holds more is no table of characters."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a font is read: bytes in a code, what each code means, and whether code 0 is no glyph."""

    size: int
    meant: Mapping[int, str]
    zero: bool


def face(font: Object) -> Face:
    """Return how a font is read."""
    composite = font.get("/Subtype") == Name.Type0
    meant = table(font)
    if composite:
        return Face(2, meant, zero=str(font.get("/Encoding")) in _IDENTITY)
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
    latin = _LATIN if base is None or str(base) in _KNOWN else {}
    return Face(1, {**latin, **meant}, zero=False)


def table(font: Object) -> dict[int, str]:
    """Return what the codes of a font mean, from its ToUnicode table; what cannot be read means nothing."""
    stream = font.get("/ToUnicode")
    meant: dict[int, str] = {}
    for kind, body in _BLOCK.findall(stream.read_bytes()) if isinstance(stream, Stream) else []:
        if kind == b"bfchar":
            meant |= {int(code, 16): _text(units) for code, units in _TWO.findall(body)}
            continue
        for first, last, units, listed in _THREE.findall(body):
            codes = range(int(first, 16), min(int(last, 16), int(first, 16) + _MOST) + 1)
            if listed:
                meant |= dict(zip(codes, map(_text, _ONE.findall(listed)), strict=False))
            elif base := _text(units):
                meant |= {code: base[:-1] + _next(base[-1], code - codes[0]) for code in codes}
    return meant


def _next(character: str, steps: int) -> str:
    value = ord(character) + steps
    return chr(value) if value <= 0x10FFFF else "\ufffd"  # noqa: PLR2004  the last of Unicode


def _text(units: bytes) -> str:
    digits = units.replace(b" ", b"").decode("ascii")
    return bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("utf-16-be", "replace")
