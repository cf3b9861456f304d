"""All breaches of a document, and its demerits per line for each class of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import quantiles

from reportpub.checks.typography.beside import side_by_side
from reportpub.checks.typography.blanks import blank_feet
from reportpub.checks.typography.breaches import Breach
from reportpub.checks.typography.chinese import chinese
from reportpub.checks.typography.columns import Place, body
from reportpub.checks.typography.english import english
from reportpub.checks.typography.glyphs import pages
from reportpub.checks.typography.pages import page_rules
from reportpub.checks.typography.rows import rows
from reportpub.checks.typography.rules import FEW_LINES, NARROW_CHINESE, NARROW_ENGLISH, RULES

_NARROWEST = 8.0
"""em; what is narrower is a cell, not text."""


@dataclass(frozen=True)
class Sheet:
    """What was found: breaches, each with the class of its line or `pages`, and lines by class."""

    found: tuple[tuple[str, Breach], ...]
    lines: Mapping[str, int]

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Return all breaches."""
        return tuple(one for _, one in self.found)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Return how often each rule is broken."""
        return Counter(one.rule for one in self.breaches)

    @cached_property
    def total(self) -> int:
        """Return the number of lines."""
        return sum(self.lines.values())

    @cached_property
    def demerits(self) -> Mapping[str, float]:
        """Return the demerits per line of classes with lines enough, and the part of lines off the grid."""
        sums: Counter[str] = Counter()
        for kind, one in self.found:
            sums[kind] += RULES[one.rule].weight  # type: ignore[assignment]  # weights may be fractions
        shared = sums["pages"] / self.total if self.total else 0.0
        graded = {k: sums[k] / count + shared for k, count in self.lines.items() if count >= FEW_LINES}
        if self.total >= FEW_LINES:
            graded["off-grid"] = self.counts.get("off-grid", 0) / self.total
        return graded


def judge(data: bytes) -> Sheet:
    """Return what is wrong with the typography of a PDF."""
    sheets = list(pages(data))
    lines = [row for page in sheets for row in rows(page)]
    text = body(lines)
    counted: Counter[str] = Counter()
    found: list[tuple[str, Breach]] = []
    for chain in text.chains:
        judged = [place for place in chain if place.measure >= _NARROWEST]
        kinds = dict(_classes(judged))
        counted.update(kinds.values())
        by_row = {id(place.row): kind for place in judged if (kind := kinds.get(id(place.row)))}
        for place in judged:
            if place.row.chinese and place.column.chinese:
                found += ((by_row[id(place.row)], one) for one in chinese(place))
        latin = [place for place in judged if not place.column.chinese]
        if latin:
            usual = _english_class(latin)
            found += ((usual, one) for one in english(latin))
    found += (("pages", one) for one in page_rules(text, lines, [page.height for page in sheets]))
    found += (("pages", one) for one in side_by_side(text))
    found += (("pages", one) for one in blank_feet(text, lines, sheets))
    return Sheet(tuple(found), counted)


def _classes(judged: list[Place]) -> Iterator[tuple[int, str]]:
    """Yield the class of each line that rules apply to, by its identity."""
    latin = [place for place in judged if not place.column.chinese]
    usual = _english_class(latin) if latin else ""
    for place in judged:
        if place.row.chinese and place.column.chinese:
            yield id(place.row), "zh-narrow" if place.measure < NARROW_CHINESE else "zh-wide"
        elif not place.row.chinese and not place.column.chinese:
            yield id(place.row), usual


def _english_class(latin: list[Place]) -> str:
    """Return whether the lines of an English column are wide or narrow, by the characters of full ones."""
    lengths = [len(place.row.said) for place in latin if not place.last] or [0, 0]
    full = quantiles(lengths, n=10)[-2] if len(lengths) > 1 else lengths[0]
    return "en-narrow" if full < NARROW_ENGLISH else "en-wide"
