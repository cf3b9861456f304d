"""Plots to draw in tests, and drawings read back from their SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportpub.edition.edition import Plot, PlotSeries, Point
from reportpub.findings import Span
from reportpub.model.blocks import ChartKind
from reportpub.model.text import Lang, Passage, Shown, Str
from reportpub.render.charts.drawing import Drawing, draw
from reportpub.render.charts.sheet import Measure

LANGUAGES = {"zh": (Lang.ZH,), "en": (Lang.EN,), "both": (Lang.ZH, Lang.EN)}
ROLES = ("ink", "paper", "red", "navy", "blue", "teal", "ochre", "slate", "grey")
COLOURS = {role: f"#0000{at:02x}" for at, role in enumerate(ROLES)}
SVG = "{http://www.w3.org/2000/svg}"
SWATCH = "6.5"
NOWHERE = Span("case")


def plain_measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001  the shape of Measure
    """Return the width of words whose Chinese letters are an em wide and whose other letters half an em."""
    return sum(1.0 if ord(c) >= 0x2E80 else 0.5 for c in text) * size * (1.05 if bold else 1)


def shown(zh: str, en: str) -> Shown:
    return Shown((Passage(Lang.ZH, (Str(zh),), NOWHERE), Passage(Lang.EN, (Str(en),), NOWHERE)))


def point(zh: str, en: str, value: str, words: tuple[str, str], *, highlighted: bool = False) -> Point:
    both = {Lang.ZH: words[0], Lang.EN: words[1]}
    return Point("some.fact", shown(zh, en), Decimal(value), both, highlighted)


def plot(*series: PlotSeries) -> Plot:
    return Plot(series)


def lone(*points: Point) -> Plot:
    return Plot((PlotSeries(points),))


def drawing(
    kind: ChartKind,
    what: Plot,
    languages: tuple[Lang, ...] = LANGUAGES["both"],
    width: float = 440,
    measure: Measure = plain_measure,
) -> Drawing:
    return draw(kind, what, languages, "图 <1> & more", COLOURS, width, measure)


@dataclass(frozen=True, slots=True)
class Box:
    """Where words stand."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Return whether two boxes share more than an edge."""
        slack = 0.02
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )


def root(made: Drawing) -> ET.Element:
    return ET.fromstring(made.svg)  # noqa: S314  our own drawing


def boxes(made: Drawing, measure: Measure = plain_measure) -> tuple[Box, ...]:
    found = []
    for element in root(made).iter(f"{SVG}text"):
        text = element.text or ""
        size, bold = float(element.attrib["font-size"]), element.attrib["font-weight"] == "700"
        left = float(element.attrib["x"].split()[0])
        y = float(element.attrib["y"])
        found.append(Box(text, left, y - 0.88 * size, left + measure(text, size, bold), y + 0.12 * size))
    return tuple(found)


def text(made: Drawing) -> str:
    """Return all words of a drawing in their order, without spaces and separators."""
    return bare("".join(element.text or "" for element in root(made).iter(f"{SVG}text")))


def bare(words: str) -> str:
    return "".join(words.split()).replace(",", "")


def rectangles(made: Drawing) -> tuple[tuple[float, float], ...]:
    """Return width and height of each bar or column, without the swatches of a legend."""
    found = [(e.attrib["width"], e.attrib["height"]) for e in root(made).iter(f"{SVG}rect")]
    return tuple((float(w), float(h)) for w, h in found if (w, h) != (SWATCH, SWATCH))


def values(what: Plot, *, by_category: bool = True) -> tuple[float, ...]:
    """Return the values as they are drawn: category by category, nought left out."""
    longest = max(len(series.points) for series in what.series)
    order: Sequence[Point] = (
        [s.points[at] for at in range(longest) for s in what.series if at < len(s.points)]
        if by_category
        else [p for s in what.series for p in s.points]
    )
    return tuple(float(p.value) for p in order if p.value)
