"""numbering.xml: headings numbered by Word, bullets, and ordered lists that start again.

Chinese counts 一、（一）1., English I. A. 1.; every level is linked to its heading style, so that a heading
that is added, moved or deleted in Word renumbers the rest. Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportpub.model.text import Lang
from reportpub.render.docx.gather import FIRST_LIST
from reportpub.render.docx.look import Look, twips
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE

HEADINGS: Final = {Lang.ZH: 1, Lang.EN: 2}
BULLETS: Final = {Lang.ZH: 3, Lang.EN: 4}
ORDERED: Final = {Lang.ZH: 5, Lang.EN: 6}
"""Numbering ids; the abstract numbering has the same id."""

StyleOf = Callable[[str, Lang], str]


def numbering_xml(look: Look, languages: tuple[Lang, ...], lists: list[Lang], style: StyleOf) -> str:
    """Return the part; `lists` holds the language of every ordered list of the text in order."""
    abstract, numbers = "", ""
    for lang in languages:
        abstract += _headings(lang, look, style) + _bullets(lang, look, style) + _ordered(lang, style)
        for number in (HEADINGS[lang], BULLETS[lang], ORDERED[lang]):
            numbers += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    for turn, lang in enumerate(lists):
        numbers += (
            f'<w:num w:numId="{FIRST_LIST + turn}"><w:abstractNumId w:val="{ORDERED[lang]}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    return f"{PROLOGUE}<w:numbering {NAMESPACES}>{abstract}{numbers}</w:numbering>"


def _headings(lang: Lang, look: Look, style: StyleOf) -> str:
    # 、 and ） bring their own space; a full stop does not.
    if lang is Lang.ZH:
        levels = (
            ("chineseCountingThousand", "%1、", "nothing"),
            ("chineseCountingThousand", "（%2）", "nothing"),
            ("decimal", "%3.", "space"),
        )
    else:
        levels = (
            ("upperRoman", "%1.", "space"),
            ("upperLetter", "%2.", "space"),
            ("decimal", "%3.", "space"),
        )
    told = "".join(
        _level(at, kind, text, style(f"heading {at + 1}", lang), suffix, _colour(look.red) if at == 0 else "")
        for at, (kind, text, suffix) in enumerate(levels)
    )
    return _abstract(HEADINGS[lang], told)


def _bullets(lang: Lang, look: Look, style: StyleOf) -> str:
    face = f'<w:rFonts w:ascii="{look.sans}" w:hAnsi="{look.sans}" w:hint="default"/>{_colour(look.red)}'
    level = _level(0, "bullet", "•", style("List Bullet", lang), "tab", face, (26, 18))
    return _abstract(BULLETS[lang], level)


def _ordered(lang: Lang, style: StyleOf) -> str:
    text = "（%1）" if lang is Lang.ZH else "(%1)"
    return _abstract(
        ORDERED[lang], _level(0, "decimal", text, style("List Number", lang), "tab", "", (26, 22))
    )


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _abstract(number: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A0D2C{number:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="7B1E3F{number:02X}"/>{levels}</w:abstractNum>'
    )


def _level(
    at: int,
    kind: str,
    text: str,
    style: str,
    suffix: str,
    run: str = "",
    indent: tuple[float, float] = (0, 0),
) -> str:
    gap = f'<w:suff w:val="{suffix}"/>' if suffix != "tab" else ""
    left, hanging = (twips(points) for points in indent)
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>{gap}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:lvl>"
    )
