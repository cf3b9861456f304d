"""The report of 2024 as its office sent it: half-width marks, glued words, English that breaks off."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.adoption.structure import adopt
from tests.adoption.test_twin import LABEL, letters, manuscript, project
from tests.exchange.reports import out
from tests.small_report import ask

from reportpub.adoption.doubts import doubts
from reportpub.adoption.report import half_width
from reportpub.adoption.units import Kind
from reportpub.model.text import Lang

SHARED = Path(__file__).parents[3] / "shared" / "report-2024" / "manuscript.txt"

pytestmark = pytest.mark.skipif(
    not SHARED.is_file(), reason="the manuscript does not lie beside the checkout"
)


@pytest.fixture(scope="module")
def adopted_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the manuscript as a project."""
    into = tmp_path_factory.mktemp("adopted") / "made"
    done = ask("adopt", SHARED, "--into", into)
    assert done.code == 0, done.err
    return into


@pytest.mark.parametrize("lang", list(Lang))
def test_every_character_of_the_manuscript_is_kept(adopted_project: Path, lang: Lang) -> None:
    lines = manuscript(SHARED, lang)
    status = (adopted_project / "source" / "report.yaml").read_text("utf-8")
    kept = [line for line in lines if "for reference only" not in line]
    assert len(lines) - len(kept) == (lang is Lang.EN)
    assert "The English version is for reference only." in status
    assert project(adopted_project, lang) == letters("".join(LABEL.sub("", line) for line in kept))


def test_sections_pairs_gaps_and_repairs_are_those_of_the_manuscript(tmp_path: Path) -> None:
    made = adopt(tmp_path, ("manuscript.txt", SHARED.read_bytes()))
    sections = Counter(u.lang for u in made.units if u.kind is Kind.HEADING and u.level == 1)
    assert sections == {Lang.ZH: 10, Lang.EN: 7}
    pairs = [m for m in made.matches if m.zh and m.en]
    # In this file the English of line n of the Chinese stands 44 lines further down, one for the notice more.
    shifts = {m.en[0].span.line - m.zh[0].span.line for m in pairs}
    assert (len(pairs), shifts) == (30, {44, 45})
    assert all(len(m.zh) == len(m.en) == 1 for m in pairs)
    told = Counter(f.code for f in doubts(made))
    assert told["adopt/no-english"] == 14
    assert told["adopt/no-chinese"] == 0
    assert half_width(made)[1] == 267
    glued = " ".join(f.message for f in doubts(made) if f.code == "adopt/glued")
    for words in ("Planning of", "IPR for", "concluded the Guangdong", "Administrative IPR", "they filed"):
        assert words in glued
    assert len(re.findall("a space is missing", glued)) == 7


def test_the_report_names_every_repair(adopted_project: Path) -> None:
    told = (adopted_project / "adoption.md").read_text("utf-8")
    assert len(re.findall("full-width|parentheses", told)) >= 222 + 24
    assert told.count("缺英文 · no English") == 14


def test_the_adopted_manuscript_builds_at_once(adopted_project: Path) -> None:
    assert ask("check", "--project", adopted_project).code == 0
    # The twin is built by the command; here the file is made and proved without another process.
    assert out(adopted_project, "zh").sent.owned
