"""The style sheets name only tokens that exist, and nothing a press or an archive would refuse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportpub.findings import Span
from reportpub.inputs import Inputs
from reportpub.layout.fonts import load_faces
from reportpub.layout.layout import load_layout
from reportpub.layout.stylesheet import LATIN_IN_CHINESE, font_faces, style_sheets
from reportpub.model.job import Bleed, Job

ROOT = Path(__file__).parents[2]
LAYOUTS = sorted(path.parent for path in (ROOT / "layouts").glob("*/page.html.j2"))
WRITTEN = sorted(path for kind in ("css", "j2", "svg") for path in (ROOT / "layouts").rglob(f"*.{kind}"))
FACES = load_faces(ROOT / "fonts")

REFUSED = {
    "a colour that is no token": r"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)|\b(?:rgba?|hsla?|hwb|\w*lab|\w*lch)\(",
    "a colour by name": r"(?:color|background|border[\w-]*|fill|stroke)\s*:[^;}]*"
    r"\b(?:black|white|red|blue|green|grey|gray|navy|silver|orange)\b",
    "a gradient": r"gradient",
    "a shadow": r"shadow",
    "transparency": r"opacity|mix-blend|\bfilter\b|mask",
    "something from the network": r"https?://(?!www\.w3\.org/)|@import",
}


def css(text: str) -> str:
    """Return style rules without comments and without the custom properties they use."""
    return re.sub(r"var\([^()]*\)", "var()", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT / "layouts").as_posix())
@pytest.mark.parametrize("what", REFUSED)
def test_a_layout_holds_nothing_the_press_would_refuse(path: Path, what: str) -> None:
    assert re.findall(REFUSED[what], css(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda folder: folder.name)
def test_every_token_that_is_used_exists(folder: Path) -> None:
    layout = load_layout(folder, Inputs(ROOT))
    rules = "\n".join(style_sheets(layout, (), Job(span=Span("report.yaml"))))
    defined = set(re.findall(r"(?<![\w-])--([\w-]+)\s*:", rules))
    used = set(re.findall(r"var\(\s*--([\w-]+)", rules + layout.wrapper))
    assert used - defined == set()


def test_inks_written_out_are_those_of_a_token() -> None:
    colours = load_layout(ROOT / "layouts" / "single", Inputs(ROOT)).tokens.colours.values()
    known = {tuple(ink / 100 for ink in colour.cmyk) for colour in colours}
    for path in WRITTEN:
        said = re.findall(r"device-cmyk\(([^()]*)\)", css(path.read_text(encoding="utf-8")))
        assert {tuple(map(float, inks.split())) for inks in said} <= known, path


@pytest.mark.parametrize("folder", LAYOUTS, ids=lambda folder: folder.name)
def test_only_our_families_are_asked_for(folder: Path) -> None:
    layout = load_layout(folder, Inputs(ROOT))
    rules = css("\n".join(layout.css))
    asked = {
        name.strip() for said in re.findall(r"font-family:\s*([^;}]+)", rules) for name in said.split(",")
    }
    manifest = (ROOT / "fonts" / "manifest.yaml").read_text(encoding="utf-8")
    names = re.findall(r"family: (.+)", manifest) + re.findall(r'font-family: "([^"]+)"', font_faces(FACES))
    # A layout may ask for faces of the office's own, each with the face of ours that stands in for it.
    settings = (folder / "layout.yaml").read_text(encoding="utf-8")
    names += re.findall(r"^  (RP \w+): \{.*substitute: RP \w+\}", settings, re.MULTILINE)
    assert asked - {f'"{name}"' for name in names} - {"inherit", "var()"} == set()


def test_each_latin_face_stands_a_second_time_for_use_within_chinese() -> None:
    rules = font_faces(FACES)
    latin = [face for face in FACES if face.family in {"RP Serif", "RP Sans"}]
    assert latin
    assert rules.count("@font-face") == len(FACES) + len(latin)
    assert rules.count(LATIN_IN_CHINESE) == len(latin)


def test_chinese_marks_are_not_taken_from_latin_faces() -> None:
    ranges = [part.strip().removeprefix("U+").split("-") for part in LATIN_IN_CHINESE.split(",")]
    taken = {code for ends in ranges for code in range(int(ends[0], 16), int(ends[-1], 16) + 1)}
    assert {ord(mark) for mark in "·—‘’“”…"}.isdisjoint(taken)
    assert {ord(mark) for mark in "aZ09%–−é"} <= taken


def test_the_page_is_the_one_of_the_job_with_its_margins_mirrored() -> None:
    layout = load_layout(ROOT / "layouts" / "single", Inputs(ROOT))
    job = Job(trim=(170.5, 240.0), bleed=Bleed(top=5, right=5, bottom=5, left=5), span=Span("report.yaml"))
    _, _, page, *_ = style_sheets(layout, FACES, job)
    m = layout.tokens.margins
    assert "size: 170.5mm 240mm; bleed: 5mm; marks: none;" in page
    assert f":left {{ margin: {m.top:g}mm {m.inner:g}mm {m.bottom:g}mm {m.outer:g}mm; }}" in page
    assert f":right {{ margin: {m.top:g}mm {m.outer:g}mm {m.bottom:g}mm {m.inner:g}mm; }}" in page
