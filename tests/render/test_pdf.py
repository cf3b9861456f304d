"""Layout is shut in: no system font, no network, no file outside; what the engine only logs is a finding."""

from __future__ import annotations

import logging
import os
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reportpub.findings import ToolError
from reportpub.inputs import Inputs
from reportpub.programs import run
from reportpub.render.pdf import lay_out, set_once

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
RULES = "".join(
    f'@font-face {{ font-family: "{family}"; src: url("{(FONTS / file).as_uri()}") }}'
    for family, file in (("RP Serif", "RPSerif-Regular.ttf"), ("RP Song", "RPSong-Regular.ttf"))
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    Image.new("L", (4, 4)).save(tmp_path / "secret.png")
    Image.new("L", (4, 4)).save(tmp_path / "project" / "中文 名.png")
    (tmp_path / "project" / "broken.png").write_bytes(b"no picture")
    (tmp_path / "project" / "link.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "project" / "words.html").write_text("<p>words</p>", encoding="utf-8")
    return tmp_path / "project"


def document(body: str, rules: str = RULES) -> str:
    style = f'{rules} body {{ font-family: "RP Serif", "RP Song" }}'
    head = f'<meta charset="utf-8"><title>A title</title><style>{style}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def findings(html: str, project: Path) -> list[tuple[str, str]]:
    """Return what stands in the way of a layout, up to the drawn pages."""
    with pytest.raises(ToolError) as raised:
        assert lay_out(html, project, Inputs(project, FONTS)).raw
    assert raised.value.exit_code == 2
    return [(f.code, f.message) for f in raised.value.findings]


def fonts(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        named = [one.get("/FontName") for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        return {str(name).split("+")[-1] for name in named if name is not None}


@pytest.mark.parametrize("family", ["sans-serif", "DejaVu Sans", "Liberation Serif", "Noto Serif CJK SC"])
def test_a_family_of_the_system_is_not_found(project: Path, family: str) -> None:
    html = document(f'<p style="font-family: {family}">Words 文字</p>')
    assert fonts(set_once(html, project, Inputs(project, FONTS))) <= {"RP-Serif", "RP-Song"}


def test_a_fontconfig_of_the_user_does_not_reach_a_page(project: Path) -> None:
    configuration = project / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{project / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    (project / "page.html").write_text(
        document('<p style="font-family: RP Sans">Words</p>'), encoding="utf-8"
    )
    code = (
        "import sys; from pathlib import Path; from reportpub.inputs import Inputs;"
        "from reportpub.render.pdf import set_once; html, fonts = map(Path, sys.argv[1:]);"
        "sys.stdout.buffer.write(set_once(html.read_text('utf-8'), html.parent, Inputs(fonts)))"
    )
    done = run(
        Path(sys.executable),
        ["-W", "error", "-c", code, str(project / "page.html"), str(FONTS)],
        cwd=project,
        timeout=60,
        env={**os.environ, "FONTCONFIG_FILE": str(configuration)},  # noqa: TID251  what a user might set
    )
    assert done.ok, done.complaint
    assert done.stderr == b""
    assert fonts(done.stdout) == {"RP-Serif"}


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "file://server/share/a.png",
        "data:text/html,words",
        "data:image/png;base64,iVBORw0KGgo=",
        "words.html",
        "/etc/passwd",
    ],
)
def test_an_address_that_is_no_picture_of_the_project_is_refused(project: Path, address: str) -> None:
    ((code, message),) = findings(document(f'<img src="{address}" alt="x">'), project)
    assert code == "render/address"
    assert message.startswith("a layout must not fetch ")


@pytest.mark.parametrize(
    "rule", ["@import url('http://example.org/a.css');", "@import 'https://a.example/';"]
)
def test_a_style_sheet_from_elsewhere_is_refused(project: Path, rule: str) -> None:
    ((code, _),) = findings(document("<p>x</p>", rule + RULES), project)
    assert code == "render/address"


@pytest.mark.parametrize("address", ["../secret.png", "link.png", "/usr/share/pixmaps/a.png"])
def test_a_picture_outside_the_project_is_refused(project: Path, address: str) -> None:
    ((code, _),) = findings(document(f'<img src="{address}" alt="x">'), project)
    assert code == "inputs/outside"


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ('<img src="absent.png" alt="x">', "inputs/missing", "absent.png"),
        ('<img src="broken.png" alt="x">', "render/engine", "broken.png"),
        ("<p>one 𰻞</p>", "render/engine", "U+30EDE"),
        ('<p style="colour: red">x</p>', "render/engine", "colour"),
        ('<p id="a">x</p><p id="a">y</p>', "render/engine", "'a'"),
        ('<a href="#nowhere">x</a>', "render/engine", "nowhere"),
        ('<img src="中文 名.png">', "render/engine", "alt"),
    ],
)
def test_what_the_engine_only_logs_is_a_finding(project: Path, body: str, code: str, said: str) -> None:
    found = findings(document(body), project)
    assert found[0][0] == code
    assert said in found[0][1]


def test_all_complaints_are_collected(project: Path) -> None:
    found = findings(
        document('<p style="colour: red; with: 3mm">x</p><p id="a">x</p><p id="a">y</p>'), project
    )
    assert [any(word in said for _, said in found) for word in ("colour", "with", "'a'")] == [True] * 3


def test_a_face_that_cannot_be_read_is_a_finding(project: Path) -> None:
    (project / "face.ttf").write_bytes(b"no face")
    rule = f'@font-face {{ font-family: "Odd"; src: url("{(project / "face.ttf").as_uri()}") }}'
    ((code, message),) = findings(document("<p>x</p>", RULES + rule), project)
    assert (code, "Odd" in message or "odd" in message) == ("render/engine", True)


def test_every_file_that_was_read_is_recorded(project: Path) -> None:
    inputs = Inputs(project, FONTS)
    lay_out(document('<p>x</p><img src="中文 名.png" alt="x">'), project, inputs)
    assert {path.name for path in inputs.reads} == {
        "RPSerif-Regular.ttf",
        "RPSong-Regular.ttf",
        "中文 名.png",
    }


def test_listening_ends_with_the_layout(project: Path) -> None:
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    before = [list(logger.handlers) for logger in loggers]
    findings(document('<img src="absent.png" alt="x">'), project)
    assert [list(logger.handlers) for logger in loggers] == before


def test_one_layout_gives_both_files_and_counts_its_pages(project: Path) -> None:
    laid_out = lay_out(
        document('<h1>One</h1><h1 style="break-before: page">Two</h1>'), project, Inputs(FONTS)
    )
    assert laid_out.pages == 2
    with pikepdf.open(BytesIO(laid_out.raw)) as pdf:
        assert len(pdf.pages) == 2
    assert laid_out.raw is laid_out.raw


def test_a_silenced_logger_is_heard(project: Path) -> None:
    """A library that silences all loggers it does not know must not make us deaf to a lost picture."""
    logging.getLogger("weasyprint").disabled = True

    assert findings(document('<img src="broken.png" alt="x">'), project)
