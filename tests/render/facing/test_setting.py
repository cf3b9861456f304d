"""Facing pages from source to file: in step, on the grid, nothing lost, and refused where they are not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from tests.render.facing.small_book import edition, parted, setter, whole

from reportpub.checks.readback import claims, missing, pdf_pages, reading_order, spaced
from reportpub.findings import ContentError, ToolError
from reportpub.layout.tokens import Facing, Margins
from reportpub.model.blocks import Sync
from reportpub.model.text import Lang
from reportpub.render.facing.proof import astray, out_of_step, taller
from reportpub.render.facing.setting import FacingPages
from reportpub.render.facing.whites import whites
from reportpub.render.pdf import LaidOut
from reportpub.render.places import Placed, Sheet

LANGUAGES = (Lang.ZH, Lang.EN)
LEADING = (18.9, 12.6)
UNIT = 6.3


def body(laid_out: LaidOut, planned: FacingPages) -> tuple[Sheet, ...]:
    """Return the pages of the spreads."""
    return laid_out.sheets()[planned.first - 1 :]


def both() -> list[tuple[LaidOut, FacingPages]]:
    """Return the small report as it comes, and one of long paragraphs on low pages."""
    return [whole(), parted()[1:]]


@pytest.mark.parametrize("at", [0, 1])
def test_spreads_begin_and_finish_the_same_blocks_on_both_pages(at: int) -> None:
    laid_out, planned = both()[at]
    pages = body(laid_out, planned)
    assert planned.first % 2 == 0
    assert len(pages) == 2 * len(planned.spreads)
    last = {one.name.split(":")[0]: number for number, page in enumerate(pages) for one in page.pieces}
    for number in range(0, len(pages), 2):
        seen = []
        for page, key in ((number, "-zh"), (number + 1, "-en")):
            names = [one.name.split(":")[0] for one in pages[page].pieces]
            assert all(name.endswith(key) for name in names)
            finished = [name.removesuffix(key) for name in names if last[name] == page]
            seen.append((names[0].removesuffix(key), finished[-1:]))
        assert seen[0] == seen[1]


@pytest.mark.parametrize("at", [0, 1])
def test_what_is_kept_level_has_its_first_baselines_at_one_height(at: int) -> None:
    laid_out, planned = both()[at]
    shift = 3.91
    for number, spread in enumerate(planned.spreads):
        left, right = (
            {one.name: one for one in laid_out.sheets()[planned.first - 1 + 2 * number + side].pieces}
            for side in (0, 1)
        )
        levels = [one for one in spread if one.level and one.item.kind == "paragraph"]
        for one in levels:
            tops = left[one.name(0, Lang.ZH)].top, right[one.name(1, Lang.EN)].top
            assert tops[1] - tops[0] == pytest.approx(shift, abs=0.02)


@pytest.mark.parametrize("side", [0, 1])
def test_every_line_of_text_stands_on_the_grid_of_its_language(side: int) -> None:
    _, laid_out, planned = parted()
    for page in body(laid_out, planned)[side::2]:
        text = [one for one in page.pieces if one.lines and not one.rows and "item" in one.name]
        head = page.text + (3.91 if side else 0)
        for one in text:
            for row in one.lines:
                lines = (one.top + row.foot - head) / LEADING[side]
                assert lines == pytest.approx(round(lines), abs=0.01)


def test_blocks_are_parted_between_lines_rows_and_items_and_nothing_is_lost() -> None:
    shown, laid_out, planned = parted()
    pieces = {one.item.id for spread in planned.spreads for one in spread if not one.whole}
    assert {"item-4", "matters", "numbers"} <= pieces
    for block in pieces:
        own = [one for spread in planned.spreads for one in spread if one.item.id == block]
        for one, following in pairwise(own):
            assert one.upto == following.since
        assert own[0].opens
        assert own[-1].ends
    wanted = claims(shown)
    pages = reading_order(shown, pdf_pages(laid_out.raw))
    assert missing(wanted, pages) == ()
    assert spaced(wanted, pages) == ()
    assert not laid_out.fallbacks


def test_a_parted_table_repeats_its_title_and_head_and_keeps_its_columns() -> None:
    _, laid_out, planned = parted()
    pages = pdf_pages(laid_out.plain())
    assert (
        sum("很长的表（续）" in page for page in pages) == sum("(continued)" in page for page in pages) == 2
    )
    columns = defaultdict(set)
    for page in body(laid_out, planned):
        for one in page.pieces:
            if one.name.startswith("numbers"):
                columns[one.name.split(":")[0]].add(tuple(round(width, 1) for width in one.columns))
    assert [len(found) for found in columns.values()] == [1, 1]


def test_a_note_stands_on_the_page_that_calls_it() -> None:
    _, laid_out, planned = parted()
    pages = pdf_pages(laid_out.plain())
    for number in range(1, 9):
        for words, note in ((f"第{number}条", f"注释{number}。"), (f"Item {number}:", f"Remark {number}.")):
            called = [at for at, page in enumerate(pages) if words in page.replace("\r\n", "")]
            assert any(note in pages[at] for at in (called[-1], *called)), (number, note)
    assert planned.spreads


def test_an_author_decides_how_a_block_keeps_level() -> None:
    shown, _, planned = parted()
    found = {one.item.id: one for spread in planned.spreads for one in spread if one.opens}
    assert shown.syncs == {"item-1": Sync.FORCE, "item-6": Sync.FLOAT}
    assert found["item-1"].level
    assert found["item-6"].item.sync is Sync.FLOAT
    assert not found["item-6"].level
    assert found["item-2"].item.sync is Sync.KEEP


def test_the_white_of_each_alignment_is_told_in_millimetres() -> None:
    _, _, planned = parted()
    said = list(whites(planned))
    assert said[0].startswith("forced to begin level: ")
    assert any(line.endswith(" mm  item-3") and " mm " in line for line in said) or any(
        line.endswith("item-3") and " mm" in line for line in said
    )
    assert sum(line.startswith("  ") and "finishing" in line for line in said) == len(planned.spreads)


def test_charts_and_tables_may_stand_once_in_both_languages() -> None:
    once = Facing(UNIT, frozenset({"heading"}), frozenset(), frozenset({"table", "chart"}))
    laid_out, planned = setter(edition(), facing=once).set()
    pages = pdf_pages(laid_out.plain())[planned.first - 1 :]
    names = [one.name for page in body(laid_out, planned) for one in page.pieces]
    assert "courts-table-zh" in names
    assert "courts-table-en" not in names
    assert any("Table 1.1" in page and "表1-1" in page for page in pages[0::2])
    assert out_of_step(planned.spreads, laid_out.sheets()) == ()


def test_a_screen_reader_meets_each_page_in_its_language() -> None:
    laid_out, _ = whole()
    with pikepdf.open(BytesIO(laid_out.raw)) as pdf:
        languages = {
            str(one["/Lang"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one
        }
    assert languages == {"zh-Hans", "en"}


def test_a_page_too_low_for_a_block_is_a_finding_where_it_is_written() -> None:
    with pytest.raises(ContentError) as caught:
        setter(edition(), Margins(28, 230, 24, 25.6, 38, 6)).set()
    assert {found.code for found in caught.value.findings} == {"facing/too-high"}
    assert all(found.span and found.span.line > 1 for found in caught.value.findings[1:])


def test_a_layout_without_a_grid_is_refused() -> None:
    with pytest.raises(ToolError) as caught:
        setter(edition(), layout="parallel")
    assert [found.code for found in caught.value.findings] == ["facing/grid"]


def test_pages_that_are_not_as_planned_are_refused() -> None:
    laid_out, planned = whole()
    sheets = laid_out.sheets()
    first, second, *rest = planned.spreads
    swapped = (second, first, *rest)
    assert astray(planned.spreads, sheets, LANGUAGES, UNIT) == ()
    assert {one.code for one in astray(swapped, sheets, LANGUAGES, UNIT)} == {"facing/astray"}
    low = tuple(tuple(replace(one, heights=(1, 1)) for one in spread) for spread in planned.spreads)
    assert any("needs" in one.message for one in astray(low, sheets, LANGUAGES, UNIT))
    assert min(taller(low, sheets, LANGUAGES, UNIT).values()) >= 1
    assert taller(planned.spreads, sheets, LANGUAGES, UNIT) == {}


def test_pages_out_of_step_are_refused() -> None:
    def page(*names: str) -> Sheet:
        empty = (0.0, 0.0, 0.0, (), (), (), 0.0, ())
        return Sheet(tuple(Placed(name, 1, *empty) for name in names), 0.0, 0.0, 0.0)

    step = (page("a-zh", "b-zh:0-2"), page("a-en", "b-en:0-3"), page("b-zh:2-4"), page("b-en:3-6"))
    assert out_of_step((), step) == ()
    late = (page("a-zh", "b-zh"), page("a-en", "b-en:0-3"), page("c-zh"), page("b-en:3-6", "c-en"))
    assert [one.code for one in out_of_step((), late)] == ["facing/out-of-step"] * 2
    assert "“b” and “a”" in out_of_step((), late)[0].message


def test_corrections_lead_to_pages_as_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A galley that measures a block too low is put right by what the pages show."""
    sets = setter(edition())
    galley = sets.measure()
    low = replace(galley.placed["preface-words-zh"], height=3.0, lines=())
    wrong = replace(galley, placed={**galley.placed, "preface-words-zh": low})
    monkeypatch.setattr(sets, "measure", lambda: wrong)
    laid_out, planned = sets.set()
    assert astray(planned.spreads, laid_out.sheets(), LANGUAGES, UNIT) == ()
