"""The sheet as a Word file: one table whose head repeats, boxes to click or tick, signatures at every foot.

Source: ECMA-376 part 1, 17.4 (tables); the boxes are content controls of Office 2010 ([MS-DOCX] 2.6.1.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from reportpub.callsheet.calls import GAP, Mention
from reportpub.callsheet.sheet import Line, Sheet, both_ways, source_letters
from reportpub.callsheet.wording import (
    COLUMNS,
    DATE,
    FRONT,
    GONE,
    HOW,
    LOST,
    NOTHING,
    SIGNED,
    SOURCES,
    TITLE,
    WAS,
    about,
)
from reportpub.model.facts import Words
from reportpub.model.text import Lang
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE, RELATIONS, escaped, field, paragraph, run
from reportpub.render.docx.package import Part, Relation, packed
from reportpub.render.docx.theme import fonts_xml, theme_xml

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_BOXES = ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_COMPATIBLE = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'

WIDTHS = (600, 640, 4420, 4820, 2660, 800, 710, 730)
"""The columns in twips: the width of landscape A4 without its margins."""

_NEEDS = {
    "styles": "styles.xml",
    "settings": "settings.xml",
    "footer": "footer1.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}

_STYLES = (
    ("Normal", "", '<w:spacing w:line="260" w:lineRule="atLeast"/>', '<w:sz w:val="18"/>'),
    (
        "Title",
        "Normal",
        '<w:spacing w:after="40"/>',
        '<w:b/><w:color w:val="BE1725"/><w:sz w:val="36"/>',
    ),
    ("About", "Normal", "", '<w:color w:val="616A71"/>'),
    ("Head", "Normal", "", '<w:b/><w:sz w:val="17"/>'),
    (
        "heading 1",
        "Normal",
        '<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:color w:val="BE1725"/><w:sz w:val="21"/>',
    ),
    (
        "Small",
        "Normal",
        '<w:spacing w:line="200" w:lineRule="atLeast"/>',
        '<w:color w:val="616A71"/><w:sz w:val="14"/>',
    ),
    ("Footer", "Normal", '<w:tabs><w:tab w:val="right" w:pos="15360"/></w:tabs>', ""),
)


def docx(sheet: Sheet) -> bytes:
    """Return the Word file of a sheet; the same sheet gives the same bytes."""
    texts = {
        "word/document.xml": (_document(sheet), f"{_WORD}.document.main+xml"),
        "word/styles.xml": (_styles(), f"{_WORD}.styles+xml"),
        "word/settings.xml": (_settings(), f"{_WORD}.settings+xml"),
        "word/fontTable.xml": (fonts_xml(Look()), f"{_WORD}.fontTable+xml"),
        "word/theme/theme1.xml": (theme_xml(Look()), f"{_OFFICE}.theme+xml"),
        "word/footer1.xml": (_footer(), f"{_WORD}.footer+xml"),
        "docProps/core.xml": (_properties(sheet), _CORE),
    }
    parts = tuple(Part(name=name, content=text.encode(), type=kind) for name, (text, kind) in texts.items())
    relations = (
        Relation(source="", id="rId1", type=f"{RELATIONS}/officeDocument", target="word/document.xml"),
        Relation(source="", id="rId2", type=_CORE_RELATION, target="docProps/core.xml"),
        *(
            Relation(
                source="word/document.xml",
                id=f"rId{turn}",
                type=f"{RELATIONS}/{name}",
                target=target,
            )
            for turn, (name, target) in enumerate(_NEEDS.items(), start=1)
        ),
    )
    return packed(parts, relations)


def _document(sheet: Sheet) -> str:
    letters = source_letters(sheet.lines)
    head = (
        paragraph("Title", _both(TITLE)) + paragraph("About", _both(sheet.title)),
        paragraph("About", _both(about(sheet))),
        *(paragraph("Normal", run(words, lang)) for words, lang in zip(HOW, Lang, strict=True)),
        "" if sheet.lines else paragraph("Normal", _both(NOTHING)),
        *_sources(letters),
    )
    groups = groupby(sheet.lines, key=lambda line: line.chapter)
    tables = "".join(_table(sheet, chapter, tuple(lines), letters) for chapter, lines in groups)
    gone = paragraph("Heading1", _both(GONE)) if sheet.gone else ""
    gone += "".join(paragraph("Normal", run(f"{g.fact}  {g.said}", Lang.ZH)) for g in sheet.gone)
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="680" w:right="680" w:bottom="1000" w:left="794" w:header="400" w:footer="500"'
        ' w:gutter="0"/>'
        "</w:sectPr>"
    )
    body = "".join(head) + tables + gone + page
    return f"{PROLOGUE}<w:document {NAMESPACES}{_BOXES}{_COMPATIBLE}><w:body>{body}</w:body></w:document>"


def _sources(letters: Mapping[Words, str]) -> Iterator[str]:
    """Yield which letter stands for which source, once for the whole sheet."""
    if letters:
        yield paragraph("About", _both(SOURCES))
    for source, letter in letters.items():
        said = run(f"{letter}  ", Lang.EN, rest="<w:b/>") + _both(both_ways(source))
        yield paragraph("Small", said)


def _table(sheet: Sheet, chapter: str, lines: tuple[Line, ...], letters: Mapping[Words, str]) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 8, "1F1F1D"), ("bottom", 8, "1F1F1D"), ("insideH", 2, "BCBDBD"))
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    heads = tuple(paragraph("Head", _both(words)) for words in COLUMNS)
    rows = _row(heads, "<w:tblHeader/>") + "".join(_row(_cells(line, letters)) for line in lines)
    title = sheet.chapters.get(chapter, FRONT)
    described = escaped(f"{TITLE[0]}：{title[0]} / {TITLE[1]}: {title[1]}")
    return (
        f'{paragraph("Heading1", _both(title))}<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{described}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{rows}</w:tbl>"
    )


def _row(cells: tuple[str, ...], more: str = "") -> str:
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(WIDTHS, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{told}</w:tr>"


def _cells(line: Line, letters: Mapping[Words, str]) -> tuple[str, ...]:
    below = "  ".join(filter(None, (line.qualifier, line.period[0], line.fact)))
    was = paragraph("Small", run(f"{' '.join(WAS)}: {line.was}", Lang.ZH)) if line.was else ""
    value = paragraph("Normal", run(line.value, Lang.ZH, rest='<w:b/><w:color w:val="BE1725"/>'))
    return (
        paragraph("Normal", run(str(line.number), Lang.EN), '<w:jc w:val="right"/>'),
        paragraph("Normal", run(line.page, Lang.EN, rest="<w:b/>"), '<w:jc w:val="right"/>'),
        paragraph("Normal", _mention(line.zh, Lang.ZH)),
        paragraph("Normal", _mention(line.en, Lang.EN)),
        value + was + paragraph("Small", run(below, Lang.ZH)),
        paragraph("Small", run(letters.get(line.source, ""), Lang.EN)),
        _box(2 * line.number),
        _box(2 * line.number + 1),
    )


def _box(number: int) -> str:
    """Return a box that a click ticks and that prints as an empty square."""
    face = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/><w:sz w:val="24"/>'
    control = (
        f'<w:sdt><w:sdtPr><w:rPr>{face}</w:rPr><w:id w:val="{number}"/><w14:checkbox>'
        '<w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2611" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{face}</w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
    )
    return paragraph("Normal", control, '<w:jc w:val="center"/>')


def _mention(mention: Mention | None, lang: Lang) -> str:
    grey = '<w:color w:val="616A71"/>'
    if mention is None:
        return run(LOST[0] if lang is Lang.ZH else LOST[1], lang, rest=grey)
    head = "".join(part + GAP[lang] for part in mention.head)
    return (
        run(head, lang, rest=grey)
        + run(mention.before, lang)
        + run(mention.words, lang, rest='<w:b/><w:color w:val="BE1725"/>')
        + run(mention.after, lang)
    )


def _both(words: Words) -> str:
    return run(f"{words[0]}  ", Lang.ZH) + run(words[1], Lang.EN)


def _footer() -> str:
    blank, short = "_" * 22, "_" * 12
    signed = "".join(
        _both(who) + run(f" {blank}  ", Lang.EN) + _both(DATE) + run(f" {short}    ", Lang.EN)
        for who in SIGNED
    )
    folio = "<w:r><w:tab/></w:r>" + field("PAGE", run("1", Lang.EN))
    return f"{PROLOGUE}<w:ftr {NAMESPACES}>{paragraph('Footer', signed + folio)}</w:ftr>"


def _styles() -> str:
    """Return the few styles; Chinese in 宋体 beside Times New Roman, as every Word and WPS has them."""
    latin = "Times New Roman"
    faces = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="宋体" w:cs="{latin}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{faces}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    told = "".join(map(_style, _STYLES))
    return f"{PROLOGUE}<w:styles {NAMESPACES}>{defaults}{told}</w:styles>"


def _style(style: tuple[str, str, str, str]) -> str:
    name, based, shape, look = style
    key = name.title().replace(" ", "")
    default = "" if based else ' w:default="1"'
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    properties = (f"<w:pPr>{shape}</w:pPr>" if shape else "") + (f"<w:rPr>{look}</w:rPr>" if look else "")
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{parent}<w:qFormat/>'
        f"{properties}</w:style>"
    )


def _settings() -> str:
    office = "http://schemas.microsoft.com/office/word"
    modern = f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/>'
    return (
        f'{PROLOGUE}<w:settings {NAMESPACES}><w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat>{modern}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _properties(sheet: Sheet) -> str:
    day = f"{escaped(sheet.date)}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{_PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(f'{TITLE[0]} {TITLE[1]}: {sheet.title[0]}')}</dc:title>{dates}"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
