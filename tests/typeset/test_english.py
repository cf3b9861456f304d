"""English lines keep the rules of Chicago."""

import re
from itertools import pairwise

import pytest
from tests.typeset.demerits import width_of
from tests.typeset.setting import TABLE, lines, texts

from reportpub.typeset.lines import Piece, Setting

PROSE = (
    "Courts across the province took in 83,308 new intellectual property cases, down 8.54% year on year, "
    "and awarded RMB 10 million in punitive damages under Section III of the outline; see Table 3.1 and "
    "Figure 3.1, or No. 5 of the series. The follow-up campaign of 2021–2035, led by J. K. Wong and others "
    "in Guangdong-Macao cooperation, returned 1.5 billion yuan to well-known trademark owners and/or "
    "licensees (广东省高级人民法院) throughout the Greater Bay Area."
)
TOGETHER = (
    "RMB 10 million",
    "Section III",
    "Table 3.1",
    "Figure 3.1",
    "No. 5",
    "J. K. Wong",
    "1.5 billion",
    "83,308",
)


IN_FULL = {"RMB 10 million": "10", "1.5 billion": "1.5"}
"""A number, its currency and the word it counts are parted where a justified line would be loose else."""
NARROW = 20
"""em; in a justified line as narrow as this some spaces would be wider than 0.62 em else."""


@pytest.mark.parametrize(
    ("measure", "setting"),
    [(m, s) for s in Setting for m in range(16, 45) if m >= NARROW or s is not Setting.JUSTIFIED],
)
def test_what_belongs_together_stays_on_one_line(measure: int, setting: Setting) -> None:
    found, loosely = "\n".join(texts(PROSE, "en", measure, setting)), {}
    if setting is Setting.JUSTIFIED:
        # Rather than in a loose line, such a word is hyphened: Sec-tion III.
        found, loosely = found.replace("-\n", ""), IN_FULL
    assert not [words for words in TOGETHER if loosely.get(words, words) not in found]


@pytest.mark.parametrize("measure", range(12, 45))
def test_at_most_two_lines_in_a_row_end_in_a_hyphen(measure: int) -> None:
    ends = "".join(text[-1] for text in texts(PROSE, "en", measure))
    assert "---" not in ends


@pytest.mark.parametrize("measure", range(12, 45))
def test_hyphenated_words_keep_two_letters_before_and_three_after(measure: int) -> None:
    found = texts(PROSE, "en", measure)
    for above, below in pairwise(found):
        if above.endswith("-"):
            assert re.search("[A-Za-z]{2}-$", above)
            assert re.match("[A-Za-z]{3}|up", below)


@pytest.mark.parametrize("measure", range(14, 45))
def test_the_last_line_is_no_scrap(measure: int) -> None:
    assert len(texts(PROSE, "en", measure)[-1]) > 4


@pytest.mark.parametrize("measure", range(20, 45))
def test_every_line_but_the_last_fills_the_measure(measure: int) -> None:
    found = lines(PROSE, "en", measure, indent=1)
    assert width_of(found[0], TABLE) == pytest.approx(measure - 1, abs=0.001)
    for line in found[1:-1]:
        assert width_of(line, TABLE) == pytest.approx(measure, abs=0.001)


@pytest.mark.parametrize("measure", range(8, 45))
def test_ragged_text_is_hyphenated_only_where_a_line_would_be_shorter_than_four_fifths(measure: int) -> None:
    found = texts(PROSE, "en", measure, Setting.RAGGED)
    for text in found[:-1]:
        parted = re.search("([A-Za-z]+)-$", text)
        if parted and not re.search("(follow|Macao|well|Guangdong)-$", text):
            without = text[: parted.start()].rstrip()
            assert TABLE.width(0, without, False) < measure * 0.8  # noqa: FBT003


@pytest.mark.parametrize("measure", range(8, 45))
def test_ragged_lines_have_the_space_of_the_face(measure: int) -> None:
    for line in lines(PROSE, "en", measure, Setting.RAGGED):
        squeezed = width_of(line, TABLE) > measure - 0.001
        assert squeezed or {segment.extra for segment in line.segments} == {0}


def test_a_line_may_end_after_a_dash_a_hyphen_and_a_slash() -> None:
    assert texts("alpha–omega", "en", 4) == ["alpha–", "omega"]
    assert texts("follow-up", "en", 3.75) == ["follow-", "up"]
    assert texts("either/or", "en", 4) == ["either/", "or"]


def test_an_address_is_parted_without_a_hyphen() -> None:
    found = texts("See https://example.org/guide/scheduling for it", "en", 8, Setting.RAGGED)
    assert "".join(found).replace(" ", "") == "Seehttps://example.org/guide/schedulingforit"


def test_a_typed_soft_hyphen_is_the_only_place() -> None:
    assert texts("inter\u00adnationalization", "en", 8) == ["inter-", "nationalization"]


def test_a_no_break_space_holds_and_a_zero_width_space_parts() -> None:
    assert texts("alpha beta\u00a0gamma", "en", 6) == ["alpha", "beta\u00a0gamma"]
    assert texts("alphabeta\u200bgammadelta", "en", 6) == ["alphabeta", "gammadelta"]


def test_a_piece_boundary_within_a_word_is_no_place_to_break() -> None:
    found = texts([Piece("the word un", 0), Piece("break", 1), Piece("able", 2)], "en", 7)
    assert found[-1].endswith("unbreakable")


def test_chinese_names_part_between_characters() -> None:
    found = texts("The court (广东省高级人民法院) sat", "en", 7)
    assert not [text for text in found if text.startswith((")", "）")) or text.endswith(("(", "（"))]
