"""Edits of a YAML text: exactly what is named changes, every other byte stays, comments and folds too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportpub.nodes import Mapping, Scalar


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """New text in place of what stands from `start` up to `end`, counted in characters."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with all splices made; no two may touch the same characters."""
    pieces: list[str] = []
    at = 0
    for splice in sorted(splices):
        if splice.start < at:
            raise ValueError(f"two edits meet at character {splice.start}")
        pieces += (text[at : splice.start], splice.text)
        at = splice.end
    return "".join((*pieces, text[at:]))


def replaced(scalar: Scalar, words: str) -> Splice:
    """Return the edit that puts other words in place of a scalar; they must be fit to stand unquoted."""
    return Splice(scalar.span.start, scalar.span.end, words)


def after(text: str, mapping: Mapping, name: str, entries: dict[str, str]) -> Splice:
    """Return the edit that adds entries to a mapping behind the entry of a key, written as the mapping is.

    Values must be fit to stand unquoted; the key must be there and hold a scalar.
    """
    key, value = next((key, node) for key, node in mapping.entries if key.text == name)
    if text[mapping.span.start] == "{":
        added = "".join(f", {new}: {words}" for new, words in entries.items())
        return Splice(value.span.end, value.span.end, added)
    begin = text.rfind("\n", 0, key.span.start) + 1
    indent = " " * (key.span.start - begin)
    end = text.find("\n", value.span.end)
    end = len(text) if end < 0 else end
    added = "".join(f"\n{indent}{new}: {words}" for new, words in entries.items())
    return Splice(end, end, added)
