"""English words that have grown together, told by the words the manuscript itself uses elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reportpub.adoption.words import Words
from reportpub.findings import Finding, warning
from reportpub.sentences import say

_WORD = re.compile(r"[A-Za-z]{2,}")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "they",
        "to",
        "was",
        "were",
        "with",
    ]
)
_WHOLE = frozenset(
    [
        "another",
        "cannot",
        "himself",
        "into",
        "itself",
        "nowhere",
        "onto",
        "somewhat",
        "themselves",
        "thereafter",
        "thereby",
        "therefore",
        "therein",
        "thereof",
        "thereto",
        "throughout",
        "upon",
        "whereas",
        "whereby",
        "wherein",
        "within",
        "without",
    ]
)
"""Words that are made of two and are one."""
_STOP = re.compile(r"(?<=[a-z]{2}[.!?;,])(?=[A-Z][a-z])|(?<=[a-z][;,])(?=[a-z]{2})")
_BRACKET = re.compile(r"(?<=[\w.]\))(?=[A-Za-z]{2,})|(?<=[a-z]{2})(?=\(\d)")
_LONGEST = 40
_SHORT = 3
"""Letters of a part that is a word by itself only if it is one of the small ones."""


def glued(texts: Iterable[Words]) -> Iterator[Finding]:
    """Yield a finding for each place where two English words want a space; nothing is changed."""
    said = tuple(texts)
    counts = Counter(word.lower() for words in said for word in _WORD.findall(words.text))
    exact = {word for words in said for word in _WORD.findall(words.text)}
    for words in said:
        for place in (*_STOP.finditer(words.text), *_BRACKET.finditer(words.text)):
            yield _told(words, place.start(), place.start())
        for found in _WORD.finditer(words.text):
            word = found[0]
            rare = counts[word.lower()] == 1 and word.lower() not in _WHOLE
            if rare and len(word) <= _LONGEST and (parts := _parts(word, counts, exact)):
                yield _told(words, found.start(), found.end(), " ".join(parts))


def _parts(word: str, counts: Counter[str], exact: set[str]) -> list[str]:
    """Return the words that one is made of, one of which is a small word or begins with a capital."""
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        if not _is_word(left, word, counts, exact):
            continue
        if _is_word(right, word, counts, exact) and _seam(left, right):
            return [left, right]
        if left.lower() not in _SMALL and right.lower() != right and len(right) > _SHORT:
            rest = _parts(right, counts, exact)
            if rest and _seam(left, rest[0]):
                return [left, *rest]
        elif rest := _small_first(right, word, counts, exact):
            return [left, *rest]
    return []


def _small_first(right: str, word: str, counts: Counter[str], exact: set[str]) -> list[str]:
    """Return a small word and what follows it."""
    for small in _SMALL:
        if len(small) > 1 and right.startswith(small) and _is_word(right[len(small) :], word, counts, exact):
            return [small, right[len(small) :]]
    return []


def _seam(left: str, right: str) -> bool:
    if left.lower() in _SMALL and right.lower() in _SMALL:
        return False
    if left in _SMALL and len(left) < _SHORT:
        # inform, income and today are words of their own.
        return False
    capital = (left[-1].islower() and right[0].isupper()) or (
        left.isupper() and len(left) > 1 and right.islower()
    )
    return capital or right.lower() in _SMALL or left.lower() in _SMALL


def _is_word(part: str, word: str, counts: Counter[str], exact: set[str]) -> bool:
    if not part or part == word:
        return False
    if part.lower() in _SMALL:
        return len(part) > 1
    return len(part) > _SHORT - 1 and (part in exact or counts[part.lower()] > 1)


def _told(words: Words, start: int, end: int, meant: str = "") -> Finding:
    around = words.text[max(0, start - 14) : end + 14].strip()
    message = (
        say("a space is missing in “{around}”", around=around)
        if not meant
        else say(
            "“{text}” in “{around}” may be “{meant}”", text=words.text[start:end], around=around, meant=meant
        )
    )
    return warning("adopt/glued", message, words.span, say("put the space in, if the words are two"))
