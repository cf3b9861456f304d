"""terms.yaml becomes the terms by id."""

from __future__ import annotations

from collections.abc import Mapping as Map

from reportpub.model.terms import Term
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.source.conform import departures
from reportpub.source.shapes import TERM, TERMS_FILE
from reportpub.source.texts import Problems, word


def term_book(root: Node, problems: Problems) -> Map[str, Term]:
    """Return the terms of a file; entries with problems are left out, their problems are kept."""
    problems.add(*departures(root, TERMS_FILE))
    below = root.get("terms") if isinstance(root, Mapping) else None
    entries = below.entries if isinstance(below, Mapping) else ()
    terms: dict[str, Term] = {}
    for key, node in entries:
        if isinstance(node, Mapping) and not departures(node, TERM):
            terms[key.text] = _term(key, node)
        else:
            problems.dropped.add(key.text)
    return terms


def _term(key: Scalar, node: Mapping) -> Term:
    short, avoid = node.get("short"), node.get("avoid")
    return Term(
        id=key.text,
        zh=word(node, "zh"),
        en=word(node, "en"),
        kind=word(node, "kind"),
        short_zh=word(short, "zh") if isinstance(short, Mapping) else "",
        short_en=word(short, "en") if isinstance(short, Mapping) else "",
        draft=word(node, "draft") == "true",
        avoid_zh=_variants(avoid, "zh"),
        avoid_en=_variants(avoid, "en"),
        span=key.span,
    )


def _variants(node: Node | None, lang: str) -> tuple[str, ...]:
    below = node.get(lang) if isinstance(node, Mapping) else None
    return tuple(i.text for i in below.items if isinstance(i, Scalar)) if isinstance(below, Sequence) else ()
