"""What the next build has to say: the file that went out, with every accepted change made in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.sent import Owner
from reportpub.exchange.rounds.kept import Round
from reportpub.model.text import Lang
from reportpub.source.rewording import Rewording, reworded


@dataclass(frozen=True, slots=True)
class Wanted:
    """The paragraphs of each block, the edits that lead to each of them, and the blocks that are new.

    A new block may say anything in a language that nobody wrote: it waits for its translation.
    """

    lines: Mapping[Owner, tuple[str, ...]]
    asked: Mapping[Owner, tuple[tuple[Change, ...], ...]]
    new: frozenset[str]


def wanted(began: Round, changes: Sequence[Change]) -> Wanted:
    """Return what has to be said after changes that were accepted."""
    lines: dict[Owner, list[str]] = {}
    asked: dict[Owner, list[tuple[Change, ...]]] = {}
    new = frozenset(c.name for c in changes if c.kind in {Kind.INSERTION, Kind.SPLIT} and c.name)
    for name in began.sent.owned:
        told = [c for c in changes if (c.block, c.lang) == name]
        before = [line.text for line in began.sent.lines(name)]
        edits = [
            tuple(sorted((c for c in told if c.kind is Kind.EDIT and c.line == turn), key=lambda c: c.at))
            for turn in range(len(before))
        ]
        lines[name] = [_with(text, each) for text, each in zip(before, edits, strict=True)]
        asked[name] = edits
        for change in (c for c in told if c.kind is Kind.SPLIT and c.name):
            _part(lines, asked, name, change)
        _items(lines[name], asked[name], told)
    for change in changes:
        if change.lang is None:
            continue
        if change.kind is Kind.INSERTION and change.name:
            lines[change.name, change.lang] = [change.new.strip()]
            asked[change.name, change.lang] = [()]
        elif change.kind is Kind.MERGE and change.name:
            _join(lines, asked, change, change.lang)
    gone = _gone(began, changes)
    return Wanted(
        {name: tuple(each) for name, each in lines.items() if each and name[0] not in gone},
        {name: tuple(each) for name, each in asked.items()},
        new,
    )


def _with(text: str, changes: Sequence[Change]) -> str:
    return reworded(text, (Rewording(*change.at, change.new) for change in changes))


def _part(
    lines: dict[Owner, list[str]], asked: dict[Owner, list[tuple[Change, ...]]], name: Owner, change: Change
) -> None:
    at = change.at[0] + sum(
        len(c.new) - (c.at[1] - c.at[0]) for c in asked[name][0] if c.at[1] <= change.at[0]
    )
    text = lines[name][0]
    lines[name][0] = text[:at].rstrip()
    lines[change.name, name[1]] = [text[at:].lstrip()]
    asked[change.name, name[1]] = [()]


def _join(
    lines: dict[Owner, list[str]],
    asked: dict[Owner, list[tuple[Change, ...]]],
    change: Change,
    lang: Lang,
) -> None:
    first, second = lines.get((change.name, lang)), lines.pop((change.block, lang), None)
    if first and second:
        gap = " " if lang is Lang.EN and not first[-1].endswith(" ") else ""
        first[-1] += gap + second[0]
        asked[change.name, lang][-1] = ()


def _items(lines: list[str], asked: list[tuple[Change, ...]], told: Sequence[Change]) -> None:
    """Take out the paragraphs that were, and put in new items, from the last to the first."""
    steps = [(c.line, c) for c in told if c.kind is Kind.DELETION]
    steps += [
        (int(c.part.partition("-")[2]), c) for c in told if c.kind is Kind.INSERTION and c.part and not c.name
    ]
    for at, change in sorted(steps, key=lambda step: (step[0], step[1].kind is Kind.DELETION), reverse=True):
        if change.kind is Kind.DELETION:
            del lines[at], asked[at]
        else:
            lines.insert(at, change.new.strip())
            asked.insert(at, ())


def _gone(began: Round, changes: Sequence[Change]) -> frozenset[str]:
    """Return the blocks that were taken out, in both languages whoever asked for it."""
    found = set()
    for name in began.sent.owned:
        taken = {c.line for c in changes if (c.block, c.lang) == name and c.kind is Kind.DELETION}
        if taken >= {turn for turn, line in enumerate(began.sent.lines(name)) if line.text}:
            found.add(name[0])
    return frozenset(found)
