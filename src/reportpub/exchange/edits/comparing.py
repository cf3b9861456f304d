"""A file that came back against the one that went out: every change, in its block and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportpub.exchange.edits.alignment import Pair, aligned
from reportpub.exchange.edits.changes import Change, Found, Kind
from reportpub.exchange.edits.hunks import Hunk, hunks, offsets, pieces, restyled
from reportpub.exchange.edits.known import Known, known
from reportpub.exchange.edits.order import moved
from reportpub.exchange.edits.pieces import NOBODY, Format, Line, Stamp, Written
from reportpub.exchange.edits.remarks import remarks
from reportpub.exchange.edits.sent import Owner, Sent
from reportpub.exchange.edits.sorting import emphasised, sorted_out
from reportpub.model.text import Lang

AROUND = 12
"""Characters shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Came:
    """A file that came back, with the name that findings give it, and whose its paragraphs are."""

    name: str
    written: Written
    owned: dict[int, tuple[Owner, ...]]


def compared(sent: Sent, came: Came) -> tuple[Change, ...]:
    """Return every change of a file in the order of the report, comments last."""
    told = known(sent, came.written, came.owned)
    found: list[Change] = []
    for group in _clusters(sent, told):
        found += _cluster(sent, came, told, group)
    found += moved(sent, came.written, told, came.name)
    found += _inserted(sent, came, told)
    found += remarks(sent, came.written, told, came.name)
    order = {name: at for at, name in enumerate(sent.owned)}
    last = len(order)
    return tuple(
        sorted(
            found,
            key=lambda c: (
                c.kind is Kind.COMMENT,
                order.get((c.block, c.lang), last) if c.lang else last,
                c.line,
                c.at,
            ),
        )
    )


def _clusters(sent: Sent, told: Known) -> Iterator[tuple[Owner, ...]]:
    """Yield the blocks one by one, and together those that share a paragraph now."""
    head: dict[Owner, Owner] = {name: name for name in sent.owned}

    def root(name: Owner) -> Owner:
        while head[name] != name:
            name = head[name]
        return name

    for names in told.merged.values():
        for name in names[1:]:
            head[root(name)] = root(names[0])
    groups: dict[Owner, list[Owner]] = {}
    for name in sent.owned:
        groups.setdefault(root(name), []).append(name)
    yield from map(tuple, groups.values())


def _cluster(sent: Sent, came: Came, told: Known, group: tuple[Owner, ...]) -> Iterator[Change]:
    old = [(name, turn, line) for name in group for turn, line in enumerate(sent.lines(name))]
    at = sorted({k for name in group for k in told.found.get(name, ())})
    new = [came.written.lines[k] for k in at]
    if [line.text for _, _, line in old] == [line.text for line in new] and not any(
        piece.by != NOBODY for line in new for piece in line.pieces
    ):
        pairs: Sequence[Pair] = [Pair(k, k + 1, k, k + 1) for k in range(len(old))]
    else:
        pairs = aligned([line.text for _, _, line in old], [line.text for line in new])
    by_words = Found.SIMILARITY if any(name in told.by_words for name in group) else Found.ID
    last = came.written.last
    for pair in pairs:
        before, after = old[pair.start : pair.end], new[pair.new_start : pair.new_end]
        for change in _pair(sent, before, after, last):
            yield replace(change, file=came.name, found=by_words)


def _pair(
    sent: Sent, before: list[tuple[Owner, int, Line]], after: list[Line], last: Stamp
) -> Iterator[Change]:
    if not before:
        return
    texts = [line.text for _, _, line in before]
    whole = "\n".join(texts)
    if not any(line.text for line in after):
        if whole.strip():
            yield from _deleted(before, after, last)
        return
    now = pieces(after)
    found = hunks(whole, now, last)
    starts = offsets(texts)
    for hunk in found:
        for part in _cut(hunk, starts, texts, sent, before):
            yield from part
    if len(before) == len(after) == 1:
        name, line, old = before[0]
        for one in restyled(old.pieces, now):
            told = Change(
                kind=Kind.FORMAT,
                file="",
                block=name[0],
                lang=name[1],
                old=old.text[one.start : one.end],
                new=_looks(one.was, one.now),
                line=line,
                at=(one.start, one.end),
                by=one.by if one.by != NOBODY else last,
                tracked=one.by != NOBODY,
                before=old.text[max(one.start - AROUND, 0) : one.start],
                after=old.text[one.end : one.end + AROUND],
            )
            yield emphasised(told, sent.places.get(name, ()))


def _looks(was: Format, now: Format) -> str:
    """Return what was put on and taken off: +bold −italic."""
    put = [f"+{form.name.lower()}" for form in Format if form in now & ~was and form.name]
    taken = [f"−{form.name.lower()}" for form in Format if form in was & ~now and form.name]
    return " ".join((*put, *taken))


def _deleted(before: list[tuple[Owner, int, Line]], after: list[Line], last: Stamp) -> Iterator[Change]:
    """Yield the deletion of paragraphs, one for each block."""
    by = next((p.by for line in after for p in line.pieces if p.by != NOBODY), None)
    for name, lines in groupby(before, key=lambda one: one[0]):
        told = [(turn, line) for _, turn, line in lines if line.text]
        for turn, line in told:
            yield Change(
                kind=Kind.DELETION,
                file="",
                block=name[0],
                lang=name[1],
                old=line.text,
                new="",
                line=turn,
                at=(0, len(line.text)),
                by=by or last,
                tracked=by is not None,
            )


def _cut(
    hunk: Hunk,
    starts: tuple[int, ...],
    texts: list[str],
    sent: Sent,
    before: list[tuple[Owner, int, Line]],
) -> Iterator[tuple[Change, ...]]:
    """Yield the changes of each former paragraph that a change of all of them touches."""
    inside = [
        k for k, start in enumerate(starts) if start <= hunk.end and hunk.start <= start + len(texts[k])
    ]
    if len(inside) > 1 and hunk.start == hunk.end:
        inside = inside[:1]
    for turn, k in enumerate(inside):
        name, line, old = before[k]
        start = max(hunk.start - starts[k], 0)
        end = min(hunk.end - starts[k], len(texts[k]))
        words = hunk.new if turn == 0 else ""
        if turn:
            yield (
                Change(
                    kind=Kind.MERGE,
                    file="",
                    block=name[0],
                    lang=name[1],
                    old=texts[k - 1][-AROUND:] + "¶" + texts[k][:AROUND],
                    new=texts[k - 1][-AROUND:] + texts[k][:AROUND],
                    line=line,
                    name=before[k - 1][0][0],
                    by=hunk.by,
                    tracked=hunk.tracked,
                ),
            )
        if start == end and not words:
            continue
        yield tuple(
            sorted_out(
                sent.places.get(name, ()),
                name,
                line,
                old.text,
                replace(hunk, start=start, end=end, new=words),
            )
        )


def _inserted(sent: Sent, came: Came, told: Known) -> Iterator[Change]:
    """Yield new paragraphs, each behind the block it follows."""
    owner_of: dict[int, Owner] = {at: name for name, lines in told.found.items() for at in lines}
    texts = {line.text for name in sent.owned for line in sent.lines(name)}
    follows: Owner | None = None
    fresh = set(told.new)
    for at, line in enumerate(came.written.lines):
        follows = owner_of.get(at, follows)
        if at not in fresh:
            continue
        by = next((piece.by for piece in line.pieces if piece.by != NOBODY), None) or line.ended
        lang = follows[1] if follows else (Lang.ZH if line.text in texts else None)
        yield Change(
            kind=Kind.INSERTION,
            file=came.name,
            block=follows[0] if follows else "",
            lang=lang,
            old="",
            new=line.text,
            part=_item(sent, came, follows, told, at, line) if follows else "",
            style=line.style,
            by=by if by != NOBODY else came.written.last,
            tracked=by != NOBODY,
        )
    for name, lines in told.found.items():
        yield from _within(sent, came, name, lines)


def _item(sent: Sent, came: Came, follows: Owner, told: Known, at: int, line: Line) -> str:
    """Return the item of a list behind which a new paragraph of the same style stands, if it does."""
    lines = [k for k in told.found.get(follows, ()) if k < at]
    alike = lines and came.written.lines[lines[-1]].style == line.style
    return f"item-{len(lines)}" if alike and _is_list(sent, follows) else ""


def _is_list(sent: Sent, name: Owner) -> bool:
    return any(place.home.part.startswith("item-") for place in sent.places.get(name, ()))


def _within(sent: Sent, came: Came, name: Owner, lines: tuple[int, ...]) -> Iterator[Change]:
    """Yield the paragraphs put into a block of several, or behind its end where its bookmark reached on."""
    old = [line.text for line in sent.lines(name)]
    new = [came.written.lines[at] for at in lines]
    if len(new) <= len(old) and [line.text for line in new] == old:
        return
    for pair in aligned(old, [line.text for line in new]):
        if pair.start != pair.end:
            continue
        for line in new[pair.new_start : pair.new_end]:
            if line.text.strip():
                by = next((p.by for p in line.pieces if p.by != NOBODY), NOBODY)
                yield Change(
                    kind=Kind.INSERTION,
                    file=came.name,
                    block=name[0],
                    lang=name[1],
                    old="",
                    new=line.text,
                    part=f"item-{pair.start}" if _is_list(sent, name) else "",
                    style=line.style,
                    line=max(pair.start - 1, 0),
                    by=by if by != NOBODY else came.written.last,
                    tracked=by != NOBODY,
                )
