"""Bilingual texts out of nodes: which languages are there, and what their marks say."""

from __future__ import annotations

from reportpub.findings import Finding, Span, error
from reportpub.model.blocks import Status
from reportpub.model.text import Bilingual, Lang, Passage
from reportpub.nodes import Mapping, Node, Scalar
from reportpub.sentences import say
from reportpub.source.markup import parse


class Problems:
    """Findings gathered while nodes become a model; builders add and go on."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[Finding] = []
        self.dropped: set[str] = set()
        """Ids of facts, terms and blocks that stand in a file but could not be read."""
        self.unread: set[str] = set()
        """Files nothing could be read from, as findings name them."""

    def add(self, *findings: Finding) -> None:
        """Keep findings for the end."""
        self.found += findings

    def join(self, others: Problems) -> None:
        """Keep what was gathered elsewhere, too."""
        self.found += others.found
        self.dropped |= others.dropped
        self.unread |= others.unread


def both(node: Node, status: Status, problems: Problems) -> Bilingual:
    """Return the text under `zh` and `en` of a mapping; a plain text serves both languages."""
    if isinstance(node, Scalar):
        return Bilingual(_passage(node, Lang.ZH, problems), _passage(node, Lang.EN, problems))
    assert isinstance(node, Mapping), "shapes are checked before texts are read"  # noqa: S101
    if all(not word(node, lang.key).strip() for lang in Lang):
        hint = say("write it under “zh” and “en”")
        problems.add(
            error("source/no-text", say("this text says nothing in either language"), node.span, hint)
        )
        return nothing(node.span)
    return Bilingual(
        _language(node, Lang.ZH, Status.FINAL, problems), _language(node, Lang.EN, status, problems)
    )


def optional(node: Mapping, key: str, status: Status, problems: Problems) -> Bilingual | None:
    """Return the bilingual text under a key, if there is one."""
    below = node.get(key)
    return None if below is None else both(below, status, problems)


def word(node: Mapping, key: str, default: str = "") -> str:
    """Return the plain word under a key."""
    below = node.get(key)
    return below.text if isinstance(below, Scalar) else default


def nothing(span: Span) -> Bilingual:
    """Return a text that says nothing yet, where a broken one had to be dropped."""
    return Bilingual(Passage(Lang.ZH, (), span), Passage(Lang.EN, (), span))


def _language(node: Mapping, lang: Lang, status: Status, problems: Problems) -> Passage | None:
    below = node.get(lang.key)
    if isinstance(below, Scalar) and not below.empty:
        return _passage(below, lang, problems)
    if status is not Status.MISSING:
        name = say("Chinese") if lang is Lang.ZH else say("English")
        hint = say("write it under “{key}”", key=lang.key)
        if lang is Lang.EN:
            hint = say(
                "{hint}, or say “status: missing” on the block until the translation is there", hint=hint
            )
        problems.add(
            error("source/missing-language", say("this text has no {name}", name=name), node.span, hint)
        )
    return None


def _passage(node: Scalar, lang: Lang, problems: Problems) -> Passage:
    passage, found = parse(node.text, lang, node.span)
    problems.add(*found)
    return passage
