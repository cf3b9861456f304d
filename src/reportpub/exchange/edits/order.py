"""Blocks that stand elsewhere than they did: those outside the longest run that kept its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportpub.exchange.edits.changes import Change, Found, Kind
from reportpub.exchange.edits.known import Known
from reportpub.exchange.edits.pieces import NOBODY, Written
from reportpub.exchange.edits.sent import Owner, Sent
from reportpub.model.text import Lang


def moved(sent: Sent, came: Written, told: Known, file: str) -> Iterator[Change]:
    """Yield a change for each block that was moved; `old` and `new` are what it follows."""
    for lang in Lang:
        names = [
            name
            for name, lines in sent.owned.items()
            if name[1] is lang and name in told.found and not sent.written.lines[lines[0]].note
        ]
        now = sorted(names, key=lambda name: (told.found[name][0], names.index(name)))
        places = {name: at for at, name in enumerate(names)}
        stayed = {names[k] for k in kept_order([places[name] for name in now])}
        for at, name in enumerate(now):
            if name not in stayed:
                was = names[places[name] - 1] if places[name] else None
                yield _move(name, was, now[at - 1] if at else None, came, told, file)


def _move(name: Owner, was: Owner | None, now: Owner | None, came: Written, told: Known, file: str) -> Change:
    lines = [came.lines[at] for at in told.found[name]]
    by = next((p.by for line in lines for p in line.pieces if p.by != NOBODY), NOBODY)
    return Change(
        kind=Kind.MOVE,
        file=file,
        block=name[0],
        lang=name[1],
        old=was[0] if was else "",
        new=now[0] if now else "",
        by=by if by != NOBODY else came.last,
        tracked=by != NOBODY,
        found=Found.SIMILARITY if name in told.by_words else Found.ID,
    )


def kept_order(numbers: Sequence[int]) -> tuple[int, ...]:
    """Return the longest run of numbers that rises, which need not be neighbours."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(ends, number)
        before.append(at_end[place - 1] if place else -1)
        if place == len(ends):
            ends.append(number)
            at_end.append(at)
        else:
            ends[place], at_end[place] = number, at
    found: list[int] = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        found.append(numbers[at])
        at = before[at]
    return tuple(found[::-1])
