"""The sheet itself: numbered lines under the chapters they belong to, and what has gone since last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from reportpub.callsheet.calls import Call, Mention
from reportpub.edition.digits import digits
from reportpub.edition.periods import en_period, zh_period
from reportpub.model.facts import Fact, FactBook, Words
from reportpub.model.text import Lang

_UNITS: Mapping[str, Words] = {
    "CNY": ("元", "yuan"),
    "percent": ("%", ""),
    "point": ("个百分点", "percentage points"),
    "rank": ("第", "rank"),
    "ordinal": ("第", "no."),
    "first": ("第", "no."),
    "year": ("年", "year"),
    "list-size": ("（项数）", "items listed"),
}

_ORDER = frozenset({"rank", "ordinal", "first"})
"""Units that say a place in an order, before the number in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure to tick: its number, its page, what each language says, and the exact value behind both."""

    number: int
    page: str
    chapter: str
    block: str
    fact: str
    zh: Mention | None
    en: Mention | None
    value: str
    qualifier: str
    period: Words
    source: Words
    was: str = ""
    """What the last version said, where this says something else; empty where nothing is compared."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A figure that the last version had and this one does not."""

    fact: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything on the sheet; `chapters` are the titles by id, `since` names the version compared with."""

    title: Words
    edition: str
    date: str
    chapters: Mapping[str, Words]
    lines: tuple[Line, ...]
    every: tuple[Line, ...]
    """All figures of the report, also where only the changed ones are listed."""
    gone: tuple[Gone, ...] = ()
    since: str = ""


def source_letters(found: Sequence[Line]) -> Mapping[Words, str]:
    """Return a letter for each source in the order in which lines name it: A to Z, then AA.

    Few offices give most figures, and their names in both languages would make every line six lines high.
    """
    named = dict.fromkeys(line.source for line in found if any(line.source))
    return {source: _letter(at) for at, source in enumerate(named)}


def both_ways(source: Words) -> Words:
    """Return a source in each language; where one text says both, a raised dot stands between them."""
    if source[0] != source[1]:
        return source
    zh, _, en = source[0].partition("·")
    return zh.strip(), en.strip()


def _letter(at: int) -> str:
    before, last = divmod(at, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def lines(
    called: Sequence[Call], pages: Sequence[str], book: FactBook, sources: Mapping[str, Words]
) -> tuple[Line, ...]:
    """Return a line for each call; `pages` stand beside the calls, `sources` are by block.

    A fact's own source comes before that of the table or chart it stands in.
    """
    return tuple(
        _line(number, call, page, book, sources.get(call.block, ("", "")))
        for number, (call, page) in enumerate(zip(called, pages, strict=True), start=1)
    )


def _line(number: int, call: Call, page: str, book: FactBook, source: Words) -> Line:
    fact = book.facts[call.fact]
    return Line(
        number=number,
        page=page,
        chapter=call.chapter,
        block=call.block,
        fact=call.fact,
        zh=call.said.get(Lang.ZH),
        en=call.said.get(Lang.EN),
        value=exact(fact, book),
        qualifier=" / ".join(filter(None, fact.qualifier or ())),
        period=(zh_period(fact.period), en_period(fact.period)) if fact.period else ("", ""),
        source=(fact.source, fact.source) if fact.source else source,
    )


def exact(fact: Fact, book: FactBook) -> str:
    """Return the value behind the words, every digit of it, with its unit in both languages."""
    zh, en = _UNITS.get(fact.unit) or _counted(fact, book)
    value = digits(fact.value, fact.decimals if fact.scale is None else 0, ",")
    sign = "↓ " if fact.change is not None and fact.change.direction == "down" else ""
    if fact.unit in _ORDER:
        return f"{zh} {value} / {en} {value}"
    gap = "" if zh == "%" else " "
    return f"{sign}{value}{gap}{zh}" + (f" {en}" if en else "")


def _counted(fact: Fact, book: FactBook) -> Words:
    unit = book.units.get(fact.unit)
    if unit is None:
        return "", fact.unit
    return unit.zh, unit.en if fact.value == 1 else unit.plural
