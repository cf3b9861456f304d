"""What a page is made of, in the order of painting: text, paths, pictures and shadings with their colours."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Object

from reportpub.checks.preflight.reading.fonts import Font
from reportpub.checks.preflight.reading.spaces import Inks, Space, channels, process
from reportpub.geometry import Box

OVERPRINT_MODE = 1
"""The mode in which an ink of 0 % leaves what lies below (ISO 32000-1, 8.6.7)."""


@dataclass(frozen=True, slots=True)
class Paint:
    """What paints: a colour in its space, or a pattern, and whether it overprints."""

    space: Space
    colour: tuple[float, ...]
    overprint: bool
    mode: int
    opaque: bool
    """No transparency, and mixed with what lies below in no way."""

    @property
    def inks(self) -> Inks | None:
        """Return the process inks, or nothing where it is no process colour."""
        return process(self.space, self.colour)

    @property
    def channels(self) -> int:
        """Return how many inks are more than nothing."""
        return channels(self.space, self.colour)

    @property
    def white(self) -> bool:
        """Tell whether it is paper: no ink at all."""
        inks = self.inks
        return inks is not None and not any(inks)

    @property
    def black(self) -> bool:
        """Tell whether it is full black and no other ink."""
        return self.inks == (0.0, 0.0, 0.0, 1.0)

    @property
    def overprints(self) -> bool:
        """Tell whether it really leaves the other inks below it."""
        return self.overprint and (self.mode == OVERPRINT_MODE or str(self.space) != "DeviceCMYK")

    def __str__(self) -> str:
        """Return the space and the numbers of the colour."""
        return f"{self.space} {' '.join(f'{one:.3g}' for one in self.colour)}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Text that one operator shows; `size` is the effective one in pt, `visible` false for mode 3."""

    box: Box
    where: str
    fill: Paint | None
    stroke: Paint | None
    font: Font
    size: float
    words: str
    missing: int
    visible: bool
    over: bool
    """Whether something else with ink lies below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A path that is filled, stroked or both.

    `width` is the effective line width of the stroke in pt; `bars` are the thin quadrilaterals of a fill,
    each with its thickness; `hollow` tells that the whole fill has no area.
    """

    box: Box
    where: str
    fill: Paint | None
    stroke: Paint | None
    width: float
    bars: tuple[tuple[Box, float], ...]
    hollow: bool
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture; a mask has no space of its own but the colour that fills it.

    `resolution` is in pixels to the inch, in the direction where they are fewest; `squeezed` tells how many
    times more they are in the other.
    """

    box: Box
    where: str
    space: Space | None
    fill: Paint | None
    pixels: tuple[int, int]
    bits: int
    resolution: float
    squeezed: float
    stream: Object | None
    filters: tuple[str, ...]
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shading:
    """A gradient, painted by itself or as a pattern."""

    box: Box
    where: str
    space: Space
    dictionary: Object


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A transparency group and the space it mixes in; `role` is page, form, luminosity or alpha."""

    where: str
    space: Space | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something the content says that paints nothing, with the rule it departs from."""

    rule: str
    where: str
    value: str = ""
    detail: tuple[str, str] = ("", "")
    minor: bool = False


Mark = Text | Path | Picture | Shading | Group | Remark
