"""Findings as text, JSON, SARIF and annotations."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.findings import Finding, Related, Severity, Span, error, in_order, warning
from reportpub.sentences import say
from reportpub.telling import Format, told

LOST = error(
    "source/fact", say("there is no fact “a.b”"), Span("source/chapters/01.yaml", 7, 12), say("add it")
)
ODD = warning("source/odd", say("50% is odd"))
NOTE = Finding("source/note", Severity.NOTE, say("a note\nof two lines"), Span("source/report.yaml", 1, 1))
ALL = (LOST, ODD, NOTE)

FINDINGS = st.lists(
    st.builds(
        Finding,
        st.sampled_from(["a/b", "c/d"]),
        st.sampled_from(Severity),
        st.text(max_size=30),
        st.none() | st.builds(Span, st.text(max_size=9), st.integers(0, 99), st.integers(0, 99)),
        st.text(max_size=9),
    ),
    max_size=5,
)


def test_text_has_a_line_for_each_finding_its_hint_and_a_count() -> None:
    assert told((LOST, ODD, ODD), Format.TEXT).splitlines() == [
        "source/chapters/01.yaml:7:12: error[source/fact]: there is no fact “a.b”",
        "  hint: add it",
        "warning[source/odd]: 50% is odd",
        "warning[source/odd]: 50% is odd",
        "1 error, 2 warnings",
    ]


def test_json_has_every_field() -> None:
    first, second, _ = json.loads(told(ALL, Format.JSON))
    assert first == {
        "file": "source/chapters/01.yaml",
        "line": 7,
        "column": 12,
        "code": "source/fact",
        "severity": "error",
        "message": "there is no fact “a.b”",
        "hint": "add it",
        "related": [],
    }
    assert "file" not in second


def test_sarif_has_rules_levels_and_places() -> None:
    log = json.loads(told(ALL, Format.SARIF))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "reportpub"
    assert [(r["ruleId"], r["level"]) for r in run["results"]] == [
        ("source/fact", "error"),
        ("source/odd", "warning"),
        ("source/note", "note"),
    ]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "source/chapters/01.yaml"},
        "region": {"startLine": 7, "startColumn": 12},
    }
    assert "locations" not in run["results"][1]


APART = Finding(
    "figures/changed",
    Severity.ERROR,
    say("the values differ"),
    Span("en.txt", 2, 5),
    related=(Related(Span("中 文.txt", 2, 3), "…83308件"),),
)


def test_the_other_language_is_named_in_every_form_for_programs() -> None:
    (plain,) = json.loads(told((APART,), Format.JSON))
    assert plain["related"] == [{"file": "中 文.txt", "line": 2, "column": 3, "said": "…83308件"}]
    (result,) = json.loads(told((APART,), Format.SARIF))["runs"][0]["results"]
    (other,) = result["relatedLocations"]
    assert other["message"] == {"text": "…83308件"}
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "%E4%B8%AD%20%E6%96%87.txt"
    assert other["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 3}
    assert "中 文.txt:2:3: …83308件" in told((APART,), Format.GITHUB)


def test_annotations_mark_the_line_and_escape_what_would_end_them() -> None:
    assert told(ALL, Format.GITHUB).splitlines() == [
        "::error file=source/chapters/01.yaml,line=7,col=12::source/fact: there is no fact “a.b” add it",
        "::warning::source/odd: 50%25 is odd",
        "::notice file=source/report.yaml,line=1,col=1::source/note: a note%0Aof two lines",
    ]


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("json", "[]"), ("github", "")])
def test_nothing_found_is_said_in_every_form(form: str, nothing: str) -> None:
    assert told((), Format(form)) == nothing


def test_nothing_found_is_still_a_sarif_log() -> None:
    assert json.loads(told((), Format.SARIF))["runs"][0]["results"] == []


@given(FINDINGS)
def test_whatever_is_found_programs_can_read_it(found: list[Finding]) -> None:
    assert len(json.loads(told(found, Format.JSON))) == len(found)
    results = json.loads(told(found, Format.SARIF))["runs"][0]["results"]
    assert len(results) == len(found)
    assert all(
        place["physicalLocation"]["region"]["startLine"] >= 1
        for result in results
        for place in result.get("locations", ())
    )
    assert len(re.split("[\r\n]", told(found, Format.GITHUB))) == max(1, len(found))


@given(FINDINGS)
def test_findings_are_put_in_order_once_each(found: list[Finding]) -> None:
    ordered = in_order(tuple(found))
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))
    places = [(f.span.file, f.span.line, f.span.column) if f.span else ("", 0, 0) for f in ordered]
    assert places == sorted(places)
