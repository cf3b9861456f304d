"""Comments that came back, in threads, each beside the words it is about."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.exchange.edits.changes import Change, Kind, Reply
from reportpub.exchange.edits.known import Known
from reportpub.exchange.edits.pieces import Remark, Written
from reportpub.exchange.edits.sent import Owner, Sent


def remarks(sent: Sent, came: Written, told: Known, file: str) -> Iterator[Change]:
    """Yield every thread of comments; of our own questions only those that are answered or settled."""
    ours = [(remark.words, remark.by.author) for remark in sent.written.remarks]
    owner_of: dict[int, Owner] = {at: name for name, lines in told.found.items() for at in lines}
    answers: dict[str, list[Remark]] = {}
    ids = {remark.id for remark in came.remarks}
    for remark in came.remarks:
        if remark.answers in ids:
            answers.setdefault(remark.answers, []).append(remark)
    for remark in came.remarks:
        if remark.answers in ids:
            continue
        replies = tuple(Reply(reply.words, reply.by) for reply in answers.get(remark.id, ()))
        asked = (remark.words, remark.by.author) in ours
        if asked and not replies and not remark.done:
            continue
        at, quote = _quoted(came, remark)
        owner = owner_of.get(at) if at is not None else None
        yield Change(
            kind=Kind.COMMENT,
            file=file,
            block=owner[0] if owner else "",
            lang=owner[1] if owner else None,
            old=quote,
            new=remark.words,
            by=remark.by,
            done=remark.done,
            replies=replies,
        )


def _quoted(came: Written, remark: Remark) -> tuple[int | None, str]:
    """Return the paragraph a comment begins in, and the words it is about."""
    begun: int | None = None
    words = ""
    for at, line in enumerate(came.lines):
        if begun is not None and line.first >= remark.end:
            break
        if line.first <= remark.start < line.first + max(len(line.pieces), 1):
            begun = at
        if begun is not None:
            words += "".join(
                piece.text
                for k, piece in enumerate(line.pieces, line.first)
                if piece.kept and remark.start <= k < remark.end
            )
    return begun, words
