"""What no press takes is found where it stands in a layout; our own layouts are clean."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportpub.findings import ToolError
from reportpub.inputs import Inputs
from reportpub.layout.layout import find_layout, home, load_layout
from reportpub.layout.lint import lint_css, lint_markup

ROOT = Path(__file__).parents[2]
CASES = {
    "p { color: #c00 }": "layout/colour",
    "p { color: rgb(190 20 40) }": "layout/colour",
    "p { background: hsl(20 50% 40%) }": "layout/colour",
    "p { border-top: 1pt solid oklch(0.6 0.1 30) }": "layout/colour",
    "p { border: 1pt solid red }": "layout/colour",
    ":root { --mine: navy }": "layout/colour",
    "p { background: linear-gradient(var(--red), var(--navy)) }": "layout/gradient",
    "p { background-image: repeating-radial-gradient(var(--red), var(--navy)) }": "layout/gradient",
    "p { box-shadow: 1mm 1mm 2mm var(--grey) }": "layout/shadow",
    "p { border-style: groove }": "layout/border",
    "p { border: 2pt outset var(--grey) }": "layout/border",
    "p { opacity: .5 }": "layout/transparency",
    "p { color: device-cmyk(0 0 0 1 / .5) }": "layout/transparency",
    "p { mix-blend-mode: multiply }": "layout/transparency",
    "@page { marks: crop }": "layout/marks",
}
CLEAN = """
/* #c00 in a comment, red too */
a#main:first-child, h1.red { color: var(--red); background: url("red.png") no-repeat; }
p::before { content: "red #fff"; color: device-cmyk(0 0 0 1); }
.navy { color: inherit; border: .25pt solid currentcolor; box-shadow: 1mm 1mm 0 var(--grey); }
@page { marks: none; @top-left { content: string(red); color: transparent } }
@media print { .orange > b { opacity: 1; border-style: none } }
"""


@pytest.mark.parametrize("rule", CASES)
def test_what_no_press_takes_is_found(rule: str) -> None:
    (found,) = lint_css("\n  " + rule, "layouts/mine/print.css")
    assert found.code == CASES[rule]
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("layouts/mine/print.css", 2)
    assert found.hint


def test_the_column_is_where_the_colour_stands() -> None:
    (found,) = lint_css("p { margin: 0; color: #c00 }", "print.css")
    assert str(found.span) == "print.css:1:23"


def test_a_clean_sheet_has_no_findings() -> None:
    assert [str(one) for one in lint_css(CLEAN, "print.css")] == []


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ('<p style="color: #c00">{{ title }}</p>', "layout/colour"),
        ('<path d="M0 0" fill="red"/>', "layout/colour"),
        ("<hr>", "layout/element"),
        ("<fieldset></fieldset>", "layout/element"),
        ('<linearGradient id="g"></linearGradient>', "layout/element"),
    ],
)
def test_wrappers_and_drawings_are_looked_at_too(markup: str, code: str) -> None:
    assert [one.code for one in lint_markup(markup, "page.html.j2")] == [code]


def test_a_clean_wrapper_has_no_findings() -> None:
    markup = '<p style="top: {{ top }}mm; color: var(--red)">red</p><path fill="none" stroke="var(--red)">'
    assert [*lint_markup(markup, "page.html.j2")] == []


def test_everything_in_a_layout_is_told_at_once(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "layouts" / "single", tmp_path / "layouts" / "mine")
    own = tmp_path / "layouts" / "mine"
    (own / "print.css").write_text("p { color: #c00 }\nb { opacity: .5 }\n", "utf-8")
    folder = find_layout("mine", tmp_path)
    assert folder is not None
    with pytest.raises(ToolError) as refused:
        load_layout(folder, Inputs(tmp_path, home()))
    assert [str(one.span) for one in refused.value.findings] == [
        "layouts/mine/print.css:1:12",
        "layouts/mine/print.css:2:14",
    ]


@pytest.mark.parametrize("folder", sorted(p.name for p in (ROOT / "layouts").iterdir() if p.name != "base"))
def test_our_layouts_are_clean(folder: str) -> None:
    load_layout(ROOT / "layouts" / folder, Inputs(ROOT))
