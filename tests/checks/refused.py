"""Why the gate would refuse a file of ours, by the preflight of a job."""

from __future__ import annotations

from reportpub.checks.preflight.examine import preflight
from reportpub.checks.preflight.profiles import built_in
from reportpub.findings import Severity, Span
from reportpub.model.job import EVEN, Bleed, Job, Standard

PROFILES = {Standard.X4: "sheet-cmyk", Standard.X1A: "x-1a"}
OF_THE_FIXTURE = {"GWG.R0031"}
"""The pictures of the pages for the tests have a handful of pixels."""


def refused_for(data: bytes, bleed: Bleed = EVEN, standard: Standard = Standard.X4) -> set[str]:
    """Return the rules with errors; nothing is rendered."""
    profile = built_in(PROFILES[standard]).for_job(Job(span=Span("report.yaml")), bleed, 1)
    found = preflight(data, profile, ink=False)
    assert found.unread is None
    errors = {rule for rule, severity, _ in found.counted if severity is Severity.ERROR}
    return errors - OF_THE_FIXTURE
