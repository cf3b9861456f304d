"""The rules and profiles as data: complete, in both languages, and all in the documents."""

from __future__ import annotations

import json
import re
from itertools import groupby
from pathlib import Path

import jsonschema
import pytest
import yaml

from reportpub.checks.preflight.profiles import built_in, names, read_profile, unit
from reportpub.checks.preflight.rulebook import rules
from reportpub.findings import Severity
from reportpub.source.press_shapes import LIMITS

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "preflight.md"
FOLDER = ROOT / "src" / "reportpub" / "checks" / "preflight"
BEGIN, END = "<!-- rules: written by the tests, with --update -->\n", "<!-- end of rules -->\n"
WEIGHT = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
HAN = re.compile("[\u4e00-\u9fff]")

OWN = """
title: {zh: 某印刷厂, en: A printer}
extends: sheet-cmyk
limits:
  bleed: {value: 5, source: 'letter of 2025-03-01'}
rules: {GWG.R0016: ignore, JOB.safety: error}
"""


def tables() -> str:
    """Return the rules as the document lists them."""
    lines = []
    for family, members in groupby(rules().values(), key=lambda rule: rule.family):
        lines += [
            f"### {family[1]} · {family[0]}",
            "",
            "| Rule | What holds where it is kept | Source | Weight |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| `{rule.id}` | {rule.title[1]}<br>{rule.title[0]} | {rule.source} | {WEIGHT[rule.severity]} |"
            for rule in members
        ]
        lines.append("")
    lines += [
        "### Limits of `sheet-cmyk` · 限值",
        "",
        "| Limit | Value | Unit | Source |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| `{name}` | {limit.value:g} | {LIMITS[name]} | {limit.source} |"
        for name, limit in built_in("sheet-cmyk").limits.items()
    ]
    return "\n".join(lines) + "\n"


def test_every_rule_and_limit_stands_in_the_document(*, update: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN)
    _, tail = rest.split(END)
    if update:
        PAGE.write_text(head + BEGIN + "\n" + tables() + "\n" + END + tail, encoding="utf-8")
    assert tables() in PAGE.read_text(encoding="utf-8"), "run pytest --update and look at docs/preflight.md"


def test_every_rule_speaks_both_languages() -> None:
    assert len(rules()) > 90
    for rule in rules().values():
        for zh, en in (rule.title, rule.advice, rule.family):
            assert HAN.search(zh), rule.id
            assert not HAN.search(en), rule.id
        assert rule.source, rule.id


@pytest.mark.parametrize("name", names())
def test_a_profile_gives_every_limit_with_its_source(name: str) -> None:
    profile = built_in(name)
    assert set(profile.limits) == set(LIMITS)
    assert all(limit.source for limit in profile.limits.values())
    assert all(unit(limit) for limit in profile.limits)
    assert set(profile.severities) <= set(rules())


@pytest.mark.parametrize("name", names())
def test_the_published_schema_takes_the_profiles(name: str) -> None:
    schema = json.loads((ROOT / "schema" / "printer.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(yaml.safe_load((FOLDER / "profiles" / f"{name}.yaml").read_text("utf-8")), schema)


def test_the_older_standard_is_stricter() -> None:
    assert built_in("sheet-cmyk").weights()["X1a.transparency"] is None
    assert built_in("x-1a").weights()["X1a.transparency"] is Severity.ERROR


def test_a_profile_of_ones_own_changes_only_what_it_says() -> None:
    profile, found = read_profile(OWN, "own.yaml", "own")
    assert found == ()
    assert profile is not None
    assert (profile.limit("bleed"), profile.limit("ink")) == (5, 320)
    assert profile.limits["bleed"].source == "letter of 2025-03-01"
    assert profile.weights()["GWG.R0016"] is None
    assert profile.weights()["JOB.safety"] is Severity.ERROR


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("sheet-cmyk", "sheet-fed", "profile/extends", (3, 10)),
        ("GWG.R0016", "GWG.R9999", "profile/rule", (6, 9)),
        ("GWG.R0016: ignore", "GWG.R0016: off", "source/wrong-type", (6, 20)),
        ("bleed: {value: 5", "bleed: {value: wide", "source/wrong-type", (5, 18)),
        ("  bleed", "  breed", "source/unknown-key", (5, 3)),
        (", source: 'letter of 2025-03-01'", "", "source/missing-key", (5, 10)),
        ("extends: sheet-cmyk\n", "", "profile/incomplete", (2, 1)),
        ("title: {", "title: {{", "yaml/syntax", None),
    ],
)
def test_what_is_wrong_with_a_profile_is_said_where_it_stands(
    old: str, new: str, code: str, place: tuple[int, int] | None
) -> None:
    assert old in OWN
    profile, found = read_profile(OWN.replace(old, new), "own.yaml", "own")
    assert profile is None
    assert [one.code for one in found] == [code]
    if place:
        assert found[0].span is not None
        assert (found[0].span.line, found[0].span.column) == place
