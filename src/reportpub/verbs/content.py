"""The report of a project with everything that can be said of it without building."""

from __future__ import annotations

from pathlib import Path

from reportpub.checks.content import remarked
from reportpub.checks.preflight.named_rules import unknown_rules
from reportpub.checks.release import early, unfinished
from reportpub.findings import ContentError, Finding, errors, in_order
from reportpub.inputs import Inputs
from reportpub.layout.layout import home
from reportpub.model.report import Report
from reportpub.source.load import read_report
from reportpub.source.waivers import read_waivers


def content(project: Path, *, release: bool = False) -> tuple[Report, tuple[Finding, ...]]:
    """Return the report with all findings, however broken it is; `ContentError` where there is none."""
    root = project.resolve()
    inputs = Inputs(root, home())
    report, found = read_report(root, inputs)
    if report is None:
        raise ContentError(found)
    waivers, wrong = read_waivers(report, inputs)
    more = (*remarked(report, root, inputs), *early(report), *wrong, *unknown_rules(waivers))
    if release:
        more = (*more, *unfinished(report))
    return report, in_order((*found, *more))


def sound(project: Path, *, release: bool = False) -> tuple[Report, tuple[Finding, ...]]:
    """Return the report with its warnings; `ContentError` with all problems where it has errors."""
    report, found = content(project, release=release)
    if errors(found):
        raise ContentError(found)
    return report, found
