"""A drawing becomes a PNG of its size, the same to the byte each time."""

from __future__ import annotations

import io

import pytest
import weasyprint
from PIL import Image
from tests.render.charts.drawn import COLOURS, LANGUAGES, lone, point
from tests.render.charts.faces import MEASURE, face_rules

from reportpub.model.blocks import ChartKind
from reportpub.render.charts.drawing import Drawing, draw
from reportpub.render.charts.picture import OVERHANG, png


def typeset(html: str) -> bytes:
    pdf = weasyprint.HTML(string=html).write_pdf()
    assert isinstance(pdf, bytes)
    return pdf


@pytest.fixture(scope="module")
def made() -> Drawing:
    what = lone(point("商标注册", "Trademarks registered", "824500", ("82.45万", "824,500")))
    colours = COLOURS | {"navy": "#08395f"}
    return draw(ChartKind.BAR, what, LANGUAGES["both"], "图", colours, 200, MEASURE)


def test_the_picture_has_the_drawing_with_its_overhang_and_says_its_resolution(made: Drawing) -> None:
    image = Image.open(io.BytesIO(png(made, face_rules(), typeset, dpi=144)))
    assert abs(image.width - (made.width + 2 * OVERHANG) * 2) <= 1
    assert abs(image.height - (made.height + 2 * OVERHANG) * 2) <= 1
    assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)


def test_the_colours_are_those_of_the_screen(made: Drawing) -> None:
    image = Image.open(io.BytesIO(png(made, face_rules(), typeset, dpi=144))).convert("RGB")
    assert image.getpixel((int(made.width), image.height // 2)) == (0x08, 0x39, 0x5F)


def test_the_same_drawing_has_the_same_bytes_and_no_time(made: Drawing) -> None:
    first, second = (png(made, face_rules(), typeset, dpi=100) for _ in range(2))
    assert first == second
    assert b"tIME" not in first
