"""Waivers: faults of a press file that somebody has decided to print, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpub.findings import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One rule let through in one edition: on a page, on the pages of a block, or for the document."""

    rule: str
    edition: str
    reason: str
    by: str
    date: str = ""
    page: int = 0
    block: str = ""
    span: Span = field(compare=False)
