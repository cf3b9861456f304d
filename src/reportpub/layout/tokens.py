"""The measures and colours of a layout: typed, and as CSS custom properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Inks = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour for two worlds: inks in per cent for the press, sRGB as #rrggbb for the screen."""

    name: str
    cmyk: Inks
    srgb: str

    @property
    def css(self) -> str:
        """Return the colour as style sheets use it: in inks; the screen file is translated later."""
        return "device-cmyk({} {} {} {})".format(*(f"{ink / 100:g}" for ink in self.cmyk))

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Return the screen colour as three parts of one."""
        red, green, blue = (int(self.srgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue


@dataclass(frozen=True, slots=True)
class Size:
    """Type size and leading in pt."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page in mm; inner is at the spine.

    A `side` column stands at the outer edge of the text block, the `gutter` between the two.
    """

    top: float
    bottom: float
    inner: float
    outer: float
    side: float = 0.0
    gutter: float = 0.0

    @property
    def beside(self) -> float:
        """Return how much of the text block the side column takes, with the white before it."""
        return self.side + self.gutter


@dataclass(frozen=True, slots=True)
class Facing:
    """How facing pages are kept in step: the grid both languages share, in pt, and what kinds of block do.

    Kinds in `force` always begin level, kinds in `float` begin where they fall, all others are kept level
    where there is room. Kinds in `once` stand once, in both languages, on the left page. Kinds in `apart`
    have a line of white above and below them at least; others may follow each other closely.
    """

    grid: float = 0.0
    force: frozenset[str] = frozenset()
    float: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything a layout decides by value."""

    colours: Mapping[str, Colour]
    type: Mapping[str, Size]
    margins: Margins
    facing: Facing = Facing()

    def css(self) -> str:
        """Return the tokens as custom properties: `--red`, `--zh-body`, `--zh-body-leading`."""
        lines = [f"--{c.name}: {c.css};" for c in self.colours.values()]
        for name, size in self.type.items():
            lines += [f"--{name}: {size.size:g}pt;", f"--{name}-leading: {size.leading:g}pt;"]
        return ":root {\n  " + "\n  ".join(lines) + "\n}\n"

    def palette(self) -> Mapping[Inks, tuple[float, float, float]]:
        """Return the screen colour of each ink mixture, inks in parts of one, to translate a page."""
        return {
            (c.cmyk[0] / 100, c.cmyk[1] / 100, c.cmyk[2] / 100, c.cmyk[3] / 100): c.rgb
            for c in self.colours.values()
        }
