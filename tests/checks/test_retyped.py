"""Repairs of typed text made in the YAML: those characters change, no others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_report import ask, change, copied

from reportpub.checks.retyped import retyped
from reportpub.findings import Severity

FOLDED = """\
# 注释, 不动
blocks:
  - id: a   # (this) stays
    paragraph:
      zh: >-
        全省法院(含专门法院)新收案件83308件,
        同比下降8.54%;"白云山"案入选{~top50}[^a-note]...
      en: >-
        The "White Cloud" case, decided in 2021-2024, cost
        -3 million -- no more.
  - {id: b, paragraph: {zh: 甲,乙, en: 'It''s "so"'}}
"""
REPAIRED = """\
# 注释, 不动
blocks:
  - id: a   # (this) stays
    paragraph:
      zh: >-
        全省法院（含专门法院）新收案件83308件，
        同比下降8.54%；“白云山”案入选{~top50}[^a-note]……
      en: >-
        The “White Cloud” case, decided in 2021–2024, cost
        −3 million—no more.
  - {id: b, paragraph: {zh: 甲,乙, en: 'It’s “so”'}}
"""


def test_only_the_characters_of_each_repair_change() -> None:
    made, found = retyped(FOLDED, "a.yaml")
    assert made == REPAIRED
    assert {one.code for one in found} == {"typed/repaired"}
    assert all(one.span for one in found)


def test_made_again_nothing_changes() -> None:
    assert retyped(REPAIRED, "a.yaml") == (REPAIRED, ())


def test_a_text_whose_places_cannot_be_told_is_left_for_the_hand() -> None:
    typed = 'a: {zh: "说\\u0020了,完"}\n'
    made, found = retyped(typed, "a.yaml")
    assert made == typed
    assert {(one.code, one.severity) for one in found} == {("typed/by-hand", Severity.WARNING)}


def test_broken_yaml_is_left_alone() -> None:
    assert retyped("a: [", "a.yaml") == ("a: [", ())


@given(st.text("汉字,.;:()\"'%20{} ~[^]—-x", max_size=30), st.sampled_from(("zh", "en")))
def test_whatever_is_typed_nothing_but_the_words_changes(words: str, lang: str) -> None:
    typed = f"- id: a # 一\n  paragraph:\n    {lang}: >-\n      甲{words}乙\n  status: draft\n"
    made, found = retyped(typed, "a.yaml")
    assert made.splitlines()[:3] == typed.splitlines()[:3]
    assert made.splitlines()[-1] == typed.splitlines()[-1]
    if not found:
        assert made == typed


@pytest.mark.parametrize("show", [True, False])
def test_the_command_changes_the_files_only_where_it_may(tmp_path: Path, *, show: bool) -> None:
    project = copied(tmp_path / "book")
    chapter = project / "source" / "chapters" / "02-outlook.yaml"
    ask("normalise", "--project", project)
    before = chapter.read_text("utf-8")
    change(project, f"chapters/{chapter.name}", "}，入选", "},入选")
    spoilt = chapter.read_text("utf-8")
    said = ask("normalise", "--project", project, *(["--show"] if show else []))
    assert said.code == 0
    assert "typed/repaired" in said.err
    assert chapter.read_text("utf-8") == (spoilt if show else before)
    assert ("nothing to put right" in ask("normalise", "--project", project).out) != show
