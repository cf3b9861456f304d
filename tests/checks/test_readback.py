"""What is written is looked for in the finished file: a lost clause, a lost figure, torn words are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.docx import sample

from reportpub.checks.readback import claims, missing, pdf_pages, spaced, squeeze
from reportpub.checks.word_text import word_parts
from reportpub.edition.edition import Edition, Part, ShownChapter, ShownMetadata
from reportpub.findings import Span
from reportpub.inputs import Inputs
from reportpub.model.blocks import (
    Block,
    Chart,
    ChartKind,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
)
from reportpub.model.job import Job
from reportpub.model.report import Arrangement, EditionSpec, Place, Target
from reportpub.model.text import Emph, Figures, Inline, Lang, NoteMark, Passage, Shown, Str
from reportpub.render.docx.file import docx_bytes
from reportpub.render.pdf import set_once

ROOT = Path(__file__).parents[2]
HERE = Span("source/chapters/01.yaml", 3, 1)
ZH = (
    Str("全省法院新收案件"),
    Figures("courts.new", "", "83308件"),
    Str("，"),
    Emph((Str("同比下降"), Figures("courts.yoy", "", "8.54%"))),
    Str("。审结也多。"),
)
EN = (
    Str("Courts received "),
    Figures("courts.new", "", "83,308"),
    Str(" new cases, down "),
    Figures("courts.yoy", "", "8.54%"),
    Str(". Many were concluded."),
)


def shown(zh: tuple[Inline, ...], en: tuple[Inline, ...] = ()) -> Shown:
    passages = (Passage(Lang.ZH, zh, HERE), Passage(Lang.EN, en, HERE))
    return Shown(tuple(p for p in passages if p.inlines))


def edition(*blocks: Block[Shown], notes: tuple[Note[Shown], ...] = ()) -> Edition:
    words = shown((Str("题目"),), (Str("Title"),))
    chapter = ShownChapter(
        id="one",
        place=Place.BODY,
        title=Heading(id="one", level=1, text=words, span=HERE),
        blocks=blocks,
        notes={note.id: note for note in notes},
    )
    languages = (Lang.ZH, Lang.EN)
    return Edition(
        report="r",
        root=Path(),
        spec=EditionSpec(
            name="both",
            languages=languages,
            arrangement=Arrangement.PARALLEL,
            layout="parallel",
            targets=(Target.PRINT,),
            span=HERE,
        ),
        job=Job(span=HERE),
        metadata=ShownMetadata(
            title=words,
            subtitle=None,
            period="2024",
            issuer=words,
            date="2025-01-01",
            imprint=(),
            english_status=words,
            keywords=None,
        ),
        parts=(Part(languages=languages, chapters=(chapter,)),),
        labels={},
        plots={},
    )


CLAIMS = claims(edition(Paragraph(id="courts", text=shown(ZH, EN), span=HERE)))
PAGE = (
    "题目\r\nTitle\r\n全省法院新收案\r\n件83308件，同比下降8.54%。审结也多。\r\n"
    "Courts received 83,308 new cases, down 8.54%. Many were con\ufffe\r\ncluded."
)


def test_every_clause_and_every_figure_with_what_stands_around_it_is_claimed() -> None:
    assert [(c.lang, c.fact, c.words) for c in CLAIMS if c.block == "courts"] == [
        (Lang.ZH, "", "全省法院新收案件83308件，"),
        (Lang.ZH, "", "同比下降8.54%。"),
        (Lang.ZH, "", "审结也多。"),
        (Lang.ZH, "courts.new", "全省法院新收案件83308件，同比下降8.54%"),
        (Lang.ZH, "courts.yoy", "3308件，同比下降8.54%。审结也多。"),
        (Lang.EN, "", "Courts received 83,308 new cases,"),
        (Lang.EN, "", "down 8.54%."),
        (Lang.EN, "", "Many were concluded."),
        (Lang.EN, "courts.new", " received 83,308 new cases"),
        (Lang.EN, "courts.yoy", "ses, down 8.54%. Many wer"),
    ]


def test_a_page_that_says_everything_is_clean() -> None:
    assert missing(CLAIMS, (PAGE,)) == ()
    assert spaced(CLAIMS, (PAGE,)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "facts"),
    [
        ("83308", "83380", {"", "courts.new", "courts.yoy"}),
        ("83,308", "83,380", {"", "courts.new"}),
        ("下降8.54%", "上升8.54%", {"", "courts.new", "courts.yoy"}),
        ("审结也多", "审结多", {"", "courts.yoy"}),
        ("Many were con", "Few were con", {"", "courts.yoy"}),
        ("案\r\n件8", "案8", {"", "courts.new"}),
        ("Courts", "courts", {""}),
        ("%。审", "%，审", {"", "courts.yoy"}),
    ],
)
def test_whatever_is_lost_or_altered_is_found_with_its_place(right: str, wrong: str, facts: set[str]) -> None:
    assert right in PAGE
    found = missing(CLAIMS, (PAGE.replace(right, wrong),))
    assert {fact for fact in facts for f in found if not fact or fact in f.message} == facts
    assert len(found) == len(
        [c for c in CLAIMS if squeeze(c.words) not in squeeze(PAGE.replace(right, wrong))]
    )
    assert {(f.code, f.span) for f in found} == {("readback/lost", HERE)}


@given(st.integers(0, len(PAGE)))
def test_a_page_may_end_anywhere(cut: int) -> None:
    head, foot = "广东省知识产权保护状况报告\r\n", "\r\n1 注释。\r\n— 12 —"
    assert missing(CLAIMS, (PAGE[:cut] + foot, head + PAGE[cut:])) == ()


def test_halves_within_lines_of_two_pages_are_no_whole() -> None:
    assert missing(CLAIMS, ("前文，同比下降。\r\n后文", PAGE.replace("，同比", "同比"))) != ()


def test_words_on_pages_that_do_not_follow_each_other_are_lost() -> None:
    cut = PAGE.index("新收")
    assert missing(CLAIMS, (PAGE[:cut], "另一页", PAGE[cut:])) != ()


@pytest.mark.parametrize("gap", [" ", "\t", "\u00a0", "\u3000", " \r\n"])
def test_a_space_within_chinese_is_found(gap: str) -> None:
    torn = PAGE.replace("全省法院", f"全省{gap}法院")
    assert missing(CLAIMS, (torn,)) == ()
    assert {f.code for f in spaced(CLAIMS, (torn,))} == {"readback/space"}


def test_a_space_between_english_words_is_no_finding() -> None:
    assert spaced(CLAIMS, (PAGE.replace("Many", "  Many"),)) == ()


def test_the_mark_of_a_note_ends_a_clause_and_the_note_is_claimed_itself() -> None:
    text = shown((Str("结收比"), NoteMark("ratio", 1), Str("达到"), Figures("r", "", "106%"), Str("。")))
    note = Note(id="ratio", text=shown((Str("审结与新收之比。"),)), span=HERE)
    found = claims(edition(Paragraph(id="p", text=text, span=HERE), notes=(note,)))
    assert [c.words for c in found if c.block in {"p", "ratio"}] == [
        "结收比",
        "达到106%。",
        "达到106%。",
        "审结与新收之比。",
    ]


def test_alternatives_and_the_words_within_pictures_are_not_claimed() -> None:
    title, alt = shown((Str("图题"),)), shown((Str("替代文字"),))
    category = shown((Str("类别"),))
    chart = Chart(
        id="c",
        kind=ChartKind.BAR,
        title=title,
        alt=alt,
        series=(),
        categories=(category,),
        source=shown((Str("来源"),)),
        span=HERE,
    )
    figure = Figure(id="f", image="a.png", title=title, alt=alt, span=HERE)
    drawn = [c.words for c in claims(edition(chart, figure)) if c.block in {"c", "f"}]
    assert drawn == ["图题", "类别", "来源", "图题"]
    pictured = [c.words for c in claims(edition(chart, figure), pictured=True) if c.block in {"c", "f"}]
    assert pictured == ["图题", "来源", "图题"]


@given(st.lists(st.sampled_from(["新", "，", "a", "8", " ", "\r\n", "\u00ad", "\ufffe", "\u200b", "-"])))
def test_what_line_breaking_adds_makes_no_difference(pieces: list[str]) -> None:
    kept = "".join(piece for piece in pieces if piece in "新，a8")
    assert squeeze("".join(pieces)) == squeeze(kept)


def test_a_pdf_is_read_back_page_by_page() -> None:
    face = (ROOT / "fonts" / "RPSong-Regular.ttf").as_uri()
    html = (
        '<!doctype html><html lang="zh-Hans"><title>x</title><style>@font-face { font-family: "RP Song"; '
        f'src: url("{face}") }} body {{ font-family: "RP Song" }}</style><p>新收案件</p>'
        '<p style="break-before: page">审结案件</p></html>'
    )
    pages = pdf_pages(set_once(html, ROOT, Inputs(ROOT)))
    assert [squeeze(page) for page in pages] == ["新收案件", "审结案件"]


def test_a_word_file_is_read_back_with_its_notes() -> None:
    report = sample.edition("sequential")
    wanted = claims(report, pictured=True)
    body, notes = word_parts(docx_bytes(report, sample.pictures()))
    assert missing(wanted, (body, notes)) == ()
    assert 0 < len(missing(wanted, (body,))) < len(missing(wanted, (notes,)))


@pytest.mark.parametrize(("lost", "block"), [("New cases", "keys"), ("83,308", "keys"), ("Title", "report")])
def test_a_lost_title_or_key_figure_is_found(lost: str, block: str) -> None:
    """The large numbers and the front matter are claimed as the text is."""
    value = shown(
        (Figures("courts.new", "unit", "83308件"),), (Figures("courts.new", "unit", "83,308 cases"),)
    )
    label = shown(
        (Figures("courts.new", "label", "新收案件"),), (Figures("courts.new", "label", "New cases"),)
    )
    keys = KeyFigures(id="keys", items=(KeyFigure("courts.new", value, label),), span=HERE)
    page = "题目 Title 83308 件 新收案件 New cases 83,308 cases"
    wanted = claims(edition(keys))

    assert missing(wanted, (page,)) == ()
    found = missing(wanted, (page.replace(lost, ""),))
    assert any(f"of “{block}”" in finding.message for finding in found)
