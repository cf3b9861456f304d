"""The engine is given a tree and fewer defaults; what it lays out is what it would have laid out anyway."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pydyf  # type: ignore[import-untyped]
import pytest
import weasyprint
from tests.bench.measured import html_of
from tests.render.test_glyphruns import CHINESE, ENGLISH, STYLE
from weasyprint import css

from reportpub.inputs import Inputs
from reportpub.render import pdf
from reportpub.render.engine import lengths, numbers, styles
from reportpub.render.engine.html import parsed
from reportpub.render.engine.lengths import resolve_percentages

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "fonts"
BODY = f"""<h1 id="top" lang="en">Title</h1>
<ol><li>{CHINESE}</li><li lang="en" id="second">{ENGLISH}</li></ol>
<p style="color: red">{CHINESE}<span class="note" lang="en">{ENGLISH}</span></p>
<p lang="en" style="color: red">{ENGLISH}
<a lang="zh-Hans" href="#top">上</a><a lang="en" href="#top">up</a></p>
<table><thead><tr><th>a &amp; b</th></tr></thead><tbody><tr><td lang="en">c<br/>d</td></tr></tbody></table>
"""
HTML = (
    f'<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"/><title>报告</title><style>{STYLE}'
    f".note::footnote-call {{ content: counter(footnote) }}</style></head><body>{BODY}</body></html>"
)


def test_the_pages_are_those_of_the_engines_own_way_in(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = pdf.lay_out(HTML, FONTS, Inputs(ROOT, ROOT)).raw

    def engines_own(html: str, base_url: str, url_fetcher: object) -> object:
        return weasyprint.HTML(string=html, base_url=base_url, url_fetcher=url_fetcher)

    monkeypatch.setattr(pdf, "EngineHtml", engines_own)
    assert pdf.lay_out(HTML, FONTS, Inputs(ROOT, ROOT)).raw == ours


def test_the_pages_are_those_of_the_engines_own_styles_and_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = pdf.lay_out(HTML, FONTS, Inputs(ROOT, ROOT)).raw
    for kind in (lengths, numbers, styles):
        monkeypatch.setattr(kind, "install", lambda: None)
    monkeypatch.setattr(css, "StyleFor", styles.EngineStyles)
    monkeypatch.setattr(css, "find_style_attributes", styles.engine_attributes)
    monkeypatch.setattr(pydyf, "_to_bytes", numbers.writers_own)
    lengths.put("resolve_percentages", resolve_percentages, lengths.engine_lengths)
    lengths.put("strut", lengths.strut, lengths.engine_strut)
    assert pdf.lay_out(HTML, FONTS, Inputs(ROOT, ROOT)).raw == ours


def content(data: bytes) -> bytes:
    """Return the content of all pages."""
    with pikepdf.open(BytesIO(data)) as read:
        return b"".join(page.obj["/Contents"].read_bytes() for page in read.pages)


def test_several_style_sheets_are_one_in_their_order() -> None:
    rules = ("p { color: #ff0000 }", 'p { color: #00ff00 } /* " */', "p.own { color: #0000ff }")
    apart = "".join(f"<style>{rule}</style>" for rule in rules)
    kept = f'<style media="print">{rules[0]}</style><style>{rules[1]}</style><style>{rules[2]}</style>'
    body = f'{BODY}<p class="own">{ENGLISH}</p>'
    first, second = (
        pdf.lay_out(HTML.replace(BODY, body).replace("</head>", f"{more}</head>"), FONTS, Inputs(ROOT, ROOT))
        for more in (apart, kept)
    )
    assert first.raw == second.raw
    assert b"0 0 1 rg" in content(first.raw)


@pytest.mark.parametrize("side", ["left", "top", "right", "bottom"])
def test_a_dotted_side_is_one_line(side: str) -> None:
    dotted = f'<p style="border-{side}: 1pt dotted #123456">{ENGLISH}</p>'
    data = pdf.lay_out(HTML.replace(BODY, dotted), FONTS, Inputs(ROOT, ROOT)).raw
    with pikepdf.open(BytesIO(data)) as read:
        said = [str(one.operator) for one in pikepdf.parse_content_stream(read.pages[0])]
    assert said.count("S") == 1
    assert "c" not in said


def test_attributes_keep_their_tabs_and_line_ends() -> None:
    root = parsed('<!doctype html><html><p alt="one\ttwo\nthree"\n id="p">four\n\tfive</p></html>')
    assert root is not None
    (paragraph,) = root
    assert (paragraph.attrib, paragraph.text) == ({"alt": "one\ttwo\nthree", "id": "p"}, "four\n\tfive")


@pytest.mark.parametrize("html", ["<p>one<br>two</p>", "<p>&nbsp;</p>", "<p>one<p>two", "<p hidden>one</p>"])
def test_html_that_is_no_xml_is_left_to_the_engine(html: str) -> None:
    document = f"<!doctype html><html><head><style>{STYLE}</style></head><body>{html}</body></html>"
    assert parsed(document) is None
    assert pdf.lay_out(document, FONTS, Inputs(ROOT, ROOT)).pages == 1


def test_entities_cannot_be_declared() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html>&b;</html>'
    assert parsed(bomb) is None


@pytest.mark.parametrize("name", ["zh", "parallel"])
def test_the_html_of_the_report_is_well_formed(name: str) -> None:
    html, _ = html_of(name)
    root = parsed(html)
    assert isinstance(root, ET.Element)
    assert [one.tag for one in root] == ["head", "body"]
