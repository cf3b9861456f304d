"""facts.yaml becomes the book of facts."""

from __future__ import annotations

import difflib
from collections.abc import Mapping as Pairs
from decimal import Decimal

from reportpub.findings import error
from reportpub.model.arithmetic import NotArithmetic, claim
from reportpub.model.facts import (
    RESERVED_UNITS,
    Change,
    Direction,
    Fact,
    FactBook,
    Kind,
    Relation,
    Scale,
    Style,
    Unit,
    Words,
)
from reportpub.model.qualifiers import Bound, bounds
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.sentences import say
from reportpub.source.computed import computed
from reportpub.source.conform import departures
from reportpub.source.shapes import FACT, FACTS_FILE, RELATION
from reportpub.source.texts import Problems, word


def fact_book(root: Node, problems: Problems) -> FactBook:
    """Return the facts and units of a file; entries with problems are left out, their problems are kept."""
    problems.add(*departures(root, FACTS_FILE))
    units = {
        key.text: _unit(key.text, node) for key, node in _entries(root, "units") if isinstance(node, Mapping)
    }
    sources = {key.text: node.text for key, node in _entries(root, "sources") if isinstance(node, Scalar)}
    facts: dict[str, Fact] = {}
    for key, node in _entries(root, "facts"):
        if not isinstance(node, Mapping) or departures(node, FACT):
            problems.dropped.add(key.text)
            continue
        fact = _fact(key, node, sources, problems)
        facts[fact.id] = fact
        for name in ("unit", "counts"):
            said = node.get(name)
            if said is None or word(node, name) in {*units, *RESERVED_UNITS}:
                continue
            near = difflib.get_close_matches(word(node, name), [*units, *RESERVED_UNITS], 1)
            hint = say("add it under units with its Chinese classifier and English noun")
            hint = say("did you mean “{near}”?", near=near[0]) if near else hint
            message = say("there is no unit “{word}”", word=word(node, name))
            problems.add(error("facts/unknown-unit", message, said.span, hint))
    valued, refused = computed(facts)
    problems.add(*refused)
    problems.dropped |= facts.keys() - valued.keys()
    relations = (_relation(key, node, problems) for key, node in _entries(root, "relations"))
    return FactBook(units, valued, tuple(r for r in relations if r is not None))


def _entries(root: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
    below = root.get(key) if isinstance(root, Mapping) else None
    return below.entries if isinstance(below, Mapping) else ()


def _unit(name: str, node: Mapping) -> Unit:
    nouns = node.get("en")
    words = [n.text for n in nouns.items if isinstance(n, Scalar)] if isinstance(nouns, Sequence) else []
    classifier = word(node, "zh")
    kind = Kind(word(node, "kind")) if node.get("kind") else _kind(classifier)
    return Unit(name, classifier, words[0] if words else "", words[-1] if words else "", kind)


def _kind(classifier: str) -> Kind:
    """Return what a classifier counts by itself: 人次 are turns, 名 are heads, 起 are cases."""
    if len(classifier) > 1 and classifier.endswith("次") and classifier != "批次":
        return Kind.TIMES
    return Kind.PERSONS if classifier in "人名位" else Kind.CASES if classifier in "起宗" else Kind.THINGS


def _fact(key: Scalar, node: Mapping, sources: Pairs[str, str], problems: Problems) -> Fact:
    change, expr = node.get("change"), word(node, "expr")
    qualifier = _words(node, "qualifier", problems)
    if isinstance(change, Mapping) and not expr and not change.get("direction"):
        hint = say("write direction: up or down; only a computed change tells it by its sign")
        problems.add(
            error("facts/direction", say("this change does not say which way it went"), change.span, hint)
        )
    return Fact(
        id=key.text,
        label=_words(node, "label", problems) or ("", ""),
        value=Decimal(word(node, "value", "0")),
        unit=word(node, "unit"),
        period=word(node, "period"),
        scale=Scale(word(node, "scale")) if node.get("scale") else None,
        decimals=int(word(node, "decimals", "0")),
        style=Style(word(node, "style", "figures")),
        qualifier=qualifier,
        among=_words(node, "among", problems),
        change=_change(change) if isinstance(change, Mapping) else None,
        counts=word(node, "counts"),
        cumulative=word(node, "cumulative") == "true",
        source=word(node, "source") or _source(key.text, sources),
        expr=expr,
        last=Decimal(word(node, "last")) if node.get("last") else None,
        bound=_bound(qualifier, node, problems) if qualifier else None,
        revised=word(node, "revised") != "false",
        span=key.span,
    )


def _source(name: str, sources: Pairs[str, str]) -> str:
    """Return who reported a fact, by the longest beginning of its id that has a source."""
    near = [prefix for prefix in sources if name == prefix or name.startswith(prefix + ".")]
    return sources[max(near, key=len)] if near else ""


def _bound(qualifier: Words, node: Mapping, problems: Problems) -> Bound | None:
    """Return which way a qualifier lets the true value lie; both languages must say the same."""
    zh, en = bounds(*qualifier)
    span = (node.get("qualifier") or node).span
    if zh is not None and en is not None and zh is not en:
        message = say(
            "“{chinese}” means {zh} and “{english}” means {en}",
            chinese=qualifier[0],
            zh=zh.said,
            english=qualifier[1],
            en=en.said,
        )
        problems.add(
            error("facts/qualifier-differs", message, span, say("let both languages claim the same"))
        )
    for said, bound in zip(qualifier, (zh, en), strict=True):
        if said and bound is None:
            hint = say(
                "write one of the words of docs/writing.md, such as 超, 余, 近, 约 or over, nearly, about"
            )
            problems.add(
                error("facts/qualifier", say("“{said}” is no qualifier of the table", said=said), span, hint)
            )
    return zh or en


def _change(node: Mapping) -> Change:
    return Change(word(node, "of"), Direction(word(node, "direction", "flat")), word(node, "basis"))


def _relation(key: Scalar, node: Node, problems: Problems) -> Relation | None:
    if not isinstance(node, Mapping) or departures(node, RELATION):
        return None
    holds = word(node, "holds")
    try:
        said = claim(holds)
    except NotArithmetic as wrong:
        hint = say("see “relations” in docs/writing.md; a minus stands between spaces")
        message = say("“{holds}” says nothing that can be checked: {wrong}", holds=holds, wrong=wrong)
        problems.add(error("facts/relation", message, (node.get("holds") or node).span, hint))
        return None
    return Relation(id=key.text, holds=holds, claim=said, accept=word(node, "accept"), span=key.span)


def _words(node: Mapping, key: str, problems: Problems) -> Words | None:
    below = node.get(key)
    if not isinstance(below, Mapping):
        return None
    for lang, name in (("zh", say("Chinese")), ("en", say("English"))):
        if not word(below, lang):
            hint = say("write it under “{lang}”", lang=lang)
            problems.add(
                error(
                    "facts/missing-language",
                    say("this {key} has no {name}", key=key, name=name),
                    below.span,
                    hint,
                )
            )
    return word(below, "zh"), word(below, "en")
