"""What every chart is drawn with: the colours, the languages, the width and the measured words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reportpub.model.text import Lang
from reportpub.render.charts.shapes import words
from reportpub.render.charts.wrapping import is_chinese, wrap

Measure = Callable[[str, float, bool], float]
"""The width in pt of words of a size in pt, bold or not, as they will be set."""

FIRST = 8.5
"""pt, the size of the leading language and of numbers."""

SECOND = 7.5
"""pt, the size of the other language."""

_LEADING = 1.35
_ASCENT, _DESCENT = 0.88, 0.12
"""em, of every face of the project; they add up to one."""

_SHIFT = 0.02
"""pt below which a letter need not be placed by hand."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one size, weight and colour."""

    text: str
    size: float = FIRST
    bold: bool = False
    role: str = "ink"


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one baseline, each with its distance from the left."""

    runs: tuple[tuple[float, Run], ...]
    width: float

    @property
    def size(self) -> float:
        """Return the size of the largest run."""
        return max(run.size for _, run in self.runs)

    @property
    def leading(self) -> float:
        """Return the height of the line."""
        return self.size * _LEADING


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines one below the other."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        """Return the width of the widest line."""
        return max((line.width for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return sum(line.leading for line in self.lines)

    def over(self, other: Stack) -> Stack:
        """Return this stack with another one below it."""
        return Stack(self.lines + other.lines)


@dataclass(frozen=True, slots=True)
class Sketch:
    """Elements of a drawing, from the top down to a height."""

    parts: tuple[str, ...] = ()
    height: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper a chart is drawn on: its width in pt, and what to draw with."""

    width: float
    languages: tuple[Lang, ...]
    colours: Mapping[str, str]
    measure: Measure

    def run_width(self, run: Run) -> float:
        """Return the width of a run."""
        return self.measure(run.text, run.size, run.bold)

    def line(self, *runs: Run, gap: float = 0) -> Line:
        """Return runs beside one another, a gap apart."""
        placed: list[tuple[float, Run]] = []
        at = 0.0
        for run in runs:
            placed.append((at, run))
            at += self.run_width(run) + gap
        return Line(tuple(placed), at - gap)

    def wrapped(self, run: Run, limit: float) -> Stack:
        """Return a run broken into lines no wider than a limit."""
        lines = wrap(run.text, limit, self.width_of(run))
        return Stack(tuple(self.line(replace(run, text=text)) for text in lines))

    def width_of(self, run: Run) -> Callable[[str], float]:
        """Return the width of any words set as a run is."""
        return lambda text: self.measure(text, run.size, run.bold)

    def left(self, stack: Stack, x: float, top: float) -> tuple[str, ...]:
        """Return a stack set flush left from a place."""
        return self._set(stack, x, top, 0)

    def centred(self, stack: Stack, x: float, top: float) -> tuple[str, ...]:
        """Return a stack set centred on a place."""
        return self._set(stack, x, top, 0.5)

    def right(self, stack: Stack, x: float, top: float) -> tuple[str, ...]:
        """Return a stack set flush right up to a place."""
        return self._set(stack, x, top, 1)

    def _set(self, stack: Stack, x: float, top: float, share: float) -> tuple[str, ...]:
        parts: list[str] = []
        for line in stack.lines:
            baseline = top + (line.leading - line.size) / 2 + _ASCENT * line.size
            # text-anchor is not used: the engine makes a transparency group of it.
            start = x - share * line.width
            parts += (self._words(run, start + at, baseline) for at, run in line.runs)
            top += line.leading
        return tuple(parts)

    def _words(self, run: Run, x: float, baseline: float) -> str:
        weight = 700 if run.bold else 400
        families = "RP Sans Zh,RP Hei" if is_chinese(run.text) else "RP Sans,RP Hei"
        look = f'font-family="{families}" font-size="{run.size:g}" font-weight="{weight}"'
        return words(run.text, self._places(run, x), baseline, look, self.colours[run.role])

    def _places(self, run: Run, x: float) -> tuple[float, ...]:
        """Return the place of each letter where kerning or spacing moves one, otherwise of the first alone.

        The engine sets the letters of a drawing one by one and knows no kerning.
        """
        width = self.width_of(run)
        natural, places, moved = 0.0, [], False
        for at, character in enumerate(run.text):
            own = width(character)
            place = width(run.text[: at + 1]) - own
            moved = moved or abs(place - natural) > _SHIFT
            places.append(x + place)
            natural += own
        return tuple(places) if moved else (x,)
