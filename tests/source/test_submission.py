"""The submission of report.yaml: days as documents write them, and titles of a good shape."""

from __future__ import annotations

import pytest

from reportpub.source.submissionfile import day, shapely


def test_a_day_has_no_leading_zeros() -> None:
    assert day("2025-04-05") == "2025年4月5日"
    assert day("") == ""


@pytest.mark.parametrize(
    ("lengths", "good"),
    [
        ((13,), True),
        ((8, 12, 16), True),
        ((16, 12, 8), True),
        ((4, 13, 2), True),
        ((10, 10), False),
        ((12, 6, 12), False),
        ((21,), False),
    ],
)
def test_a_title_is_a_trapezoid_or_a_diamond(lengths: tuple[int, ...], *, good: bool) -> None:
    assert shapely(tuple("字" * length for length in lengths)) is good
