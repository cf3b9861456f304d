"""One number as a text says it: its value, what it measures, and how exactly it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reportpub.model.qualifiers import Bound


class Measure(StrEnum):
    """What a number measures, as far as its own words tell."""

    NUMBER = "number"
    PERCENT = "percent"
    POINT = "percentage points"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time of day"
    CODE = "code"


class Weight(StrEnum):
    """Whether a number must have its like in the other language, or only may serve as one."""

    FIRM = "firm"
    SOFT = "soft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a text, by characters from `start` to `end`, its qualifier and unit included.

    `value` is in base units: 元, per cent, hours of the day. `last` is the power of ten of the last digit that is
    said. `also` are other values the same words may mean: a decade is ten years, 增长一倍 is twice as much.
    `hedged` says that a word beside it makes its bound a matter of style (达, up to), so that nobody judges it.
    `unit` is the classifier, the noun or the currency; `turn` is +1 or -1 where the words say up or down.
    """

    value: Fraction
    measure: Measure
    start: int
    end: int
    text: str
    weight: Weight = Weight.FIRM
    unit: str = ""
    last: int = 0
    bound: Bound | None = None
    hedged: bool = False
    also: tuple[Fraction, ...] = ()
    turn: int = 0
    code: str = ""

    @property
    def values(self) -> tuple[Fraction, ...]:
        """Return every value the words may mean, the plain one first."""
        return (self.value, *self.also)


PROPORTIONS = frozenset({Measure.PERCENT, Measure.POINT, Measure.MULTIPLE})
"""Measures that are said in per cent: 三成, one third, double."""

CALENDAR = frozenset({Measure.MONTH, Measure.DAY, Measure.TIME})
"""Measures that one language often leaves to the context of the other."""
