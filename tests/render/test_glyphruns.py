"""Composed lines within the engine: text, places, pages, notes and tags."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from reportpub.findings import Severity, ToolError
from reportpub.inputs import Inputs
from reportpub.render.glyph_documents import ComposingFonts
from reportpub.render.glyph_engine import ENGINE, RELIED_ON, refuse_strangers
from reportpub.render.glyphruns import REASONS, Uncomposed, findings
from reportpub.render.pdf import LaidOut, lay_out

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "fonts"
STYLE = f"""
@font-face {{ font-family: "RP Song"; src: url({(FONTS / "RPSong-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: "RP Serif"; src: url({(FONTS / "RPSerif-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: "RP Serif Zh"; src: url({(FONTS / "RPSerif-Regular.ttf").as_uri()});
  unicode-range: U+0020-007E }}
@page {{ size: 100mm 60mm; margin: 10mm }}
html {{ font: 10pt/18pt "RP Serif Zh", "RP Song" }}
[lang=en] {{ font-family: "RP Serif" }}
p {{ margin: 0; text-align: justify; orphans: 2; widows: 2 }}
.note {{ float: footnote; footnote-display: block }}
.note::footnote-call {{ content: "1"; font-size: .65em; vertical-align: .45em; padding: 0 .1em }}
li::before {{ content: "•"; display: inline-block; width: 1.2em; text-indent: 0 }}
ul {{ list-style: none; padding: 0 }} li {{ padding-left: 1.2em; text-indent: -1.2em }}
"""
CHINESE = (
    "2024年，全省法院新收知识产权案件83308件，比上年增长8.54%；“白云山”商标案入选50件典型案例（见表1-1）。"
)
ENGLISH = "In 2024, courts across the province accepted 83,308 new intellectual property cases, up by 8.54%. "


def laid_out(body: str, style: str = "", fonts: ComposingFonts | None = None) -> LaidOut:
    """Return a small document laid out with composed lines."""
    html = (
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>报告</title>'
        f"<style>{STYLE}{style}</style></head><body>{body}</body></html>"
    )
    return lay_out(html, FONTS, Inputs(ROOT, ROOT), fonts=fonts)


def read(data: bytes) -> str:
    """Return the text of a PDF without the ends of its lines."""
    document = pypdfium2.PdfDocument(data)
    pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    document.close()
    return re.sub("[\r\n]", "", "".join(pages))


def test_an_engine_of_another_version_is_refused() -> None:
    with pytest.raises(ToolError, match=re.escape(f"70.1, not {ENGINE}")):
        refuse_strangers("70.1", RELIED_ON)


def test_a_changed_function_of_the_engine_is_named() -> None:
    changed = {**RELIED_ON, "draw.draw_text": (RELIED_ON["draw.draw_text"][0], "0" * 16)}
    with pytest.raises(ToolError) as caught:
        refuse_strangers(ENGINE, changed)
    assert [found.code for found in caught.value.findings] == ["render/engine-changed"]
    assert "draw.draw_text" in caught.value.findings[0].message


def test_the_engine_is_the_one_this_was_written_for() -> None:
    refuse_strangers(ENGINE, RELIED_ON)


def test_texts_set_before_with_the_same_faces_change_no_byte() -> None:
    # Both kinds of space are one glyph; marks of both scripts come from more than one face.
    before = f'<p data-set="text">{CHINESE}1\u00a02—3…“甲”</p><p data-set="text" lang="en">a\u00a0b—“c”…</p>'
    body = f'<p data-set="text">{CHINESE}4 5</p><p data-set="text" lang="en">{ENGLISH}</p>'
    fonts = ComposingFonts()
    laid_out(before, fonts=fonts)
    assert laid_out(body, fonts=fonts).raw == laid_out(body).raw


def test_chinese_with_latin_is_read_back_without_a_false_space() -> None:
    document = laid_out(f'<p data-set="text">{CHINESE * 3}</p>')
    assert not document.fallbacks
    assert read(document.raw) == CHINESE * 3


def test_english_words_that_end_a_line_are_read_apart() -> None:
    document = laid_out(f'<p lang="en" data-set="text">{ENGLISH * 4}</p>')
    assert not document.fallbacks
    said = read(document.raw).replace("\x02", "").replace("\ufffe", "").replace("-", "")
    assert said.split() == (ENGLISH * 4).split()


def test_inline_markup_notes_and_bullets_are_composed() -> None:
    body = (
        f'<ul><li data-set="text">{CHINESE}</li></ul><p data-set="text">'
        f'<b>导言。</b>{CHINESE}<span class="note" data-set="text">数据来自法院。</span>见'
        f'<a href="https://example.org/">网站</a>。</p>'
    )
    document = laid_out(body)
    assert not document.fallbacks
    data = document.raw
    said = read(data)
    for words in ("导言。2024年", "典型案例（见表1-1）。", "数据来自法院。", "网站", "•"):
        assert words in said
    with pikepdf.open(BytesIO(data)) as pdf:
        assert any("/Annots" in page.obj for page in pdf.pages)


def test_a_paragraph_goes_on_over_pages_without_losing_a_character() -> None:
    document = laid_out(f'<p data-set="text">{CHINESE * 12}</p>')
    assert document.pages > 2
    assert read(document.raw) == CHINESE * 12


def test_pages_of_different_widths_lose_nothing() -> None:
    document = laid_out(f'<p data-set="text">{CHINESE * 12}</p>', "@page :left { margin: 10mm 20mm }")
    assert read(document.raw) == CHINESE * 12


def test_a_document_is_the_same_to_the_byte_twice() -> None:
    body = f'<p data-set="text">{CHINESE * 3}</p><p lang="en" data-set="text">{ENGLISH * 3}</p>'
    assert laid_out(body).raw == laid_out(body).raw


def test_faces_and_lines_of_an_earlier_pass_change_no_byte() -> None:
    body = f'<p data-set="text">{CHINESE * 3}</p><p lang="en" data-set="text">{ENGLISH * 3}</p>'
    alone = laid_out(body).raw
    fonts = ComposingFonts()
    broken = laid_out(
        f'<p data-set="text">上<br>下</p><p data-set="text">{ENGLISH}{CHINESE}</p>', fonts=fonts
    )
    assert broken.fallbacks
    again = laid_out(body, fonts=fonts)
    assert (again.raw, again.fallbacks) == (alone, {})
    assert laid_out(body, "@page { margin: 5mm }", fonts=fonts).raw != alone
    assert laid_out(body, fonts=fonts).raw == alone


def test_what_cannot_be_composed_is_left_to_the_engine_and_named() -> None:
    document = laid_out('<div id="here"><p data-set="text">上<br>下</p></div>')
    assert document.uncomposed == (Uncomposed("here", "line break of its own"),)
    assert document.fallbacks == {"line break of its own": 1}
    assert read(document.raw) == "上下"


def test_only_a_foreseen_reason_is_no_error() -> None:
    foreseen = findings(Uncomposed("a", reason) for reason in REASONS)
    assert {found.severity for found in foreseen} == {Severity.WARNING}
    (fault,) = findings([Uncomposed("a", "float beside")])
    assert fault.severity is Severity.ERROR
