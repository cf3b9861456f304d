"""The figures of tables and charts are looked for where they belong; another number or row is found."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from tests.render.docx import sample

from reportpub.checks.readback_figures import charts_lost, redrawn, rows_lost
from reportpub.checks.word_charts import Drawn, charts
from reportpub.checks.word_text import word_parts
from reportpub.edition.edition import Edition
from reportpub.edition.resolve import resolve
from reportpub.inputs import Inputs
from reportpub.render.docx.file import docx_bytes
from reportpub.source.load import load_report

BOOK = Path(__file__).parents[1] / "book"


@cache
def edition(name: str) -> Edition:
    report, _ = load_report(BOOK, Inputs(BOOK))
    return resolve(report, next(spec for spec in report.editions if spec.name == name))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("指标 2024年 民事 新收\n83308 审结案件\n88462", []),
        ("指标 2024年 民事 新收\n88462 审结案件\n83308", ["新收 83308", "审结案件 88462"]),
        ("共83308件。民事 新收 审结案件\n88462", ["新收 83308"]),
        ("新收 83308 审结案件 88462", ["民事"]),
    ],
)
def test_a_row_must_follow_its_head(text: str, lost: list[str]) -> None:
    found = rows_lost(edition("zh"), text)
    assert [f.message.partition("file: ")[2].strip("“”") for f in found] == lost
    assert {f.code for f in found} <= {"readback/row"}


CHARTS = "图1-1 收案与结案 新收案件 83308 审结案件 88462\x0c图1-2 分列 甲 乙 收 结 83308 88462"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (CHARTS, 0),
        (CHARTS.replace("审结案件 88462", "审结案件 88426"), 1),
        (CHARTS.replace("图1-2", "图1-3"), 4),
        (CHARTS.replace("分列", "分列\x0c"), 4),
    ],
    ids=["clean", "another number", "another caption", "on the next page"],
)
def test_the_figures_of_a_chart_stand_on_the_page_of_its_caption(text: str, lost: int) -> None:
    assert len(charts_lost(edition("zh"), tuple(text.split("\x0c")))) == lost


@cache
def word() -> bytes:
    picture = next(iter(sample.pictures().values()))
    return docx_bytes(edition("zh"), {"outlook-map": picture})


def changed(name: str, old: str, new: str) -> bytes:
    """Return the Word file with words of one part replaced, all other parts as they were."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == name:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(entry, data)
    return buffer.getvalue()


def test_the_charts_and_tables_of_a_clean_word_file_are_as_written() -> None:
    assert redrawn(edition("zh"), charts(word())) == ()
    assert rows_lost(edition("zh"), "".join(word_parts(word()))) == ()
    assert charts(word())[0] == Drawn(
        ("新收案件", "审结案件"), ((Decimal(83308), Decimal(88462)),), ((Decimal(83308), Decimal(88462)),)
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<c:v>88462</c:v>", "<c:v>88426</c:v>", "88426"),
        ("<c:v>88462</c:v>", "<c:v>884620</c:v>", "884620"),
        ("<c:v>审结案件</c:v>", "<c:v>新收案件</c:v>", "instead of"),
    ],
)
def test_another_number_or_name_in_a_chart_is_found(old: str, new: str, said: str) -> None:
    found = redrawn(edition("zh"), charts(changed("word/charts/chart1.xml", old, new)))
    assert found
    assert any(said in one.message for one in found)


TWO = ((Decimal("8.3308"), Decimal("8.8462")),)
COLUMNS = ((Decimal(83308), Decimal(88462)), (Decimal(88462), Decimal(83308)))


def _drawn(change: Callable[[Drawn], Drawn]) -> tuple[Drawn, ...]:
    first = Drawn(("新收案件", "审结案件"), TWO, TWO)
    return change(first), Drawn(("甲", "乙"), COLUMNS, COLUMNS)


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (lambda d: d, 0),  # all in 万: one power of ten for the whole chart
        (lambda d: replace(d, workbook=()), 1),
        (lambda d: replace(d, series=d.series[::-1] + d.series, workbook=d.series[::-1] + d.series), 1),
        (lambda d: replace(d, series=((Decimal("8.3308"), Decimal("88.462")),)), 2),
        (lambda d: replace(d, series=((Decimal("-8.3308"), Decimal("8.8462")),)), 2),
    ],
    ids=["scaled", "no workbook", "a series too many", "one value scaled", "a sign"],
)
def test_a_chart_may_scale_its_values_only_together(change: Callable[[Drawn], Drawn], faults: int) -> None:
    assert len(redrawn(edition("zh"), _drawn(change))) == faults


def test_a_chart_that_is_not_there_is_missed() -> None:
    (found,) = redrawn(edition("zh"), ())
    assert found.code == "readback/chart"
