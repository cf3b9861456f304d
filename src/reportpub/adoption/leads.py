"""Run-in headings: the first sentence of a paragraph, short and without a comma, or set in bold."""

from __future__ import annotations

import re

from reportpub.adoption.words import Words
from reportpub.model.text import Lang

_CHINESE = re.compile(r"(?P<lead>[^。，；：！？\n]{3,30})。(?=.)")
_ENGLISH = re.compile(r"(?P<lead>[A-Z][^.;:!?\n]{5,120}[A-Za-z)])\.(?P<gap>\s*)(?=[A-Z“\"(0-9])")
_MOST_WORDS = 18


def lead_end(words: Words) -> tuple[int, int] | None:
    """Return where a run-in heading ends and the rest begins; nothing where there is none."""
    if words.lang is Lang.ZH:
        found = _CHINESE.match(words.text)
        return (found.end("lead"), found.end()) if found else None
    found = _ENGLISH.match(words.text)
    if found is None or len(found["lead"].split()) > _MOST_WORDS or not found["gap"]:
        return None if found is None or len(found["lead"].split()) > _MOST_WORDS else _glued(found)
    return found.end("lead"), found.end()


def _glued(found: re.Match[str]) -> tuple[int, int]:
    """Return the ends of a lead whose stop has no space behind it; the layout will set one."""
    return found.end("lead"), found.end("lead") + 1


def is_set_off(words: Words) -> bool:
    """Tell whether the first words of a paragraph are bold, up to a stop."""
    first = next(iter(sorted(words.looks, key=lambda one: one.start)), None)
    ends = lead_end(words)
    if first is None or ends is None or not first.bold or first.start:
        return False
    return ends[0] - 1 <= first.end <= ends[1]
