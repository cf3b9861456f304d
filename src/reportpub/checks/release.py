"""What a release refuses and a draft build only marks: English that is not finished."""

from __future__ import annotations

from reportpub.findings import Finding, error
from reportpub.model.blocks import Status
from reportpub.model.report import Report


def unfinished(report: Report) -> tuple[Finding, ...]:
    """Return a finding for each block whose English is a draft or missing."""
    hint = "finish the English and take the status away, or build without --release"
    return tuple(
        error("release/unfinished", f"the English of “{b.id}” is {b.status}", b.span, hint)
        for chapter in report.chapters
        for b in (chapter.title, *chapter.blocks)
        if b.status is not Status.FINAL
    )
