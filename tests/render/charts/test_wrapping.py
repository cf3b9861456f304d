"""Lines break where Chinese and English may break, and only there as long as there is room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.render.charts.scale import fit, spread
from reportpub.render.charts.wrapping import fits, pieces, wrap


def width(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专利授权", ["专", "利", "授", "权"]),
        ("（件）数", ["（件）", "数"]),
        ("2024年底", ["2024年", "底"]),
        ("PCT国际", ["PCT", "国", "际"]),
        ("year-end cases", ["year-", "end ", "cases"]),
        ("3-5 years", ["3-5 ", "years"]),
    ],
)
def test_lines_may_end_after_these_pieces(text: str, expected: list[str]) -> None:
    assert list(pieces(text)) == expected


def test_lines_are_as_even_as_can_be() -> None:
    assert wrap("a bb cc dd e", 10, width) == ("a bb cc", "dd e")
    assert wrap("知识产权保护", 5, width) == ("知识产", "权保护")


def test_a_word_wider_than_the_limit_is_broken_and_reported() -> None:
    assert wrap("internationalization", 7, width) == ("interna", "tionali", "zation")
    assert not fits("internationalization", 7, width)


@given(st.text("知识产权，（）ab 12", min_size=1), st.integers(2, 12))
def test_nothing_is_lost_and_nothing_runs_over(text: str, limit: int) -> None:
    lines = wrap(text, limit, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= limit for line in lines)


@given(st.lists(st.tuples(st.integers(-(10**6), 10**6), st.floats(0, 40)), max_size=6))
def test_bars_and_their_words_fit_the_room(ends: list[tuple[int, float]]) -> None:
    scale = fit(100, ends)
    for value, words in ends:
        end = scale.zero + value * scale.unit
        assert (end if value >= 0 else end - words) >= -1e-6
        assert (end + words if value >= 0 else end) <= 100 + 1e-6


@given(st.lists(st.tuples(st.floats(-50, 300), st.floats(1, 20)), min_size=1, max_size=8))
def test_labels_pushed_apart_keep_their_order_and_their_room(labels: list[tuple[float, float]]) -> None:
    tops, heights = [top for top, _ in labels], [height for _, height in labels]
    placed = spread(tops, heights, 200, 1)
    order = sorted(zip(placed, heights, strict=True))
    assert order[0][0] >= -1e-6
    assert order[-1][0] + order[-1][1] <= 200 + 1e-6
    assert all(a + h <= b + 1e-6 for (a, h), (b, _) in pairwise(order))


def test_labels_with_room_stay_where_they_belong() -> None:
    assert spread([50, 10], [10, 10], 200) == (50, 10)
