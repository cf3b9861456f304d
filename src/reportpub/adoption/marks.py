"""The numbers people type before headings, in either language: 一、（一）1. and I. A. 1., chapters, parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportpub.model.text import Lang
from reportpub.reading.han_numerals import value_of

_HAN = "[零〇一二三四五六七八九十百]{1,5}"
_ROMAN = "(?:[IVX]{1,6}|[ivx]{1,6}|[Ⅰ-Ⅻ])"
_DIGITS = r"[0-9０-９]{1,2}"


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    rank: float
    pattern: re.Pattern[str]


def _form(name: str, rank: float, pattern: str) -> _Form:
    return _Form(name, rank, re.compile(rf"^(?P<label>{pattern})(?P<gap>[ \t\u3000]*)"))


_CHINESE = (
    _form("part", 0, rf"第(?P<n>{_HAN}|{_DIGITS})(?:编|篇|部分)[、：:]?"),
    _form("chapter", 1, rf"第(?P<n>{_HAN}|{_DIGITS})章[、：:]?"),
    _form("section", 2, rf"第(?P<n>{_HAN}|{_DIGITS})节[、：:]?"),
    _form("han", 3, rf"(?P<n>{_HAN})[、．.]"),
    _form("han-brackets", 4, rf"[（(](?P<n>{_HAN})[）)]、?"),
    _form("decimal-3", 7, rf"(?P<n>{_DIGITS}[.．]{_DIGITS}[.．]{_DIGITS})[.．、]?(?![0-9])"),
    _form("decimal-2", 6, rf"(?P<n>{_DIGITS}[.．]{_DIGITS})[.．、]?(?![0-9％%万亿])"),
    _form("digit", 5, rf"(?P<n>{_DIGITS})[.．、](?![0-9])"),
    _form("digit-brackets", 6.5, rf"[（(](?P<n>{_DIGITS})[）)]"),
    _form("circled", 8, r"(?P<n>[①-⑳])"),
)
_ENGLISH = (
    _form("part", 0, rf"(?:Part|PART) (?P<n>{_ROMAN}|{_DIGITS}|[A-Z][a-z]{{2,7}})\b[.:]?"),
    _form("chapter", 1, rf"(?:Chapter|CHAPTER) (?P<n>{_ROMAN}|{_DIGITS}|[A-Z][a-z]{{2,7}})\b[.:]?"),
    _form("section", 2, rf"(?:Section|SECTION) (?P<n>{_ROMAN}|{_DIGITS}|[A-Z][a-z]{{2,7}})\b[.:]?"),
    _form("roman", 3, rf"(?P<n>{_ROMAN})[.、](?=\s|[A-Z])"),
    _form("letter", 4, r"(?P<n>[A-HJ-Z])[.](?=\s)"),
    _form("roman-brackets", 4, rf"\((?P<n>{_ROMAN}|[A-Z])\)"),
    _form("decimal-3", 7, rf"(?P<n>{_DIGITS}\.{_DIGITS}\.{_DIGITS})\.?(?![0-9])"),
    _form("decimal-2", 6, rf"(?P<n>{_DIGITS}\.{_DIGITS})\.?(?![0-9%])(?=\s)"),
    _form("digit", 5, rf"(?P<n>{_DIGITS})[.)](?=\s|[A-Z])"),
    _form("digit-brackets", 6.5, rf"\((?P<n>{_DIGITS})\)"),
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LETTERS = {"i": 1, "v": 5, "x": 10}
SURE = frozenset({"part", "chapter", "section", "han", "han-brackets", "roman"})
"""Forms that head a text wherever they stand before a few words; others may count items too."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number typed before words: form, rank of the form, number, what was typed, where the words begin."""

    form: str
    rank: float
    number: int
    label: str
    end: int


def mark(text: str, lang: Lang) -> Mark | None:
    """Return the number that a text begins with, nothing where it begins with its words."""
    for form in _CHINESE if lang is Lang.ZH else _ENGLISH:
        if (found := form.pattern.match(text)) and found.end() < len(text):
            return Mark(form.name, form.rank, _number(found["n"]), found["label"], found.end())
    return None


def _number(said: str) -> int:
    """Return a number whatever it is written in; of 2.3 the last."""
    last = re.split("[.．]", said)[-1]
    if last.isdecimal():
        return int(last)
    if last[0] in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ":
        return ord(last[0]) - ord("Ⅰ") + 1
    if last[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(last[0]) - ord("①") + 1
    lower = last.lower()
    if lower in _WORDS:
        return _WORDS.index(lower) + 1
    if set(lower) <= set(_LETTERS):
        worth = [_LETTERS[c] for c in lower]
        return sum(-n if n < after else n for n, after in zip(worth, [*worth[1:], 0], strict=True))
    if len(last) == 1 and last.isascii():
        return ord(lower) - ord("a") + 1
    return int(value_of(last)[0])
