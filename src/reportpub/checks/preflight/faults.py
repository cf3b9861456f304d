"""What departs from a rule: where on which page, how much, against which limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportpub.findings import Severity
from reportpub.geometry import Box

MOST = 12
"""Faults of one rule on one page that are listed; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One departure from a rule.

    `page` counts from 1, 0 is the document. `box` is in mm from the top left corner of the trimmed page:
    left, top, right, bottom. `where` is the way to the object, `sample` text as it stands there.
    """

    rule: str
    severity: Severity
    page: int = 0
    box: Box | None = None
    value: str = ""
    limit: str = ""
    where: str = ""
    sample: str = ""
    detail: tuple[str, str] = ("", "")
    """More words on this one, in Chinese and in English."""


Count = tuple[str, Severity, int]
"""A rule, a severity and a page: what faults are counted by."""


@dataclass(slots=True)
class Faults:
    """Gathers faults: each rule has its severity, and what goes on and on is counted, not listed."""

    severities: Mapping[str, Severity | None]
    """Of every rule; nothing where the profile has switched the rule off."""
    listed: list[Fault] = field(default_factory=list)
    counted: Counter[Count] = field(default_factory=Counter)
    unchecked: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Rules that could not be judged, with the reason in Chinese and in English."""

    def add(  # noqa: PLR0913 - a keyword for each field of a fault
        self,
        rule: str,
        *,
        page: int = 0,
        box: Box | None = None,
        value: str = "",
        limit: str = "",
        where: str = "",
        sample: str = "",
        detail: tuple[str, str] = ("", ""),
        least: Severity | None = None,
    ) -> None:
        """Add a departure; `least` lowers the severity of the rule for a case that matters less."""
        own = self.severities[rule]
        if own is None:
            return
        severity = own if least is None else min(own, least)
        self.counted[rule, severity, page] += 1
        if self.counted[rule, severity, page] <= MOST:
            self.listed.append(
                Fault(
                    rule=rule,
                    severity=severity,
                    page=page,
                    box=box,
                    value=value,
                    limit=limit,
                    where=where,
                    sample=sample[:40],
                    detail=detail,
                )
            )

    def not_checked(self, rules: Iterator[str] | tuple[str, ...], why: tuple[str, str]) -> None:
        """Say that rules could not be judged, and why."""
        for rule in rules:
            if self.severities[rule] is not None:
                self.unchecked.setdefault(rule, why)
