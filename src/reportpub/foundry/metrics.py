"""The vertical metrics that all faces share, so that lines of mixed faces stay on the baseline grid."""

from __future__ import annotations

from dataclasses import dataclass

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

ASCENT = 0.88
"""em above the baseline."""
DESCENT = 0.12
"""em below the baseline."""

_USE_TYPO_METRICS = 1 << 7

_BASELINES = ("hang", "icfb", "icft", "ideo", "idtp", "romn")
_SCRIPTS = ("DFLT", "bopo", "cyrl", "grek", "hani", "kana", "latn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """The height of a line in thousandths of an em, as engines read it, and the baselines in font units."""

    hhea: tuple[int, int, int]
    typo: tuple[int, int, int]
    win: tuple[int, int]
    typo_preferred: bool
    baselines: frozenset[int]


SHARED = Metrics(
    hhea=(880, -120, 0),
    typo=(880, -120, 0),
    win=(880, 120),
    typo_preferred=True,
    baselines=frozenset({0}),
)
"""What every built face has."""


def share(font: TTFont) -> None:
    """Give a font the shared ascent and descent, and one baseline at zero for every script.

    Pango moves runs by the baseline of their script, from the BASE table or a guess where there is none; a
    table full of zeros keeps Han and Latin on one line (OpenType, BASE: HorizAxis).
    """
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.version = max(os2.version, 4)
    os2.fsSelection |= _USE_TYPO_METRICS
    zeros = " ".join("0" for _ in _BASELINES)
    scripts = ", ".join(f"{script.ljust(4)} romn {zeros}" for script in _SCRIPTS)
    axis = f"HorizAxis.BaseTagList {' '.join(_BASELINES)}; HorizAxis.BaseScriptList {scripts};"
    if "BASE" in font:
        del font["BASE"]
    addOpenTypeFeaturesFromString(font, f"table BASE {{ {axis} }} BASE;", tables=["BASE"])


def measure(font: TTFont) -> Metrics:
    """Return the metrics a font has."""
    em = font["head"].unitsPerEm
    hhea, os2 = font["hhea"], font["OS/2"]
    return Metrics(
        hhea=(_mill(hhea.ascent, em), _mill(hhea.descent, em), _mill(hhea.lineGap, em)),
        typo=(_mill(os2.sTypoAscender, em), _mill(os2.sTypoDescender, em), _mill(os2.sTypoLineGap, em)),
        win=(_mill(os2.usWinAscent, em), _mill(os2.usWinDescent, em)),
        typo_preferred=bool(os2.fsSelection & _USE_TYPO_METRICS),
        baselines=_baselines(font),
    )


def _mill(units: int, em: int) -> int:
    return round(1000 * units / em)


def _baselines(font: TTFont) -> frozenset[int]:
    if "BASE" not in font or font["BASE"].table.HorizAxis is None:
        return frozenset()
    records = font["BASE"].table.HorizAxis.BaseScriptList.BaseScriptRecord
    return frozenset(coord.Coordinate for r in records for coord in r.BaseScript.BaseValues.BaseCoord)
