"""Every fault an editor can make gives one clear finding at its place, and the sound book gives none."""

from pathlib import Path

import pytest
from tests.expectations import cases, settle
from tests.faults import changed_book, everything_found, told

from reportpub.nodes import Mapping

CASES = Path(__file__).parents[1] / "cases" / "faults.yaml"


@pytest.mark.parametrize("case", cases(CASES))
def test_a_fault_gives_the_findings_of_its_case(case: Mapping, tmp_path: Path, *, update: bool) -> None:
    found = everything_found(changed_book(case, tmp_path))
    settle(case, "says", told(found).replace(str(tmp_path), ""), update=update)
