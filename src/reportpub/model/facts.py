"""The reported numbers: a fact is written once and cited by id from text, tables and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from reportpub.findings import Span
from reportpub.model.arithmetic import Claim
from reportpub.model.qualifiers import Bound

Words = tuple[str, str]
"""The same thing said in Chinese and in English."""


class Scale(StrEnum):
    """The Chinese power of ten a value is printed at."""

    TEN = "十"
    HUNDRED = "百"
    THOUSAND = "千"
    WAN = "万"
    YI = "亿"
    TENTHS = "成"


POWERS = {
    Scale.TEN: 1,
    Scale.HUNDRED: 2,
    Scale.THOUSAND: 3,
    Scale.WAN: 4,
    Scale.YI: 8,
    Scale.TENTHS: 1,
}
"""The power of ten each scale stands for; 成 is ten per cent."""


class Style(StrEnum):
    """Whether Chinese prints Arabic figures or Han numerals (GB/T 15835-2011, 4 and 5)."""

    FIGURES = "figures"
    WORDS = "words"


class Direction(StrEnum):
    """Which way a compared value moved."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Kind(StrEnum):
    """What a unit counts: heads, turns of heads, cases, or other things; none of them stands for another."""

    PERSONS = "persons"
    TIMES = "times"
    CASES = "cases"
    THINGS = "things"


RESERVED_UNITS = ("CNY", "percent", "point", "rank", "ordinal", "first", "year", "list-size")
"""Units the wording itself knows; every other unit is declared under `units`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: the Chinese classifier and the English noun."""

    id: str
    zh: str
    en: str
    plural: str
    kind: Kind = Kind.THINGS


@dataclass(frozen=True, slots=True)
class Change:
    """That a fact tells how another value moved; `of` is its id, or a few words where it is not reported."""

    of: str
    direction: Direction
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One reported number, exact, with what is needed to say it in either language.

    `value` is in base units (元, 件, per cent); `scale` and `decimals` tell how Chinese prints it. A value
    with an `expr` was computed from other facts. `last` is the value of the year before.
    One that is not `revised` still has the value of the year before, in a report begun from the last one.
    `qualifier`, `among` and `label` are pairs of Chinese and English words; `bound` is which way the
    qualifier lets the true value lie. `counts` is the unit that an ordinal, a first or a list is about: the
    sixth edition, the first court, the ten cases.
    """

    id: str
    label: Words
    value: Decimal
    unit: str
    period: str
    counts: str = ""
    scale: Scale | None = None
    decimals: int = 0
    style: Style = Style.FIGURES
    qualifier: Words | None = None
    among: Words | None = None
    change: Change | None = None
    cumulative: bool = False
    source: str = ""
    expr: str = ""
    last: Decimal | None = None
    bound: Bound | None = None
    revised: bool = True
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Something declared to hold between facts; `accept` is the reason why it may fail in this report."""

    id: str
    holds: str
    claim: Claim
    accept: str = ""
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class FactBook:
    """All facts of a report, the units they count in, and the relations declared between them."""

    units: Mapping[str, Unit]
    facts: Mapping[str, Fact]
    relations: tuple[Relation, ...] = ()
