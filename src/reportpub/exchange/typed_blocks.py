"""The blocks of a chapter as they are typed: lines are taken out, put in and moved, no other line changes.

Each answer is the text of a file; it is nothing where the file is written otherwise than line by line.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportpub.nodes import Mapping, Node, Scalar, Sequence, read


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a sequence: its lines from `start` up to `end`, the column of its dash, and its node."""

    start: int
    end: int
    indent: int
    node: Node

    @property
    def name(self) -> str:
        """Return the id of a block."""
        named = self.node.get("id") if isinstance(self.node, Mapping) else None
        return named.text if isinstance(named, Scalar) else ""

    @property
    def is_note(self) -> bool:
        """Tell whether the block is a note."""
        return isinstance(self.node, Mapping) and self.node.get("note") is not None


def entries(text: str, below: Node | None) -> tuple[Entry, ...]:
    """Return the items of a sequence that stand on lines of their own; none where it is in brackets."""
    found: list[Entry] = []
    for item in below.items if isinstance(below, Sequence) else ():
        begin = text.rfind("\n", 0, item.span.start) + 1
        head = text[begin : item.span.start]
        if head.strip() != "-":
            return ()
        end = text.find("\n", _end(text, item))
        found.append(Entry(begin, len(text) if end < 0 else end + 1, len(head) - len(head.lstrip()), item))
    return tuple(found)


def _end(text: str, node: Node) -> int:
    """Return where what is written of a node ends, without the blank lines and comments behind it."""
    if isinstance(node, Scalar):
        return node.span.start + len(text[node.span.start : node.span.end].rstrip())
    if text[node.span.start] in "[{":
        return node.span.end
    below = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.entries)
    return _end(text, below[-1]) if below else node.span.end


def blocks(text: str, file: str) -> tuple[Entry, ...]:
    """Return the blocks of a chapter."""
    root, _ = read(text, file)
    return entries(text, root.get("blocks")) if isinstance(root, Mapping) else ()


def block(text: str, file: str, name: str) -> Entry | None:
    """Return a block of a chapter."""
    return next((one for one in blocks(text, file) if one.name == name), None)


def content(entry: Entry, kind: str) -> Node | None:
    """Return what a block holds below the name of its kind."""
    return entry.node.get(kind) if isinstance(entry.node, Mapping) else None


def items(text: str, entry: Entry, kind: str, key: str) -> tuple[Entry, ...]:
    """Return the items of a list, or the rows of a table."""
    held = content(entry, kind)
    return entries(text, held.get(key)) if isinstance(held, Mapping) else ()


def without(text: str, entry: Entry) -> str:
    """Return a text without the lines of an entry."""
    return text[: entry.start] + text[entry.end :]


def behind(text: str, file: str, name: str, lines: str) -> str | None:
    """Return a text with lines put behind a block and its notes, or before all blocks for a chapter's id."""
    every = blocks(text, file)
    at = next((turn for turn, one in enumerate(every) if one.name == name), None)
    root, _ = read(text, file)
    title = root.get("id") if isinstance(root, Mapping) else None
    if at is None:
        if not every or not isinstance(title, Scalar) or title.text != name:
            return None
        return text[: every[0].start] + lines + text[every[0].start :]
    while at + 1 < len(every) and every[at + 1].is_note:
        at += 1
    return inserted(text, every[at], lines)


def inserted(text: str, entry: Entry, lines: str) -> str:
    """Return a text with lines put behind an entry, whose last line may lack its end."""
    gap = "" if text[: entry.end].endswith("\n") else "\n"
    return text[: entry.end] + gap + lines + text[entry.end :]


def with_notes(text: str, file: str, name: str) -> tuple[int, int] | None:
    """Return where the lines of a block and of the notes right behind it begin and end."""
    every = blocks(text, file)
    at = next((turn for turn, one in enumerate(every) if one.name == name), None)
    if at is None:
        return None
    last = at
    while last + 1 < len(every) and every[last + 1].is_note:
        last += 1
    return every[at].start, every[last].end
