"""The real report, built once for all who look at it."""

from __future__ import annotations

import pytest
from tests.report.finished import REPORT, Finished, make


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Return every edition of the report, built into a folder of its own."""
    out = tmp_path_factory.mktemp("report") / "out"
    outcome = make(REPORT, (), (), out)
    # No Fangsong may come with the project; of the press files nothing is even warned of.
    assert [finding.code for finding in outcome.findings] == ["fonts/substitute"] * 2
    return Finished(out, outcome)
