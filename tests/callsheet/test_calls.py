"""Which figures the sheet lists, in which order, with which words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.callsheet.book import sheet, told
from tests.small_report import change, copied

from reportpub.callsheet.calls import Call, Mention
from reportpub.callsheet.places import places
from reportpub.model.text import Lang

EXPECTED = Path(__file__).with_name("expected.txt")


def test_every_figure_is_called_once_in_reading_order_with_its_words() -> None:
    assert [told(line) for line in sheet().lines] == EXPECTED.read_text("utf-8").splitlines()


def test_a_figure_that_one_language_leaves_out_is_called_all_the_same(tmp_path: Path) -> None:
    project = copied(tmp_path / "book")
    change(project, "chapters/01-courts.yaml", "received {cases.received} new cases", "received new cases")
    lines = [line for line in sheet(project).lines if line.block == "courts-intake"]
    assert [(line.fact, line.zh is None, line.en is None) for line in lines] == [
        ("cases.received", False, True),
        ("cases.received.yoy", False, False),
    ]


def test_labels_and_periods_of_facts_are_no_figures() -> None:
    assert not [line for line in sheet().lines if line.zh and line.zh.words == "审结案件"]


def _call(words: str, before: str = "", after: str = "", head: tuple[str, ...] = ()) -> Call:
    said = {Lang.ZH: Mention(words, before, after, head)}
    return Call(chapter="c", block="b", fact="f", said=said)


@pytest.mark.parametrize(
    ("call", "found"),
    [
        (_call("12件", "全省法院审结", "，同比上升"), 1),  # torn by a line end
        (_call("12件", "全省法院受理", "，环比上升"), None),  # the words are there, what stands around is not
        (_call("8", head=("受理", "2024年")), 2),
        (_call("9", head=("受理", "2024年")), None),
        (_call("三成", "占比超过", "的案件"), 0),  # a page ends within it
    ],
)
def test_a_figure_is_found_by_what_stands_around_it(call: Call, found: int | None) -> None:
    pages = ("12件在封面\n占比超过三成", "的案件全省法院审\n结12件，同比\n上升", "2024年\n受理 8")
    assert places((call,), pages, Lang.ZH) == (found,)


def test_pages_only_go_forward() -> None:
    again = (_call("8", "共", "件。"), _call("7", "又", "件。"), _call("8", "共", "件。"))
    assert places(again, ("共8件。", "又7件。", "", "共8件。"), Lang.ZH) == (0, 1, 3)
