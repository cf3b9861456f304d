"""The real report, built once for all who look at it."""

from __future__ import annotations

import pytest
from tests.report.finished import REPORT, Finished, make


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Return every edition of the report, built into a folder of its own."""
    out = tmp_path_factory.mktemp("report") / "out"
    outcome = make(REPORT, (), (), out)
    # No Fangsong may come with the project, and small type in several inks is only warned of.
    codes = [finding.code for finding in outcome.findings]
    assert codes.count("fonts/substitute") == 2
    assert set(codes) <= {"fonts/substitute", "preflight/warning"}
    return Finished(out, outcome)
