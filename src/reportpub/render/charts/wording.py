"""What a chart says: categories, series and values in the edition's languages, nothing twice."""

from __future__ import annotations

from itertools import zip_longest

from reportpub.edition.edition import Plot, PlotSeries, Point
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.charts.sheet import FIRST, SECOND, Line, Run, Sheet, Stack

_SEPARATORS = str.maketrans("", "", ", ，\u00a0\u2009\u202f")
_PALETTE = ("navy", "blue", "teal", "ochre", "slate", "grey")
"""From dark to light, so that neighbours differ in black and white too."""

_BETWEEN = Run("·", SECOND)
_GAP = 3.0


def role(at: int, point: Point | None = None) -> str:
    """Return the colour role of a series or a slice; what is highlighted is red."""
    return "red" if point and point.highlighted else _PALETTE[at % len(_PALETTE)]


def said(shown: Shown, languages: tuple[Lang, ...]) -> tuple[str, ...]:
    """Return a text in each language; a year reads the same in both, so it is said once."""
    texts = [" ".join(plain(p.inlines).split()) for lang in languages if (p := shown.of(lang))]
    first = texts[:1]
    return (*first, *(text for text in texts[1:] if text.strip() and text != first[0].removesuffix("年")))


def numbers(point: Point, languages: tuple[Lang, ...]) -> tuple[str, ...]:
    """Return the wordings of a value; those that differ only in separators are one."""
    kept: dict[str, str] = {}
    for lang in languages:
        if text := " ".join(point.words.get(lang, "").split()):
            kept.setdefault(text.translate(_SEPARATORS), text)
    return tuple(kept.values())


def category_runs(shown: Shown, languages: tuple[Lang, ...]) -> tuple[Run, ...]:
    """Return a category or a series label as runs: the other language smaller."""
    first, *rest = said(shown, languages) or ("",)
    return Run(first), *(Run(text, SECOND) for text in rest)


def value_runs(point: Point, languages: tuple[Lang, ...]) -> tuple[Run, ...]:
    """Return the wordings of a value as runs; that of the highlighted point is bold and red."""
    first, *rest = numbers(point, languages) or ("",)
    leading = Run(first, FIRST, bold=True, role="red") if point.highlighted else Run(first)
    return leading, *(Run(text, SECOND) for text in rest)


def stacked(sheet: Sheet, runs: tuple[Run, ...], limit: float) -> Stack:
    """Return runs one below the other, each wrapped within a limit."""
    return Stack(tuple(line for run in runs for line in sheet.wrapped(run, limit).lines))


def beside(sheet: Sheet, runs: tuple[Run, ...]) -> Line:
    """Return runs on one line with a dot between them."""
    joined = [runs[0]]
    for run in runs[1:]:
        joined += (_BETWEEN, run)
    return sheet.line(*joined, gap=_GAP)


def value_at_end(sheet: Sheet, point: Point, limit: float) -> Stack:
    """Return a value for the end of a bar: on one line when there is room."""
    runs = value_runs(point, sheet.languages)
    line = beside(sheet, runs)
    return Stack((line,)) if line.width <= limit else stacked(sheet, runs, limit)


Group = tuple[Shown, tuple[tuple[int, Point], ...]]
"""A category, and its points with the number of their series."""


def groups(plot: Plot) -> tuple[Group, ...]:
    """Return the points of all series by category, in the order of the plot."""
    found: list[Group] = []
    for points in zip_longest(*(series.points for series in plot.series)):
        members = tuple((at, point) for at, point in enumerate(points) if point is not None)
        found.append((members[0][1].category, members))
    return tuple(found)


def labelled(plot: Plot) -> tuple[tuple[int, PlotSeries, Shown], ...]:
    """Return the series that need telling apart: none when there is only one."""
    if len(plot.series) == 1:
        return ()
    return tuple((at, series, series.label) for at, series in enumerate(plot.series) if series.label)
