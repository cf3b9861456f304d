"""The reported numbers: a fact is written once and cited by id from text, tables and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from reportpub.findings import Span

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


class Style(StrEnum):
    """Whether Chinese prints Arabic figures or Han numerals (GB/T 15835-2011, 4 and 5)."""

    FIGURES = "figures"
    WORDS = "words"


class Direction(StrEnum):
    """Which way a compared value moved."""

    UP = "up"
    DOWN = "down"


RESERVED_UNITS = ("CNY", "percent", "point", "rank", "ordinal", "first", "year", "list-size")
"""Units the wording itself knows; every other unit is declared under `units`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: the Chinese classifier and the English noun."""

    id: str
    zh: str
    en: str
    plural: str


@dataclass(frozen=True, slots=True)
class Change:
    """That a fact tells how another value moved; `of` is its id, or a few words where it is not reported."""

    of: str
    direction: Direction
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One reported number, exact, with what is needed to say it in either language.

    `value` is in base units (元, 件, per cent); `scale` and `decimals` tell how Chinese prints it.
    `qualifier`, `among` and `label` are pairs of Chinese and English words. `counts` is the unit that an
    ordinal, a first or a list is about: the sixth edition, the first court, the ten cases.
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
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class FactBook:
    """All facts of a report and the units they count in."""

    units: Mapping[str, Unit]
    facts: Mapping[str, Fact]
