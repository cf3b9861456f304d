"""核红: is every accepted change in the next build, and did nothing else move?

The file that went out with the accepted changes made in it is what the next build has to say, word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportpub.edition.edition import Edition
from reportpub.exchange.carrying import spans
from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.differences import Difference, differences
from reportpub.exchange.edits.pieces import Written
from reportpub.exchange.edits.sent import Owner, bookmarks, notes, owners
from reportpub.exchange.marks import Kind as Cited
from reportpub.exchange.rounds.deciding import Decision, State
from reportpub.exchange.rounds.kept import Round
from reportpub.exchange.rounds.steps import STRUCTURAL
from reportpub.exchange.rounds.wanted import wanted
from reportpub.findings import Finding, Span, error, warning
from reportpub.model.facts import Fact
from reportpub.sentences import listed, say

ACCEPTED = frozenset({State.READY, State.ALREADY})
_MADE = frozenset({Kind.EDIT}) | STRUCTURAL
_AROUND = 12


def accepted(decisions: Sequence[Decision]) -> tuple[Change, ...]:
    """Return the changes that went into the YAML and are seen in the words of a build, once each."""
    told = (d.change for d in decisions if d.state in ACCEPTED and d.change.kind in _MADE)
    unique = {(c.kind, c.block, c.lang, c.line, c.at, c.new, c.part): c for c in told}
    return tuple(unique.values())


def verified(
    began: Round, changes: Sequence[Change], built: Written, edition: Edition, facts: dict[str, Fact]
) -> tuple[Finding, ...]:
    """Return what the next build says otherwise than it must; `facts` are those it was made with."""
    owned = owners(built, bookmarks(edition), notes(edition))
    now: dict[Owner, list[str]] = {}
    for at, names in sorted(owned.items()):
        for name in names:
            now.setdefault(name, []).append(built.lines[at].text)
    must = wanted(began, changes)
    found: list[Finding] = []
    for name, lines in must.lines.items():
        if now.get(name) != list(lines):
            found += _block(began, name, must.asked[name], lines, now.get(name), facts)
    place = Span(began.file)
    for name in now:
        if name in must.lines or name[0] in must.new:
            continue
        if name in began.sent.owned:
            message = say("“{name}” ({key}) was taken out and is there", name=name[0], key=name[1].key)
            hint = say("take it in once more with `review receive --apply`, or by hand")
            found.append(error("review/not-in", message, place, hint))
        else:
            message = say("“{name}” ({key}) is new since the file went out", name=name[0], key=name[1].key)
            found.append(error("review/moved", message, place, say("see whether it belongs to this round")))
    return tuple(found)


def _block(
    began: Round,
    name: Owner,
    asked: Sequence[Sequence[Change]],
    must_say: Sequence[str],
    now: list[str] | None,
    facts: dict[str, Fact],
) -> Iterator[Finding]:
    place = Span(began.file)
    shown = say("“{name}” ({key})", name=name[0], key=name[1].key)
    if now is None or len(now) != len(must_say):
        what = (
            say("is gone")
            if now is None
            else say("has {now} paragraphs and had {wanted}", now=len(now), wanted=len(must_say))
        )
        yield error(
            "review/moved",
            say("{shown} {what}", shown=shown, what=what),
            place,
            say("see whether somebody meant this"),
        )
        return
    for turn, (must, does) in enumerate(zip(must_say, now, strict=True)):
        for one in differences(must, does):
            change, at = _behind(asked[turn], one)
            said = does[one.new_start : one.new_end]
            told = must[one.start : one.end]
            if change is not None:
                hint = say("take it in once more with `review receive --apply`, or by hand")
                by = change.by.author or say("somebody")
                message = say(
                    "{shown} should say “{new}” after a change by {by}; it says “{said}”",
                    shown=shown,
                    new=change.new,
                    by=by,
                    said=said,
                )
                yield error("review/not-in", message, place, hint)
            elif cites := _figures(began, name, turn, at, at + one.end - one.start, facts):
                message = say(
                    "{shown} follows {cites}: “{told}” is now “{said}”",
                    shown=shown,
                    cites=listed(cites),
                    told=told,
                    said=said,
                )
                yield warning("review/figure", message, place)
            else:
                around = must[max(one.start - _AROUND, 0) : one.start]
                message = say(
                    "{shown} changed and no accepted change says so: “{around}[{told} → {said}]”",
                    shown=shown,
                    around=around,
                    told=told,
                    said=said,
                )
                yield error("review/moved", message, place, say("see whether somebody meant this"))


def _behind(asked: Sequence[Change], one: Difference) -> tuple[Change | None, int]:
    """Return the accepted change a difference lies in, if any, and its place in the text as it went out."""
    shift = 0
    for change in asked:
        start = change.at[0] + shift
        end = start + len(change.new)
        if one.start <= end and start <= one.end:
            return change, one.start - shift
        if one.start < start:
            break
        shift += len(change.new) - (change.at[1] - change.at[0])
    return None, one.start - shift


def _figures(
    began: Round, name: Owner, line: int, start: int, end: int, facts: dict[str, Fact]
) -> tuple[str, ...]:
    """Return the facts a difference lies in, where all have another value than when the file went out."""
    met = [
        span.atom
        for place in began.sent.places.get(name, ())
        if place.line == line
        for span in spans(place.atoms)
        if place.start + span.start < max(end, start + 1) and start < place.start + span.end
    ]
    old = began.report.facts.facts
    names = tuple(atom.name for atom in met if atom.kind is Cited.FACT)
    changed = all(n in facts and n in old and facts[n].value != old[n].value for n in names)
    return names if names and len(names) == len(met) and changed else ()
