"""The real report: the files of the last build where they are up to date, and else they are made now."""

from __future__ import annotations

import pytest
from tests.report.finished import REPORT, ROOT, Finished, make


@pytest.fixture(scope="session")
def finished() -> Finished:
    """Return every edition of the report, in the folder where those who publish it find them."""
    outcome = make(REPORT, (), (), ROOT / "out")
    # No Fangsong may come with the project; of the press files nothing is even warned of.
    assert {finding.code for finding in outcome.findings} <= {"fonts/substitute"}
    assert outcome.exit_code == 0
    return Finished(ROOT / "out", outcome)
