"""What a file of translations says once it is read: units by id, and which report it is of."""

from __future__ import annotations

from dataclasses import dataclass, field

NAMESPACE = "reportpub"


@dataclass(frozen=True, slots=True)
class Returned:
    """One text as it came back: `source` is the Chinese it was shown with, `ready` that it was approved."""

    id: str
    source: str
    target: str
    ready: bool = False
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The units of a file in order; `scope` is what was asked for, all texts or those that wait."""

    file: str
    report: str
    scope: str
    units: tuple[Returned, ...]
    digests: tuple[tuple[str, str], ...] = ()


def about(report: str, scope: str) -> str:
    """Return the line by which a file is known again."""
    return f"{NAMESPACE} report={report} scope={scope}"


def known(line: str) -> tuple[str, str]:
    """Return the report and the scope that such a line tells, empty where it tells none."""
    words = line.split()
    if NAMESPACE not in words:
        return "", ""
    told = dict(word.partition("=")[::2] for word in words if "=" in word)
    return told.get("report", ""), told.get("scope", "")
