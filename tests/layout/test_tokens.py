"""Tokens are measures and colours by value, and custom properties in style sheets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportpub.inputs import Inputs
from reportpub.layout.layout import load_layout
from reportpub.layout.tokens import Colour, Margins, Size, Tokens

ROOT = Path(__file__).parents[2]
LAYOUTS = sorted(path.parent for path in (ROOT / "layouts").glob("*/page.html.j2"))
BLUE = Colour("blue", (85, 50, 10, 5), "#1A6DA7")
TOKENS = Tokens({"blue": BLUE}, {"zh-body": Size(10.5, 18)}, Margins(32, 34, 28, 26))


def tokens(folder: Path) -> Tokens:
    return load_layout(folder, Inputs(ROOT)).tokens


def test_a_colour_is_inks_for_the_press_and_srgb_for_the_screen() -> None:
    assert BLUE.css == "device-cmyk(0.85 0.5 0.1 0.05)"
    assert BLUE.rgb == (0x1A / 255, 0x6D / 255, 0xA7 / 255)
    assert TOKENS.palette() == {(0.85, 0.5, 0.1, 0.05): BLUE.rgb}


def test_tokens_are_custom_properties_with_their_units() -> None:
    said = TOKENS.css()
    assert re.findall(r"--([\w-]+): ([^;]+);", said) == [
        ("blue", "device-cmyk(0.85 0.5 0.1 0.05)"),
        ("zh-body", "10.5pt"),
        ("zh-body-leading", "18pt"),
    ]


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda folder: folder.name)
def test_no_two_colours_are_the_same_inks(folder: Path) -> None:
    colours = tokens(folder).colours
    assert len(tokens(folder).palette()) == len(colours), "the screen file could not tell them apart"


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda folder: folder.name)
def test_every_colour_can_be_printed(folder: Path) -> None:
    for colour in tokens(folder).colours.values():
        assert all(0 <= ink <= 100 for ink in colour.cmyk)
        assert sum(colour.cmyk) <= 300, "the limit of coated sheet-fed offset (GWG 2022)"
        assert re.fullmatch("#[0-9A-F]{6}", colour.srgb)
        assert all(0 <= part <= 1 for part in colour.rgb)


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda folder: folder.name)
def test_leading_leaves_room_for_the_type(folder: Path) -> None:
    for name, size in tokens(folder).type.items():
        assert size.size >= 6, name
        # The submission version has every line on the 22 of GB/T 9704-2012, small type too.
        assert 1.15 <= size.leading / size.size <= (2 if folder.name != "gongwen" else 2.2), name


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda folder: folder.name)
def test_text_keeps_away_from_the_cut_and_from_the_spine(folder: Path) -> None:
    margins = tokens(folder).margins
    assert min(margins.top, margins.bottom, margins.outer) >= 10
    assert margins.inner >= 15
