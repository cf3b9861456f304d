"""The runs of words that a text shares with another, found by characters in Chinese and words in English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportpub.model.text import Inlines, Lang, Named, plain
from reportpub.model.walk import leaves

_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A character of Chinese or a word of English, and whether it belongs to a cited name."""

    text: str
    name: bool = False


def pieces(words: str, lang: Lang, *, name: bool = False) -> list[Piece]:
    """Return the pieces of some words after NFKC, without punctuation and spaces."""
    same = unicodedata.normalize("NFKC", words).lower()
    found = [c for c in same if c.isalnum()] if lang is Lang.ZH else _WORD.findall(same)
    return [Piece(text, name) for text in found]


def said(inlines: Inlines, lang: Lang) -> list[Piece]:
    """Return the pieces of a shown passage, figures and names filled in."""
    shown = [(isinstance(leaf, Named), plain((leaf,))) for leaf in leaves(inlines)]
    # What stands between two names is joined first, so that a figure does not cut a word in two.
    return [
        piece
        for name, group in groupby(shown, key=lambda leaf: leaf[0])
        for piece in pieces("".join(words for _, words in group), lang, name=name)
    ]


def between_names(own: Sequence[Piece]) -> list[list[Piece]]:
    """Return the stretches of pieces that lie between names."""
    return [list(group) for name, group in groupby(own, key=lambda piece: piece.name) if not name]


def windows(printed: Sequence[Piece], length: int) -> frozenset[tuple[str, ...]]:
    """Return every run of `length` pieces of a text."""
    words = [piece.text for piece in printed]
    return frozenset(tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def shared_runs(
    own: Sequence[Piece], printed: frozenset[tuple[str, ...]], length: int
) -> Iterator[list[Piece]]:
    """Yield the longest runs of at least `length` pieces that stand in the printed text too."""
    words = [piece.text for piece in own]
    hits = [at for at in range(len(words) - length + 1) if tuple(words[at : at + length]) in printed]
    for _, group in groupby(enumerate(hits), key=lambda pair: pair[1] - pair[0]):
        starts = [at for _, at in group]
        yield list(own[starts[0] : starts[-1] + length])
