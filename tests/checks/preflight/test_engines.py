"""Whichever program renders the separations, the same ink is found; where there is none, no file passes."""

from __future__ import annotations

import shutil

import pytest
from tests.checks.preflight.clean import make, saved
from tests.checks.preflight.corpus import CORPUS

from reportpub.checks.preflight import separations
from reportpub.checks.preflight.examine import Preflight, Verdict, preflight
from reportpub.checks.preflight.profiles import built_in
from reportpub.checks.preflight.rules.ink import RULES

ENGINES = {one[0]: one for one in separations._ENGINES}  # noqa: SLF001 - one of them at a time
INKED = [name for name, case in CORPUS.items() if case.ink]


@pytest.fixture(params=["mutool", "gs", "pdftoppm"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Leave one program, where it is installed."""
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    monkeypatch.setattr(separations, "_ENGINES", (ENGINES[name],))
    return name


def looked(data: bytes) -> Preflight:
    return preflight(data, built_in("sheet-cmyk"))


def test_a_clean_file_passes_with_each(engine: str) -> None:
    found = looked(saved(make()))
    assert found.verdict is Verdict.PASS
    assert engine in found.tools
    assert [one.page for one in found.ink] == [1, 2, 3, 4]
    # The darkest line of the picture has some 180 %; a quarter of the page is tinted with 20 % of cyan.
    assert all(one.most == pytest.approx(182, abs=5) for one in found.ink)
    assert all(one.each[0] == pytest.approx(5, abs=0.2) for one in found.ink)


@pytest.mark.parametrize("name", INKED)
def test_each_finds_the_faults_that_only_a_rendering_shows(engine: str, name: str) -> None:
    found = looked(CORPUS[name].data())
    assert {rule for rule, _, _ in found.counted} == CORPUS[name].rules
    assert found.unchecked == {}, engine


def test_without_any_the_verdict_is_no_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separations, "_ENGINES", ())
    found = looked(saved(make()))
    assert found.counted == {}
    assert found.verdict is Verdict.UNCHECKED
    assert set(found.unchecked) == set(RULES)
