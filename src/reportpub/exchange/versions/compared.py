"""Two versions of a report, text by text: what was reworded, what is new or gone, which figures moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reportpub.edition.figures_in_words import in_words
from reportpub.edition.resolve import resolve
from reportpub.exchange.edits.differences import differences
from reportpub.exchange.edits.order import kept_order
from reportpub.exchange.parts import Home, blocks, parts, unseen
from reportpub.exchange.redline import Redlined, Stretch
from reportpub.model.report import Arrangement, Report
from reportpub.model.text import Inlines, Lang, Passage, plain
from reportpub.sentences import Sentence, as_it_is, say

_AROUND = 12
_LANGUAGES = {Lang.ZH: "中文", Lang.EN: "English"}


class Kind(StrEnum):
    """How a text differs between two versions."""

    REWORDED = "reworded"
    FOLLOWS = "follows"
    """Its words are typed as before; a figure, a name or a number of a table behind them is another."""
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"


_KINDS = {
    Kind.REWORDED: say("reworded"),
    Kind.FOLLOWS: say("follows"),
    Kind.NEW: say("new"),
    Kind.GONE: say("gone"),
    Kind.MOVED: say("moved"),
}


_SHOWN = {
    Kind.REWORDED: "改写 reworded",
    Kind.FOLLOWS: "随数据变动 follows a figure",
    Kind.NEW: "新增 new",
    Kind.GONE: "删除 gone",
    Kind.MOVED: "移动 moved",
}
"""What is said of each in a redline, which both languages read."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text with what it said and says; a block that moved tells behind which block it stood and stands."""

    kind: Kind
    home: Home
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure whose words are others than in the old version; empty where a version has none.

    `label` says what it measures, in Chinese and English.
    """

    fact: str
    label: tuple[str, str]
    old: tuple[str, str]
    new: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """All that differs, in the order of the new version, what is gone after it; and the figures."""

    texts: tuple[Reworded, ...]
    figures: tuple[Moved, ...]


def compared(old: Report, new: Report) -> Compared:
    """Return what differs between two versions whose blocks keep their ids."""
    return Compared((*_texts(old, new), *_order(old, new)), tuple(_figures(old, new)))


def _texts(old: Report, new: Report) -> Iterator[Reworded]:
    before, after = _said(old), _said(new)
    for home, (typed, words) in after.items():
        if home not in before:
            yield Reworded(Kind.NEW, home, "", words)
        elif before[home][1] != words:
            kind = Kind.FOLLOWS if before[home][0] == typed else Kind.REWORDED
            yield Reworded(kind, home, before[home][1], words)
    yield from (Reworded(Kind.GONE, home, was[1], "") for home, was in before.items() if home not in after)


def _said(report: Report) -> dict[Home, tuple[Inlines, str]]:
    """Return each text as it is typed and as it is said."""
    spec = replace(report.editions[0], languages=tuple(Lang), arrangement=Arrangement.PARALLEL)
    shown = {
        block.id: block
        for part in resolve(report, spec).parts
        for chapter in part.chapters
        for block in (chapter.title, *chapter.blocks, *chapter.notes.values())
    }
    found: dict[Home, tuple[Inlines, str]] = {}
    for block in blocks(report):
        other = shown.get(block.id)
        if other is None:
            continue
        typed = (*parts(block), *unseen(block))
        for (part, text), (_, said) in zip(typed, (*parts(other), *unseen(other)), strict=True):
            for passage in text.said():
                words = said.of(passage.lang) or passage
                found[Home(block.id, part, passage.lang)] = _pair(passage, words)
    return found


def _pair(typed: Passage, shown: Passage) -> tuple[Inlines, str]:
    return typed.inlines, plain(shown.inlines)


def _order(old: Report, new: Report) -> Iterator[Reworded]:
    before = [block.id for block in blocks(old)]
    after = [block.id for block in blocks(new) if block.id in set(before)]
    places = {name: at for at, name in enumerate(before)}
    stayed = set(kept_order([places[name] for name in after]))
    for at, name in enumerate(after):
        if places[name] not in stayed:
            was = before[places[name] - 1] if places[name] else ""
            yield Reworded(Kind.MOVED, Home(name, "", Lang.ZH), was, after[at - 1] if at else "")


def _figures(old: Report, new: Report) -> Iterator[Moved]:
    names = dict.fromkeys((*new.facts.facts, *old.facts.facts))
    for name in names:
        was, now = _words(old, name), _words(new, name)
        if was != now:
            fact = new.facts.facts.get(name) or old.facts.facts[name]
            yield Moved(name, fact.label, was, now)


def _words(report: Report, name: str) -> tuple[str, str]:
    fact = report.facts.facts.get(name)
    if fact is None:
        return "", ""
    zh, en = (in_words(fact, "", lang, report.facts.units) for lang in Lang)
    return zh, en


def lines(told: Compared) -> Iterator[Sentence]:
    """Yield the differences as a list for people."""
    for one in told.texts:
        where = f"{one.home.block} · {one.home.lang.key}"
        part = f" {one.home.part}" if one.home.part not in {"", "text"} else ""
        if one.kind is Kind.MOVED:
            yield say(
                "{block}: moved from behind “{old}” to behind “{new}”",
                block=one.home.block,
                old=one.old,
                new=one.new,
            )
        elif one.kind in {Kind.NEW, Kind.GONE}:
            yield say(
                "{where}: {kind}: {words}",
                where=where + part,
                kind=_KINDS[one.kind],
                words=one.old or one.new,
            )
        else:
            marked = _marked(one.old, one.new)
            yield say("{where}: {kind}: {words}", where=where + part, kind=_KINDS[one.kind], words=marked)
    for figure in told.figures:
        yield as_it_is(f"{figure.fact}: {' / '.join(figure.old)} → {' / '.join(figure.new)}")
    yield say(
        "texts that differ: {texts}; figures that differ: {figures}",
        texts=len(told.texts),
        figures=len(told.figures),
    )


def _marked(old: str, new: str) -> str:
    pieces = []
    for one in differences(old, new):
        out, put = old[one.start : one.end], new[one.new_start : one.new_end]
        taken, added = (f"[-{out}-]" if out else ""), (f"{{+{put}+}}" if put else "")
        around = old[max(one.start - _AROUND, 0) : one.start], old[one.end : one.end + _AROUND]
        pieces.append(f"{around[0]}{taken}{added}{around[1]}")
    return " … ".join(pieces)


def records(told: Compared) -> dict[str, object]:
    """Return the differences for programs."""
    texts = [
        {
            "kind": one.kind.value,
            "block": one.home.block,
            "language": one.home.lang.key,
            "part": one.home.part,
            "old": one.old,
            "new": one.new,
        }
        for one in told.texts
    ]
    figures = [
        {"fact": one.fact, "label": dict(zip(("zh", "en"), one.label, strict=True))}
        | {"old": dict(zip(("zh", "en"), one.old, strict=True))}
        | {"new": dict(zip(("zh", "en"), one.new, strict=True))}
        for one in told.figures
    ]
    return {"texts": texts, "figures": figures}


def paragraphs(told: Compared) -> Iterator[Redlined]:
    """Yield the paragraphs of a redline."""
    for one in told.texts:
        part = "" if one.home.part == "text" else one.home.part
        lang = _LANGUAGES[one.home.lang] if one.kind is not Kind.MOVED else ""
        place = " · ".join(filter(None, (one.home.block, part, lang, _SHOWN[one.kind])))
        if one.kind is Kind.MOVED:
            yield Redlined(place, Lang.ZH, (Stretch(f"“{one.old}” → “{one.new}”"),))
        else:
            yield Redlined(place, one.home.lang, tuple(_stretches(one.old, one.new)))


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    at = 0
    for one in differences(old, new):
        yield Stretch(old[at : one.start])
        yield Stretch(old[one.start : one.end], out=True)
        yield Stretch(new[one.new_start : one.new_end], put=True)
        at = one.end
    yield Stretch(old[at:])
