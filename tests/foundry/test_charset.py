"""The character tables are complete."""

from __future__ import annotations

from reportpub.foundry.charset import Subset, code_points, gb2312, gb2312_han, general_table


def test_the_general_table_has_exactly_8105_characters() -> None:
    assert len(general_table()) == 8105
    assert len(set(general_table())) == 8105


def test_the_general_table_is_in_the_order_of_the_standard() -> None:
    table = general_table()
    ends_of_levels = (table[0], table[3499], table[3500], table[6499], table[6500], table[8104])
    assert ends_of_levels == ("一", "矗", "乂", "齉", "亍", "蠼")


def test_gb2312_has_6763_han_characters_and_682_signs() -> None:
    assert len(gb2312_han()) == len(set(gb2312_han())) == 6763
    assert len(gb2312()) - len(gb2312_han()) == 682


def test_kai_asks_for_the_space_but_no_punctuation() -> None:
    asked = code_points(Subset.HAN)
    assert not asked & set(map(ord, "，。、；：？！（）《》“”‘’·—…A1"))
    assert ord(" ") in asked


def test_the_extension_repeats_nothing() -> None:
    assert not code_points(Subset.LEVEL_2) & code_points(Subset.CHINESE)
    assert ord("㐂") in code_points(Subset.LEVEL_2)
