"""What a change of a paragraph is: an edit of a text, a proposal on a fact, or words of the layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportpub.exchange.carrying import Span, carried, place_of, spans, touched
from reportpub.exchange.edits.changes import Change, Kind
from reportpub.exchange.edits.differences import between, tokens
from reportpub.exchange.edits.hunks import END, Hunk
from reportpub.exchange.edits.sent import Owner, Place
from reportpub.exchange.marks import NOTE_SIGN, PROTECTED, shown_words
from reportpub.exchange.marks import Kind as Cited
from reportpub.source.rewording import Rewording

_KINDS = {
    Cited.FACT: Kind.FACT,
    Cited.TERM: Kind.TERM,
    Cited.REFERENCE: Kind.REFERENCE,
    Cited.NOTE: Kind.NOTE,
}
_NUMBER = re.compile(r"[\d\s.\-–—表图TableFigure]*")
"""What the number of a caption is made of: a word processor counts it, and may count it anew."""
_AROUND = 12
_SIGNS = {"+bold": "**", "+italic": "*"}
_RUNNING = re.compile(r"text|item-\d+")
"""The texts that are set in one weight, in which emphasis says something."""


def sorted_out(
    places: tuple[Place, ...], owner: Owner, line: int, words: str, hunk: Hunk
) -> Iterator[Change]:
    """Yield what a change of a paragraph comes to, text by text; `words` are those of the paragraph."""
    here = [place for place in places if place.line == line]
    hunk = _tight(words, hunk)
    head, parted, tail = hunk.new.partition(END)
    if parted:
        yield _told(
            owner,
            line,
            words,
            replace(hunk, start=hunk.start, end=hunk.start, new=""),
            Kind.SPLIT,
            old=words[max(hunk.start - _AROUND, 0) : hunk.end + _AROUND],
            new=words[max(hunk.start - _AROUND, 0) : hunk.start] + "¶" + words[hunk.end : hunk.end + _AROUND],
        )
        joined = (head.rstrip() + tail.replace(END, " ")).strip() if not head.strip() else head + tail
        hunk = replace(hunk, new=joined)
        removed = words[hunk.start : hunk.end]
        if not (joined.strip() or removed.strip()):
            return
    place = _place(here, hunk)
    if place is not None:
        yield from _within(place, owner, words, hunk)
        return
    inside = [p for p in here if p.start < hunk.end and hunk.start < p.end]
    if hunk.new or not inside:
        if not (_NUMBER.fullmatch(hunk.new) and _NUMBER.fullmatch(words[hunk.start : hunk.end])):
            yield _told(owner, line, words, hunk, Kind.FURNITURE)
        return
    for one in inside:
        cut = replace(hunk, start=max(hunk.start, one.start), end=min(hunk.end, one.end))
        yield from _within(one, owner, words, cut)


def _tight(words: str, hunk: Hunk) -> Hunk:
    """Return a change without the blanks that it begins and ends with before and after."""
    old, new = words[hunk.start : hunk.end], hunk.new
    while old[:1].isspace() and old[:1] == new[:1] and END not in old[:1]:
        hunk = replace(hunk, start=hunk.start + 1, new=new[1:])
        old, new = old[1:], new[1:]
    while old[-1:].isspace() and old[-1:] == new[-1:] and END not in old[-1:]:
        hunk = replace(hunk, end=hunk.end - 1, new=new[:-1])
        old, new = old[:-1], new[:-1]
    return hunk


def _place(places: list[Place], hunk: Hunk) -> Place | None:
    """Return the text that holds a change; what is inserted at its edge belongs to it."""
    holds = [p for p in places if p.start <= hunk.start and hunk.end <= p.end]
    return next((p for p in holds if p.start < hunk.start), holds[0] if holds else None)


def _within(place: Place, owner: Owner, words: str, hunk: Hunk) -> Iterator[Change]:
    start, end = hunk.start - place.start, hunk.end - place.start
    if NOTE_SIGN in hunk.new:
        yield replace(_told(owner, place.line, words, hunk, Kind.NOTE), part=place.home.part)
        return
    if not touched(place.atoms, start, end):
        yield _edit(place, owner, words, hunk)
        return
    # Citations are taken whole, so that what changed beside them is told apart from what changed in them.
    met = touched(place.atoms, start, end)
    begin, stop = min(start, met[0].start), max(end, met[-1].end)
    said = shown_words(place.atoms)
    old = _tokens(place, begin, stop)
    told = said[begin:start] + hunk.new + said[end:stop]
    new = _known(told, [span.atom.words for span in met])
    joined = "".join(new)
    for one in between(old, new):
        part = replace(
            hunk,
            start=place.start + begin + one.start,
            end=place.start + begin + one.end,
            new=joined[one.new_start : one.new_end],
        )
        yield from _around_citations(place, owner, words, part)


def _around_citations(place: Place, owner: Owner, words: str, hunk: Hunk) -> Iterator[Change]:
    start, end = hunk.start - place.start, hunk.end - place.start
    met = touched(place.atoms, start, end)
    if not met:
        yield _edit(place, owner, words, hunk)
        return
    if not hunk.new.strip() and not _alone(met, start, end):
        yield replace(_edit(place, owner, words, hunk), drops=tuple(s.atom.name for s in met))
        return
    first = met[0].atom
    kind = _KINDS[first.kind]
    yield replace(
        _told(owner, place.line, words, hunk, kind),
        part=place.home.part,
        name=first.name,
        span=place.span,
        shared=place.shared,
    )


def _alone(met: tuple[Span, ...], start: int, end: int) -> bool:
    """Tell whether a citation alone was taken out, which is a question about it rather than an edit."""
    return len(met) == 1 and met[0].start <= start and end <= met[0].end


def _tokens(place: Place, start: int, end: int) -> list[str]:
    """Return the tokens of a stretch of a text, in which every citation is one."""
    found: list[str] = []
    for span in spans(place.atoms):
        inside = span.atom.words[max(start - span.start, 0) : max(end - span.start, 0)]
        if span.start < end and start < span.end and inside:
            found += [inside] if span.atom.kind in PROTECTED else tokens(inside)
    return found


def _known(words: str, cited: list[str]) -> list[str]:
    """Return the tokens of new words, in which what citations say is one token each."""
    wanted = sorted({one for one in cited if one}, key=len, reverse=True)
    if not wanted:
        return tokens(words)
    found: list[str] = []
    for piece in re.split(f"({'|'.join(map(re.escape, wanted))})", words):
        found += [piece] if piece in wanted else tokens(piece)
    return found


def emphasised(told: Change, places: tuple[Place, ...]) -> Change:
    """Return a change of looks with the marks of emphasis that say the same, where the text can have them."""
    sign = _SIGNS.get(told.new)
    start, end = told.at
    place = next((p for p in places if p.line == told.line and p.start <= start and end <= p.end), None)
    if not sign or place is None or not _RUNNING.fullmatch(place.home.part):
        return told
    first, last = (place_of(place.atoms, start - place.start), place_of(place.atoms, end - place.start))
    marks = (Rewording(first, first, sign), Rewording(last, last, sign))
    return replace(told, part=place.home.part, rewordings=marks, span=place.span, shared=place.shared)


def _edit(place: Place, owner: Owner, words: str, hunk: Hunk) -> Change:
    start, end = hunk.start - place.start, hunk.end - place.start
    return replace(
        _told(owner, place.line, words, hunk, Kind.EDIT),
        part=place.home.part,
        rewordings=carried(place.atoms, start, end, hunk.new),
        span=place.span,
        shared=place.shared,
    )


def _told(
    owner: Owner,
    line: int,
    words: str,
    hunk: Hunk,
    kind: Kind,
    *,
    old: str | None = None,
    new: str | None = None,
) -> Change:
    return Change(
        kind=kind,
        file="",
        block=owner[0],
        lang=owner[1],
        old=words[hunk.start : hunk.end] if old is None else old,
        new=hunk.new if new is None else new,
        line=line,
        at=(hunk.start, hunk.end),
        before=words[max(hunk.start - _AROUND, 0) : hunk.start],
        after=words[hunk.end : hunk.end + _AROUND],
        by=hunk.by,
        tracked=hunk.tracked,
    )
