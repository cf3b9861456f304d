"""Lines and pages as word processors make them, on texts small enough to count by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportpub.render.docx.paging.boxes import Box, Sheet
from reportpub.render.docx.paging.breaking import broken
from reportpub.render.docx.paging.faces import advances
from reportpub.render.docx.paging.flow import placed
from reportpub.render.docx.settings import NOT_AT_END

SONG = advances(sans=False, bold=False, italic=False, wide_marks=True, size=10)
TIMES = advances(sans=False, bold=False, italic=False, wide_marks=False, size=1)
PAGE = Sheet(height=100, pitch=0, start=1, odd=False)


def lines(text: str, ems: float, first: float = 0) -> list[str]:
    """Return the lines of a text in a measure of so many ems."""
    ends = broken(text, [SONG[letter] for letter in text], 10, ems * 10, first * 10)
    return [text[start:end] for start, end in zip((0, *ends), ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "ems", "told"),
    [
        ("一二三四五六七", 3, ["一二三", "四五六", "七"]),
        ("一二三，四五六", 3, ["一二三，", "四五六"]),
        ("一二三》四五六", 3, ["一二", "三》四", "五六"]),
        ("一二（三四五）", 3, ["一二", "（三四", "五）"]),
        ("一二three四五", 3, ["一二", "three", "四五"]),
        ("one two three", 3.2, ["one two ", "three"]),
        ("甲。”乙丙丁", 3, ["甲。”", "乙丙丁"]),
        ("", 3, [""]),
    ],
)
def test_lines_end_where_word_ends_them(text: str, ems: float, told: list[str]) -> None:
    assert lines(text, ems) == told


def test_the_first_line_is_shorter_by_its_indent() -> None:
    assert lines("一二三四五六", 3, 2) == ["一", "二三四", "五六"]


@given(st.text("一二，。（）“”ab 1-", max_size=60), st.integers(2, 12))
def test_no_letter_is_lost_and_no_line_begins_with_a_stop_it_could_have_kept(text: str, ems: int) -> None:
    told = lines(text, ems)
    assert "".join(told) == text
    for before, after in pairwise(told):
        if before.endswith("一") and len(before) > 1 and after[0] in "，。":
            assert before[-2] in NOT_AT_END, "a Han may go down with the stop"


def test_latin_letters_are_as_wide_as_those_of_times() -> None:
    assert sum(TIMES[c] for c in "Report") == pytest.approx(0.667 + 0.444 + 0.5 + 0.5 + 0.333 + 0.278)
    assert TIMES["“"] < SONG["“"] / 10 == 1.0
    assert TIMES["\U00030000"] == 1.0


def on(*boxes: Box | Sheet) -> dict[str, int]:
    return placed(boxes)


def box(mark: str, lines: int = 1, **more: object) -> Box:
    return Box(leading=10, lines=lines, marks=(mark,), **more)  # type: ignore[arg-type]


def test_a_paragraph_leaves_no_line_alone() -> None:
    assert on(box("a", 9), box("b", 4), PAGE) == {"a": 1, "b": 2}
    assert on(box("a", 8), box("b", 3), box("c"), PAGE) == {"a": 1, "b": 2, "c": 2}
    assert on(box("a", 8), box("b", 4), box("c", 8), box("d"), PAGE) == {"a": 1, "b": 1, "c": 2, "d": 3}


def test_a_heading_goes_with_what_follows_it() -> None:
    assert on(box("a", 8), box("h", keep_next=True), box("b", 4), PAGE) == {"a": 1, "h": 2, "b": 2}


def test_of_two_spaces_the_larger_counts_and_none_at_the_head_of_a_page() -> None:
    assert on(box("a", 8, after=5), box("b", before=10), PAGE)["b"] == 1
    assert on(box("a", 8, after=5), box("b", before=11), PAGE)["b"] == 2
    assert on(box("a", 10), box("b", 10, before=50), box("c"), PAGE) == {"a": 1, "b": 2, "c": 3}


def test_notes_take_their_room_from_the_text() -> None:
    assert on(box("a", 6, notes={0: 30.0}), box("b"), PAGE) == {"a": 1, "b": 2}


def test_text_stands_in_whole_lines_of_the_grid() -> None:
    grid = Sheet(height=100, pitch=30, start=1, odd=False)
    assert on(box("a", 9), box("b"), grid) == {"a": 1, "b": 2}


def test_sections_count_on_start_again_and_begin_on_the_right() -> None:
    roman = Sheet(height=100, pitch=0, start=3, odd=False)
    right = Sheet(height=100, pitch=0, start=None, odd=True)
    assert on(box("a"), roman, box("b"), PAGE, box("c"), right) == {"a": 3, "b": 1, "c": 3}


def test_a_row_is_not_parted_and_a_head_repeats() -> None:
    rows = [Box(leading=30, row=True, repeated=20, marks=(f"r{at}",)) for at in range(6)]
    assert on(Box(leading=20, row=True, keep_next=True), *rows, PAGE) == {
        "r0": 1, "r1": 1, "r2": 2, "r3": 2, "r4": 3, "r5": 3,
    }  # fmt: skip


def test_what_is_higher_than_a_page_goes_on_all_the_same() -> None:
    assert on(box("a", 35), box("b"), Box(leading=300, marks=("c",)), box("d"), PAGE) == {
        "a": 1, "b": 4, "c": 5, "d": 6,
    }  # fmt: skip
