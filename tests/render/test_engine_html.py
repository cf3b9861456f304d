"""The engine is given a tree and fewer defaults; what it lays out is what it would have laid out anyway."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import weasyprint
from tests.bench.measured import html_of
from tests.render.test_glyphruns import CHINESE, ENGLISH, STYLE

from reportpub.inputs import Inputs
from reportpub.render import pdf
from reportpub.render.engine_html import parsed

ROOT = Path(__file__).parents[2]
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
    ours = pdf.lay_out(HTML, FONTS, Inputs(ROOT, ROOT)).raw_screen(b"x")

    def engines_own(html: str, base_url: str, url_fetcher: object) -> object:
        return weasyprint.HTML(string=html, base_url=base_url, url_fetcher=url_fetcher)

    monkeypatch.setattr(pdf, "EngineHtml", engines_own)
    assert pdf.lay_out(HTML, FONTS, Inputs(ROOT, ROOT)).raw_screen(b"x") == ours


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
