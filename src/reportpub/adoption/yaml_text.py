"""YAML written for people: plain where it can be, folded at sentences, read again before it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from reportpub.nodes import Mapping as Read
from reportpub.nodes import Scalar, read

Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"
"""Words, a list or a record, in the order they are written."""

_LONG = 60
_SENTENCE = re.compile(r"(?<=[。；！？])(?=[^”’）》。；！？\s\[{])|(?<=[.;!?]) (?=[A-Z“])")
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~][^:#\n\[\]{},]*")


def yaml_text(tree: Tree) -> str:
    """Return a tree as YAML."""
    return "\n".join(_lines(tree, 0)) + "\n"


def _lines(tree: Tree, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(tree, str):
        yield pad + _scalar(tree, depth)
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if isinstance(value, str):
                yield f"{pad}{key}: {_scalar(value, depth + 1)}"
            elif _is_short(value):
                yield f"{pad}{key}: {_flow(value)}"
            else:
                yield f"{pad}{key}:"
                yield from _lines(value, depth + 1)
    else:
        for item in tree:
            if isinstance(item, str) or _is_short(item):
                said = _scalar(item, depth + 1) if isinstance(item, str) else _flow(item)
                yield f"{pad}- {said}"
                continue
            first, *rest = _lines(item, depth + 1)
            yield f"{pad}- {first.lstrip()}"
            yield from rest


def _is_short(tree: Tree) -> bool:
    """Tell whether a record or list of words fits on a line."""
    if isinstance(tree, str):
        return False
    values = list(tree.values()) if isinstance(tree, Mapping) else list(tree)
    return (
        all(isinstance(v, str) for v in values) and sum(map(len, map(str, values))) <= _LONG and bool(values)
    )


def _flow(tree: Tree) -> str:
    if isinstance(tree, str):
        return _quoted(tree)
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in tree.items()) + "}"
    return "[" + ", ".join(map(_flow, tree)) + "]"


def _quoted(words: str) -> str:
    """Return words on one line, quoted only where YAML would take them for something else."""
    if _PLAIN.fullmatch(words) and not words.endswith(" ") and words != "null":
        return words
    if "'" not in words and "\n" not in words:
        return f"'{words}'"
    return json.dumps(words, ensure_ascii=False)


def _scalar(words: str, depth: int) -> str:
    if len(words) <= _LONG:
        return _quoted(words)
    pad = "  " * depth
    folded = ">-\n" + "\n".join(pad + line for line in _SENTENCE.split(words))
    return folded if _reads_as(folded, words) else json.dumps(words, ensure_ascii=False)


def _reads_as(folded: str, words: str) -> bool:
    """Tell whether a folded text reads as the very words it was made of."""
    root, wrong = read(f"x: {folded}\n", "x.yaml")
    if wrong or not isinstance(root, Read):
        return False
    found = root.get("x")
    return isinstance(found, Scalar) and found.text == words
