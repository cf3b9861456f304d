"""What holds for every chart: true lengths, words that are all there, and never one on top of another."""

from __future__ import annotations

from itertools import combinations
from math import asin, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.charts.drawn import (
    LANGUAGES,
    SVG,
    bare,
    boxes,
    drawing,
    point,
    rectangles,
    root,
    shown,
    text,
    values,
)

from reportpub.edition.edition import Plot, PlotSeries
from reportpub.model.blocks import ChartKind
from reportpub.model.text import Lang
from reportpub.render.charts.drawing import Drawing
from reportpub.render.charts.shapes import WHOLE

HAIRLINE = 0.5
ROUNDING = 0.011
"""pt."""

ZH = st.text("知识产权专利商标著作权登记申请海关法院，（）年度2024PCT", min_size=1, max_size=24)
EN = st.lists(
    st.sampled_from(
        [
            "patents",
            "of",
            "year-end",
            "administrative",
            "adjudication",
            "2024",
            "PCT",
            "I",
            "internationalization",
        ]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)
AMOUNT = st.one_of(st.integers(0, 20), st.integers(0, 10**9))


@st.composite
def plots(draw: st.DrawFn, amounts: st.SearchStrategy[int] = AMOUNT) -> Plot:
    categories = draw(st.lists(st.tuples(ZH, EN), min_size=1, max_size=12))
    several = draw(st.integers(1, 3))
    series = []
    for _ in range(several):
        points = []
        for zh, en in categories:
            value = draw(amounts)
            words = draw(
                st.sampled_from([(str(value), f"{value:,}"), (f"{value / 10000:.2f}万元", f"CNY {value:,}")])
            )
            points.append(point(zh, en, str(value), words, highlighted=draw(st.booleans())))
        series.append(PlotSeries(tuple(points), shown(draw(ZH), draw(EN)) if several > 1 else None))
    return Plot(tuple(series))


WIDTH = st.sampled_from([160.0, 250.0, 440.0])
LANGUAGE = st.sampled_from(list(LANGUAGES.values()))
KIND = st.sampled_from(list(ChartKind))
SIGNED = st.one_of(AMOUNT, st.integers(-(10**6), 10**6))


@settings(max_examples=150, deadline=None)
@given(KIND, plots(SIGNED), LANGUAGE, WIDTH)
def test_no_words_overlap_or_leave_the_drawing(
    kind: ChartKind, what: Plot, languages: tuple[Lang, ...], width: float
) -> None:
    made = drawing(kind, what, languages, width)
    placed = boxes(made)
    for box in placed:
        assert box.left >= -ROUNDING, box
        assert box.right <= made.width + ROUNDING, box
        assert box.top >= -1, box
        assert box.bottom <= made.height - 1 + ROUNDING, box
    for one, other in combinations(placed, 2):
        assert not one.overlaps(other), (one, other)


@settings(max_examples=80, deadline=None)
@given(KIND, plots(SIGNED), LANGUAGE, WIDTH)
def test_every_category_and_every_value_is_said(
    kind: ChartKind, what: Plot, languages: tuple[Lang, ...], width: float
) -> None:
    said = text(drawing(kind, what, languages, width))
    for series in what.series:
        for each in series.points:
            for lang in languages:
                passage = each.category.of(lang)
                assert passage is not None
                assert bare("".join(getattr(i, "text", "") for i in passage.inlines)) in said
                assert bare(each.words[lang]) in said


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([ChartKind.BAR, ChartKind.COLUMN]), plots(SIGNED), LANGUAGE, WIDTH)
def test_lengths_are_in_proportion_to_values(
    kind: ChartKind, what: Plot, languages: tuple[Lang, ...], width: float
) -> None:
    drawn = rectangles(drawing(kind, what, languages, width))
    amounts = [abs(v) for v in values(what)]
    lying = all(height in {10.0, 13.0} for _, height in drawn)
    lengths = [w if kind is ChartKind.BAR or lying else h for w, h in drawn]
    assert len(lengths) == len(amounts)
    if amounts:
        most = max(range(len(amounts)), key=amounts.__getitem__)
        for amount, length in zip(amounts, lengths, strict=True):
            true = amount / amounts[most] * lengths[most]
            assert length == pytest.approx(max(true, HAIRLINE), abs=2 * ROUNDING)


@settings(max_examples=40, deadline=None)
@given(plots(st.integers(1, 10**6)), LANGUAGE)
def test_points_of_a_line_lie_in_proportion_above_zero(what: Plot, languages: tuple[Lang, ...]) -> None:
    made = drawing(ChartKind.LINE, what, languages)
    heights = [float(e.attrib["cy"]) for e in root(made).iter(f"{SVG}circle")]
    if not heights:
        return  # no room for the words: drawn as bars
    zero = float(next(root(made).iter(f"{SVG}line")).attrib["y1"])
    amounts = values(what)
    most = max(range(len(amounts)), key=amounts.__getitem__)
    for amount, y in zip(amounts, heights, strict=True):
        assert zero - y == pytest.approx(amount / amounts[most] * (zero - heights[most]), abs=2 * ROUNDING)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 1000), min_size=2, max_size=8))
def test_parts_of_a_ring_turn_in_proportion(amounts: list[int]) -> None:
    series = PlotSeries(
        tuple(point(f"{n}号", f"No {n}", str(v), (str(v),) * 2) for n, v in enumerate(amounts))
    )
    turns = [_turn(e.attrib["d"]) for e in root(drawing(ChartKind.PIE, Plot((series,)))).iter(f"{SVG}path")]
    for amount, turn in zip(amounts, turns, strict=True):
        assert turn == pytest.approx(max(amount / sum(amounts) * WHOLE, 0.01), abs=0.02)


def _turn(way: str) -> float:
    """Return the angle of an arc from its chord; the flag says whether it is the larger one."""
    start, end = way[1:].split("A")
    radius, _, _, large, _, x2, y2 = map(float, end.split())
    x1, y1 = map(float, start.split())
    small = 2 * asin(min(1, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 / 2 / radius))
    return 2 * pi - small if large else small


@settings(max_examples=60, deadline=None)
@given(KIND, plots(SIGNED), LANGUAGE, WIDTH)
def test_every_mark_says_its_fill_and_its_stroke(
    kind: ChartKind, what: Plot, languages: tuple[Lang, ...], width: float
) -> None:
    made = drawing(kind, what, languages, width)
    for element in root(made).iter():
        if element.tag != f"{SVG}title":
            assert {"fill", "stroke"} <= element.attrib.keys(), element.tag
    assert _allowed(made)


def _allowed(made: Drawing) -> bool:
    """Return whether nothing is used that the press or the engine stumbles over."""
    return not any(word in made.svg for word in ("opacity", "Gradient", "filter", "text-anchor", "style="))
