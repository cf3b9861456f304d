"""Notes, tables, lists, figures and looks of a manuscript become blocks of the report."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.adoption.structure import adopt, codes, outline
from tests.manuscript.wordfile import (
    call,
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
from tests.small_report import ask

from reportpub.findings import ContentError

HEADS = p("一、概况") + p("I. Overview")
DATA = (("指标", "2024年"), ("受理（件）", "83308"), ("审结（件）", "88462"))
DATA_EN = (("Indicator", "2024"), ("Accepted (cases)", "83,308"), ("Concluded (cases)", "88,462"))


def picture(width: int = 900) -> bytes:
    """Return a picture that can be printed."""
    into = io.BytesIO()
    Image.new("RGB", (width, 600), (200, 30, 30)).save(into, "PNG")
    return into.getvalue()


def test_notes_of_both_languages_are_one_note(tmp_path: Path) -> None:
    body = p("一、概况") + p(r("全年受理83308件"), call(2), r("，同比增长。")) + p("I. Overview")
    body += p(r("In the year, 83,308 cases were accepted,"), call(3), r(" up year on year."))
    data = wordfile(
        body, parts={"footnotes.xml": notes("footnotes", "不含重复件。", "Duplicates are not counted.")}
    )
    made = adopt(tmp_path, ("a.docx", data))
    assert outline(made)[-1] == "note | 不含重复件。 / Duplicates are not counted."
    text = next(d for d in made.drafts() if d.kind == "paragraph").texts["text"]
    assert text.zh is not None
    assert text.en is not None
    assert text.zh.calls == ((10, "overview-note"),)
    assert text.en.calls == ((40, "overview-note"),)


def test_tables_of_two_languages_are_one_table_with_title_unit_and_source(tmp_path: Path) -> None:
    body = p("一、概况") + p("表1 办件情况") + p("单位：件") + table(*DATA) + p("资料来源：省数据局")
    body += p("I. Overview") + p("Table 1. Matters handled") + p("Unit: matters") + table(*DATA_EN)
    body += p("Source: Provincial Data Bureau")
    made = adopt(tmp_path, ("a.docx", wordfile(body)))
    assert outline(made)[-1] == (
        "table | 办件情况 / Matters handled || 指标 / Indicator || 2024年 / 2024 || "
        "受理（件） / Accepted (cases) || 83308 / 83,308 || "
        "审结（件） / Concluded (cases) || 88462 / 88,462 || "
        "单位：件 / Unit: matters || 省数据局 / Provincial Data Bureau"
    )


def test_a_table_with_both_languages_in_its_cells_is_parted(tmp_path: Path) -> None:
    rows = (
        ("指标 Main indicator", "2024"),
        ("受理 Cases accepted", "83308"),
        ("审结 Cases concluded", "88462"),
    )
    made = adopt(tmp_path, ("a.docx", wordfile(HEADS, p("表1 办件情况"), table(*rows))))
    assert "受理 / Cases accepted || 83308 / -" in outline(made)[-1]


def test_lists_are_lists_whatever_marks_them(tmp_path: Path) -> None:
    zh = "".join(p(words, more=numbered(1)) for words in ("第一项工作", "第二项工作"))
    en = "".join(p("• " + words) for words in ("The first task", "The second task"))
    lists = numbering(levels(("bullet", "\uf0b7")))
    data = wordfile(p("一、概况"), zh, p("I. Overview"), en, parts={"numbering.xml": lists})
    made = adopt(tmp_path, ("a.docx", data))
    assert outline(made)[-1] == "list | 第一项工作 / The first task || 第二项工作 / The second task"


def test_automatic_numbers_in_a_row_are_an_ordered_list(tmp_path: Path) -> None:
    zh = "".join(p(words, more=numbered(1)) for words in ("第一项工作已经完成；", "第二项工作已经完成。"))
    en = "".join(
        p(words, more=numbered(2)) for words in ("The first task is done;", "The second task is done.")
    )
    lists = numbering(levels(("decimal", "%1.")), levels(("decimal", "%1.")))
    data = wordfile(p("一、概况"), zh, p("I. Overview"), en, parts={"numbering.xml": lists})
    made = adopt(tmp_path, ("a.docx", data))
    assert outline(made)[-1].startswith("list# | 第一项工作已经完成； / The first task is done;")


def test_a_picture_with_its_caption_is_a_figure(tmp_path: Path) -> None:
    drawing = inline("rId7", "柱状图")
    threads = (("rId7", "image", "media/image1.png"),)
    body = p("一、概况") + p("全年受理83308件。") + p(drawing) + p("图1 受理情况") + p("I. Overview")
    body += p("In the year, 83,308 cases were accepted.")
    data = wordfile(body, parts={"media/image1.png": picture()}, threads=threads)
    made = adopt(tmp_path, ("a.docx", data))
    assert "figure | 受理情况 / - || - / - (draft)" in outline(made)
    assert [name.rpartition(".")[2] for name in made.book.images] == ["png"]
    drafts = [draft for draft in made.drafts() if draft.kind == "figure"]
    assert drafts[0].width == 76


@pytest.mark.parametrize(
    ("data", "why"), [(b"\x01\x00\x00\x00emf", "no picture"), (picture(60), "too small")]
)
def test_a_picture_that_cannot_be_printed_is_kept_and_told(tmp_path: Path, data: bytes, why: str) -> None:
    drawing = '<w:r><w:pict><v:shape><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r>'
    threads = (("rId7", "image", "media/image1.emf"),)
    body = HEADS + p("全年受理83308件。") + p(drawing)
    made = adopt(tmp_path, ("a.docx", wordfile(body, parts={"media/image1.emf": data}, threads=threads)))
    assert "left-out/image1.emf" in made.book.images
    assert any(f.code == "adopt/picture" and why in f.message for f in made.findings)


def test_bold_words_keep_their_marks_and_a_bold_lead_is_a_lead(tmp_path: Path) -> None:
    zh = p(r("健全制度。", bold=True), r("全年制定办法12项，其中"), r("重点", bold=True), r("办法3项。"))
    en = p(
        r("Improving the rules. ", bold=True),
        r("In the year, 12 measures were issued, 3 of them "),
        r("key", bold=True),
        r("."),
    )
    made = adopt(tmp_path, ("a.docx", wordfile(p("一、概况"), zh, p("I. Overview"), en)))
    assert outline(made)[-1].startswith("paragraph | 健全制度 / Improving the rules || 全年制定办法12项")
    files = made.files("x")
    chapter = next(text.decode() for name, text in files.items() if name.startswith("source/chapters/"))
    assert "其中**重点**办法" in chapter
    assert "**key**" in chapter


def test_marks_that_the_source_would_read_are_harmless(tmp_path: Path) -> None:
    text = "一、概况\n全年[1]受理{甲}*83308*件_下划线_\\反斜杠`代码`。\n"
    text += "I. Overview\nIn the year [1], 83,308 {x} *cases* were accepted.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    done = ask("adopt", tmp_path / "a.txt", "--into", tmp_path / "made")
    assert done.code == 0, done.err


def test_contents_that_were_typed_are_left_out(tmp_path: Path) -> None:
    entries = "目 录\n一、概况......1\n二、服务......3\n三、交流......5\n"
    body = "一、概况\n全年受理83308件。\n二、服务\n办理69万件。\n三、交流\n签署协议4份。\n"
    text = f"数据工作报告\n{entries}{body}"
    made = adopt(tmp_path, ("a.txt", text))
    assert [line.split(" | ")[1] for line in outline(made) if line.startswith("body")] == [
        "概况 / -",
        "服务 / -",
        "交流 / -",
    ]
    assert [one.what for one in made.left_out] == ["contents"] * 4


def test_chapters_without_a_number_stand_before_and_after_the_numbered_ones(tmp_path: Path) -> None:
    known = styles(style("Normal", "Normal"), style("1", "heading 1"))
    heads = ("前言", "一、概况", "二、服务", "附录")
    body = "".join(p(head, style="1") + p(f"这里是{head}的正文，全年受理83308件。") for head in heads)
    made = adopt(tmp_path, ("a.docx", wordfile(p("数据工作报告"), body, parts={"styles.xml": known})))
    assert [chapter.place.value for chapter in made.book.chapters] == ["front", "body", "body", "back"]


def test_a_title_over_two_lines_is_one_title(tmp_path: Path) -> None:
    centre = '<w:jc w:val="center"/>'
    title = "".join(p(r(line, bold=True, size=44), more=centre) for line in ("2024年某省", "数据工作报告"))
    body = title + "".join(
        p(line)
        for line in ("一、概况", "全年受理83308件，同比增长，总体平稳。", "二、服务", "办理69万件业务。")
    )
    made = adopt(tmp_path, ("a.docx", wordfile(body)))
    assert outline(made)[0] == "report | 2024年某省数据工作报告 / -"


def test_a_heading_1_that_stands_alone_at_the_top_is_the_title(tmp_path: Path) -> None:
    known = styles(style("Normal", "Normal"), style("1", "heading 1"), style("2", "heading 2"))
    body = (
        p("数据工作报告", style="1")
        + p("概况", style="2")
        + p("全年受理83308件。")
        + p("服务", style="2")
        + p("办理69万件。")
    )
    made = adopt(tmp_path, ("a.docx", wordfile(body, parts={"styles.xml": known})))
    lines = [line for line in outline(made) if not line.startswith("paragraph")]
    assert lines == ["report | 数据工作报告 / -", "body | 概况 / -", "body | 服务 / -"]


def test_wrapped_lines_of_a_text_are_joined_and_told(tmp_path: Path) -> None:
    zh = "全年受理申请八万三千三百零八件同比增长百分之八点五四\n"
    zh += "全部按期办结没有发生一起超期办理的情况并且继续保持\n平稳。"
    made = adopt(tmp_path, ("a.txt", f"一、概况\n\n{zh}\n\n{zh}\n\n二、服务\n\n{zh}\n"))
    assert "adopt/joined-lines" in codes(made)
    paragraphs = [line for line in outline(made) if line.startswith("paragraph")]
    assert len(paragraphs) == 3


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ((("a.txt", b""),), "adopt/empty"),
        ((("a.txt", b"\n \n"),), "adopt/empty"),
        ((("a.docx", wordfile(p(""))),), "adopt/empty"),
        ((("a.txt", bytes(range(128, 256)) * 9),), "adopt/encoding"),
        ((("a.pdf", b"%PDF-1.7"),), "adopt/kind"),
        ((("a.txt", b"Overview\nIn the year, 83,308 cases were accepted.\n"),), "adopt/no-chinese-text"),
    ],
    ids=["nothing", "white", "an empty file of Word", "no encoding", "another kind", "English alone"],
)
def test_what_is_no_manuscript_is_refused(
    tmp_path: Path, files: tuple[tuple[str, bytes], ...], code: str
) -> None:
    with pytest.raises(ContentError) as refused:
        adopt(tmp_path, *files)
    assert refused.value.findings[0].code == code
    assert refused.value.findings[0].hint


def test_chinese_alone_is_adopted_and_builds_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("数据工作报告\n一、概况\n全年受理83308件。\n", "utf-8")
    done = ask("adopt", tmp_path / "a.txt", "--into", tmp_path / "made")
    assert done.code == 0, done.err
    assert "adopt/chinese-only" in done.err
    assert ask("check", "--project", tmp_path / "made").code == 0
    report = (tmp_path / "made" / "source" / "report.yaml").read_text("utf-8")
    assert "parallel" not in report


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、概况\n全年受理83308件。\n", "utf-8")
    done = ask("adopt", tmp_path / "a.txt", "--into", tmp_path)
    assert (done.code, "error[new/not-empty]" in done.err) == (2, True)


def test_everything_wrong_with_two_manuscripts_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    done = ask(
        "adopt", tmp_path / "a.txt", tmp_path / "b.docx", tmp_path / "c.txt", "--into", tmp_path / "made"
    )
    assert done.code == 1
    for code in ("adopt/empty", "package/broken", "inputs/missing"):
        assert f"error[{code}]" in done.err
    assert not (tmp_path / "made").exists()


def test_more_lines_than_can_be_paired_in_time_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportpub.adoption.pairs._MOST", 100)
    text = "全年受理83308件。\n" * 4 + "In the year, 83,308 cases were accepted.\n" * 4
    with pytest.raises(ContentError, match="too many to pair"):
        adopt(tmp_path, ("a.txt", text))


def test_a_heading_with_nothing_below_it_gets_a_paragraph_that_says_so(tmp_path: Path) -> None:
    made = adopt(tmp_path, ("a.txt", "一、概况\n二、服务\n办理69万件。\n"))
    assert "adopt/empty-chapter" in codes(made)
    assert outline(made)[1:3] == ["body | 概况 / -", "paragraph | - / - (draft)"]


def test_merged_cells_are_parted_and_told(tmp_path: Path) -> None:
    rows = (("指标", "数量", ""), ("受理", "全省合计"), ("审结", "3件", "4件"))
    body = HEADS + p("表1 办件情况") + table(*rows, spans={(1, 1): 2})
    made = adopt(tmp_path, ("a.docx", wordfile(body)))
    assert any("merged cells" in line for line in made.supplied)
    assert "受理 / - || 全省合计 / - || - / -" in outline(made)[-1]
