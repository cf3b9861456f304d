"""Pages of text: the baseline grid, floats that wait for the next page, and how pages end."""

from __future__ import annotations

import re

import pytest
from tests.render.test_glyphruns import laid_out

from reportpub.render.pdf import LaidOut

GRID = """body { margin: 0 } section { line-height: 18pt }
h2 { margin: 18pt 0 0; font-size: 12pt; line-height: 18pt; break-after: avoid }"""
TALL = "@page { size: 100mm 120mm }"
LINE = 24.0
"""18 pt in CSS pixels."""

TOP = 10 / 25.4 * 96
WORDS = "知识产权保护工作在全省各地同时展开。"


def lines(document: LaidOut) -> list[list[tuple[float, str]]]:
    """Return the text lines of each page from the top: height below the page's first line, and words."""
    pages = []
    for page in document._document.pages:  # noqa: SLF001  the engine's own boxes are what is looked at
        found: list[tuple[float, str]] = []
        for box in page._page_box.descendants():  # noqa: SLF001
            if type(box).__name__ == "LineBox":
                said = "".join(getattr(one, "text", "") for one in box.descendants())
                found.append((box.position_y - TOP, said))
        pages.append(found)
    return pages


def chapter(*blocks: str) -> str:
    """Return a chapter whose blocks stand on the grid."""
    return f"<section data-grid>{''.join(blocks)}</section>"


def text(words: str = WORDS, more: str = "") -> str:
    """Return a paragraph."""
    return f'<div{more}><p data-set="text">{words}</p></div>'


FIGURE = '<div data-float style="break-inside: avoid; height: 24mm">图</div>'


@pytest.mark.parametrize("height", [7.3, 18])
def test_the_text_after_any_block_stands_on_the_grid_again(height: float) -> None:
    odd = f'<div style="height: {height}pt; margin: 5pt 0 3pt"></div>'
    page = lines(laid_out(chapter(text(), odd, text(), "<h2>标题</h2>", odd, text()), GRID + TALL))[0]
    said = [(at, words) for at, words in page if words]
    assert len(said) == 4
    assert all(at % LINE == pytest.approx(0, abs=0.01) or at % LINE == pytest.approx(LINE) for at, _ in said)


def test_margins_on_the_grid_add_up_so_that_none_swallows_the_white_that_leads_back() -> None:
    odd = '<div style="height: 10pt"></div>'
    page = lines(laid_out(chapter(odd, "<h2>标题</h2>", text()), GRID))[0]
    assert [at for at, words in page if words] == pytest.approx([2 * LINE, 3 * LINE])


def test_without_the_mark_nothing_is_moved() -> None:
    odd = '<div style="height: 10pt"></div>'
    page = lines(laid_out(f"<section>{odd}{text()}</section>", GRID))[0]
    assert [at for at, words in page if words] == pytest.approx([10 / 0.75])


def test_a_figure_without_room_waits_while_the_text_after_it_fills_the_page() -> None:
    first, second = lines(laid_out(chapter(text(WORDS * 3), FIGURE, text("后文。"), text(WORDS * 4)), GRID))
    assert "后文。" in [words for _, words in first]
    assert [words for _, words in second if words][-1] == "图"  # the paragraph under way goes on first
    assert len(second) > 1


def test_a_figure_that_has_waited_stands_first_where_a_page_begins_with_a_new_block() -> None:
    kept = ' style="break-inside: avoid"'
    pages = lines(
        laid_out(chapter(text(WORDS * 3), FIGURE, text(), "<h2>标题</h2>", text(WORDS * 3, kept)), GRID)
    )
    assert [page[0][1] for page in pages[1:]] == ["图", "标题"]


def test_figures_keep_their_order_and_nothing_is_lost() -> None:
    blocks = [
        text(f"第{n}段。" + WORDS * 3) if n % 3 else FIGURE.replace("图", f"图{n}") for n in range(1, 13)
    ]
    said = "".join(words for page in lines(laid_out(chapter(*blocks), GRID)) for _, words in page)
    assert re.findall(r"图\d+", said) == ["图3", "图6", "图9", "图12"]
    assert re.findall(r"第(\d+)段", said) == ["1", "2", "4", "5", "7", "8", "10", "11"]
    assert said.count(WORDS) == 24


def test_a_figure_that_fits_stays_where_it_stands() -> None:
    page = lines(laid_out(chapter(FIGURE.replace("31mm", "10mm"), text()), GRID))[0]
    assert [words for _, words in page if words] == ["图", WORDS]


NOTES = """.note { float: footnote; footnote-display: block; font-size: 8pt; line-height: 12pt }
.row { display: table; width: 100% } .row > div { display: table-cell } p { orphans: 2; widows: 2 }"""


def test_a_block_whose_note_finds_no_room_is_parted_before_its_call() -> None:
    note = f'<span class="note">{WORDS * 2}</span>'
    left, right = (
        f'<div><p data-set="text">{before}{note}{after}</p></div>'
        for before, after in ((WORDS * 3, WORDS * 2), (WORDS * 2, WORDS))
    )
    row = f'<div class="row">{left}{right}</div>'
    first, second = lines(laid_out(chapter(text(WORDS * 10), row, text()), GRID + TALL + NOTES))
    # It would leave half of the page white: the text before it ends after eight lines.
    assert len([words for at, words in first if words and at > 7.5 * LINE]) > 4
    said = "".join(words for page in (first, second) for _, words in page)
    assert said.count(WORDS[-6:]) >= 16


def test_what_stands_side_by_side_begins_on_one_page_and_has_its_notes_where_they_are_called() -> None:
    style = GRID + TALL + NOTES + ".row > div + div { line-height: 14.4pt }"
    for above in range(9, 13):
        left = f'甲{WORDS * 2}丙<span class="note">子{WORDS * 3}</span>{WORDS}'
        right = f'乙{WORDS * 3}丁<span class="note">丑{WORDS * 3}</span>'
        cells = "".join(f'<div><p data-set="text">{words}</p></div>' for words in (left, right))
        blocks = [text(f"{number}。") for number in range(above)]
        document = laid_out(chapter(*blocks, f'<div class="row">{cells}</div>'), style)
        pages = ["".join(words for _, words in page) for page in lines(document)]
        for one, other in ("甲乙", "丙子", "丁丑"):
            assert [page for page in pages if (one in page) != (other in page)] == []


def test_no_page_ends_with_a_hyphen() -> None:
    style = "@page { size: 62mm 60mm }"
    for more in range(1, 12, 3):
        words = "Internationalization " * more + "of administrative responsibilities " * 30
        document = laid_out(f'<p lang="en" data-set="text">{words}</p>', style)
        pages = lines(document)
        assert len(pages) > 2
        assert not any(page[-1][1].rstrip().endswith("-") for page in pages)
        assert any(words.endswith("-") for page in pages for _, words in page)
        said = "".join(
            one.removesuffix("-") if one.endswith("-") else f"{one.rstrip()} "
            for page in pages
            for _, one in page
        )
        assert said.split() == words.split()
