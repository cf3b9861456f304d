"""The gate: errors stop a press file, waivers let them through by name, and an idle one is told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.preflight.breaking import both, paint, picture, placed, write
from tests.checks.preflight.clean import make, saved
from tests.small_report import copied

from reportpub.checks.preflight.examine import Preflight, Verdict, preflight
from reportpub.checks.preflight.gate import at_the_gate, idle, waive
from reportpub.checks.preflight.named_rules import unknown_rules
from reportpub.checks.preflight.profiles import built_in
from reportpub.findings import Finding, Severity, Span
from reportpub.geometry import Box
from reportpub.inputs import Inputs
from reportpub.model.job import Bleed, Job
from reportpub.model.waivers import Waiver
from reportpub.source.load import load_report
from reportpub.source.waivers import read_waivers

HERE = Span("source/waivers.yaml", 3, 5)
PLACES: dict[str, tuple[tuple[int, Box], ...]] = {
    "courts": ((1, (0, 0, 60, 40)),),
    "elsewhere": ((2, (0, 0, 60, 80)),),
}


def waiver(rule: str, page: int = 0, block: str = "") -> Waiver:
    return Waiver(rule=rule, edition="zh", reason="agreed", by="Li", page=page, block=block, span=HERE)


def found(*waivers: Waiver) -> Preflight:
    """Return the preflight of a file with two errors on page 1 and a warning."""
    pdf = make()
    both(placed(picture(), 60), paint("1 0 0 rg 50 50 9 9 re f"), write(size=4))(pdf)
    return waive(preflight(saved(pdf), built_in("sheet-cmyk"), "f.pdf", ink=False), waivers, PLACES)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings]


def test_errors_stop_and_warnings_do_not() -> None:
    said = at_the_gate(found(), PLACES)
    assert codes(said) == ["preflight/error", "preflight/error", "preflight/warning", "preflight/unchecked"]
    assert "f.pdf, page 1; block courts; GWG.R0031" in next(
        one.message for one in said if "R0031" in one.message
    )
    assert all(one.hint for one in said)


def test_a_waiver_of_a_page_lets_its_rule_through_there_and_nothing_else() -> None:
    one = found(waiver("GWG.R0031", page=1))
    assert one.times("GWG.R0031", Severity.ERROR) == 0
    assert one.times("COLOUR.rgb", Severity.ERROR) == 1
    assert [(w.waiver.rule, w.counted) for w in one.waived] == [("GWG.R0031", 1)]


def test_a_waiver_of_a_block_holds_where_the_block_stands() -> None:
    assert found(waiver("GWG.R0031", block="courts")).times("GWG.R0031", Severity.ERROR) == 0
    assert found(waiver("GWG.R0031", block="elsewhere")).times("GWG.R0031", Severity.ERROR) == 1


def test_a_file_with_every_error_waived_has_no_errors() -> None:
    one = found(waiver("GWG.R0031", page=1), waiver("COLOUR.rgb", page=1))
    assert one.count(Severity.ERROR) == 0
    assert one.verdict is Verdict.UNCHECKED  # the ink was not measured here
    assert "preflight/error" not in codes(at_the_gate(one, PLACES))


def test_a_waiver_that_nothing_needs_is_a_finding_of_its_own() -> None:
    said = idle([found(waiver("GWG.R0031", page=2))])
    assert [(one.code, one.span) for one in said] == [("waivers/unused", HERE)]


def test_a_waiver_is_needed_when_one_file_of_the_edition_needs_it() -> None:
    wanted = waiver("GWG.R0031", page=1)
    body, cover = found(wanted), waive(preflight(saved(make()), built_in("sheet-cmyk")), (wanted,), {})
    assert idle([body, cover]) == ()
    assert codes(idle([cover])) == ["waivers/unused"]


def test_what_goes_beyond_the_list_is_waived_with_it() -> None:
    pdf = make()
    paint("1 0 0 rg 0 0 5 5 re f " * 40)(pdf)
    one = preflight(saved(pdf), built_in("sheet-cmyk"), ink=False)
    assert waive(one, (waiver("COLOUR.rgb", page=1),), {}).count(Severity.ERROR) == 0


def test_a_waiver_of_an_unknown_rule_is_told_of_with_the_nearest() -> None:
    (said,) = unknown_rules((waiver("GWG.R031", page=1),))
    assert (said.code, said.span) == ("waivers/rule", HERE)
    assert "GWG.R0031" in said.hint


WAIVERS = """waivers:
  - {rule: GWG.R0031, edition: zh, page: 3, reason: an old photograph, by: Li, date: 2025-03-01}
  - {rule: JOB.safety, edition: en, block: preface-words, reason: agreed with the printer, by: Wang}
"""


def read(text: str, tmp_path: Path) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    book = copied(tmp_path / "book")
    path = book / "source" / "waivers.yaml"
    path.unlink(missing_ok=True)
    if text:
        path.write_text(text, encoding="utf-8")
    inputs = Inputs(book)
    report, _ = load_report(book, inputs)
    return read_waivers(report, inputs)


def test_a_report_without_the_file_has_no_waivers(tmp_path: Path) -> None:
    assert read("", tmp_path) == ((), ())


def test_waivers_are_read(tmp_path: Path) -> None:
    waivers, wrong = read(WAIVERS, tmp_path)
    assert wrong == ()
    assert [(one.rule, one.edition, one.page, one.block, one.by) for one in waivers] == [
        ("GWG.R0031", "zh", 3, "", "Li"),
        ("JOB.safety", "en", 0, "preface-words", "Wang"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("edition: zh", "edition: cn", "waivers/edition", 2),
        ("block: preface-words", "block: nowhere", "waivers/block", 3),
        ("block: preface-words", "block: preface-words, page: 2", "waivers/place", 3),
        (", by: Li", "", "source/missing-key", 2),
        ("reason: an", "why: an", "source/unknown-key", 2),
        ("page: 3", "page: three", "source/wrong-type", 2),
        ("waivers:", "waivers: [", "yaml/syntax", 0),
    ],
)
def test_what_is_wrong_with_waivers_is_said_where_it_stands(
    old: str, new: str, code: str, line: int, tmp_path: Path
) -> None:
    assert old in WAIVERS
    _, wrong = read(WAIVERS.replace(old, new), tmp_path)
    assert code in codes(wrong)
    if line:
        assert {one.span.line for one in wrong if one.span} == {line}


def test_the_job_sets_its_own_limits() -> None:
    bleed = Bleed(left=0, right=5, top=4, bottom=4)
    job = Job(bleed=bleed, ink_limit=300, span=HERE)
    profile = built_in("sheet-cmyk").for_job(job, bleed, 16)
    assert profile.bleed_of(1) == (0, 4, 5, 4)
    assert profile.bleed_of(2) == (5, 4, 0, 4)
    assert (profile.limit("ink"), profile.limit("page-multiple")) == (300, 16)
