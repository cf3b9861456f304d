"""Word files as offices have them for templates, small enough to read, and the strangers among them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'
    ' w:header="851" w:footer="1400" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="579"/>'
)
LIBREOFFICE = Path(__file__).parent / "references" / "libreoffice.docx"
"""Saved by LibreOffice 7.4 from a text with headings, running text and a quotation."""


def style(name: str, identifier: str, look: str = "", more: str = "", kind: str = "paragraph") -> str:
    """Return a w:style; `more` goes behind its name."""
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{more}{look}</w:style>'


def packed(parts: dict[str, str]) -> bytes:
    """Return a Word file with a text and some parts beside it, by the kind of their relationship."""
    files = {
        "styles": "styles.xml", "numbering": "numbering.xml", "theme": "theme/theme1.xml",
    }  # fmt: skip
    types = {"styles": f"{WORD}.styles+xml", "numbering": f"{WORD}.numbering+xml"}
    types["theme"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        said = "".join(
            f'<Override PartName="/word/{files[kind]}" ContentType="{types[kind]}"/>'
            for kind in parts
            if kind in files
        )
        made.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{said}</Types>',
        )
        made.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        needs = {kind: files[kind] for kind in parts if kind in files}
        made.writestr("word/_rels/document.xml.rels", _relations(needs))
        page = parts.get("page", PAGE)
        body = f"<w:body><w:p/><w:sectPr>{page}</w:sectPr></w:body>"
        made.writestr("word/document.xml", f'<w:document xmlns:w="{W}">{body}</w:document>')
        for kind, name in needs.items():
            made.writestr(f"word/{name}", parts[kind])
        for name in parts.keys() - files.keys() - {"page"}:
            made.writestr(name, parts[name])
    return out.getvalue()


def styles(told: str) -> str:
    """Return styles.xml with some styles after the defaults."""
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>{told}</w:styles>"
    )


def chinese() -> bytes:
    """Return a template with the names of a Chinese surface, and marks and numbers of its own."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/><w:rPr>'
        '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:style>'
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    listed = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    counted = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    told = (
        normal
        + '<w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="默认段落字体"/></w:style>'
        + style(
            "标题 1", "1", f'{numbered}<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>', '<w:basedOn w:val="a"/>'
        )
        + style("标题2", "2", '<w:rPr><w:color w:val="123456"/></w:rPr>', '<w:basedOn w:val="a"/>')
        + style("列表项目符号", "a1", listed)
        + style("列表编号", "a2", counted)
        + style("Body Text EN", "Heading1", "", '<w:aliases w:val="公司英文,题注"/>')
    )
    levels = {
        1: ("chineseCounting", "第%1章", "1"),
        2: ("bullet", "◆", "a1"),
        3: ("decimal", "%1)", "a2"),
    }
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{owner}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlPicBulletId w:val="0"/><w:lvlJc w:val="left"/></w:lvl>'
        "</w:abstractNum>"
        for number, (kind, text, owner) in levels.items()
    )
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in levels
    )
    picture = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
    numbering = f'<w:numbering xmlns:w="{W}">{picture}{abstracts}{nums}</w:numbering>'
    return packed({"styles": styles(told), "numbering": numbering})


def coloured() -> bytes:
    """Return a template of an English office: other faces and colours, all its styles under Word's names."""
    faces = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="微软雅黑"/></a:{kind}Font>'
        for kind, face in (("major", "Georgia"), ("minor", "Calibri"))
    )
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f'<a:{name}><a:srgbClr val="00AA55"/></a:{name}>' for name in names)
    theme = (
        f'<a:theme xmlns:a="{A}" xmlns:r="{R}" name="Office"><a:themeElements>'
        f'<a:clrScheme name="Green">{colours}</a:clrScheme><a:fontScheme name="Green">{faces}</a:fontScheme>'
        '<a:fmtScheme name="x"><a:fillStyleLst><a:blipFill><a:blip r:embed="rId1"/></a:blipFill>'
        "</a:fillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    face = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    themed = f'<w:rPr>{face}<w:color w:val="00AA55"/></w:rPr>'
    told = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + "".join(style(f"heading {at}", f"Heading{at}", themed) for at in (1, 2, 3))
        + "".join(
            style(name, name.replace(" ", ""), themed)
            for name in ("Title", "Body Text", "List Bullet", "List Number", "Quote", "caption")
        )
        + "".join(
            style(name, name.replace(" ", ""))
            for name in ("footnote text", "header", "footer", "toc 1", "toc 2")
        )
        + style("Lead", "Lead", '<w:rPr><w:color w:val="00AA55"/></w:rPr>', kind="character")
    )
    page = PAGE.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"').split("<w:docGrid")[0]
    return packed({"styles": styles(told), "theme": theme, "page": page})


def _relations(needs: dict[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(needs.items(), start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{told}</Relationships>'
