"""styles.xml: every style of the Word file, per language where the languages differ.

The leading language of an edition takes the plain names, so that Word's own styles are the ones in use; a
second language takes the same names with its own mark: `Body Text`, `Body Text EN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reportpub.model.text import Lang
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE
from reportpub.render.docx.scale import SCALES
from reportpub.render.docx.shapes import Shape, character_style, fonts, identifier, paragraph_style
from reportpub.render.docx.table_styles import table_styles
from reportpub.render.docx.text_shapes import paragraph_shapes


def heading(level: int, *, numbered: bool) -> str:
    """Return the plain name of a heading style."""
    return f"heading {level}" if numbered else f"Heading {level} Unnumbered"


def style_name(name: str, lang: Lang, leading: Lang) -> str:
    """Return the name of a style in a language: `Body Text`, or `Body Text EN` beside a leading Chinese."""
    if lang is leading:
        return name
    return f"{name[:1].upper()}{name[1:]} {lang.key.upper()}"


@cache
def style_id(name: str, lang: Lang, leading: Lang) -> str:
    """Return the id of a style in a language, which is its name without spaces."""
    return identifier(style_name(name, lang, leading))


def styles_xml(look: Look, languages: tuple[Lang, ...]) -> str:
    """Return the whole part."""
    leading = languages[0]
    shapes = [*_shared(look)]
    characters = [*_shared_characters(look)]
    for lang in languages:
        shapes += (_in_language(shape, lang, leading) for shape in paragraph_shapes(look, lang))
        characters += _characters(look, lang, leading)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts('text')}/>"
        '<w:kern w:val="2"/><w:sz w:val="21"/>'
        '<w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    body = "".join(paragraph_style(shape, look.kai) for shape in shapes) + "".join(characters)
    return f"{PROLOGUE}<w:styles {NAMESPACES}>{defaults}{body}{table_styles(look)}</w:styles>"


def _in_language(shape: Shape, lang: Lang, leading: Lang) -> Shape:
    """Return a style under its name in a language; a second heading builds on the first."""
    if lang is leading:
        return shape
    built = shape.based if shape.based == "Normal" else style_id(shape.based, lang, leading)
    if shape.name.startswith("heading "):
        built = shape.id
    return replace(
        shape,
        name=style_name(shape.name, lang, leading),
        based=built,
        following=style_id(shape.following, lang, leading) if shape.following not in {"", "Normal"} else "",
    )


def _shared(look: Look) -> Iterator[Shape]:
    yield Shape(name="Normal", priority=0, gallery=True)
    yield Shape(name="header", face="head", size=7.5, leading=12, colour=look.slate, tab=look.measure)
    yield Shape(name="footer", face="head", bold=True, size=9, leading=14, colour=look.red)
    yield Shape(
        name="toc 1",
        following="Normal",
        priority=39,
        face="head",
        size=10.5,
        leading=17,
        before=5,
        next_too=True,
        tab=look.measure,
    )
    yield Shape(
        name="toc 2",
        following="Normal",
        priority=39,
        size=10,
        leading=15,
        left=21,
        tab=look.measure,
        leader="dot",
    )
    yield Shape(name="annotation text", size=9, leading=14)
    yield Shape(name="Section End", size=1, leading=1)
    yield Shape(name="Table End", size=4, leading=10)
    # So small that nothing but the drawing counts in the height of its line.
    yield Shape(name="Figure", priority=30, size=1, align="center", before=10, next_too=True)


def _shared_characters(look: Look) -> Iterator[str]:
    for kind, name, priority in (("character", "Default Paragraph Font", 1), ("numbering", "No List", 99)):
        yield (
            f'<w:style w:type="{kind}" w:default="1" w:styleId="{identifier(name)}"><w:name w:val="{name}"/>'
            f'<w:uiPriority w:val="{priority}"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        )
    yield character_style("footnote reference", '<w:vertAlign w:val="superscript"/>')
    yield character_style("annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>')
    yield character_style("Hyperlink", f'<w:color w:val="{look.blue}"/><w:u w:val="single"/>')
    # Facts and terms look like their surroundings; the style tells editors what is single-sourced.
    yield character_style("Fact", "", 20)
    yield character_style("Term", "", 20)


def _characters(look: Look, lang: Lang, leading: Lang) -> Iterator[str]:
    head = f"<w:rFonts {fonts('head')}/>"
    if lang is Lang.ZH:
        strong, stressed, title = head, f"<w:rFonts {fonts('kai', look.kai)}/>", ""
        lead = f'{head}<w:color w:val="{look.navy}"/>'
    else:
        strong, stressed, title = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:i/><w:iCs/>"
        lead = f'{head}<w:b/><w:bCs/><w:color w:val="{look.navy}"/><w:sz w:val="19"/><w:szCs w:val="19"/>'
    yield character_style(style_name("Strong", lang, leading), strong, 22)
    yield character_style(style_name("Emphasis", lang, leading), stressed, 20)
    yield character_style(style_name("Term Title", lang, leading), title, 20)
    yield character_style(style_name("Lead", lang, leading), lead, 11)
    size = round(SCALES[lang].unit * 2)
    unit = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    yield character_style(style_name("Key Unit", lang, leading), unit)
