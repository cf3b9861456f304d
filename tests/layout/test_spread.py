"""The measures of a cover follow from pages, paper and flaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.findings import Span
from reportpub.layout.spread import spread
from reportpub.model.job import Binding, Job

HERE = Span("report.yaml")


@pytest.mark.parametrize(
    ("pages", "caliper", "spine", "worded"),
    [(92, 0.11, 5.06, True), (56, 0.11, 3.08, False), (400, 0.1, 20.0, True), (48, 0.28, 6.72, True)],
)
def test_the_spine_is_half_the_pages_times_a_leaf(
    pages: int, caliper: float, spine: float, *, worded: bool
) -> None:
    cover = spread(Job(caliper_mm=caliper, span=HERE), pages)
    assert cover.spine == pytest.approx(spine)
    assert cover.worded is worded
    assert cover.width == pytest.approx(420 + spine)
    assert [*cover.folds] == pytest.approx([210, 210 + spine])


def test_flaps_stand_outside_and_are_folded_too() -> None:
    cover = spread(Job(caliper_mm=0.1, flaps_mm=80, span=HERE), 100)
    assert cover.width == pytest.approx(2 * 290 + 5)
    assert [*cover.folds] == pytest.approx([80, 290, 295, 505])


def test_a_stitched_cover_has_one_fold_and_no_spine() -> None:
    cover = spread(Job(caliper_mm=0.1, binding=Binding.SADDLE, span=HERE), 48)
    assert (cover.spine, cover.worded, cover.folds) == (0, False, (210,))


@given(pages=st.integers(4, 2000), caliper=st.floats(0.03, 0.9), flaps=st.floats(0, 150))
def test_the_parts_add_up_to_the_sheet(pages: int, caliper: float, flaps: float) -> None:
    cover = spread(Job(caliper_mm=caliper, flaps_mm=flaps, span=HERE), pages)
    assert cover.front + cover.trim[0] + cover.flaps == pytest.approx(cover.width)
    assert sorted(cover.folds) == list(cover.folds)
