"""Native charts: the numbers of a chart, its cells and its labels are one and the same."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import openxml_audit  # type: ignore[import-untyped]
import pytest
from tests.render.charts.drawn import lone, plot, point, shown
from tests.render.docx import sample

from reportpub.checks.word import check_docx
from reportpub.edition.edition import Plot, PlotSeries
from reportpub.model.blocks import Chart, ChartKind
from reportpub.model.text import Lang
from reportpub.render.docx.charts.cells import grid, spelled
from reportpub.render.docx.charts.frame import frame
from reportpub.render.docx.charts.part import chart_xml
from reportpub.render.docx.charts.workbook import workbook
from reportpub.render.docx.file import docx_bytes
from reportpub.render.docx.look import Look

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ONE = lone(
    point("收案", "Received", "83308", ("83308件", "83,308 cases")),
    point("结案", "Concluded", "88462", ("88462件", "88,462 cases"), highlighted=True),
    point("调解", "Mediated", "1", ("1件", "1 case")),
)
TWO = plot(
    PlotSeries(ONE.series[0].points, shown("2024年", "2024")),
    PlotSeries(
        (
            point("收案", "Received", "91087", ("91087件", "91,087 cases")),
            point("结案", "Concluded", "-12", ("−12件", "−12 cases")),
            point("调解", "Mediated", "0", ("0件", "0 cases")),
        ),
        shown("2023年", "2023"),
    ),
)
KINDS = [(kind, ONE) for kind in ChartKind] + [(kind, TWO) for kind in ChartKind if kind is not ChartKind.PIE]
IDS = [f"{kind}-{len(what.series)}" for kind, what in KINDS]


def xml(kind: ChartKind, what: Plot, lang: Lang = Lang.EN) -> ET.Element:
    cells = grid(what, lang)
    return ET.fromstring(chart_xml(kind, cells, frame(kind, cells, 400), lang, Look()))  # noqa: S314  ours


def formatted(number: str, code: str) -> str:
    """Return a number as a spreadsheet shows it under one of our formats."""
    value = Decimal(number)
    parts = code.split(";")
    part = parts[-1] if value < 0 else parts[0]
    plain = re.sub('"[^"]*"', "", part).replace("−", "")
    digits = len(plain.partition(".")[2])
    told = f"{abs(value):,.{digits}f}" if "," in plain else f"{abs(value):.{digits}f}"
    return part.replace(plain, told).replace('"', "")


@pytest.mark.parametrize(("kind", "what"), KINDS, ids=IDS)
@pytest.mark.parametrize("lang", list(Lang))
def test_every_label_says_what_the_edition_says(kind: ChartKind, what: Plot, lang: Lang) -> None:
    told = []
    for series in xml(kind, what, lang).iter(f"{C}ser"):
        cache = series.find(f"{C}val/{C}numRef/{C}numCache")
        assert cache is not None
        code = cache.findtext(f"{C}formatCode", "")
        own = {
            label.find(f"{C}idx").get("val"): label.find(f"{C}numFmt").get("formatCode")  # type: ignore[union-attr]
            for label in series.iter(f"{C}dLbl")
        }
        for pt in cache.iter(f"{C}pt"):
            told.append(formatted(pt.findtext(f"{C}v", ""), own.get(pt.get("idx")) or code))
            assert pt.get("formatCode", code) == (own.get(pt.get("idx")) or code)
    assert told == [p.words[lang] for s in what.series for p in s.points]


@pytest.mark.parametrize(
    ("value", "words", "cell", "code"),
    [
        ("8850000000", "88.5亿元", "88.5", '0.0"亿元"'),
        ("692600", "69.26万件", "69.26", '0.00"万件"'),
        ("8850000000", "RMB 8.85 billion", "8.85", '"RMB "#,##0.00" billion"'),
        ("8.54", "8.54%", "8.54", '#,##0.00"%"'),
        ("6100", "超过6100件", "6100", '"超过"0"件"'),
        ("-8.54", "−8.54%", "-8.54", '#,##0.00"%";−#,##0.00"%"'),
    ],
)
def test_a_cell_holds_the_printed_number_and_its_format_the_rest(
    value: str, words: str, cell: str, code: str
) -> None:
    lang = Lang.ZH if re.search("[\u4e00-\u9fff]", words) else Lang.EN
    (made,) = grid(lone(point("甲", "A", value, (words, words))), lang).columns[0].cells
    assert (f"{made.number:f}", made.code, made.apart) == (cell, code, False)
    assert formatted(cell, code) == words


def test_values_that_share_no_scale_keep_their_size_and_have_their_words_written_out() -> None:
    what = lone(
        point("甲", "A", "8850000000", ("88.5亿元", "RMB 8.85 billion")),
        point("乙", "B", "690000", ("69万元", "RMB 690,000")),
        point("丙", "C", "8", ("八家", "eight")),
    )
    cells = grid(what, Lang.ZH)
    assert [f"{c.number:f}" for c in cells.columns[0].cells] == ["8850000000", "690000", "8"]
    told = "".join(t.text or "" for t in xml(ChartKind.BAR, what, Lang.ZH).iter() if t.tag.endswith("}t"))
    assert told == "88.5亿元69万元八家"


@pytest.mark.parametrize(("kind", "what"), KINDS, ids=IDS)
def test_the_chart_draws_the_cells_of_its_workbook(kind: ChartKind, what: Plot) -> None:
    cells = grid(what, Lang.ZH)
    with zipfile.ZipFile(io.BytesIO(workbook(cells, Look()))) as archive:
        sheet = ET.XML(archive.read("xl/worksheets/sheet1.xml"))
        shared = [t.text for t in ET.XML(archive.read("xl/sharedStrings.xml")).iter(f"{S}t")]
    held = {
        c.get("r"): shared[int(v)] if c.get("t") == "s" else v
        for c in sheet.iter(f"{S}c")
        if (v := c.findtext(f"{S}v", ""))
    }
    for reference in (
        *xml(kind, what, Lang.ZH).iter(f"{C}strRef"),
        *xml(kind, what, Lang.ZH).iter(f"{C}numRef"),
    ):
        where = reference.findtext(f"{C}f", "").removeprefix("Sheet1!").replace("$", "").split(":")
        column, first, last = where[0][0], int(where[0][1:]), int(where[-1][1:])
        drawn = [v.text for v in reference.iter(f"{C}v")]
        assert drawn == [held[f"{column}{row}"] for row in range(first, last + 1)]


def test_the_stressed_mark_is_red_and_the_others_are_not() -> None:
    chart = xml(ChartKind.COLUMN, ONE)
    (mark,) = chart.iter(f"{C}dPt")
    assert mark.find(f"{C}idx").get("val") == "1"  # type: ignore[union-attr]
    colours = [e.get("val") for e in mark.iter() if e.tag.endswith("srgbClr")]
    assert colours == [Look().red]


def test_bars_begin_at_zero_unless_one_lies_below_it() -> None:
    assert [m.get("val") for m in xml(ChartKind.BAR, ONE).iter(f"{C}min")] == ["0"]
    assert list(xml(ChartKind.BAR, TWO).iter(f"{C}min")) == []


def test_the_marks_have_room_whatever_the_words() -> None:
    long = lone(
        *(
            point("一个很长很长很长很长很长很长的名称" * 3, "x", "1", ("1" * 9 + "万元", "1"))
            for _ in range(9)
        )
    )
    for kind in ChartKind:
        made = frame(kind, grid(long, Lang.ZH), 300)
        assert made.width - made.left - made.right > 40
        assert made.height - made.top - made.bottom > 40


def test_an_empty_chart_is_a_chart() -> None:
    assert list(spelled(grid(Plot((PlotSeries(()),)), Lang.ZH))) == [""]
    for kind in ChartKind:
        assert xml(kind, Plot((PlotSeries(()),))).tag == f"{C}chartSpace"


@pytest.mark.parametrize(("kind", "what"), KINDS, ids=IDS)
def test_no_rule_of_the_sdk_is_broken(kind: ChartKind, what: Plot, tmp_path: Path) -> None:
    made = sample.edition("zh")
    part = made.parts[0]
    chapter = part.chapters[1]
    blocks = tuple(replace(b, kind=kind) if isinstance(b, Chart) else b for b in chapter.blocks)
    chapters = (part.chapters[0], replace(chapter, blocks=blocks), *part.chapters[2:])
    made = replace(made, parts=(replace(part, chapters=chapters),), plots={"intake-chart": what})
    data = docx_bytes(made, sample.pictures())
    assert check_docx(data) == ()
    path = tmp_path / "made.docx"
    path.write_bytes(data)
    assert openxml_audit.OpenXmlValidator().validate(path).errors == []
    book = tmp_path / "made.xlsx"
    with zipfile.ZipFile(path) as archive:
        book.write_bytes(archive.read("word/embeddings/Microsoft_Excel_Sheet1.xlsx"))
    assert openxml_audit.OpenXmlValidator().validate(book).errors == []
