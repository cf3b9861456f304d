"""Ids for chapters and blocks: short, of this report alone, and made of English words where there are any."""

from __future__ import annotations

import re

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "overall",
        "the",
        "to",
        "with",
    ]
)
_LONGEST = 18
_WORDS = 2


class Ids:
    """Gives out ids, each once."""

    def __init__(self) -> None:
        """Begin with none given out."""
        self._given: set[str] = set()

    def chapter(self, title: str, number: int) -> str:
        """Return the id of a chapter: words of its English title that say something, or its number."""
        words = [
            word for word in re.findall(r"[a-z]+", title.lower()) if word not in _SMALL and len(word) > 1
        ]
        telling = [word for word in words if not word.endswith(("ing", "ly"))] or words
        name = ""
        for word in telling[:_WORDS]:
            if len(name) + len(word) < _LONGEST:
                name = f"{name}-{word}".strip("-")
        return self.once(name or f"chapter-{number}")

    def once(self, name: str) -> str:
        """Return a name, with a number where it has been given out before."""
        made, count = name, 2
        while made in self._given:
            made = f"{name}-{count}"
            count += 1
        self._given.add(made)
        return made
