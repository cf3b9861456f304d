"""A list of terms by itself, for texts in no project: a terms.yaml, or lines of Chinese, tab, English."""

from __future__ import annotations

from collections.abc import Mapping as Map
from pathlib import Path

from reportpub.findings import Finding, Span, error, in_order
from reportpub.inputs import Inputs
from reportpub.model.terms import Term
from reportpub.nodes import Mapping, read
from reportpub.sentences import say
from reportpub.source.termbook import term_book
from reportpub.source.texts import Problems

_YAML = frozenset([".yaml", ".yml"])


def read_terms(path: Path, inputs: Inputs) -> tuple[Map[str, Term], tuple[Finding, ...]]:
    """Return the terms of a file and what is wrong with it; `Refused` when it cannot be read.

    A file that is no YAML has a term on each line: the Chinese, a tab, the English, and after more tabs
    English wordings to avoid. Empty lines and lines that begin with # count for nothing.
    """
    text = inputs.read_text(path)
    if path.suffix.lower() not in _YAML:
        return _table(text, str(path))
    root, found = read(text, str(path))
    problems = Problems()
    problems.add(*found)
    terms = term_book(root, problems) if isinstance(root, Mapping) else {}
    return terms, in_order(tuple(problems.found))


def _table(text: str, shown: str) -> tuple[Map[str, Term], tuple[Finding, ...]]:
    terms: dict[str, Term] = {}
    found: list[Finding] = []
    for at, line in enumerate(text.splitlines(), 1):
        zh, *en = (cell.strip() for cell in line.split("\t"))
        if not line.strip() or zh.startswith("#"):
            continue
        span = Span(shown, at)
        if not zh or not en or not en[0]:
            hint = say("write the Chinese, a tab, and the English")
            found.append(error("pair/terms", say("line {at} has no two columns", at=at), span, hint))
            continue
        avoid = tuple(filter(None, en[1:]))
        terms[zh] = Term(id=zh, zh=zh, en=en[0], kind="term", avoid_en=avoid, span=span)
    return terms, tuple(found)
