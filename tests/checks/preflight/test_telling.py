"""What a preflight says of itself: in words, for programs, and as a report to print and sign."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from tests.checks.preflight.breaking import both, paint, picture, placed, write
from tests.checks.preflight.clean import make, saved
from tests.checks.preflight.test_gate import waiver

from reportpub.checks.preflight.examine import Preflight, preflight
from reportpub.checks.preflight.gate import waive
from reportpub.checks.preflight.profiles import built_in
from reportpub.checks.preflight.rulebook import rules
from reportpub.checks.preflight.telling.record import as_json
from reportpub.checks.preflight.telling.sarif import as_sarif
from reportpub.checks.preflight.telling.sheet import html
from reportpub.checks.preflight.telling.text import as_text

VOID = {"meta", "rect", "path"}


def found() -> Preflight:
    """Return a preflight with an error, a warning, a note, a waiver, and rules that were not checked."""
    pdf = make()
    both(
        placed(picture(), 60), paint("1 0 0 rg 50 50 9 9 re f"), write("ABC 123", size=4), write(over=False)
    )(pdf)
    one = preflight(saved(pdf), built_in("sheet-cmyk"), "<file> & co.pdf", ink=False)
    return waive(one, (waiver("COLOUR.rgb", page=1), waiver("X.lzw", page=9)), {})


class Tags(HTMLParser):
    """Follows the tags of a page, which must close in the order they were opened."""

    def __init__(self) -> None:
        """Begin outside of any tag."""
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        if tag not in VOID:
            self.open.append(tag)
        self.addresses += [value or "" for key, value in attrs if key in {"src", "href"}]

    def handle_endtag(self, tag: str) -> None:
        """Close a tag; those that close themselves were never opened."""
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.text += data


def test_the_report_lists_every_rule_and_everything_found() -> None:
    page = Tags()
    page.feed(html(found()).decode())
    assert page.open == ["html", "body"]
    assert page.addresses == []
    assert [rule for rule in rules() if rule not in page.text] == []
    for words in (
        "<file> & co.pdf",
        "不合格",
        "agreed",
        "Li",
        "未查",
        "放行",
        "ABC 123",
        "pikepdf",
        "SHA-256",
        "签字",
    ):
        assert words in page.text, words


def test_the_same_findings_give_the_same_report() -> None:
    one = found()
    assert html(one) == html(one)
    assert as_json(one) == as_json(one)


def test_json_holds_every_fault_and_every_rule() -> None:
    told = json.loads(as_json(found()))
    assert told["verdict"] == "errors"
    assert told["file"]["pages"] == 4
    assert len(told["rules"]) == len(rules())
    outcomes = {one["id"]: one["outcome"] for one in told["rules"]}
    assert outcomes["COLOUR.rgb"] == "waived"
    assert outcomes["GWG.R0031"] == "broken"
    assert outcomes["GWG.R0026"] == "not checked"
    assert outcomes["X1a.group"] == "ignored"
    assert outcomes["X.lzw"] == "passed"
    (fault,) = [one for one in told["findings"] if one["rule"] == "GWG.R0031"]
    assert (fault["page"], fault["value"], fault["limit"]) == (1, "115 ppi", "150 ppi")
    assert set(fault["title"]) == {"zh", "en"}
    assert [(one["rule"], one["times"]) for one in told["waived"]] == [("COLOUR.rgb", 1), ("X.lzw", 0)]


def test_sarif_has_a_rule_for_every_result() -> None:
    log = json.loads(as_sarif([found(), found()]))
    assert log["version"] == "2.1.0"
    for run in log["runs"]:
        known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        assert {one["ruleId"] for one in run["results"]} == known
        assert {one["level"] for one in run["results"]} <= {"error", "warning", "note"}


def test_text_says_what_is_wrong_where_and_what_to_do() -> None:
    said = as_text(found())
    for words in (
        "[GWG.R0031]",
        "115 ppi (limit 150 ppi)",
        "p. 1",
        "→",
        "waived 放行 [COLOUR.rgb]",
        "不合格",
    ):
        assert words in said, words


@pytest.mark.parametrize("data", [b"no PDF", b""])
def test_a_file_that_cannot_be_read_is_told_of_in_every_form(data: bytes) -> None:
    one = preflight(data, built_in("sheet-cmyk"), "f.pdf")
    assert json.loads(as_json(one))["verdict"] == "not checked"
    assert json.loads(as_sarif([one]))["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert "未能全部检查" in as_text(one)
    page = Tags()
    page.feed(html(one).decode())
    assert "cannot be read" in page.text
