"""Which cells are figures, how wide columns are, and the few words a file says by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.docx import sample
from tests.render.docx.sample import AT

from reportpub.edition.columns import is_figures, numeric
from reportpub.model.blocks import KeyFigure, KeyFigures, Row, Table
from reportpub.model.text import Lang, Passage, Shown, Str
from reportpub.render.docx.gather import Gather
from reportpub.render.docx.inlines import Voice
from reportpub.render.docx.look import Look
from reportpub.render.docx.settings import NOT_AT_END, NOT_AT_START
from reportpub.render.docx.tables import grid, key_grid, widths
from reportpub.render.docx.words import SOURCE, day, lead_stop


def _table(*rows: tuple[str, ...]) -> Table[Shown]:
    cells = [tuple(Shown((Passage(Lang.ZH, (Str(word),), AT),)) for word in row) for row in rows]
    return Table(id="t", title=cells[0][0], columns=cells[0], rows=tuple(map(Row, cells[1:])), span=AT)


@pytest.mark.parametrize(
    "words",
    [
        "83308",
        "83,308",
        "69.26万件",
        "−8.54%",
        "+2.36个百分点",
        "RMB 8.85 billion",
        "超30%",
        "超过170家",
        "—",
        "12 cities",
    ],
)
def test_a_number_with_little_around_it_is_figures(words: str) -> None:
    assert is_figures(words)


@pytest.mark.parametrize(
    "words", ["", "新收案件", "Top ten", "2024年", "2024", "截至2024年底", "2021—2024年"]
)
def test_words_and_dates_are_no_figures(words: str) -> None:
    assert not is_figures(words)


def test_a_column_is_set_right_when_most_of_its_cells_are_figures() -> None:
    made = _table(
        ("指标", "数值", "时期"),
        ("甲", "8件", "2024年"),
        ("乙", "—", "截至2024年底"),
        ("3丙", "若干", "2024年"),
    )
    assert numeric(made, Lang.ZH) == (False, True, False)


@given(
    st.lists(st.lists(st.text("字a1", max_size=40), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(min_value=3000, max_value=10000),
)
def test_columns_fill_the_measure_exactly(rows: list[list[str]], total: int) -> None:
    told = widths([*zip(*rows, strict=True)], total)
    assert sum(told) == total
    assert min(told) > 0


@pytest.mark.parametrize(
    ("lead", "lang", "stop"),
    [
        ("收结案件", Lang.ZH, "。"),
        ("怎么办？", Lang.ZH, ""),
        ("Caseload", Lang.EN, ". "),
        ("What now?", Lang.EN, " "),
    ],
)
def test_a_lead_is_stopped_once(lead: str, lang: Lang, stop: str) -> None:
    assert lead_stop(lead, lang) == stop


def test_a_day_is_said_as_each_language_says_it() -> None:
    assert day("2025-04-06", Lang.ZH) == "2025年4月6日"
    assert day("2025-04-06", Lang.EN) == "April 6, 2025"


def test_full_width_marks_in_the_sources_are_full_width() -> None:
    assert SOURCE[Lang.ZH].endswith("\uff1a")
    assert {"\uff08", "\uff3b", "\uff5b", "\uff04", "\uffe5", "\u300a", "\u201c", "("} <= set(NOT_AT_END)
    assert {"\uff0c", "\u3002", "\uff1b", "\uff1a", "\uff01", "\uff1f", "\uff09", "\u300b", "\u201d"} <= set(
        NOT_AT_START
    )
    assert not set(NOT_AT_END) & set(NOT_AT_START) - {"·", "\uff0e"}


def _figures(lang: Lang, *items: tuple[str, str]) -> tuple[KeyFigures[Shown], Voice]:
    def shown(words: str) -> Shown:
        return Shown((Passage(lang, (Str(words),), AT),))

    made = tuple(KeyFigure("a.fact", shown(value), shown(label)) for value, label in items)
    edition = sample.edition(lang.key)
    gather = Gather(sample.pictures())
    voice = Voice(edition=edition, look=Look(), gather=gather, lang=lang, leading=lang, notes={})
    return KeyFigures(id="key", items=made, span=AT), voice


@pytest.mark.parametrize(
    ("lang", "value", "label", "columns"),
    [
        (Lang.EN, "88,462 cases", "Cases concluded in all courts of the province", 3),
        (Lang.EN, "9,064,600 registered trademarks", "Valid", 2),
        (Lang.ZH, "88462件", "法院审结案件", 3),
        (Lang.ZH, "10个", "知识产权强市建设试点示范城市", 2),
    ],
)
def test_key_figures_stand_three_abreast_where_none_turns_over(
    lang: Lang, value: str, label: str, columns: int
) -> None:
    block, voice = _figures(lang, (value, label), ("1", "甲"), ("2", "乙"))
    assert key_grid(block, voice).count("<w:gridCol ") == columns


@pytest.mark.parametrize(("rows", "kept"), [(1, 0), (17, 16), (18, 6)])
def test_a_table_stays_on_one_page_or_keeps_four_rows_at_either_end(rows: int, kept: int) -> None:
    _, voice = _figures(Lang.ZH, ("1", "甲"))
    table = _table(("项", "数"), *(("甲", "1"),) * rows)
    assert grid(table, voice).count("<w:keepNext/>") == 2 * kept
