"""Words are as wide as the faces make them, and stand where they were measured."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.render.charts.drawn import COLOURS, LANGUAGES, boxes, drawing, lone, point
from tests.render.charts.faces import MEASURE

from reportpub.model.blocks import ChartKind
from reportpub.model.text import Lang
from reportpub.render.charts.sheet import Run, Sheet, Stack


def wide(text: str, size: float, *, bold: bool = False) -> float:
    return MEASURE(text, size, bold)


def test_a_chinese_character_is_an_em_wide() -> None:
    assert wide("知识产权", 8.5) == pytest.approx(34)


def test_figures_are_equally_wide() -> None:
    assert wide("111,111", 10) == pytest.approx(wide("808,404", 10))


def test_latin_letters_are_kerned() -> None:
    assert wide("Tr", 10) < wide("T", 10) + wide("r", 10)


def test_chinese_and_latin_letters_stand_an_eighth_of_an_em_apart() -> None:
    apart = wide("PCT申请", 8) - wide("PCT", 8) - wide("申请", 8)
    assert apart == pytest.approx(1)


def test_quotation_marks_are_wide_in_chinese_only() -> None:
    assert wide("“专”", 10) == pytest.approx(30)
    assert wide("“a”", 10) < 20


def test_bold_words_are_wider() -> None:
    assert wide("88,462", 8.5, bold=True) > wide("88,462", 8.5)


def test_letters_are_placed_one_by_one_only_where_one_moves() -> None:
    sheet = Sheet(width=200, languages=(Lang.EN,), colours=COLOURS, measure=MEASURE)

    def places(text: str) -> int:
        (part,) = sheet.left(Stack((sheet.line(Run(text)),)), 0, 0)
        return len(part.split('x="')[1].split('"')[0].split())

    assert places("商标") == 1
    assert places("Trade") == len("Trade")


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("languages", LANGUAGES)
def test_words_in_the_real_faces_do_not_overlap(kind: ChartKind, languages: str) -> None:
    what = lone(
        point("法院调解和撤诉结案", "Cases closed by mediation or withdrawal", "50932", ("50932", "50,932")),
        point("PCT国际专利申请", "PCT applications", "692600", ("69.26万", "692,600"), highlighted=True),
        point("商标注册", "Trademarks registered", "0", ("0", "0")),
    )
    placed = boxes(drawing(kind, what, LANGUAGES[languages], 340, MEASURE), MEASURE)
    assert not any(one.overlaps(other) for one, other in combinations(placed, 2))
