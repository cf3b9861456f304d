"""Two versions of a text: which stretches differ, cut where a reader would cut them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(
    r"\{[^{}\s]*\}|\[\^[^\]\s]*\]|\d+(?:,\d{3})*(?:\.\d+)?|[A-Za-zÀ-ɏ]+(?:[’'-][A-Za-zÀ-ɏ]+)*|[ \t]+|.",
    re.DOTALL,
)
"""Citations, numbers and Latin words are whole; a Han character or a mark stands for itself."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """That the characters from `start` up to `end` became those from `new_start` up to `new_end`."""

    start: int
    end: int
    new_start: int
    new_end: int


def tokens(text: str) -> list[str]:
    """Return the words, numbers and marks of a text in order, nothing left out."""
    return _TOKEN.findall(text)


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Return where two texts differ, in order; stretches that one mark or blank parts are one."""
    return between(tokens(old), tokens(new))


def between(old: list[str], new: list[str]) -> tuple[Difference, ...]:
    """Return where two texts differ that are already cut into tokens; places count characters."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    inner = old[head : len(old) - tail], new[head : len(new) - tail]
    starts, new_starts = _places(old), _places(new)
    found: list[Difference] = []
    for kind, a, b, c, d in SequenceMatcher(None, *inner, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        here = Difference(starts[head + a], starts[head + b], new_starts[head + c], new_starts[head + d])
        if found and _near(found[-1], here, "".join(old)):
            here = Difference(found[-1].start, here.end, found[-1].new_start, here.new_end)
            found.pop()
        found.append(here)
    return tuple(found)


def _near(before: Difference, after: Difference, old: str) -> bool:
    """Tell whether so little stands between two differences that they read as one."""
    kept = old[before.end : after.start]
    whole = min(after.end - after.start, before.end - before.start) > 0
    return "\n" not in kept and (not kept.strip() or (whole and len(kept) == 1))


def _shared(old: list[str], new: list[str]) -> int:
    """Return how many tokens two lists begin with alike."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _places(pieces: Iterable[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found
