"""A fact against the year before: last year's value as a fact, and the distance between the two as one.

The distance is computed and therefore rounded, to two decimals, half away from zero; no other wording is.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext

from reportpub.edition.fact_forms import YEAR_ON_YEAR
from reportpub.model.facts import Change, Direction, Fact

DECIMALS = 2
"""Decimals of a computed distance, as status reports print them."""

_DIGITS = 60
"""Significant digits while a distance is computed; no reported number has a third of them."""


def last_year(fact: Fact) -> Fact:
    """Return the fact as it was the year before; how exact that value was is not kept."""
    assert fact.last is not None, "the form is refused where there is no such value"  # noqa: S101
    return replace(fact, value=fact.last, qualifier=None, bound=None, last=None)


def distance(fact: Fact) -> Fact:
    """Return how far a fact is from the year before: in percentage points for rates, else in per cent."""
    assert fact.last is not None, "the form is refused where there is no such value"  # noqa: S101
    rate = fact.unit in ("percent", "point")
    with localcontext(prec=_DIGITS):
        moved = fact.value - fact.last if rate else (fact.value - fact.last) / abs(fact.last) * 100
        moved = moved.quantize(Decimal(1).scaleb(-DECIMALS), ROUND_HALF_UP)
    way = Direction.FLAT if not moved else Direction.DOWN if moved < 0 else Direction.UP
    return Fact(
        id=fact.id,
        label=fact.label,
        value=abs(moved),
        unit="point" if rate else "percent",
        period=fact.period,
        decimals=DECIMALS,
        change=Change(fact.id, way, YEAR_ON_YEAR),
        span=fact.span,
    )
