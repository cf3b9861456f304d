"""Last year's value and the distance to it, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.edition.figures_in_words import in_words, why_not
from reportpub.edition.growth import distance
from reportpub.findings import Span
from reportpub.model.facts import Direction, Fact, Scale, Unit
from reportpub.model.text import Lang

UNITS = {"case": Unit("case", "件", "case", "cases")}


def fact(value: str, last: str | None, unit: str = "case", **more: object) -> Fact:
    before = None if last is None else Decimal(last)
    said = {"id": "f", "label": ("", ""), "period": "2025", "span": Span("facts.yaml")} | more
    return Fact(value=Decimal(value), last=before, unit=unit, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "last", "growth"),
    [
        (fact("83308", "91087"), ["91087件", "91,087 cases"], ["−8.54%", "−8.54%"]),
        (
            fact("106.19", "103.83", "percent", decimals=2),
            ["103.83%", "103.83%"],
            ["+2.36个百分点", "+2.36 pp"],
        ),
        (fact("2", "1", "case"), ["1件", "1 case"], ["+100.00%", "+100.00%"]),
        (fact("7", "7", "case"), ["7件", "7 cases"], ["0.00%", "0.00%"]),
        (
            fact("8850000000", "8000000000", "CNY", scale=Scale.YI, decimals=1, qualifier=("超", "over")),
            ["80.0亿元", "RMB 8 billion"],
            ["+10.63%", "+10.63%"],
        ),
    ],
)
def test_last_year_and_the_distance_to_it(one: Fact, last: list[str], growth: list[str]) -> None:
    assert [in_words(one, "last", lang, UNITS) for lang in Lang] == last
    assert [in_words(one, "growth", lang, UNITS) for lang in Lang] == growth


@pytest.mark.parametrize(
    ("one", "form"),
    [
        (fact("1", None), "last"),
        (fact("1", None), "growth"),
        (fact("1", "2", "rank"), "growth"),
        (fact("1", "0"), "growth"),
    ],
)
def test_what_cannot_be_compared_says_why(one: Fact, form: str) -> None:
    assert why_not(one, form)


@given(st.decimals("0.01", "1e12", places=2), st.decimals("0.01", "1e12", places=2))
def test_a_distance_is_never_off_by_more_than_half_a_unit_of_its_last_place(
    value: Decimal, last: Decimal
) -> None:
    moved = distance(fact(str(value), str(last)))
    sign = -1 if moved.change and moved.change.direction is Direction.DOWN else 1
    assert abs(sign * moved.value / 100 * last - (value - last)) <= last * Decimal("0.00005")
