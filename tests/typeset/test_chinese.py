"""Chinese lines keep the rules of CLREQ and of GB/T 15834 and 15835."""

import re

import pytest
from tests.typeset.demerits import text_of, width_of
from tests.typeset.setting import TABLE, lines, texts, white_after

from reportpub.typeset.lines import Piece, Setting

PROSE = (
    "全省法院全年新收知识产权案件83308件，同比下降8.54%；审结88462件，结收比达到106.19%。其中，适用惩罚性赔偿的案件"
    "判赔总额为8250.06万元——比上年有所增加。《知识产权强国建设纲要（2021—2035年）》提出：“要‘严保护、大保护、快保护、"
    "同保护’……”各地应当落实。"
)
NO_START = "，。、；：！？）》〉”’】〕·…%"
NO_END = "（《〈“‘【〔"


@pytest.mark.parametrize("measure", range(8, 42))
def test_no_line_begins_or_ends_with_a_prohibited_mark(measure: int) -> None:
    found = texts(PROSE, "zh", measure, indent=2)
    assert not [text for text in found[1:] if text[0] in NO_START]
    assert not [text for text in found[:-1] if text[-1] in NO_END]


@pytest.mark.parametrize("measure", range(10, 42))
def test_numbers_dashes_and_ellipses_are_whole(measure: int) -> None:
    found = "\n".join(texts(PROSE, "zh", measure, indent=2))
    for whole in ("83308", "8.54%", "88462", "106.19%", "8250.06", "——", "……"):
        assert whole in found
    assert re.search(r"2021—\n?2035", found)


@pytest.mark.parametrize("measure", range(23, 42))
def test_a_number_keeps_its_unit(measure: int) -> None:
    found = "\n".join(texts(PROSE, "zh", measure, indent=2))
    assert "83308件" in found
    assert "8250.06万元" in found


@pytest.mark.parametrize("measure", range(6, 42))
def test_two_han_characters_at_least_stand_in_the_last_line(measure: int) -> None:
    assert len(re.findall("[\u4e00-\u9fff]", texts(PROSE, "zh", measure, indent=2)[-1])) >= 2


@pytest.mark.parametrize("measure", range(16, 42))
def test_every_line_but_the_last_fills_the_measure(measure: int) -> None:
    found = lines(PROSE, "zh", measure, indent=2)
    assert width_of(found[0], TABLE) == pytest.approx(measure - 2, abs=0.001)
    for line in found[1:-1]:
        assert width_of(line, TABLE) == pytest.approx(measure, abs=0.001)


def test_a_mark_at_the_end_of_a_line_gives_up_its_white() -> None:
    found = lines("一二三四五六七八，一二三四五六七八，一二三四", "zh", 8.5)
    assert text_of(found[0]) == "一二三四五六七八，"
    assert width_of(found[0], TABLE) == 8.5


def test_an_opening_mark_at_the_start_of_a_paragraph_stands_half_an_em_wide_behind_the_indent() -> None:
    found = lines("“一二三四五六”", "zh", 20, indent=2)
    assert found[0].segments[0].text == "“"
    assert width_of(found[0], TABLE) == 7


def test_two_marks_share_their_white() -> None:
    found = lines("他说：“好。”（完）", "zh", 20)
    assert white_after(found[0], "：") == 0.5
    assert white_after(found[0], "。") == 0
    assert white_after(found[0], "”") == 0.5


def test_han_and_latin_stand_a_quarter_of_an_em_apart() -> None:
    found = lines("收到PDF文件3件", "zh", 20)
    assert [segment.extra for segment in found[0].segments] == [0, 0.25, 0.25, 0, 0.25, 0.25, 0]


def test_a_typed_space_between_words_stays_and_is_narrowed() -> None:
    found = lines("见Table 3与Section III", "zh", 40)
    assert text_of(found[0]) == "见Table 3与Section III"


def test_a_note_mark_clings_to_its_word_and_stands_in_the_white_of_the_mark_before_it() -> None:
    pieces = [Piece("专利，", 0), Piece("1", 1, 0.6, raised=True), Piece("商标", 2)]
    found = lines(pieces, "zh", 20)
    assert [(s.text, s.extra) for s in found[0].segments][2:4] == [("，", 0), ("1", 0.2)]
    for measure in range(2, 6):
        assert not [text for text in texts(pieces, "zh", measure) if text.startswith("1")]


def test_fixed_white_around_a_piece_is_counted() -> None:
    found = lines([Piece("甲乙", 0), Piece("丙", 1, before=0.5, after=0.5), Piece("丁戊己", 2)], "zh", 5)
    assert text_of(found[0]) == "甲乙丙丁" or width_of(found[0], TABLE) <= 4


def test_an_english_word_is_hyphenated_only_where_the_line_would_be_very_loose() -> None:
    assert "-" not in "".join(
        texts("这里有一个accessibility的例子，排在较宽的版心里，就不需要断开它。", "zh", 24)
    )
    assert texts("把typesetting、internationalization与accessibility放进同一行", "zh", 14)[0][-1] == "-"


def test_quotation_marks_are_full_width_and_an_apostrophe_belongs_to_its_word() -> None:
    segments = lines("“people’s”", "zh", 20)[0].segments
    assert [(s.text, s.halt) for s in segments] == [("“", True), ("people’s", False), ("”", True)]


def test_ragged_lines_have_natural_white_and_do_not_exceed_the_measure() -> None:
    for line in lines(PROSE, "zh", 12, Setting.RAGGED):
        assert width_of(line, TABLE) <= 12.001
    assert lines("收PDF件，好", "zh", 12, Setting.RAGGED)[0].segments[0].extra == 0.25


def test_a_character_outside_the_basic_plane_is_one_box() -> None:
    assert texts("𠮷野家𪚥𪚥𪚥", "zh", 3) == ["𠮷野家", "𪚥𪚥𪚥"]
