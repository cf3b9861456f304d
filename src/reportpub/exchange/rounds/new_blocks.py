"""New blocks and items as lines of YAML, each sentence on a line of its own as elsewhere in a report."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import count
from typing import Final

from reportpub.model.text import Lang

LONGEST: Final = 28
"""Characters of an id, at most: it is a part of the name of a bookmark in Word."""
_SENTENCES: Final = {
    Lang.ZH: re.compile(r"(?<=[。！？])(?=[\u3400-\u9fff])"),
    Lang.EN: re.compile(r"(?<=[.!?]) (?=[A-Z])"),
}
_NUMBERED: Final = re.compile(r"-\d+$")
_INDENT: Final = 2
_HIGHEST: Final = 2
"""The level of a heading that need not be said."""


def fresh(name: str, taken: Collection[str]) -> str:
    """Return an id like that of the block before, which no block has."""
    stem = _NUMBERED.sub("", name)
    for number in count(2):
        tail = f"-{number}"
        made = stem[: LONGEST - len(tail)].rstrip("-") + tail
        if made not in taken:
            return made
    raise AssertionError("numbers do not end")


def paragraph_lines(indent: int, name: str, said: Mapping[Lang, str], level: int) -> str:
    """Return the lines of a paragraph, or of a heading where there is a level; what lacks English says so."""
    inner = indent + _INDENT
    head = [f"- id: {name}"] + ([] if Lang.EN in said else ["  status: missing"])
    head.append("  heading:" if level else "  paragraph:")
    if level > _HIGHEST:
        head.append(f"    level: {level}")
    return _lines(indent, head) + _texts(inner + _INDENT, said)


def lines_of(indent: int, said: Mapping[Lang, str]) -> str:
    """Return the lines of an item of a list."""
    told = _texts(indent + _INDENT, said)
    return f"{' ' * indent}- {told.lstrip(' ')}"


def _texts(indent: int, said: Mapping[Lang, str]) -> str:
    return "".join(
        _lines(indent, [f"{lang.key}: >-", *(f"  {line}" for line in _SENTENCES[lang].split(said[lang]))])
        for lang in Lang
        if lang in said
    )


def _lines(indent: int, lines: list[str]) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in lines)
