"""The font programs embedded in a PDF: which glyphs they hold, how wide these are, and their cmaps.

Source: ISO 32000-1, 9.9 (embedded font programs); ISO/IEC 14496-22 (OpenType); Adobe Type 1 Font Format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.misc.eexec import decrypt
from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Name, Object, Stream

_EEXEC = 55665
_GLYPH = re.compile(rb"/(\S+)\s+\d+\s+(?:RD|-\|)\s")


@dataclass(frozen=True, slots=True)
class Program:
    """A font program as far as it could be read.

    `widths` is by glyph, in thousandths of the type size; `names` are the glyphs by name, `cids` by CID;
    `cmaps` holds what each cmap maps, by platform and encoding.
    """

    widths: Mapping[int, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    cids: Mapping[int, int] = field(default_factory=dict)
    cmaps: Mapping[tuple[int, int], Mapping[int, str]] = field(default_factory=dict)
    truetype: bool = False

    @property
    def known(self) -> bool:
        """Tell whether anything could be read."""
        return bool(self.widths or self.names)


def embedded(descriptor: Object) -> Stream | None:
    """Return the font program that a descriptor embeds."""
    found = (descriptor.get(key) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return next((one for one in found if isinstance(one, Stream)), None)


def program(descriptor: Object) -> Program:
    """Return the font program that a descriptor embeds; what cannot be read is empty."""
    stream = embedded(descriptor)
    if stream is None:
        return Program()
    try:
        if "/FontFile" in descriptor:
            return _type1(stream)
        bare = stream.get("/Subtype") in {Name.Type1C, Name.CIDFontType0C}
        return _cff(stream.read_bytes()) if bare else _sfnt(stream.read_bytes())
    except Exception:  # noqa: BLE001  fontTools raises whatever a broken table makes it stumble over
        return Program()


def _sfnt(data: bytes) -> Program:
    with TTFont(BytesIO(data), lazy=True) as font:
        order = font.getGlyphOrder()
        unit = 1000 / font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        widths = {at: advances[name][0] * unit for at, name in enumerate(order)}
        tables = font["cmap"].tables if "cmap" in font else []
        cmaps = {(one.platformID, one.platEncID): dict(one.cmap) for one in tables if hasattr(one, "cmap")}
        return Program(widths, frozenset(order), {at: at for at in range(len(order))}, cmaps, "glyf" in font)


def _cff(data: bytes) -> Program:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top: Any = fonts[0]
    order = top.charset
    cids: dict[int, int] = {}
    if hasattr(top, "ROS"):
        cids = {int(name.removeprefix("cid")): at for at, name in enumerate(order) if name.startswith("cid")}
    return Program(names=frozenset(order), cids=cids or {at: at for at in range(len(order))})


def _type1(stream: Stream) -> Program:
    data, clear = stream.read_bytes(), int(stream.get("/Length1", 0))
    inner, _ = decrypt(data[clear : clear + int(stream.get("/Length2", len(data)))], _EEXEC)
    return Program(names=frozenset(name.decode("latin-1") for name in _GLYPH.findall(inner)))


def widths(font: Object) -> dict[int, float]:
    """Return the widths that a CIDFont states, by CID (ISO 32000-1, 9.7.4.3)."""
    held = [*font.get("/W", [])]
    stated: dict[int, float] = {}
    at = 0
    while at + 1 < len(held):
        first, second = int(held[at]), held[at + 1]
        if isinstance(second, Object):
            stated |= {first + step: float(width) for step, width in enumerate(second)}
            at += 2
        elif at + 2 < len(held):
            stated |= dict.fromkeys(range(first, int(second) + 1), float(held[at + 2]))
            at += 3
        else:
            break
    return stated


def descriptor_of(font: Object) -> Object:
    """Return the descriptor of a font, or an empty one."""
    found = font.get("/FontDescriptor")
    return found if isinstance(found, Dictionary) else Dictionary()
