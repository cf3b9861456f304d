"""Where in the YAML a person finds what a change is about: the figure, the name, or the text of a block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportpub.exchange import typed_blocks as typed
from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.rounds.deciding import Decision, State
from reportpub.exchange.rounds.desk import said_in
from reportpub.findings import Span
from reportpub.nodes import Mapping as Keys
from reportpub.nodes import Scalar, read

_BOOKS = {Kind.FACT: ("source/facts.yaml", "facts"), Kind.TERM: ("source/terms.yaml", "terms")}
_LEFT = frozenset({State.OPEN, State.CONFLICT})


def placed(decisions: Sequence[Decision], texts: Mapping[str, str]) -> tuple[Decision, ...]:
    """Return decisions with the place of each that is left to a person, in the files as they are."""
    return tuple(
        replace(one, place=_place(one.change, texts)) if one.state in _LEFT else one for one in decisions
    )


def _place(change: Change, texts: Mapping[str, str]) -> Span | None:
    if change.kind in _BOOKS:
        file, key = _BOOKS[change.kind]
        return _entry(texts[file], file, key, change.name)
    for file, text in texts.items():
        entry = typed.block(text, file, change.block) if "/chapters/" in file else None
        if entry is not None:
            said = (
                said_in(entry, _kind(entry), change.lang) if change.lang and change.part == "text" else None
            )
            return said.span if said else entry.node.span
        root, _ = read(text, file)
        name = root.get("id") if isinstance(root, Keys) else None
        if "/chapters/" in file and isinstance(name, Scalar) and name.text == change.block:
            return name.span
    return None


def _kind(entry: typed.Entry) -> str:
    """Return the name of the kind of a block, under which its texts stand."""
    keys = [key.text for key, _ in entry.node.entries] if isinstance(entry.node, Keys) else []
    return keys[-1] if keys else ""


def _entry(text: str, file: str, key: str, name: str) -> Span | None:
    root, _ = read(text, file)
    book = root.get(key) if isinstance(root, Keys) else None
    if not isinstance(book, Keys):
        return None
    return next((entry.span for entry, _ in book.entries if entry.text == name), None)
