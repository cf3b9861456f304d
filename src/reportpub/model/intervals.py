"""Where a value lies: exact fractions between a lowest and a highest, both included.

Source: the arithmetic of intervals as IEEE 1788 defines it, for closed intervals that hold no zero divisor.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """Everything from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, value: Decimal | Fraction | int) -> Interval:
        """Return the interval of one exact value."""
        return cls(Fraction(value), Fraction(value))

    def __add__(self, other: Interval) -> Interval:
        """Return where the sum lies."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """Return where the difference lies."""
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        """Return where the product lies."""
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Return where the quotient lies; `ZeroDivisionError` when the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        return self * Interval(1 / other.high, 1 / other.low)

    def meets(self, other: Interval) -> bool:
        """Tell whether the two may be the same value."""
        return self.low <= other.high and other.low <= self.high

    def holds_whole(self) -> bool:
        """Tell whether a whole number lies within."""
        return -(-self.low.numerator // self.low.denominator) <= self.high
