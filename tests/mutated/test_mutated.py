"""A project that has gone wrong is refused with findings or taken; it never ends in a traceback."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from tests.mutated.mutations import PRISTINE, Files, projects
from tests.mutated.trying import Tried, loaded, tried


def test_the_sample_itself_is_taken(tmp_path: Path) -> None:
    assert tried(dict(PRISTINE), tmp_path / "book", pages=True).good


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=projects())
def test_no_project_ends_in_a_traceback(files: Files, tmp_path: Path) -> None:
    found = tried(files, tmp_path / "book", pages=False)
    assert found.good, found


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=projects())
def test_whatever_stands_in_the_files_they_are_read(files: Files, tmp_path: Path) -> None:
    assert all(str(found) for found in loaded(files, tmp_path / "book"))


def test_what_is_met_badly_is_seen() -> None:
    assert not Tried(2, "", 0.0).good
    assert not Tried(1, "KeyError in a.py:1: x", 0.0).good
    assert not Tried(0, "", 99.0).good
