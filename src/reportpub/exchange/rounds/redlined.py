"""The changes of a round as a redline: each paragraph that was touched, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.redline import Redlined, Stretch, Told
from reportpub.exchange.rounds.deciding import Decision, State
from reportpub.exchange.rounds.kept import Round
from reportpub.model.text import Lang

_LANGUAGES = {Lang.ZH: "中文", Lang.EN: "English"}
_INSIDE = frozenset(
    {Kind.EDIT, Kind.FACT, Kind.TERM, Kind.REFERENCE, Kind.NOTE, Kind.FURNITURE, Kind.DELETION}
)


def redlined(began: Round, decisions: Sequence[Decision]) -> tuple[Redlined, ...]:
    """Return the paragraphs that reviewers touched, in the order of the report."""
    groups: dict[tuple[str, Lang | None, int], list[Decision]] = {}
    for decision in decisions:
        change = decision.change
        line = -1 if change.kind is Kind.COMMENT else change.line
        groups.setdefault((change.block, change.lang, line), []).append(decision)
    return tuple(one for key, told in groups.items() for one in _lines(began, key, told))


def _lines(began: Round, key: tuple[str, Lang | None, int], told: list[Decision]) -> Iterator[Redlined]:
    block, lang, line = key
    place = f"{block or '–'} · {_LANGUAGES[lang] if lang else '–'}"
    said = lang or Lang.ZH
    inside = sorted((d for d in told if d.change.kind in _INSIDE), key=lambda d: d.change.at)
    shown = _INSIDE | {Kind.INSERTION}
    remarks = tuple(_remark(d) for d in told if d.change.kind not in shown or d.state is State.CONFLICT)
    text = ""
    if lang is not None and (block, lang) in began.sent.owned:
        lines = began.sent.lines((block, lang))
        text = lines[max(line, 0)].text if max(line, 0) < len(lines) else ""
    new = [d for d in told if d.change.kind is Kind.INSERTION]
    if inside or remarks:
        yield Redlined(place, said, tuple(_stretches(text, [d.change for d in inside])), remarks)
    for decision in new:
        yield Redlined(place, said, (Stretch(decision.change.new, put=True, by=decision.change.by),))


def _stretches(text: str, changes: Sequence[Change]) -> Iterator[Stretch]:
    at = 0
    for change in changes:
        start, end = change.at
        if start < at:
            continue
        yield Stretch(text[at:start])
        yield Stretch(text[start:end], out=True, by=change.by)
        yield Stretch(change.new, put=True, by=change.by)
        at = end
    yield Stretch(text[at:])


def _remark(decision: Decision) -> Told:
    change = decision.change
    if change.kind is Kind.COMMENT:
        replies = "".join(f" — {reply.by.author}: {reply.words}" for reply in change.replies)
        return Told(change.new + replies, change.by)
    said = f"{change.kind}: {change.old} → {change.new}".strip()
    if decision.state is State.CONFLICT:
        said = f"{decision.why}: {decision.other}"
    return Told(said, change.by)
