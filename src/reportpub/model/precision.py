"""How exact a printed figure is: where its true value lies, and how a computed one is rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reportpub.model.facts import POWERS, RESERVED_UNITS, Fact, Scale
from reportpub.model.intervals import Interval
from reportpub.model.qualifiers import Bound

_MEASURES = frozenset({"percent", "point"})
"""Units whose figures are rounded even when they show no decimals: 87% may be 86.9."""


def place(scale: Scale | None, decimals: int) -> int:
    """Return the power of ten of the last digit that is printed."""
    return (POWERS[scale] if scale is not None else 0) - decimals


def lies(fact: Fact) -> Interval:
    """Return where the true value of a fact lies.

    A plain figure is rounded to its last printed digit, “over” never lies below it and “nearly” never above.
    Counts without a scale are exact.
    """
    exact = Fraction(fact.value)
    step = Fraction(10) ** place(fact.scale, fact.decimals)
    match fact.bound:
        case None:
            counted = fact.unit not in RESERVED_UNITS and fact.scale is None
            if counted or (fact.unit not in _MEASURES and fact.scale is None):
                return Interval(exact, exact)
            return Interval(exact - step / 2, exact + step / 2)
        case Bound.OVER:
            return Interval(exact, exact + max(step, _last_digit(fact.value)))
        case Bound.UNDER:
            return Interval(exact - max(step, _last_digit(fact.value)), exact)
        case Bound.ABOUT:
            about = max(step, _last_digit(fact.value))
            return Interval(exact - about, exact + about)
        case Bound.VAGUE:
            return Interval(2 * exact, 10 * exact)


def _last_digit(value: Decimal) -> Fraction:
    """Return the unit of the last digit that is not zero: 100 for 6100."""
    exponent = value.normalize().as_tuple().exponent
    return Fraction(10) ** exponent if isinstance(exponent, int) else Fraction(1)


def rounded(value: Fraction, last: int, bound: Bound | None) -> Decimal:
    """Return a computed value at its last printed digit, a power of ten, on the side its qualifier promises.

    What is printed as “over” was rounded down and as “nearly” up, so that the claim stays true; all else is
    rounded to the nearest, halves away from zero.
    """
    steps = value / Fraction(10) ** last
    match bound:
        case Bound.OVER:
            whole = steps.__floor__()
        case Bound.UNDER:
            whole = steps.__ceil__()
        case _:
            whole = int((2 * abs(steps) + 1) // 2) * (1 if steps >= 0 else -1)
    sign, digits = int(whole < 0), tuple(map(int, str(abs(whole))))
    # Built from its digits: no decimal context can round it again.
    return Decimal((sign, digits + (0,) * last, 0)) if last >= 0 else Decimal((sign, digits, last))
