"""Files that came back to a round: their changes, merged, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reportpub.edition.figures_in_words import in_words
from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.comparing import Came, compared
from reportpub.exchange.edits.sent import bookmarks, notes, owners
from reportpub.exchange.edits.wordfile import word_file
from reportpub.exchange.files import Files
from reportpub.exchange.rounds.deciding import Decided, Decision, State, decided
from reportpub.exchange.rounds.desk import ALREADY, CONFLICT, MADE, Desk
from reportpub.exchange.rounds.kept import Round
from reportpub.exchange.rounds.listing import Wordings
from reportpub.exchange.rounds.rebuilding import rebuilt
from reportpub.exchange.rounds.steps import steps
from reportpub.findings import Finding, Span, ToolError, error, warning
from reportpub.inputs import Inputs, Refused
from reportpub.model.report import Report
from reportpub.model.text import Lang
from reportpub.opc.package import LARGEST
from reportpub.sentences import say

_STATES = {MADE: State.READY, ALREADY: State.ALREADY, CONFLICT: State.CONFLICT}


def contents(paths: tuple[Path, ...]) -> Mapping[str, bytes]:
    """Return the files that came back by name; `ToolError` with all that cannot be read."""
    found: dict[str, bytes] = {}
    wrong: list[Finding] = []
    for path in paths:
        try:
            data = Inputs(path.parent.resolve()).read_bytes(path.resolve(), largest=LARGEST)
        except Refused as refused:
            wrong.append(refused.finding)
            continue
        name = path.name if path.name not in found else str(path)
        found[name] = data
    if wrong:
        raise ToolError(tuple(wrong))
    return found


def stamped(data: bytes, file: str) -> str:
    """Return the fingerprint of the edition a file was made from, empty where it lost it."""
    return word_file(data, file).property("reportpub.fingerprint")


def changes(came: Mapping[str, bytes], began: Round) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """Return all changes of the files, in the order of the report, and what is odd about the files."""
    names, called = bookmarks(began.edition), notes(began.edition)
    every: list[Change] = []
    odd: list[Finding] = []
    for file, data in came.items():
        written = word_file(data, file)
        owned = owners(written, names, called)
        odd += _odd(file, written.property("reportpub.fingerprint"), began, lost=not owned)
        every += compared(began.sent, Came(file, written, owned))
    order = {name: at for at, name in enumerate(began.sent.owned)}
    last = len(order)

    def place(change: Change) -> tuple[bool, int, int, tuple[int, int]]:
        at = order.get((change.block, change.lang), last) if change.lang else last
        return change.kind is Kind.COMMENT, at, change.line, change.at

    return tuple(sorted(every, key=place)), tuple(odd)


def _odd(file: str, fingerprint: str, began: Round, *, lost: bool) -> Iterator[Finding]:
    if lost:
        message = say(
            "this file has lost the ids of its blocks; they were found by their words and their order"
        )
        hint = say("look at each change before you take it in; ask for the file as Word or WPS saved it")
        yield warning("review/ids-lost", message, Span(file), hint)
    if fingerprint and fingerprint != began.fingerprint:
        message = say("this file was made from another version than the round “{name}”", name=began.name)
        hint = say("name the round it belongs to with --round")
        yield error("review/other-round", message, Span(file), hint)


def decisions(
    told: tuple[Change, ...], began: Round, report: Report, typed: Files, whole: frozenset[str] = frozenset()
) -> Decided:
    """Return what becomes of changes in the YAML as it is now; `whole` are blocks one language stands for."""
    done = decided(told, began.typed, report, typed)
    busy = {d.change.block for d in done.decisions if d.change.kind is Kind.EDIT and d.state is State.READY}
    desk = Desk(began, report, dict(done.texts), frozenset(busy))
    found = dict(enumerate(done.decisions))
    for outcome in rebuilt(desk, steps(told, began.sent, whole)):
        state = _STATES[outcome.state] if outcome.state or not outcome.why else State.OPEN
        for at in outcome.numbers:
            named = replace(told[at], name=outcome.name) if outcome.name else told[at]
            found[at] = Decision(named, state, outcome.why)
    return Decided(tuple(found[at] for at in range(len(told))), desk.texts)


def wordings(told: tuple[Change, ...], report: Report) -> Wordings:
    """Return what the facts and terms that changes are about say now, in both languages."""
    found: dict[str, Mapping[Lang, str]] = {}
    for change in told:
        fact, term = report.facts.facts.get(change.name), report.terms.get(change.name)
        if change.kind is Kind.FACT and fact is not None:
            found[change.name] = {lang: in_words(fact, "", lang, report.facts.units) for lang in Lang}
        elif change.kind is Kind.TERM and term is not None:
            found[change.name] = {lang: term.said(lang) for lang in Lang}
    return found
