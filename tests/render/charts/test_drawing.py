"""Each kind of chart is drawn the same to the byte, in one language and in two."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.render.charts.drawn import (
    LANGUAGES,
    SVG,
    boxes,
    drawing,
    lone,
    plot,
    point,
    rectangles,
    root,
    shown,
    text,
)

from reportpub.edition.edition import Plot, PlotSeries, Point
from reportpub.model.blocks import ChartKind

CASES = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "cases" / "charts.yaml").read_text(encoding="utf-8")
)
EXPECTED = Path(__file__).resolve().parent / "expected"


def case(name: str) -> tuple[ChartKind, Plot]:
    written = CASES[name]
    series = tuple(
        PlotSeries(
            tuple(
                point(zh, en, value, (said, told), highlighted=at == written["highlight"])
                for at, (zh, en, value, said, told) in enumerate(each["points"])
            ),
            shown(*each["label"]) if "label" in each else None,
        )
        for each in written["series"]
    )
    return ChartKind(written["kind"]), Plot(series)


def some(*values: str) -> tuple[Point, ...]:
    return tuple(point(f"类别{at}", f"Category {at}", v, (v, v)) for at, v in enumerate(values))


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_drawing_is_the_expected_one(name: str, languages: str) -> None:
    kind, what = case(name)
    expected = (EXPECTED / f"{name}-{languages}.svg").read_text(encoding="utf-8")
    assert drawing(kind, what, LANGUAGES[languages]).svg + "\n" == expected


@pytest.mark.parametrize("kind", ChartKind)
def test_the_alternative_text_comes_first_and_is_escaped(kind: ChartKind) -> None:
    top = root(drawing(kind, lone(*some("1", "2"))))
    assert top.attrib["role"] == "img"
    assert top[0].tag == f"{SVG}title"
    assert top[0].text == "图 <1> & more"


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("amounts", [(), ("5",), ("0",), ("0", "0"), ("7", "7", "7"), ("-3", "-5")])
def test_few_equal_and_no_values_can_be_drawn(kind: ChartKind, amounts: tuple[str, ...]) -> None:
    made = drawing(kind, lone(*some(*amounts)))
    assert all(v in text(made) for v in amounts)


def test_a_value_too_small_for_the_scale_keeps_a_hairline_and_nought_has_none() -> None:
    made = drawing(ChartKind.BAR, lone(*some("1000000", "1", "0")))
    assert [width for width, _ in rectangles(made)][1:] == [0.5]


def test_a_negative_bar_lies_left_of_zero() -> None:
    top = root(drawing(ChartKind.BAR, lone(*some("-30", "60"))))
    below, above = top.iter(f"{SVG}rect")
    zero = float(above.attrib["x"])
    assert float(below.attrib["x"]) + float(below.attrib["width"]) == pytest.approx(zero, abs=0.011)


def test_wordings_that_differ_in_separators_are_said_once() -> None:
    made = drawing(ChartKind.BAR, lone(point("甲", "A", "83308", ("83308", "83,308"))))
    assert [box.text for box in boxes(made)] == ["甲", "A", "83308"]


def test_wordings_that_differ_are_both_said() -> None:
    made = drawing(ChartKind.BAR, lone(point("甲", "A", "692600", ("69.26万", "692,600"))))
    assert [box.text for box in boxes(made)] == ["甲", "A", "69.26万", "·", "692,600"]


def test_a_year_is_said_once() -> None:
    made = drawing(ChartKind.LINE, lone(point("2024年", "2024", "1", ("1", "1"))))
    assert [box.text for box in boxes(made)] == ["1", "2024年"]


def test_shares_are_those_of_the_whole() -> None:
    made = drawing(ChartKind.PIE, lone(*some("1433", "9012")))
    assert {"13.7%", "86.3%"} <= {box.text for box in boxes(made)}


def test_a_value_in_per_cent_is_its_own_share() -> None:
    made = drawing(ChartKind.PIE, lone(point("甲", "A", "40", ("40%", "40%"))))
    assert [box.text for box in boxes(made)] == ["甲", "A", "40%"]


def test_columns_without_room_for_their_words_lie_down() -> None:
    long = [point("类别", "Internationalization", str(n), (str(n), str(n))) for n in range(1, 13)]
    assert {height for _, height in rectangles(drawing(ChartKind.COLUMN, lone(*long)))} == {13.0}


def test_several_series_are_told_apart_by_colour_and_name() -> None:
    what = plot(
        PlotSeries(some("1", "2"), shown("案件", "Cases")),
        PlotSeries(some("3", "4"), shown("人数", "People")),
    )
    for kind in (ChartKind.BAR, ChartKind.COLUMN, ChartKind.LINE):
        words = [box.text for box in boxes(drawing(kind, what))]
        assert {"案件", "Cases", "人数", "People"} <= set(words)
