"""The facing edition of the report, seen in its finished files alone: in step, and not too long."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from tests.report.finished import Finished, edition

from reportpub.checks.readback import pdf_pages, squeeze
from reportpub.edition.edition import ShownChapter
from reportpub.model.blocks import Heading, Paragraph
from reportpub.model.report import Target
from reportpub.model.text import Shown, plain

HEAD = 14
"""Letters that tell where a paragraph begins or ends."""


def test_every_paragraph_begins_and_ends_on_the_same_spread_in_both_languages(finished: Finished) -> None:
    pages = tuple(map(squeeze, pdf_pages(finished.file("facing", Target.PRINT).data)))
    left, right = edition("facing").parts
    # What stands in the contents is no beginning of a block.
    begins = next(at for at in range(4, len(pages)) if "导言" in pages[at])
    seen = 0
    for one, other in zip(_texts(left.chapters), _texts(right.chapters), strict=True):
        for words in zip(one, other, strict=True):
            spreads = [
                {(at + 1) // 2 for at in range(begins + side, len(pages), 2) if said in pages[at]}
                for side, said in enumerate(words)
            ]
            if len(spreads[0]) == len(spreads[1]) == 1:
                assert spreads[0] == spreads[1], words
                seen += 1
    assert seen > 150


def test_facing_pages_are_hardly_longer_than_two_books(finished: Finished) -> None:
    count = {name: len(pdf_pages(finished.file(name, Target.PRINT).data)) for name in ("facing", "en", "zh")}
    assert count["facing"] <= 1.15 * 2 * max(count["en"], count["zh"])
    assert len(pdf_pages(finished.file("facing", Target.SCREEN).data)) % 2 == 1, "the cover and whole spreads"


def test_left_pages_are_chinese_and_right_pages_english(finished: Finished) -> None:
    pages = pdf_pages(finished.file("facing", Target.SCREEN).data)
    for at, page in enumerate(pages[3:], start=4):
        han = sum("\u4e00" <= letter <= "\u9fff" for letter in page)
        assert (han > len(page) / 3) == (at % 2 == 0), at


def test_the_screen_file_opens_two_pages_at_a_time_with_the_cover_alone(finished: Finished) -> None:
    with pikepdf.open(BytesIO(finished.file("facing", Target.SCREEN).data)) as pdf:
        assert pdf.Root["/PageLayout"] == pikepdf.Name.TwoPageRight
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert any("司法保护" in title and "Judicial protection" in title for title in titles)
    assert len(titles) == len(edition("facing").parts[0].chapters)


def _texts(chapters: tuple[ShownChapter, ...]) -> list[list[str]]:
    """Return the first and last letters of every heading and paragraph."""
    blocks = (block for chapter in chapters for block in chapter.blocks)
    return [_ends(block.text) for block in blocks if isinstance(block, Heading | Paragraph)]


def _ends(text: Shown) -> list[str]:
    (passage,) = text.passages
    words = squeeze(plain(passage.inlines))
    return [words[:HEAD], words[-HEAD:]]
