"""All that can be said of the content of a report before a build: every check, and what was accepted."""

from __future__ import annotations

from pathlib import Path

from reportpub.checks.accepted import settled
from reportpub.checks.names import names_differ
from reportpub.checks.parity import figures_differ
from reportpub.checks.project import unbuildable
from reportpub.checks.relations import unrelated
from reportpub.checks.totals import astray
from reportpub.checks.typed import repairs
from reportpub.edition.forms import misfits
from reportpub.findings import Finding
from reportpub.inputs import Inputs
from reportpub.model.report import Report


def remarked(report: Report, root: Path, inputs: Inputs) -> tuple[Finding, ...]:
    """Return the findings of every check of the content; those that were accepted are notes."""
    remarks = (*figures_differ(report), *names_differ(report), *astray(report))
    return (
        *misfits(report),
        *unbuildable(report, root, inputs),
        *repairs(report),
        *unrelated(report),
        *settled(remarks, report),
    )
