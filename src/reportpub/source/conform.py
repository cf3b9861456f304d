"""The departures of a node from the shape its kind asks for, each a finding where it stands."""

from __future__ import annotations

import difflib
import re
from decimal import Decimal
from typing import assert_never

from reportpub.findings import Finding, Span, error
from reportpub.nodes import Mapping, Node, Scalar, Sequence
from reportpub.sentences import Sentence, listed, say
from reportpub.source.kinds import (
    Both,
    Choice,
    Either,
    Flag,
    Kind,
    Named,
    Number,
    Record,
    Several,
    Text,
    Word,
)


def departures(node: Node, kind: Kind) -> tuple[Finding, ...]:
    """Return every place where a node departs from a kind; none means that builders may rely on its shape."""
    match kind:
        case Text() | Word() | Choice() | Number() | Flag():
            return _scalar(node, kind)
        case Both(neutral):
            if isinstance(node, Scalar):
                return (
                    () if neutral and not node.empty else (_wrong(node, say("a text as {{zh: …, en: …}}")),)
                )
            return _record(node, _LANGUAGES)
        case Several(of, least):
            if not isinstance(node, Sequence):
                return (_wrong(node, say("a list, each item after a hyphen")),)
            few = () if len(node.items) >= least else (_few(node.span, least),)
            return (*few, *(f for item in node.items for f in departures(item, of)))
        case Named(word, of):
            if not isinstance(node, Mapping):
                return (_wrong(node, say("ids with their values")),)
            return tuple(
                f for key, value in node.entries for f in (*_scalar(key, word), *departures(value, of))
            )
        case Record():
            return _record(node, kind)
        case Either(first, second, want):
            for kind_of_node in (first, second):
                if _alike(node, kind_of_node):
                    return departures(node, kind_of_node)
            return (_wrong(node, want),)
        case _:
            assert_never(kind)


_WHOLE = re.compile(r"-?[0-9]{1,20}")
_DECIMAL = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,12})?")
_LANGUAGES = Record(say("text in both languages"), {})
"""Which languages must be there depends on the block's status, so the builders look."""


def _alike(node: Node, kind: Kind) -> bool:
    if isinstance(node, Mapping):
        return isinstance(kind, (Record, Named, Both))
    if isinstance(node, Sequence):
        return isinstance(kind, Several)
    return isinstance(kind, (Text, Word, Choice, Number, Flag))


def _record(node: Node, kind: Record) -> tuple[Finding, ...]:
    if not isinstance(node, Mapping):
        return (_wrong(node, say("a {name} with its keys", name=kind.name)),)
    if kind is _LANGUAGES:
        return tuple(f for key, value in node.entries for f in _language(key, value))
    found: list[Finding] = []
    meant: set[str] = set()
    for key, value in node.entries:
        field = kind.fields.get(key.text)
        if field is None:
            found.append(_unknown(key, kind, tuple(kind.fields)))
            meant.update(_near(key, tuple(kind.fields)))
        else:
            found += departures(value, field.kind)
    for name, field in kind.fields.items():
        # A misspelled key is told once, not a second time as missing.
        if field.required and node.get(name) is None and name not in meant:
            hint = say("add “{name}”: {doc}", name=name, doc=field.doc)
            found.append(
                error(
                    "source/missing-key",
                    say("this {name} has no “{key}”", name=kind.name, key=name),
                    node.span,
                    hint,
                )
            )
    there = [name for name in kind.one_of if node.get(name) is not None]
    if kind.one_of and len(there) != 1 and not meant & set(kind.one_of):
        named = listed((say("“{name}”", name=name) for name in there), " and ") or say("neither")
        message = say(
            "a {name} has one of {one_of}; found {named}",
            name=kind.name,
            one_of=listed(kind.one_of),
            named=named,
        )
        hint = listed(
            (say("{name}: {doc}", name=name, doc=kind.fields[name].doc) for name in kind.one_of), "; "
        )
        found.append(error("source/one-of", message, node.span, hint))
    return tuple(found)


def _language(key: Scalar, value: Node) -> tuple[Finding, ...]:
    """Look at one key of a {zh, en}; a citation without quotes is a mapping to YAML."""
    if isinstance(value, Mapping) and len(value.entries) == 1:
        key, value = value.entries[0]
    if key.text in ("zh", "en"):
        return _scalar(value, Text())
    if isinstance(value, Scalar) and value.empty:
        hint = say("put it in quotes: '{{{text}}}'", text=key.text)
        return (error("source/quotes", say("a text that begins with {{ or [ needs quotes"), key.span, hint),)
    return (_unknown(key, _LANGUAGES, ("zh", "en")),)


def _scalar(node: Node, kind: Text | Word | Choice | Number | Flag) -> tuple[Finding, ...]:
    match kind:
        case Text():
            want = say("a text")
            fits = isinstance(node, Scalar)
        case Word(pattern, example):
            want = say("a word such as {example}", example=example)
            fits = isinstance(node, Scalar) and re.fullmatch(pattern, node.text) is not None
        case Choice(words):
            want = say("one of {names}", names=listed(words))
            fits = isinstance(node, Scalar) and node.text in words
        case Number(whole, least):
            want = say("a whole number") if whole else say("a number written in digits")
            fits = isinstance(node, Scalar) and _number(node.text, whole=whole, least=least)
        case Flag():
            want = say("true or false")
            fits = isinstance(node, Scalar) and node.text in ("true", "false")
        case _:
            assert_never(kind)
    if not fits and isinstance(kind, Text) and isinstance(node, Mapping) and len(node.entries) == 1:
        return _language(*node.entries[0])
    return () if fits else (_wrong(node, want),)


def _number(text: str, *, whole: bool, least: int | None) -> bool:
    if not (_WHOLE if whole else _DECIMAL).fullmatch(text):
        return False
    return least is None or Decimal(text) >= least


def _wrong(node: Node, want: Sentence) -> Finding:
    match node:
        case Scalar(text, _):
            found = say("“{text}”", text=text[:30]) if not node.empty else say("nothing")
        case Sequence():
            found = say("a list")
        case Mapping():
            found = say("keys with values")
        case _:
            assert_never(node)
    return error(
        "source/wrong-type", say("expected {want}, found {found}", want=want, found=found), node.span
    )


def _unknown(key: Scalar, kind: Record, names: tuple[str, ...]) -> Finding:
    near = _near(key, names)
    hint = (
        say("did you mean “{near}”?", near=near[0])
        if near
        else say("known keys: {names}", names=listed(names))
    )
    return error(
        "source/unknown-key",
        say("a {name} has no key “{text}”", name=kind.name, text=key.text),
        key.span,
        hint,
    )


def _near(key: Scalar, names: tuple[str, ...]) -> list[str]:
    return difflib.get_close_matches(key.text, names, 1)


def _few(span: Span, least: int) -> Finding:
    return error(
        "source/too-few",
        say("at least 1 item must stand here")
        if least == 1
        else say("at least {least} items must stand here", least=least),
        span,
    )
