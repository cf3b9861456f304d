"""Which columns of a table hold numbers, and so are set to the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportpub.model.blocks import Table
from reportpub.model.text import Lang, Shown, plain

_BEFORE = r"(RMB |[超近约逾]过?|over |more than |nearly |about |[+−–-])*"
_FIGURES = re.compile(_BEFORE + r"(\d[\d,. ]*\D{0,24}|数十\D{0,4}|dozens of .*)$|[—–-]$")
_DATE = re.compile(r"(截至)?\d{4}年|(19|20)\d\d$|end of \d{4}|\d{4}[—–]\d{4}")


def is_figures(words: str) -> bool:
    """Return whether a cell says a number, with what little may stand around one; a date is none."""
    words = words.strip()
    return bool(_FIGURES.match(words)) and not _DATE.match(words)


def numeric(table: Table[Shown], lang: Lang) -> tuple[bool, ...]:
    """Return for every column whether most of its cells are figures."""
    body = [row.cells for row in table.rows if not row.group]
    columns = range(len(table.columns))
    return figured([_words(row[c], lang) for row in body if c < len(row)] for c in columns)


def figured(columns: Iterable[Sequence[str]]) -> tuple[bool, ...]:
    """Return for the words of every column, without its head, whether most of them are figures."""
    return tuple(2 * sum(map(is_figures, column)) > len(column) for column in columns)


def _words(cell: Shown, lang: Lang) -> str:
    passage = cell.of(lang)
    return plain(passage.inlines) if passage else ""
