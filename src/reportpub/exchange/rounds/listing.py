"""The changes of a round as a list: lines for people, records for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportpub.exchange.edits.changes import Change, Found, Kind
from reportpub.exchange.edits.pieces import Stamp
from reportpub.exchange.rounds.deciding import Decision, State
from reportpub.findings import Span
from reportpub.model.text import Lang
from reportpub.sentences import NOTHING, Sentence, as_it_is, listed, say

Wordings = Mapping[str, Mapping[Lang, str]]
"""What a fact or a term says now in either language, by its id."""

_SHORT = 70

_KINDS: Mapping[Kind, Sentence] = {
    Kind.EDIT: say("edit"),
    Kind.FACT: say("fact"),
    Kind.TERM: say("term"),
    Kind.REFERENCE: say("reference"),
    Kind.NOTE: say("note"),
    Kind.FURNITURE: say("furniture"),
    Kind.INSERTION: say("insertion"),
    Kind.DELETION: say("deletion"),
    Kind.MOVE: say("move"),
    Kind.SPLIT: say("split"),
    Kind.MERGE: say("merge"),
    Kind.FORMAT: say("format"),
    Kind.COMMENT: say("comment"),
}
_STATES: Mapping[State, Sentence] = {
    State.READY: say("ready"),
    State.ALREADY: say("already in"),
    State.CONFLICT: say("conflict"),
    State.OPEN: say("left to a person"),
}


def lines(decisions: Sequence[Decision], wordings: Wordings) -> Iterator[Sentence]:
    """Yield the list for people: block after block, what was changed, by whom, and what becomes of it."""
    block = None
    for decision in decisions:
        change = decision.change
        here = (change.block, change.lang)
        if here != block:
            block = here
            name = change.block or say("(outside every block)")
            yield say("{block} · {language}", block=name, language=change.lang.key if change.lang else "–")
        yield from _lines(decision, wordings)
    states = Counter(d.state for d in decisions if d.change.kind is not Kind.COMMENT)
    remarks = sum(d.change.kind is Kind.COMMENT for d in decisions)
    told = listed(say("{n} {what}", n=states[s], what=_STATES[s]) for s in State if states[s])
    yield (
        say("{n} changes: {told}; {comments} comments", n=sum(states.values()), told=told, comments=remarks)
        if told
        else say("{n} changes; {comments} comments", n=0, comments=remarks)
    )


def _lines(decision: Decision, wordings: Wordings) -> Iterator[Sentence]:
    change = decision.change
    by = " ".join(filter(None, (change.by.author, change.by.date[:10])))
    how = NOTHING if change.tracked or change.kind is Kind.COMMENT else say("not tracked")
    known = say("found by its words") if change.found is Found.SIMILARITY else NOTHING
    part = f" {change.part}" if change.part not in {"", "text"} else ""
    yield say(
        "  {kind}{part} [{by}] {said}",
        kind=_KINDS[change.kind],
        part=part,
        by=listed((by, *filter(None, (how, known)))),
        said=_said(change),
    )
    for reply in change.replies:
        yield as_it_is(f"    {reply.by.author}: {reply.words}")
    if change.name in wordings:
        told = " / ".join(f"{lang.key} {words}" for lang, words in wordings[change.name].items())
        yield say("    {name} says now: {told}", name=change.name, told=told)
    if change.drops:
        yield say("    no longer cites {names}", names=listed(change.drops))
    if decision.state is State.CONFLICT:
        yield say("    CONFLICT: {why}: “{other}”", why=decision.why, other=decision.other)
    elif change.kind is not Kind.COMMENT:
        state = _STATES[decision.state]
        yield (
            say("    {state}: {why}", state=state, why=decision.why)
            if decision.why
            else say("    {state}", state=state)
        )
    if decision.state is State.READY and change.kind in {Kind.INSERTION, Kind.SPLIT} and change.name:
        yield say("    becomes the block {name}", name=change.name)
    if decision.place is not None and change.kind is not Kind.COMMENT:
        yield say("    see {place}", place=_where(decision.place))


def _where(place: Span) -> str:
    return f"{place.file}:{place.line}:{place.column}"


def _said(change: Change) -> Sentence:
    if change.kind is Kind.COMMENT:
        said = say("on “{words}”: {comment}", words=_short(change.old), comment=change.new)
        return say("{said} (settled)", said=said) if change.done else said
    if change.kind is Kind.MOVE:
        return say("from behind “{old}” to behind “{new}”", old=change.old, new=change.new)
    if change.kind is Kind.FORMAT:
        return say("“{words}” {format}", words=_short(change.old), format=change.new)
    if change.kind in {Kind.SPLIT, Kind.MERGE}:
        return as_it_is(f"“{change.old}” → “{change.new}”")
    old = f"[-{_short(change.old)}-]" if change.old else ""
    new = f"{{+{_short(change.new)}+}}" if change.new else ""
    return as_it_is(f"{change.before}{old}{new}{change.after}")


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 20]}…{words[-15:]}"


def records(decisions: Sequence[Decision], wordings: Wordings) -> list[dict[str, object]]:
    """Return the list for programs."""
    return [_record(decision, wordings) for decision in decisions]


def _record(decision: Decision, wordings: Wordings) -> dict[str, object]:
    change = decision.change
    told: dict[str, object] = {
        "kind": change.kind.value,
        "block": change.block,
        "language": change.lang.key if change.lang else "",
        "part": change.part,
        "old": change.old,
        "new": change.new,
        "before": change.before,
        "after": change.after,
        "author": change.by.author,
        "date": change.by.date,
        "tracked": change.tracked,
        "found": change.found.value,
        "file": change.file,
        "line": change.line,
        "at": list(change.at),
        "state": decision.state.value,
        "why": decision.why,
    }
    if decision.place is not None:
        told["place"] = _where(decision.place)
    if decision.other:
        told["other"] = decision.other
    if change.name:
        told["cites"] = change.name
        said = wordings.get(change.name, {})
        told["says"] = {lang.key: words for lang, words in said.items()}
    if change.drops:
        told["drops"] = list(change.drops)
    if change.kind is Kind.COMMENT:
        told["done"] = change.done
        told["replies"] = [
            {"words": r.words, "author": r.by.author, "date": r.by.date} for r in change.replies
        ]
    return told


def read_back(record: Mapping[str, object]) -> Decision:
    """Return the decision of a record, as far as later commands need it; `ValueError` when it is none."""
    try:
        at = record["at"]
        assert isinstance(at, list)  # noqa: S101  a wrong record is answered below
        language = str(record["language"])
        change = Change(
            kind=Kind(str(record["kind"])),
            file=str(record["file"]),
            block=str(record["block"]),
            lang=next((lang for lang in Lang if lang.key == language), None),
            part=str(record["part"]),
            old=str(record["old"]),
            new=str(record["new"]),
            before=str(record["before"]),
            after=str(record["after"]),
            line=int(str(record["line"])),
            at=(int(at[0]), int(at[1])),
            by=Stamp(str(record["author"]), str(record["date"])),
            tracked=bool(record["tracked"]),
            name=str(record.get("cites", "")),
        )
        return Decision(change, State(str(record["state"])), as_it_is(str(record["why"])))
    except (KeyError, IndexError, AssertionError, TypeError) as broken:
        raise ValueError(f"no record of a change: {broken}") from None
