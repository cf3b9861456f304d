"""A redline: a Word file in which everything that changed stands as tracked changes, with comments.

Source: ECMA-376 part 1, 17.13.5 (revisions), 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from reportpub.exchange.edits.pieces import Stamp
from reportpub.model.text import Lang
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE, RELATIONS, escaped, paragraph, run
from reportpub.render.docx.package import Part, Relation, packed
from reportpub.render.docx.theme import fonts_xml, theme_xml

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stayed, or that somebody took out or put in."""

    text: str
    out: bool = False
    put: bool = False
    by: Stamp = field(default_factory=Stamp)


@dataclass(frozen=True, slots=True)
class Told:
    """A remark beside a paragraph."""

    words: str
    by: Stamp


@dataclass(frozen=True, slots=True)
class Redlined:
    """A paragraph of a redline: where it stands in the report, its words, and remarks about it."""

    place: str
    lang: Lang
    stretches: tuple[Stretch, ...]
    remarks: tuple[Told, ...] = ()


_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/>'
    "</w:compat></w:settings>"
)
_CLOSE = '<w:spacing w:line="285" w:lineRule="atLeast"/>'
_GREY = '<w:color w:val="616A71"/>'
_SHAPES = (
    ("Title", '<w:spacing w:after="240"/>', '<w:b/><w:color w:val="BE1725"/><w:sz w:val="32"/>'),
    (
        "Place",
        '<w:keepNext/><w:spacing w:before="200" w:after="20"/>',
        f'{_GREY}<w:sz w:val="17"/>',
    ),
    ("Words", '<w:spacing w:after="60" w:line="320" w:lineRule="atLeast"/>', ""),
    (
        "Head",
        f"<w:keepNext/>{_CLOSE}",
        "<w:b/>",
    ),
    ("Cell", '<w:spacing w:line="290" w:lineRule="atLeast"/>', ""),
    (
        "Beside",
        '<w:spacing w:line="220" w:lineRule="atLeast"/>',
        '<w:color w:val="616A71"/><w:sz w:val="16"/>',
    ),
)


def redline(told: Sequence[Redlined], date: str, of: str = "") -> bytes:
    """Return the Word file; `date` is the day, YYYY-MM-DD, for what is not dated by itself.

    `of` says what is compared, below the title.
    """
    numbers = count(1)
    remarks: list[tuple[int, Told, Lang]] = []
    body = paragraph("Title", run("修改对照 · Redline", Lang.ZH))
    body += paragraph("Place", run(of, Lang.ZH)) if of else ""
    if not told:
        body += paragraph("Words", run("没有改动。Nothing differs.", Lang.ZH))
    place = ""
    for one in told:
        if one.place != place:
            place = one.place
            body += paragraph("Place", run(place, Lang.ZH))
        body += _paragraph(one, numbers, remarks, date)
    return plain_file(body, _comments(remarks, date))


def plain_file(body: str, comments: str = "") -> bytes:
    """Return a Word file of the office, from the paragraphs and tables of its text."""
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
        ' w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    texts = {
        _MAIN: (
            f"{PROLOGUE}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
            f"{_WORD}.document.main+xml",
        ),
        "word/styles.xml": (_styles(), f"{_WORD}.styles+xml"),
        "word/settings.xml": (f"{PROLOGUE}{_SETTINGS}", f"{_WORD}.settings+xml"),
        "word/fontTable.xml": (fonts_xml(Look()), f"{_WORD}.fontTable+xml"),
        "word/theme/theme1.xml": (theme_xml(Look()), _THEME),
    }
    if comments:
        texts["word/comments.xml"] = comments, f"{_WORD}.comments+xml"
    parts = tuple(Part(name=name, content=text.encode(), type=kind) for name, (text, kind) in texts.items())
    needs = {
        "styles": "styles.xml",
        "settings": "settings.xml",
        "fontTable": "fontTable.xml",
        "theme": "theme/theme1.xml",
    }
    if comments:
        needs["comments"] = "comments.xml"
    relations = (
        Relation(source="", id="rId1", type=f"{RELATIONS}/officeDocument", target=_MAIN),
        *(
            Relation(source=_MAIN, id=f"rId{turn}", type=f"{RELATIONS}/{kind}", target=target)
            for turn, (kind, target) in enumerate(needs.items(), start=1)
        ),
    )
    return packed(parts, relations)


def _paragraph(one: Redlined, numbers: count[int], remarks: list[tuple[int, Told, Lang]], date: str) -> str:
    content = "".join(_stretch(stretch, one.lang, next(numbers), date) for stretch in one.stretches)
    for remark in one.remarks:
        number = len(remarks)
        remarks.append((number, remark, one.lang))
        content = (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )
    return paragraph("Words", content)


def _stretch(stretch: Stretch, lang: Lang, number: int, date: str) -> str:
    words = stretch.text.replace("\ufffc", "*").replace("\ufff9", "▣")
    made = run(words, lang)
    if not (stretch.out or stretch.put) or not made:
        return made
    author = escaped(stretch.by.author or "reportpub")
    when = escaped(stretch.by.date or f"{date}T00:00:00Z")
    told = f'w:id="{number}" w:author="{author}" w:date="{when}"'
    if stretch.out:
        made = made.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f"<w:del {told}>{made}</w:del>"
    return f"<w:ins {told}>{made}</w:ins>"


def _comments(remarks: Sequence[tuple[int, Told, Lang]], date: str) -> str:
    told = "".join(
        f'<w:comment w:id="{number}" w:author="{escaped(remark.by.author or "reportpub")}"'
        f' w:date="{escaped(remark.by.date or f"{date}T00:00:00Z")}">'
        f"{paragraph('Words', run(remark.words, lang))}</w:comment>"
        for number, remark, lang in remarks
    )
    return f"{PROLOGUE}<w:comments {NAMESPACES}>{told}</w:comments>"


def _styles() -> str:
    look = Look()
    latin = f'w:ascii="{look.serif}" w:hAnsi="{look.serif}" w:cs="{look.serif}"'
    fonts = f'<w:rFonts {latin} w:eastAsia="{look.song}"/>'
    told = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{dress}</w:rPr></w:style>"
        for name, shape, dress in _SHAPES
    )
    return (
        f"{PROLOGUE}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        '<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{told}</w:styles>"
    )
