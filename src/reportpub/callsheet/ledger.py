"""The sheet as data: kept beside it, so that the next sheet can list only what has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportpub.callsheet.calls import Mention
from reportpub.callsheet.sheet import Gone, Line
from reportpub.findings import Span, ToolError, error
from reportpub.sentences import say

FORM = 1
"""The form of the file; a later program may write another."""

Key = tuple[str, str, int]
"""Block, fact, and the how-many-eth mention of the fact in the block."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one mention of a fact came to: both wordings and the exact value with its period."""

    zh: str
    en: str
    value: str
    period: str

    def __str__(self) -> str:
        """Return the entry as the sheet prints it."""
        return " / ".join(filter(None, (self.zh, self.en)))


Ledger = Mapping[Key, Entry]


def ledger(lines: Iterable[Line]) -> Ledger:
    """Return the mentions of a sheet by block, fact and turn."""
    turns: dict[tuple[str, str], int] = {}
    found: dict[Key, Entry] = {}
    for line in lines:
        place = (line.block, line.fact)
        turns[place] = turns.get(place, 0) + 1
        found[*place, turns[place]] = Entry(_said(line.zh), _said(line.en), line.value, line.period[0])
    return found


def _said(mention: Mention | None) -> str:
    return mention.words if mention else ""


def written(found: Ledger) -> str:
    """Return a ledger as JSON, one mention a line, so that versions can be compared by eye as well."""
    rows = [
        json.dumps(
            {"block": block, "fact": fact, "turn": turn, "zh": e.zh, "en": e.en}
            | {"value": e.value, "period": e.period},
            ensure_ascii=False,
        )
        for (block, fact, turn), e in found.items()
    ]
    return f'{{"form": {FORM}, "figures": [\n' + ",\n".join(rows) + "\n]}\n"


def read(text: str, name: str) -> Ledger:
    """Return the ledger in a file; `ToolError` when it is none."""
    try:
        told = json.loads(text)
        if told["form"] != FORM:
            raise ValueError  # noqa: TRY301  one answer for every file that is none
        return {
            (str(row["block"]), str(row["fact"]), int(row["turn"])): Entry(
                str(row["zh"]), str(row["en"]), str(row["value"]), str(row["period"])
            )
            for row in told["figures"]
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = say(
            "name the figures.json that an earlier sheet left, a folder with source/, or a commit of git"
        )
        message = say("{name} is no list of figures", name=name)
        raise ToolError((error("figures/since", message, Span(name, 1, 1), hint),)) from None


def changed(lines: Iterable[Line], old: Ledger) -> Iterator[Line]:
    """Yield the lines that say something new, each with what the last version said there."""
    lines = tuple(lines)
    for line, (key, entry) in zip(lines, ledger(lines).items(), strict=True):
        before = old.get(key)
        if before != entry:
            yield replace(line, was=_was(before, entry))


def _was(before: Entry | None, now: Entry) -> str:
    """Return what stood there: the words, or the value and period where the words are the same."""
    if before is None:
        return "—"
    if (before.zh, before.en) != (now.zh, now.en):
        return str(before)
    return f"{before.value} ({before.period})"


def gone(new: Ledger, old: Ledger) -> tuple[Gone, ...]:
    """Return what the last version said and this one does not."""
    return tuple(Gone(key[1], str(entry)) for key, entry in old.items() if key not in new)
