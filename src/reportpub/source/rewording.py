"""New words within a text of a YAML file: each changed stretch is spliced in where it is written.

A scalar as people write it has folds, quotes and escapes; its words have none. So every character of the
words is led back to where it stands in the file, and what is spliced is read again before it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportpub.nodes import Mapping, Node, Scalar, Sequence, read
from reportpub.source.write import Splice, spliced

_WHITE: Final = " \t\r\n"
_ESCAPES: Final = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", "0": "\0"}
_CODE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")


@dataclass(frozen=True, slots=True, order=True)
class Rewording:
    """Other characters in place of those from `start` up to `end` of the words of a scalar."""

    start: int
    end: int
    text: str


def reworded(words: str, changes: Iterable[Rewording]) -> str:
    """Return words with changes made; no two may touch the same characters."""
    return spliced(words, (Splice(c.start, c.end, c.text) for c in changes))


def scalars(node: Node | None) -> dict[int, Scalar]:
    """Return every value of a document that is a text, by the place in the file where it begins."""
    return {scalar.span.start: scalar for scalar in _values(node)} if node else {}


def _values(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from _values(item)
        case Mapping(entries=entries):
            for _, value in entries:
                yield from _values(value)


def rewritten(text: str, scalar: Scalar, changes: tuple[Rewording, ...]) -> str | None:
    """Return the text of a file in which a scalar says its changed words, or nothing where it cannot.

    Only the changed stretches are other than before; where folds or quotes leave no other way the scalar is
    written anew as a whole.
    """
    wanted = reworded(scalar.text, changes)
    if wanted == scalar.text:
        return text
    for splices in _ways(text, scalar, changes, wanted):
        made = spliced(text, splices)
        if _says(made, scalar, wanted):
            return made
    return None


def _ways(
    text: str, scalar: Scalar, changes: tuple[Rewording, ...], wanted: str
) -> Iterator[tuple[Splice, ...]]:
    places = _places(text, scalar)
    if places:
        yield tuple(_splice(text, scalar, places, change) for change in changes)
    start, end = scalar.span.start, scalar.span.end
    style = text[start : start + 1]
    if style in (">", "|"):
        indent = " " * _indent(text, scalar)
        head = text[start:end].partition("\n")[0]
        yield (Splice(start, end, f"{head}\n{indent}{wanted}"),)
    elif style == '"':
        yield (Splice(start, end, f'"{_escaped(wanted, style)}"'),)
    yield (Splice(start, end, "'" + wanted.replace("'", "''") + "'"),)


def _splice(text: str, scalar: Scalar, places: list[tuple[int, int]], change: Rewording) -> Splice:
    """Return the edit of the file for one change of the words; a line that is left empty goes with them."""
    style = text[scalar.span.start]
    if change.start == change.end:
        at = places[change.start - 1][1] if change.start else places[0][0]
        return Splice(at, at, _escaped(change.text, style))
    start, end = places[change.start][0], places[change.end - 1][1]
    if not change.text:
        before = text[scalar.span.start : start].rstrip(_WHITE)
        alone = "\n" in text[scalar.span.start + len(before) : start]
        after = text[end : scalar.span.end].lstrip(" \t")
        if alone and (not after or after.startswith("\n")):
            if change.start:
                start = scalar.span.start + len(before)
            else:
                end = places[change.end][0] if change.end < len(places) else end
    return Splice(start, end, _escaped(change.text, style))


def _says(text: str, scalar: Scalar, wanted: str) -> bool:
    """Tell whether a file still can be read and says the wanted words where the scalar stands."""
    root, problems = read(text, scalar.span.file)
    found = scalars(root).get(scalar.span.start)
    return not problems and found is not None and found.text == wanted


def _indent(text: str, scalar: Scalar) -> int:
    lines = text[scalar.span.start : scalar.span.end].split("\n")[1:]
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 2)


def _escaped(words: str, style: str) -> str:
    if style == "'":
        return words.replace("'", "''")
    if style == '"':
        return words.replace("\\", "\\\\").replace('"', '\\"')
    return words


def _places(text: str, scalar: Scalar) -> list[tuple[int, int]] | None:
    """Return where each character of the words is written, or nothing where that cannot be told."""
    start, end = scalar.span.start, scalar.span.end
    style = text[start : start + 1]
    at = start
    if style in (">", "|"):
        at = text.index("\n", start, end) if "\n" in text[start:end] else end
    elif style in ("'", '"'):
        at, end = start + 1, end - 1
    else:
        style = ""
    found: list[tuple[int, int]] = []
    for character in scalar.text:
        place = _place(text, at, end, character, style)
        if place is None:
            return None
        found.append(place)
        at = place[1]
    return found


def _place(text: str, at: int, end: int, character: str, style: str) -> tuple[int, int] | None:
    while at < end:
        white = at
        while white < end and text[white] in _WHITE:
            white += 1
        if "\n" in text[at:white]:
            if character in " \n":
                return at, white
            at = white
            continue
        if style == '"' and text[at] == "\\":
            told, after = _unescaped(text, at)
            if told == character:
                return at, after
            if told:
                return None
            at = after
            continue
        if style == "'" and text.startswith("''", at):
            return (at, at + 2) if character == "'" else None
        if text[at] == character:
            return at, at + 1
        if white == at:
            return None
        at = white
    return None


def _unescaped(text: str, at: int) -> tuple[str, int]:
    """Return what a backslash of a double-quoted scalar stands for, and where that ends."""
    if code := _CODE.match(text, at):
        return chr(int(next(filter(None, code.groups())), 16)), code.end()
    if text.startswith("\\\n", at):
        after = at + 2
        while text[after : after + 1] in (" ", "\t"):
            after += 1
        return "", after
    return _ESCAPES.get(text[at + 1 : at + 2], "?"), at + 2
