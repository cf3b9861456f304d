"""Pages as the layout engine leaves them, before they are finished: one page with one of everything."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import weasyprint
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

from reportpub.layout.conditions import Condition
from reportpub.render import tagging
from reportpub.render.finish_print import Press
from reportpub.render.finish_screen import Screen

ROOT = Path(__file__).parents[2]
FACES = frozenset({"RP Serif", "RP Song"})
FONTS = ROOT / "fonts"
PROFILES = ROOT / "layouts" / "base" / "icc"
COATED = PROFILES / "FOGRA39L_coated.icc"
BLEED = 3 * 72 / 25.4
TRIM = (105 * 72 / 25.4, 148 * 72 / 25.4)
"""pt."""

BLUE = (1.0, 0.7, 0.1, 0.3)
TINT = (0.1, 0.05, 0.0, 0.0)
PALETTE = {BLUE: (0.05, 0.2, 0.4), TINT: (0.9, 0.95, 1.0)}

PRESS = Press(
    title="知识产权保护状况",
    author="某某局",
    creator="reportpub",
    date="2025-04-26",
    seed="report/parallel/print",
    condition=Condition(
        name="FOGRA39",
        description="Coated FOGRA39 (ISO 12647-2:2004)",
        profile=COATED.read_bytes(),
    ),
)
SCREEN = Screen(
    title="知识产权保护状况",
    author="某某局",
    creator="reportpub",
    date="2025-04-26",
    seed="report/parallel/screen",
    language="zh-Hans",
    palette=PALETTE,
    profile=(PROFILES / "sRGB.icc").read_bytes(),
)

STYLE = f"""
@color-profile device-cmyk {{ src: url({COATED.as_uri()}); components: c, m, y, k }}
@font-face {{ font-family: "RP Song"; src: url({(FONTS / "RPSong-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: "RP Serif"; src: url({(FONTS / "RPSerif-Regular.ttf").as_uri()}) }}
@page {{ size: 105mm 148mm; margin: 15mm; bleed: 3mm; @bottom-center {{ content: counter(page) }} }}
html {{ font: 10pt/1.5 "RP Serif", "RP Song"; color: device-cmyk(0 0 0 1) }}
h1 {{ font-size: 20pt; font-weight: 400; color: device-cmyk(1 .7 .1 .3); bookmark-level: 1 }}
th {{ font-weight: 400; border-bottom: .5pt solid device-cmyk(0 0 0 1) }}
em {{ font-style: normal }}
a {{ color: inherit; text-decoration: none }}
.panel {{ background: device-cmyk(.1 .05 0 0) }}
.note {{ float: footnote; footnote-display: block }}
.entry {{ display: table }} .entry > a {{ display: table-cell }}
.folio::after {{ content: target-counter(attr(href), page) }}
"""

BODY = """
<div class="contents-part"><div class="entry">
<a href="#courts">司法<em>保护</em></a><a href="#courts" lang="en">The courts</a>
<a class="folio" href="#courts"></a>
</div></div>
<h1 id="courts">司法保护</h1>
<p>全省法院新收案件八万件<span class="note" data-number="1">数据来自法院。</span>，见<a href="https://example.org/">网站</a>。</p>
<p lang="en">Courts across the province received new cases, said the
office of the <span lang="zh-Hans">法院</span>.</p>
<p class="panel">有底色的一段。</p>
<table><tr><th>项目</th><th>件数</th></tr><tr><th scope="row">新收</th><td>12</td></tr></table>
<p><img src="colour.png" alt="彩色的图" width="40"> <img src="grey.png" alt="灰色的图" width="40"></p>
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><title>收案的图表</title>
<rect width="30" height="20" fill="device-cmyk(1 .7 .1 .3)"/>
<text x="20" y="30" text-anchor="middle" font-size="8" fill="device-cmyk(0 0 0 1)">2024</text></svg>
"""


@dataclass(frozen=True, slots=True)
class Raw:
    """The two files the engine writes from one layout."""

    press: bytes
    screen: bytes


@cache
def raw(body: str = BODY, style: str = "") -> Raw:
    """Return a document as the engine writes it, with nothing but the report's faces to be found."""
    return laid_out(body, style)


def laid_out(body: str, style: str) -> Raw:
    """Return a document as the engine writes it now."""
    tagging.install()
    html = (
        f'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>报告</title>'
        f"<style>{STYLE}{style}</style></head><body>{body}</body></html>"
    )
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
        patch.setenv("FONTCONFIG_FILE", str(_fontconfig(Path(folder))))
        Image.new("RGBA", (40, 20), (200, 30, 30, 128)).save(Path(folder) / "colour.png")
        Image.new("RGB", (40, 20), (90, 90, 90)).save(Path(folder) / "grey.png")
        source = weasyprint.HTML(string=html, base_url=Path(folder).as_uri() + "/")
        document = source.render(font_config=FontConfiguration())
        press = document.write_pdf(pdf_variant="pdf/x-4")
        screen = document.write_pdf(pdf_variant="pdf/ua-1")
    return Raw(bytes(press), bytes(screen))


def _fontconfig(folder: Path) -> Path:
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><cachedir>{folder}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return path
