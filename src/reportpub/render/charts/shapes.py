"""The marks a chart is made of, as SVG elements that leave nothing to a default.

Every element says its fill and its stroke: SVG's own default is a black that is not an ink of the press.
Lengths are in pt. Source: SVG 1.1, 8 (paths), 9 (basic shapes), 10 (text), 11 (painting).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from xml.sax.saxutils import escape

Spot = tuple[float, float]

WHOLE = 2 * pi


def number(value: float) -> str:
    """Return a length with two decimals at most, so that the same drawing has the same bytes everywhere."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def box(corner: Spot, width: float, height: float, colour: str) -> str:
    """Return a filled rectangle."""
    x, y = corner
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        f' fill="{colour}" stroke="none"/>'
    )


def rule(start: Spot, end: Spot, colour: str, weight: float) -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        f' fill="none" stroke="{colour}" stroke-width="{number(weight)}"/>'
    )


def polyline(spots: Sequence[Spot], colour: str, weight: float) -> str:
    """Return a line through spots, with round joints so that no point sticks out beyond its value."""
    way = " ".join(f"{number(x)},{number(y)}" for x, y in spots)
    return (
        f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="{number(weight)}"'
        ' stroke-linejoin="round"/>'
    )


def dot(centre: Spot, radius: float, colour: str) -> str:
    """Return a filled circle."""
    x, y = centre
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{colour}" stroke="none"/>'


def around(centre: Spot, radius: float, turn: float) -> Spot:
    """Return the spot at an angle on a circle; the angle is in radians, clockwise from twelve o'clock."""
    return centre[0] + radius * sin(turn), centre[1] - radius * cos(turn)


def arc(centre: Spot, radius: float, turns: tuple[float, float], colour: str, weight: float) -> str:
    """Return a piece of a ring between two angles; the radius is that of the middle of the band."""
    start, end = turns
    if end - start >= WHOLE - 1e-9:
        x, y = centre
        return (
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="none"'
            f' stroke="{colour}" stroke-width="{number(weight)}"/>'
        )
    (x1, y1), (x2, y2) = around(centre, radius, start), around(centre, radius, end)
    large = int(end - start > pi)
    way = (
        f"M{number(x1)} {number(y1)}A{number(radius)} {number(radius)} 0 {large} 1 {number(x2)} {number(y2)}"
    )
    return f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{number(weight)}"/>'


def words(text: str, xs: Sequence[float], y: float, look: str, colour: str) -> str:
    """Return words on a baseline, with the place of the first letter or of each; `look` is size and face."""
    places = " ".join(map(number, xs))
    return f'<text x="{places}" y="{number(y)}" {look} fill="{colour}" stroke="none">{escape(text)}</text>'
