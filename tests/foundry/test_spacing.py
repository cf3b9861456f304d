"""Chinese punctuation gives up its empty half, in Song and in Hei."""

from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FACES = pytest.mark.parametrize("file", ["RPSong-Regular", "RPSong-Bold", "RPHei-Regular", "RPHei-Bold"])


def width(file: str, text: str, **features: bool) -> int:
    """Return the advance of a text in thousandths of an em."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / f"{file}.ttf"))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.script, buffer.language = "Hani", "zh-hans"
    hb.shape(font, buffer, features)
    return sum(position.x_advance for position in buffer.glyph_positions)


@FACES
@pytest.mark.parametrize("mark", list("，。、；：？！（）《》〈〉「」“”‘’【】"))
def test_halt_halves_a_mark(file: str, mark: str) -> None:
    assert (width(file, mark), width(file, mark, halt=True)) == (1000, 500)


@FACES
@pytest.mark.parametrize("pair", ["》《", "，“", "）、", "。”", "）》"])
def test_chws_takes_half_an_em_from_marks_that_meet(file: str, pair: str) -> None:
    assert width(file, pair, chws=True) == 1500


@FACES
def test_the_dash_is_two_em_long(file: str) -> None:
    assert width(file, "——") == 2000
