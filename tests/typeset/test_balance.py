"""Headings are broken evenly, at sense where the author says so, and never hyphenated."""

import pytest
from tests.typeset.setting import texts

from reportpub.typeset.lines import Setting

TITLE_ZH = "从严司法保护与大湾区知识产权协同改革"
TITLE_EN = "Firm judicial protection of intellectual property in the Greater Bay Area"


@pytest.mark.parametrize("measure", range(3, 20))
def test_a_chinese_heading_has_as_few_lines_as_fit_and_no_lone_character(measure: int) -> None:
    found = texts(TITLE_ZH, "zh", measure, Setting.BALANCED)
    assert len(found) == -(-len(TITLE_ZH) // measure)
    assert min(map(len, found)) > 1


def test_the_lines_of_a_heading_are_even() -> None:
    assert texts("提升行政保护效能", "zh", 7, Setting.BALANCED) == ["提升行政", "保护效能"]
    assert texts(TITLE_EN, "en", 30, Setting.BALANCED) == [
        "Firm judicial protection of intellectual",
        "property in the Greater Bay Area",
    ]


def test_a_heading_is_broken_where_the_author_marks_it() -> None:
    found = texts("从严司法保护\u200b与大湾区知识产权协同改革", "zh", 14, Setting.BALANCED)
    assert found == ["从严司法保护", "与大湾区知识产权协同改革"]


def test_the_mark_leaves_no_trace_where_the_line_goes_on() -> None:
    assert texts("司法\u200b保护", "zh", 14, Setting.BALANCED) == ["司法保护"]


@pytest.mark.parametrize("measure", range(10, 40))
def test_an_english_heading_is_not_hyphenated_and_no_small_word_dangles(measure: int) -> None:
    found = texts(TITLE_EN, "en", measure, Setting.BALANCED)
    assert " ".join(found) == TITLE_EN


def test_a_heading_of_one_word_that_is_too_wide_is_still_set() -> None:
    assert "".join(texts("Internationalization", "en", 5, Setting.BALANCED)).replace("-", "") == (
        "Internationalization"
    )
