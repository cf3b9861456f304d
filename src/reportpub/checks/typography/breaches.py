"""One breach of one rule at one place of a finished document."""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.checks.typography.rows import Row

EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Breach:
    """Which rule, where (page from 1, pt from its left and foot), in which words, and how far off."""

    rule: str
    page: int
    x: float
    y: float
    excerpt: str
    detail: str = ""


def breach(rule: str, row: Row, detail: str = "") -> Breach:
    """Return a breach of a rule in a line."""
    return Breach(rule, row.page, row.left, row.y, row.said[:EXCERPT], detail)
