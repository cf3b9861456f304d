"""Two readers find every paragraph whole and exact: no false space, nothing lost or twice."""

from __future__ import annotations

import pytest
from tests.report.extracted import apart, exact, lines, paragraphs, pdftotext, sides
from tests.report.finished import Finished, edition

from reportpub.checks.readback import pdf_pages, reading_order
from reportpub.model.report import Target

EDITIONS = ("zh", "en", "parallel", "sequential", "facing", "gongwen")


@pytest.mark.parametrize("target", [Target.PRINT, Target.SCREEN])
@pytest.mark.parametrize("name", EDITIONS)
def test_paragraphs_are_read_as_written(name: str, target: Target, finished: Finished) -> None:
    wanted = tuple(paragraphs(edition(name)))
    assert len(wanted) > 150
    file = finished.file(name, target)
    for pages in (pdftotext(finished.path(name, target)), pdf_pages(file.data)):
        read = apart(lines(reading_order(edition(name), pages)), sides(edition(name)))
        assert [one for one in wanted if not exact(one[2], read)] == []


@pytest.mark.parametrize(
    "page",
    [
        "知识产权 API接口。\n",
        "知识产权API 接口。\n",
        "知识产权API接接口。\n",
        "知识产权API接\n",
        "知识产权AP\nI接口。\n",
        "知识产权API-\n接口。\n",
    ],
)
def test_what_is_not_exact_is_seen(page: str) -> None:
    assert exact("知识产权API接口。", lines(("知识产权\nAPI接口。\n",)))
    assert not exact("知识产权API接口。", lines((page,)))


def test_only_hyphens_of_divided_words_are_undone() -> None:
    assert exact("a joint plan", lines(("a joint\nplan\n",)))
    assert exact("protection", lines(("pro\u00ad\ntection\n",)))
    assert not exact("protection", lines(("pro-\ntection\n",)))
    assert not exact("a joint plan", lines(("a jointplan\n",)))
    assert exact("a joint plan", lines(("a joint\n3\n", "head\nplan\n")))
