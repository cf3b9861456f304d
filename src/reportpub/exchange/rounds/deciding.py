"""What becomes of each change: it goes into the YAML, is there already, is in conflict, or is left open.

The text that went out, what the reviewers made of it and what the YAML says now are compared three ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.differences import differences
from reportpub.exchange.files import Files
from reportpub.exchange.parts import Home, homes
from reportpub.findings import Span
from reportpub.model.report import Report
from reportpub.model.text import BlockCite, FactCite, Inlines, NoteCall, Passage, TermCite
from reportpub.model.walk import leaves
from reportpub.sentences import NOTHING, Sentence, say
from reportpub.source.markup import parse
from reportpub.source.rewording import Rewording, reworded, rewritten


class State(StrEnum):
    """What becomes of a change."""

    READY = "ready"
    """It can go into the YAML as it is."""
    ALREADY = "already in"
    CONFLICT = "conflict"
    OPEN = "left to a person"


@dataclass(frozen=True, slots=True)
class Decision:
    """A change with what becomes of it, and why; `other` is the text it is in conflict with.

    `place` is where a person finds it in the YAML.
    """

    change: Change
    state: State
    why: Sentence = NOTHING
    other: str = ""
    place: Span | None = None


WHY: Mapping[Kind, Sentence] = {
    Kind.FACT: say("a figure is written once: decide in facts.yaml, for both languages"),
    Kind.TERM: say("a name is written once: decide in terms.yaml, for both languages"),
    Kind.REFERENCE: say("the words of a reference follow what it points at"),
    Kind.NOTE: say("write or remove the note and its call by hand"),
    Kind.FURNITURE: say("these words are written by the layout"),
    Kind.FORMAT: say("write *emphasis* or **strong** where it is meant to stay"),
    Kind.COMMENT: NOTHING,
}


_WORDS = frozenset({Kind.EDIT, Kind.FORMAT})
"""What is typed within a text."""


@dataclass(frozen=True, slots=True)
class Decided:
    """All decisions, and the files of the YAML as they are once everything that is ready has gone in."""

    decisions: tuple[Decision, ...]
    texts: Mapping[str, str]


def decided(changes: Sequence[Change], sent: Files, report: Report, typed: Files) -> Decided:
    """Return what becomes of changes; `report` and `typed` are the YAML as it is now."""
    now = homes(report)
    told: dict[int, Decision] = {}
    ready: dict[Home, list[tuple[int, tuple[Rewording, ...]]]] = {}
    edits: dict[Home, list[int]] = {}
    for at, change in enumerate(changes):
        if change.kind in _WORDS and change.rewordings and change.lang and change.span:
            edits.setdefault(Home(change.block, change.part, change.lang), []).append(at)
        else:
            told[at] = Decision(
                change, State.OPEN, WHY.get(change.kind, say("it cannot be typed as it stands"))
            )
    for home, places in edits.items():
        asked = [(at, changes[at]) for at in places]
        for at, decision, shifted in _three_ways(asked, sent, now.get(home), typed):
            told[at] = decision
            if shifted:
                ready.setdefault(home, []).append((at, shifted))
    texts = dict(typed.texts)
    told |= dict(_typed(ready, changes, now, typed, texts))
    return Decided(tuple(told[at] for at in range(len(changes))), texts)


def _three_ways(
    asked: list[tuple[int, Change]], sent: Files, passage: Passage | None, typed: Files
) -> Iterator[tuple[int, Decision, tuple[Rewording, ...]]]:
    """Yield a decision for each edit of one text, with where it goes in the text as it is now."""
    span = asked[0][1].span
    assert span is not None, "an edit knows where its text is typed"  # noqa: S101
    base = sent.scalar(span).text
    if passage is None:
        for at, change in asked:
            yield at, Decision(change, State.CONFLICT, say("the text is no longer in the YAML")), ()
        return
    now = typed.scalar(passage.span).text
    ours = [Rewording(d.start, d.end, now[d.new_start : d.new_end]) for d in differences(base, now)]
    for at, change in asked:
        others = [c for _, c in asked if c.file != change.file and c.rewordings != change.rewordings]
        rivals = [other for other in others if _clash(other, change)]
        twins = [k for k, c in asked if k < at and c.rewordings == change.rewordings]
        if rivals:
            rival = rivals[0]
            why = say(
                "{who} ({file}) wrote otherwise here",
                who=rival.by.author or say("somebody"),
                file=rival.file,
            )
            yield at, Decision(change, State.CONFLICT, why, rival.new), ()
        elif twins:
            yield at, Decision(change, State.ALREADY, say("another reviewer made the same change")), ()
        elif all(one in ours for one in change.rewordings):
            yield at, Decision(change, State.ALREADY), ()
        elif met := [o for o in ours for r in change.rewordings if _overlap(o, r)]:
            why = say("the YAML has changed here since the file went out")
            yield at, Decision(change, State.CONFLICT, why, met[0].text), ()
        else:
            yield at, Decision(change, State.READY), tuple(_shifted(r, ours) for r in change.rewordings)


def _clash(one: Change, other: Change) -> bool:
    return any(_overlap(a, b) for a in one.rewordings for b in other.rewordings)


def _overlap(one: Rewording, other: Rewording) -> bool:
    """Tell whether two edits touch: side by side, each alone may read well and both together not."""
    return one.start <= other.end and other.start <= one.end


def _shifted(asked: Rewording, ours: Sequence[Rewording]) -> Rewording:
    by = sum(len(o.text) - (o.end - o.start) for o in ours if o.end <= asked.start)
    return replace(asked, start=asked.start + by, end=asked.end + by)


def _typed(
    ready: Mapping[Home, list[tuple[int, tuple[Rewording, ...]]]],
    changes: Sequence[Change],
    now: Mapping[Home, Passage],
    typed: Files,
    texts: dict[str, str],
) -> Iterator[tuple[int, Decision]]:
    """Type what is ready into the files, from the end of each to its head; yield what could not be typed."""
    for home in sorted(ready, key=lambda h: (now[h].span.file, now[h].span.start), reverse=True):
        span = now[home].span
        edits = ready[home]
        other = _other(home, now)
        if other is not None:
            twin = [r for _, r in ready.get(other, [])]
            if sorted(r for _, each in edits for r in each) != sorted(r for each in twin for r in each):
                why = say("this text serves both languages; write it under zh and en")
                yield from ((at, Decision(changes[at], State.OPEN, why)) for at, _ in edits)
                continue
            if home.lang != min(home.lang, other.lang):
                continue
        # Emphasis that cannot be read where it stands keeps no word from going in.
        words = [one for one in edits if changes[one[0]].kind is Kind.EDIT]
        for tried in (edits, words) if len(words) < len(edits) else (edits,):
            made = _made(tried, changes, home, now[home], typed, texts) if tried else None
            if made is not None:
                texts[span.file] = made
                left = [one for one in edits if one not in tried]
                break
        else:
            left = edits
        why = say("it cannot be typed as it stands; write it by hand")
        yield from ((at, Decision(changes[at], State.OPEN, why)) for at, _ in left)


def _made(
    edits: list[tuple[int, tuple[Rewording, ...]]],
    changes: Sequence[Change],
    home: Home,
    now: Passage,
    typed: Files,
    texts: Mapping[str, str],
) -> str | None:
    """Return the file with edits of one text typed; nothing where it would cite or say anything else."""
    scalar = typed.scalar(now.span)
    every = tuple(sorted(r for _, each in edits for r in each))
    passage, wrong = parse(reworded(scalar.text, every), home.lang, now.span)
    dropped = sorted(name for at, _ in edits for name in changes[at].drops)
    if wrong or sorted((*cited(passage.inlines), *dropped)) != sorted(cited(now.inlines)):
        return None
    return rewritten(texts[now.span.file], scalar, every)


def _other(home: Home, now: Mapping[Home, Passage]) -> Home | None:
    """Return the other language of a text that is written once for both."""
    for other, passage in (
        (replace(home, lang=lang), now.get(replace(home, lang=lang))) for lang in type(home.lang)
    ):
        if other != home and passage is not None and passage.span == now[home].span:
            return other
    return None


def cited(inlines: Inlines) -> list[str]:
    """Return what a text cites, in order."""
    names: list[str] = []
    for leaf in leaves(inlines):
        match leaf:
            case FactCite(name, _) | TermCite(name, _) | BlockCite(name) | NoteCall(name):
                names.append(name)
            case _:
                pass
    return names
