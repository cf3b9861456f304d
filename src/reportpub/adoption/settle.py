"""What the checks say of an adopted project is accepted on its blocks, so that it builds at once."""

from __future__ import annotations

from pathlib import Path

from reportpub.adoption.adopt import Adopted
from reportpub.adoption.drafts import ChapterDraft, Draft
from reportpub.checks.names import names_differ
from reportpub.checks.parity import figures_differ
from reportpub.checks.totals import astray
from reportpub.findings import Finding, Severity
from reportpub.inputs import Inputs
from reportpub.model.report import Report
from reportpub.source.load import read_report

REASON = "so in the manuscript: look it up"
LITERAL = "typed in the manuscript: make it a fact"
_TYPED = "parity/literal"


def settled(adopted: Adopted, project: Path) -> tuple[Report, tuple[Finding, ...]]:
    """Accept on each block what the checks find in it, and return the report with these findings.

    `project` holds the files as they were written; they are to be written once more.
    """
    report, _ = read_report(project, Inputs(project))
    assert report is not None, "the report file was written just now"  # noqa: S101
    drafts: dict[str, Draft | ChapterDraft] = {draft.id: draft for draft in adopted.drafts()}
    drafts |= {chapter.id: chapter for chapter in adopted.book.chapters}
    found: list[Finding] = []
    for remark in (*figures_differ(report), *names_differ(report), *astray(report)):
        draft = drafts.get(remark.block)
        if draft is None or remark.finding.severity is not Severity.ERROR:
            continue
        code = remark.finding.code
        draft.accept[code] = LITERAL if code == _TYPED else REASON
        found.append(remark.finding)
    return report, tuple(found)
