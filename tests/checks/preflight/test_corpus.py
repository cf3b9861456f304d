"""Every broken file is told of by exactly the rules it breaks, and every rule has a file that breaks it."""

from __future__ import annotations

import shutil

import pytest
from tests.checks.preflight.breaking import paint
from tests.checks.preflight.clean import make, saved
from tests.checks.preflight.corpus import CORPUS as BROKEN
from tests.checks.preflight.foreign import FOREIGN

from reportpub.checks.preflight.examine import Preflight, Verdict, preflight
from reportpub.checks.preflight.profiles import built_in
from reportpub.checks.preflight.rulebook import rules
from reportpub.findings import Severity

RENDERED = pytest.mark.skipif(shutil.which("mutool") is None, reason="the ink is measured with mutool here")
CORPUS = {**BROKEN, **FOREIGN}
INKED = [name for name, case in CORPUS.items() if case.ink]
READ = [name for name in CORPUS if name not in INKED]


def broken(name: str) -> Preflight:
    case = CORPUS[name]
    return preflight(case.data(), case.judge(), "file.pdf", ink=case.ink)


@pytest.mark.parametrize("name", READ)
def test_a_fault_is_found_and_nothing_else(name: str) -> None:
    found = broken(name)
    assert found.unread is None
    assert {rule for rule, _, _ in found.counted} == CORPUS[name].rules


@RENDERED
@pytest.mark.parametrize("name", INKED)
def test_a_fault_that_only_a_rendering_shows_is_found(name: str) -> None:
    found = broken(name)
    assert {rule for rule, _, _ in found.counted} == CORPUS[name].rules
    assert found.unchecked == {}


def test_every_rule_has_a_broken_file() -> None:
    assert sorted(set(rules()) - {rule for case in CORPUS.values() for rule in case.rules}) == []


def test_a_fault_says_where_it_is_and_how_much() -> None:
    (fault,) = broken("too few pixels").faults
    assert (fault.rule, fault.severity, fault.page) == ("GWG.R0031", Severity.WARNING, 1)
    assert (fault.value, fault.limit) == ("173 ppi", "225 ppi")
    assert fault.box == (8.0, 20.9, 22.1, 35.0)
    assert fault.where.startswith("page 1/Odd (object ")
    (fault,) = broken("small text in two inks").faults
    assert fault.sample == "ABC"


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("far too few pixels", Severity.ERROR),
        ("too few pixels", Severity.WARNING),
        ("a line without width", Severity.ERROR),
        ("a line too thin", Severity.WARNING),
        ("black text that knocks out of a tint", Severity.WARNING),
        ("black text that knocks out of paper", Severity.NOTE),
        ("too new a version", Severity.WARNING),
        ("PDF 1.6 as PDF/X-1a", Severity.ERROR),
    ],
)
def test_what_matters_less_weighs_less(name: str, severity: Severity) -> None:
    assert {weight for _, weight, _ in broken(name).counted} == {severity}


def test_what_goes_on_and_on_is_counted_and_not_listed() -> None:
    pdf = make()
    paint("1 0 0 rg 0 0 5 5 re f " * 40)(pdf)
    found = preflight(saved(pdf), built_in("sheet-cmyk"), ink=False)
    assert found.times("COLOUR.rgb", Severity.ERROR) == 40
    assert len(found.faults) == 12


def test_without_a_rendering_no_file_passes() -> None:
    found = broken("a squeezed picture")
    assert found.count(Severity.ERROR) == 0
    assert found.verdict is Verdict.UNCHECKED
