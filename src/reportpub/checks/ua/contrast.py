"""Whether text stands out from what it stands on: the colour of every text and of the area below it.

Source: WCAG 2.1, 1.4.3 (contrast): 4.5 to 1, and 3 to 1 for large text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pikepdf import (
    ContentStreamInlineImage,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    parse_content_stream,
)

from reportpub.checks.ua.faults import Fault, fault
from reportpub.sentences import say

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

ENOUGH = 4.5
ENOUGH_FOR_LARGE = 3.0
_LARGE = 18.0
"""pt; 14 where the text is bold."""
_LARGE_BOLD = 14.0
_WHITE: Rgb = (1.0, 1.0, 1.0)
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_ENDS = _FILLS | {"S", "s", "n"}
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_CHANGES = frozenset({"cm", "rg", "g", "k", "sc", "scn", "Tr", "Tf"})
_HEEDED = _CHANGES | {"re", "m", "l", "c", "v", "y", "Tm", "Td", "TD", "Do"}
"""Operators whose operands say something about colours and places."""
_DEEPEST = 12


def luminance(colour: Rgb) -> float:
    """Return the relative luminance of an sRGB colour, from 0 to 1."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  IEC 61966-2-1


@lru_cache(maxsize=256)
def ratio(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(pdf: Pdf, names: Mapping[str, str]) -> Iterator[Fault]:
    """Yield a fault for each pair of colours that is hard to read, once a page.

    `names` are those of the layout, by `#RRGGBB`. Text on pictures and on drawn shapes is not judged.
    """
    for number, page in enumerate(pdf.pages, start=1):
        seen: dict[tuple[Rgb, Rgb], float] = {}
        for text in _texts(page):
            large = text.size >= _LARGE or (text.bold and text.size >= _LARGE_BOLD)
            enough = ENOUGH_FOR_LARGE if large else ENOUGH
            if text.below is not None and ratio(text.colour, text.below) < enough:
                seen.setdefault((text.colour, text.below), enough)
        for (colour, below), enough in seen.items():
            shown = say("{ink} on {ground}", ink=_named(colour, names), ground=_named(below, names))
            message = say(
                "text in {shown} has a contrast of {ratio:.1f}, and needs {enough:g}",
                shown=shown,
                ratio=ratio(colour, below),
                enough=enough,
            )
            yield fault(
                "pdf/contrast", message, page=number, hint=say("choose a darker token in layout.yaml")
            )


def _named(colour: Rgb, names: Mapping[str, str]) -> str:
    code = "#" + "".join(f"{round(part * 255):02X}" for part in colour)
    return f"{names[code]} ({code})" if code in names else code


@dataclass(frozen=True, slots=True)
class _Text:
    colour: Rgb
    below: Rgb | None
    """Nothing where it cannot be told."""
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _State:
    ctm: Matrix = _IDENTITY
    fill: Rgb | None = (0.0, 0.0, 0.0)
    size: float = 0.0
    bold: bool = False
    mode: int = 0
    clip: Box = (-1e9, -1e9, 1e9, 1e9)
    ring: bool = False
    """Whether the clip is more than a rectangle: so the borders of boxes are drawn."""


@dataclass(slots=True)
class _Walk:
    areas: list[tuple[Box, Rgb | None]] = field(default_factory=list)
    """What was painted so far, each with its colour, or none where it is no plain rectangle."""
    depth: int = 0

    def stream(self, holder: Page | Stream, resources: Object, state: _State) -> Iterator[_Text]:
        saved: list[_State] = []
        line: Matrix = _IDENTITY
        path: list[tuple[float, float]] = []
        plain, rectangles, clips = True, 0, False
        for one in parse_content_stream(holder):
            if isinstance(one, ContentStreamInlineImage):
                self.areas.append((_box([(0, 0), (1, 1)], state.ctm), None))
                continue
            operator = str(one.operator)
            operands = [*one.operands] if operator in _HEEDED else []
            numbers = [float(value) for value in operands if not isinstance(value, Object)]
            if operator in _SHOWS and state.mode != 3:  # noqa: PLR2004  text that is not painted
                yield self._shown(state, line)
            elif operator == "q":
                saved.append(state)
            elif operator == "Q" and saved:
                state = saved.pop()
            elif operator == "re":
                left, low, wide, high = numbers
                path += [(left, low), (left + wide, low + high)]
                rectangles += 1
            elif operator in {"W", "W*"}:
                clips = True
            elif operator in {"m", "l", "c", "v", "y"}:
                plain = False
                path += zip(numbers[::2], numbers[1::2], strict=False)
            elif operator in _ENDS:
                if operator in _FILLS and path and not state.ring:
                    area = _common(_box(path, state.ctm), state.clip)
                    self.areas.append((area, state.fill if plain else None))
                if clips and path:
                    ring = state.ring or not plain or rectangles > 1
                    state = replace(state, clip=_common(_box(path, state.ctm), state.clip), ring=ring)
                path, plain, rectangles, clips = [], True, 0, False
            elif operator == "BT":
                line = _IDENTITY
            elif operator in {"Tm", "Td", "TD"}:
                line = _moved(operator, numbers, line)
            elif operator == "Do":
                yield from self._done(operands, resources, state)
            elif operator in _CHANGES:
                state = _changed(state, operator, operands, numbers, resources)

    def _shown(self, state: _State, line: Matrix) -> _Text:
        where = _times(line, state.ctm)
        x, y = where[4], where[5]
        size = state.size * (where[2] ** 2 + where[3] ** 2) ** 0.5
        below: Rgb | None = _WHITE
        for (left, low, right, high), colour in self.areas:
            if left <= x <= right and low <= y + size / 4 <= high:
                below = colour
        return _Text(state.fill or _WHITE, below if state.fill else None, size, state.bold)

    def _done(self, operands: list[Object], resources: Object, state: _State) -> Iterator[_Text]:
        target = resources.get("/XObject", Dictionary()).get(str(operands[0])) if operands else None
        if not isinstance(target, Stream):
            return
        if target.get("/Subtype") != Name.Form:
            self.areas.append((_box([(0, 0), (1, 1)], state.ctm), None))
        elif self.depth < _DEEPEST:
            own = tuple(float(value) for value in target.get("/Matrix", _IDENTITY))
            self.depth += 1
            inner = replace(state, ctm=_times(own, state.ctm))  # type: ignore[arg-type]  # six numbers
            yield from self.stream(target, target.get("/Resources", resources), inner)
            self.depth -= 1


def _texts(page: Page) -> Iterator[_Text]:
    yield from _Walk().stream(page, page.resources, _State())


def _changed(
    state: _State, operator: str, operands: list[Object], numbers: list[float], resources: Object
) -> _State:
    match operator, numbers:
        case "cm", (a, b, c, d, e, f):
            return replace(state, ctm=_times((a, b, c, d, e, f), state.ctm))
        case "rg" | "sc" | "scn", (red, green, blue):
            return replace(state, fill=(red, green, blue))
        case "g" | "sc" | "scn", (grey,):
            return replace(state, fill=(grey, grey, grey))
        case "k" | "sc" | "scn", _:
            return replace(state, fill=None)
        case "Tr", (mode,):
            return replace(state, mode=int(mode))
        case "Tf", (size,):
            font = resources.get("/Font", Dictionary()).get(str(operands[0]), Dictionary())
            return replace(state, size=size, bold="bold" in str(font.get("/BaseFont", "")).lower())
        case _:
            return state


def _moved(operator: str, numbers: list[float], line: Matrix) -> Matrix:
    match operator, numbers:
        case "Tm", (a, b, c, d, e, f):
            return (a, b, c, d, e, f)
        case _, (right, up):
            return _times((1, 0, 0, 1, right, up), line)
        case _:
            return line


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _common(one: Box, other: Box) -> Box:
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _box(points: list[tuple[float, float]], ctm: Matrix) -> Box:
    a, b, c, d, e, f = ctm
    lefts, lows = {min(x for x, _ in points), max(x for x, _ in points)}, {y for _, y in points}
    corners = [(x, y) for x in lefts for y in (min(lows), max(lows))]
    across = [a * x + c * y + e for x, y in corners]
    along = [b * x + d * y + f for x, y in corners]
    return (min(across), min(along), max(across), max(along))
