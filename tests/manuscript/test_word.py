"""What a Word file holds is read as a reader sees it: nothing leaks, nothing is lost, nothing is made up."""

from __future__ import annotations

import pytest
from tests.manuscript.wordfile import (
    call,
    field,
    inline,
    levels,
    notes,
    numbered,
    numbering,
    p,
    r,
    style,
    styles,
    table,
    wordfile,
)
from tests.opc.packed import XML

from reportpub.findings import ContentError
from reportpub.manuscript.elements import Item, Manuscript, Paragraph, Picture, Table
from reportpub.manuscript.word.document import word_manuscript
from reportpub.manuscript.word.reading import Changes

W_INS = '<w:ins w:id="1" w:author="王编辑" w:date="2025-01-01T00:00:00Z">'
W_DEL = '<w:del w:id="2" w:author="李编辑" w:date="2025-01-01T00:00:00Z">'
DELETED = "<w:r><w:delText>旧</w:delText></w:r>"
TRACKED = p(r("全年"), W_INS + r("新") + "</w:ins>", W_DEL + DELETED + "</w:del>", r("增"))
MOVED = p(f'<w:moveFrom w:id="3" w:author="王">{r("移动")}</w:moveFrom>', r("留下")) + p(
    f'<w:moveTo w:id="4" w:author="王">{r("移动")}</w:moveTo>'
)
MARK_DELETED = p(r("前半"), more='<w:rPr><w:del w:id="5" w:author="王"/></w:rPr>') + p(r("后半"))
MARK_INSERTED = p(r("前半"), more='<w:rPr><w:ins w:id="5" w:author="王"/></w:rPr>') + p(r("后半"))
RUBY = f"<w:r><w:ruby><w:rt>{r('hàn')}</w:rt><w:rubyBase>{r('汉')}</w:rubyBase></w:ruby></w:r>"
ROWS = (
    "<w:tbl><w:tblPr/><w:tblGrid/>"
    f"<w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr>"
    '<w:tr><w:trPr><w:del w:id="6" w:author="王"/></w:trPr>'
    f"<w:tc>{p('丙')}</w:tc><w:tc>{p('丁')}</w:tc></w:tr>"
    "</w:tbl>"
)


def read(*body: str, changes: Changes | None = None, **parts: str) -> Manuscript:
    """Return the manuscript in a Word file of a body."""
    data = wordfile(*body, parts={f"{name}.xml": said for name, said in parts.items()})
    return word_manuscript(data, "a.docx", changes)


def said(manuscript: Manuscript) -> list[str]:
    """Return the words of all paragraphs, tables as their rows."""
    found = []
    for element in manuscript.elements:
        if isinstance(element, Paragraph):
            found.append(element.label + element.text)
        elif isinstance(element, Table):
            found += [" | ".join(cell.text for cell in row) for row in element.rows]
    return found


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (TRACKED, ["全年新增"], ["全年旧增"]),
        (MOVED, ["留下", "移动"], ["移动留下"]),
        (MARK_DELETED, ["前半后半"], ["前半", "后半"]),
        (MARK_INSERTED, ["前半", "后半"], ["前半后半"]),
        (ROWS, ["甲 | 乙"], ["甲 | 乙", "丙 | 丁"]),
    ],
    ids=["words", "moves", "a deleted end", "an inserted end", "rows"],
)
def test_tracked_changes_are_decided_by_choice_alone(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    with pytest.raises(ContentError) as refused:
        read(body)
    assert refused.value.findings[0].code == "adopt/tracked"
    assert said(read(body, changes=Changes.ACCEPT)) == accepted
    assert said(read(body, changes=Changes.REJECT)) == rejected


def test_deleted_words_stand_nowhere_in_what_is_read() -> None:
    made = read(TRACKED + p(W_DEL + "<w:r><w:delText>密</w:delText></w:r></w:del>"), changes=Changes.ACCEPT)
    assert "密" not in repr(made)
    assert "旧" not in repr(made)


def test_a_refusal_names_the_authors() -> None:
    with pytest.raises(ContentError, match="王编辑, 李编辑"):
        read(TRACKED)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p(r("共"), field("SEQ 表 \\* ARABIC", "3"), r("件")), "共3件"),
        (p(r("见"), field("REF _Ref1 \\h", "表3")), "见表3"),
        (p('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>"), "7"),
        (p(r("a"), "<w:r><w:noBreakHyphen/></w:r>", r("b"), "<w:r><w:tab/></w:r>", r("c")), "a-b\tc"),
        (p(r("一"), '<w:r><w:br w:type="page"/></w:r>', r("二")), "一 二"),
        (p(r("一"), "<w:r><w:br/></w:r>", r("二")), "一\n二"),
        (p(r("一"), "<w:r><w:softHyphen/></w:r>", r("二")), "一二"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>', r("条")), "●条"),
        (p('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', r("5")), "±5"),
        (p(f'<w:customXml w:element="x">{r("内")}</w:customXml><w:dir>{r("外")}</w:dir>'), "内外"),
        (p(f'<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r("控件")}</w:sdtContent></w:sdt>'), "控件"),
        (p(RUBY, r("字")), "汉字"),
    ],
    ids=["seq", "ref", "simple", "hyphen", "page", "soft", "shy", "sign", "symbol", "xml", "control", "ruby"],
)  # fmt: skip
def test_a_run_says_what_a_reader_sees(body: str, words: str) -> None:
    assert "".join(said(read(body))) == words


def test_instructions_of_fields_never_leak_not_even_nested_ones() -> None:
    nested = field("IF " + "x", field('HYPERLINK "https://example.org/"', "链接"))
    made = read(p(r("前"), nested, r("后")))
    assert said(made) == ["前链接后"]
    paragraph = made.elements[0]
    assert isinstance(paragraph, Paragraph)
    assert [run.link for run in paragraph.runs] == ["", "https://example.org/", ""]


def test_an_old_ruby_field_gives_its_characters_and_its_sounds_are_kept_apart() -> None:
    code = r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(guǎng),广)"
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    made = read(p(begin, f"<w:r><w:instrText>{code}</w:instrText></w:r>", end, r("东")))
    assert said(made) == ["广东"]
    assert [(one.what, one.text) for one in made.left_out] == [("pronunciation", "guǎng")]


def test_what_no_reader_sees_is_left_out_and_told() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
    prompt = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>"
    )
    comment = f'{XML}<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="张"><w:p>{r("请核实")}</w:p></w:comment></w:comments>'  # noqa: E501
    header = f'{XML}<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{p("内部资料")}</w:hdr>'
    made = read(p(hidden, r("明"), prompt), comments=comment, header1=header)
    assert said(made) == ["明"]
    told = {(one.what, one.text) for one in made.left_out}
    assert told == {
        ("hidden text", "暗"),
        ("prompt", "单击此处"),
        ("comment by 张", "请核实"),
        ("head of the pages", "内部资料"),
    }


def test_what_is_not_understood_is_said_and_never_silently_dropped() -> None:
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    body = (
        p(r("式"), formula)
        + '<w:altChunk r:id="rId9"/>'
        + p('<w:r><w:object><v:shape/><o:OLEObject Type="Embed"/></w:object></w:r>', r("后"))
        + p('<w:r><w:sym w:font="公司字体" w:char="F0AA"/></w:r>')
        + p("<w:unheardOf>" + r("奇") + "</w:unheardOf>")
    )
    made = read(body)
    assert said(made) == ["式a+b", "后", "□", "奇"]
    assert {f.code for f in made.remarks} == {"adopt/not-understood"}
    told = " ".join(f.message for f in made.remarks)
    for what in ("formula", "altChunk", "embedded object", "symbol", "unheardOf"):
        assert what in told


def test_numbers_are_computed_as_word_prints_them() -> None:
    lists = numbering(
        levels(
            ("chineseCountingThousand", "第%1章 "), ("decimal", "%1.%2 "), ("decimalEnclosedCircle", "%3")
        ),
        levels(("bullet", "\uf0b7")),
        levels(("upperRoman", "%1. "), ("lowerLetter", "(%2) ")),
    )
    at = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (3, 1), (3, 1), (3, 0)]
    made = read(*(p("x", more=numbered(number, level)) for number, level in at), numbering=lists)
    labels = [e.label for e in made.elements if isinstance(e, Paragraph)]
    assert labels == [
        "第一章 ",
        "一.1 ",
        "一.2 ",
        "①",
        "第二章 ",
        "二.1 ",
        "\uf0b7",
        "I. ",
        "(a) ",
        "(b) ",
        "II. ",
    ]
    items = [e.item for e in made.elements if isinstance(e, Paragraph)]
    assert items[6] is Item.BULLET


def test_han_numerals_of_lists_are_those_of_word() -> None:
    lists = numbering(levels(("chineseCountingThousand", "%1、")))
    made = read(*(p("x", more=numbered(1)) for _ in range(112)), numbering=lists)
    labels = [e.label[:-1] for e in made.elements if isinstance(e, Paragraph)]
    picked = {n: labels[n - 1] for n in (1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 112)}
    assert picked == {
        1: "一", 9: "九", 10: "十", 11: "十一", 19: "十九", 20: "二十", 21: "二十一", 99: "九十九",
        100: "一百", 101: "一百零一", 110: "一百一十", 112: "一百一十二",
    }  # fmt: skip


def test_notes_are_read_with_their_calls() -> None:
    made = read(
        p(r("正文"), call(2), r("。")) + p(r("后文"), call(2, "endnote")),
        footnotes=notes("footnotes", "脚注的话"),
        endnotes=notes("endnotes", "尾注的话"),
    )
    assert {name: p[0].text for name, p in made.notes.items()} == {
        "footnote-2": "脚注的话",
        "endnote-2": "尾注的话",
    }
    first = made.elements[0]
    assert isinstance(first, Paragraph)
    assert [(run.text, run.note) for run in first.runs] == [("正文", ""), ("", "footnote-2"), ("。", "")]


def test_a_mark_of_an_author_for_a_note_is_no_word_of_the_text_or_of_the_note() -> None:
    reference = '<w:footnoteReference w:customMarkFollows="1" w:id="2"/>'
    made = read(
        p(r("正文"), f"<w:r>{reference}<w:t>*</w:t></w:r>", r("后文。")),
        footnotes=notes("footnotes", "* 脚注的话"),
    )
    assert said(made) == ["正文后文。"]
    assert [note.text for note in made.notes["footnote-2"]] == ["脚注的话"]
    assert [(one.what, one.text) for one in made.left_out] == [("mark of a note", "*")]


def test_the_large_first_letter_of_a_paragraph_belongs_to_it() -> None:
    letter = '<w:framePr w:dropCap="drop" w:lines="2"/>'
    assert said(read(p(r("去"), more=letter) + p(r("年各项工作都有进展。")))) == ["去年各项工作都有进展。"]


def test_formulas_are_taken_as_words_wherever_they_stand() -> None:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    letters = {name: f"<m:r><m:t>{name}</m:t></m:r>" for name in "abc"}
    fraction = (
        f"<m:f><m:num>{letters['a']}{letters['b']}</m:num>"
        f"<m:den><m:sSup><m:e>{letters['c']}</m:e><m:sup>{letters['a']}</m:sup></m:sSup></m:den></m:f>"
    )
    formula = f"<m:oMath {space}>{fraction}</m:oMath>"
    made = read(f"<w:p>{r('算法是')}{formula}</w:p><m:oMathPara {space}>{formula}</m:oMathPara>")
    assert said(made) == ["算法是ab/(c^a)", "ab/(c^a)"]
    assert len(made.remarks) == 2


def test_words_in_drawings_and_word_art_are_named() -> None:
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    drawn = f'<w:r><w:drawing><a:t xmlns:a="{main}">图中的字</a:t></w:drawing></w:r>'
    art = '<w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="草稿"/></w:pict></w:r>'
    made = read(p(drawn, art, r("正文。")))
    assert [(one.what, one.text) for one in made.left_out] == [
        ("text in a drawing", "图中的字"),
        ("word art", "草稿"),
    ]


def test_bold_comes_from_runs_and_from_styles() -> None:
    known = styles(style("Normal", "Normal"), style("Strong", "Strong", rpr="<w:b/>", kind="character"))
    strong = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>粗</w:t></w:r>'
    off = '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b w:val="0"/></w:rPr><w:t>细</w:t></w:r>'
    made = read(p(strong, off), styles=known)
    first = made.elements[0]
    assert isinstance(first, Paragraph)
    assert [(run.text, run.bold) for run in first.runs] == [("粗", True), ("细", False)]


def test_a_picture_that_lies_in_the_file_is_taken_with_its_description() -> None:
    drawing = inline("rId7", "一张图")
    missing = drawing.replace("rId7", "rId8")
    data = wordfile(
        p(drawing),
        p(missing),
        parts={"media/image1.png": b"png"},
        threads=(("rId7", "image", "media/image1.png"),),
    )
    made = word_manuscript(data, "a.docx", None)
    pictures = [e for e in made.elements if isinstance(e, Picture)]
    assert [(one.name, one.data, one.alt) for one in pictures] == [("image1.png", b"png", "一张图")]
    assert "does not lie in the file" in made.remarks[0].message


def test_cells_say_over_how_many_columns_they_stand() -> None:
    made = read(table(("合并",), ("甲", "乙"), spans={(0, 0): 2}))
    found = made.elements[0]
    assert isinstance(found, Table)
    assert [[cell.across for cell in row] for row in found.rows] == [[2], [1, 1]]
