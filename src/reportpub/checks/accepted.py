"""Findings the editors have accepted become notes with the reason; a reason nothing needs is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportpub.findings import Finding, Severity, error
from reportpub.model.report import Report
from reportpub.sentences import NOTHING, say


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of a check that looks at one block, so that the block may accept it."""

    block: str
    finding: Finding


def settled(remarks: Iterable[Remark], report: Report) -> Iterator[Finding]:
    """Yield the findings of some remarks, the accepted ones as notes, then the acceptances nothing needs."""
    reasons = {(a.block, a.code): a for chapter in report.chapters for a in chapter.accepted}
    needed = set()
    for remark in remarks:
        found = remark.finding
        accepted = reasons.get((remark.block, found.code))
        if accepted is None:
            yield found
            continue
        needed.add((remark.block, found.code))
        message = say("{message}; accepted: {reason}", message=found.message, reason=accepted.reason)
        yield replace(found, severity=Severity.NOTE, message=message, hint=NOTHING)
    for place, acceptance in reasons.items():
        if place not in needed:
            message = say(
                "“{block}” accepts {code}, which it does not have",
                block=acceptance.block,
                code=acceptance.code,
            )
            yield error("accept/needless", message, acceptance.span, say("take it away"))
