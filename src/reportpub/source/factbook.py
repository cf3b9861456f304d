"""facts.yaml becomes the book of facts."""

from __future__ import annotations

import difflib
from decimal import Decimal

from reportpub.findings import error
from reportpub.model.facts import (
    RESERVED_UNITS,
    Change,
    Direction,
    Fact,
    FactBook,
    Scale,
    Style,
    Unit,
    Words,
)
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.source.conform import departures
from reportpub.source.shapes import FACT, FACTS_FILE
from reportpub.source.texts import Problems, word


def fact_book(root: Node, problems: Problems) -> FactBook:
    """Return the facts and units of a file; entries with problems are left out, their problems are kept."""
    problems.add(*departures(root, FACTS_FILE))
    units = {
        key.text: _unit(key.text, node) for key, node in _entries(root, "units") if isinstance(node, Mapping)
    }
    facts: dict[str, Fact] = {}
    for key, node in _entries(root, "facts"):
        if not isinstance(node, Mapping) or departures(node, FACT):
            problems.dropped.add(key.text)
            continue
        fact = _fact(key, node, problems)
        facts[fact.id] = fact
        for name in ("unit", "counts"):
            said = node.get(name)
            if said is None or word(node, name) in {*units, *RESERVED_UNITS}:
                continue
            near = difflib.get_close_matches(word(node, name), [*units, *RESERVED_UNITS], 1)
            hint = "add it under units with its Chinese classifier and English noun"
            hint = f"did you mean “{near[0]}”?" if near else hint
            message = f"there is no unit “{word(node, name)}”"
            problems.add(error("facts/unknown-unit", message, said.span, hint))
    return FactBook(units, facts)


def _entries(root: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
    below = root.get(key) if isinstance(root, Mapping) else None
    return below.entries if isinstance(below, Mapping) else ()


def _unit(name: str, node: Mapping) -> Unit:
    nouns = node.get("en")
    words = [n.text for n in nouns.items if isinstance(n, Scalar)] if isinstance(nouns, Sequence) else []
    return Unit(name, word(node, "zh"), words[0] if words else "", words[-1] if words else "")


def _fact(key: Scalar, node: Mapping, problems: Problems) -> Fact:
    change = node.get("change")
    return Fact(
        id=key.text,
        label=_words(node, "label", problems) or ("", ""),
        value=Decimal(word(node, "value")),
        unit=word(node, "unit"),
        period=word(node, "period"),
        scale=Scale(word(node, "scale")) if node.get("scale") else None,
        decimals=int(word(node, "decimals", "0")),
        style=Style(word(node, "style", "figures")),
        qualifier=_words(node, "qualifier", problems),
        among=_words(node, "among", problems),
        change=_change(change) if isinstance(change, Mapping) else None,
        counts=word(node, "counts"),
        cumulative=word(node, "cumulative") == "true",
        source=word(node, "source"),
        span=key.span,
    )


def _change(node: Mapping) -> Change:
    return Change(word(node, "of"), Direction(word(node, "direction")), word(node, "basis"))


def _words(node: Mapping, key: str, problems: Problems) -> Words | None:
    below = node.get(key)
    if not isinstance(below, Mapping):
        return None
    for lang, name in (("zh", "Chinese"), ("en", "English")):
        if not word(below, lang):
            hint = f"write it under “{lang}”"
            problems.add(error("facts/missing-language", f"this {key} has no {name}", below.span, hint))
    return word(below, "zh"), word(below, "en")
