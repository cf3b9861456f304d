"""What reviewers did to whole paragraphs, both languages seen together: steps to be made in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.sent import Sent
from reportpub.model.text import Lang
from reportpub.sentences import Sentence, say

STRUCTURAL = frozenset({Kind.INSERTION, Kind.DELETION, Kind.MOVE, Kind.SPLIT, Kind.MERGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PutIn:
    """New paragraphs behind a block, or a new item behind one of its items; `style` is theirs in Word."""

    numbers: tuple[int, ...]
    block: str
    part: str
    style: str
    said: Mapping[Lang, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """A block goes, or, where `part` names one, an item of a list or a row of a table."""

    numbers: tuple[int, ...]
    block: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph becomes two: where, in each language, counted in its first line as it went out."""

    numbers: tuple[int, ...]
    block: str
    places: Mapping[Lang, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A paragraph is joined to the one before it."""

    numbers: tuple[int, ...]
    block: str
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A block stands behind another one now."""

    numbers: tuple[int, ...]
    block: str
    behind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What cannot be made, and why."""

    numbers: tuple[int, ...]
    why: Sentence


Step: TypeAlias = PutIn | TakeOut | Part | Join | Move | Left


def steps(changes: Sequence[Change], sent: Sent, whole: frozenset[str]) -> Iterator[Step]:
    """Yield the steps in the order in which they are to be made.

    `whole` are the blocks for which one language stands for both.
    """
    numbered = [
        (at, change) for at, change in enumerate(changes) if change.kind in STRUCTURAL and change.lang
    ]
    yield from _put_in([one for one in numbered if one[1].kind is Kind.INSERTION])
    for kind in (Kind.SPLIT, Kind.MERGE, Kind.DELETION, Kind.MOVE):
        groups: dict[str, list[tuple[int, Change]]] = {}
        for at, change in numbered:
            if change.kind is kind:
                groups.setdefault(change.block, []).append((at, change))
        for name, told in groups.items():
            match kind:
                case Kind.SPLIT:
                    yield _part(name, told)
                case Kind.MERGE:
                    yield _join(name, told)
                case Kind.DELETION:
                    yield from _take_out(name, told, sent, whole)
                case _:
                    yield _move(name, told, whole)


def _put_in(told: list[tuple[int, Change]]) -> Iterator[Step]:
    """Yield what is new at each place: as many paragraphs in one language as in the other are pairs."""
    places: dict[tuple[str, str], dict[Lang, dict[str, list[int]]]] = {}
    for at, change in told:
        assert change.lang is not None, "what has no language is left to a person"  # noqa: S101
        here = places.setdefault((change.block, change.part), {lang: {} for lang in Lang})
        here[change.lang].setdefault(change.new.strip(), []).append(at)
    for (block, part), said in places.items():
        zh, en = list(said[Lang.ZH].items()), list(said[Lang.EN].items())
        every = tuple(at for side in (zh, en) for _, numbers in side for at in numbers)
        style = next(change.style for at, change in told if at in every)
        if zh and en and len(zh) != len(en):
            why = say(
                "{zh} Chinese and {en} English paragraphs are new here: say which belong together",
                zh=len(zh),
                en=len(en),
            )
            yield Left(numbers=every, why=why)
        elif not zh:
            yield Left(numbers=every, why=say("this stands in the English alone: a block needs Chinese"))
        else:
            for turn, (words, numbers) in enumerate(zh):
                more = {Lang.EN: en[turn][0]} if en else {}
                both = (*numbers, *(en[turn][1] if en else ()))
                said_here = {Lang.ZH: words} | more
                yield PutIn(numbers=both, block=block, part=part, style=style, said=said_here)


def _both(told: Iterable[tuple[int, Change]]) -> bool:
    return {change.lang for _, change in told} == set(Lang)


def _numbers(told: Iterable[tuple[int, Change]]) -> tuple[int, ...]:
    return tuple(at for at, _ in told)


def _one_side(block: str, told: list[tuple[int, Change]]) -> Left:
    why = say(
        "this was done in the {language} alone: do the same in the other language, or say --whole {block}",
        language=_language(told),
        block=block,
    )
    return Left(numbers=_numbers(told), why=why)


def _by_hand(told: list[tuple[int, Change]]) -> Left:
    why = say(
        "this was done in the {language} alone: do the same in the other language by hand",
        language=_language(told),
    )
    return Left(numbers=_numbers(told), why=why)


def _language(told: list[tuple[int, Change]]) -> Sentence:
    return say("Chinese") if told[0][1].lang is Lang.ZH else say("English")


def _part(block: str, told: list[tuple[int, Change]]) -> Step:
    places = {(change.lang, change.line, change.at[0]) for _, change in told}
    if not _both(told):
        return _by_hand(told)
    if len(places) != len(Lang) or any(line for _, line, _ in places):
        return Left(
            numbers=_numbers(told), why=say("it was parted at several places: make the blocks by hand")
        )
    at = {lang: start for lang, _, start in places if lang is not None}
    return Part(numbers=_numbers(told), block=block, places=at)


def _join(block: str, told: list[tuple[int, Change]]) -> Step:
    firsts = {change.name for _, change in told}
    if not _both(told):
        return _by_hand(told)
    if len(firsts) != 1 or block in firsts or "" in firsts:
        return Left(numbers=_numbers(told), why=say("it was joined to different blocks: join them by hand"))
    return Join(numbers=_numbers(told), block=block, first=firsts.pop())


def _move(block: str, told: list[tuple[int, Change]], whole: frozenset[str]) -> Step:
    targets = {change.new for _, change in told}
    if not _both(told) and block not in whole:
        return _one_side(block, told)
    if len(targets) != 1 or "" in targets:
        return Left(numbers=_numbers(told), why=say("it was moved to different places: move it by hand"))
    return Move(numbers=_numbers(told), block=block, behind=targets.pop())


def _take_out(
    block: str, told: list[tuple[int, Change]], sent: Sent, whole: frozenset[str]
) -> Iterator[Step]:
    lines = {
        lang: {turn for turn, line in enumerate(sent.lines((block, lang))) if line.text}
        for lang in Lang
        if (block, lang) in sent.owned
    }
    gone = {lang: {change.line for _, change in told if change.lang is lang} for lang in lines}
    emptied = {lang for lang in lines if gone[lang] >= lines[lang]}
    if emptied == set(Lang) or (emptied and block in whole):
        yield TakeOut(numbers=_numbers(told), block=block)
        return
    if emptied:
        yield _one_side(block, told)
        return
    found = {lang: _parts(block, lang, gone[lang], sent) for lang in lines}
    every = dict.fromkeys(part for side in found.values() for part in side)
    used: set[int] = set()
    for part in every:
        mine = [
            (at, change)
            for at, change in told
            if change.lang is not None and change.line in found[change.lang].get(part, ())
        ]
        used |= {at for at, _ in mine}
        if all(part in side for side in found.values()) and (len(found) == len(Lang) or block in whole):
            yield TakeOut(numbers=_numbers(mine), block=block, part=part)
        else:
            yield _one_side(block, mine)
    rest = [one for one in told if one[0] not in used]
    if rest:
        yield Left(numbers=_numbers(rest), why=say("it is only a part of its block: take it out by hand"))


def _parts(block: str, lang: Lang, gone: set[int], sent: Sent) -> dict[str, set[int]]:
    """Return the items and rows of which all lines are gone, each with its lines."""
    found: dict[str, set[int]] = {}
    for place in sent.places.get((block, lang), ()):
        kind, _, rest = place.home.part.partition("-")
        if kind in {"item", "cell"}:
            name = place.home.part if kind == "item" else f"row-{rest.partition('-')[0]}"
            found.setdefault(name, set()).add(place.line)
    return {name: lines for name, lines in found.items() if lines <= gone}
