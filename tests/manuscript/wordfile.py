"""Word files as Word, WPS and other programs write them, put together from raw parts of OOXML."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.opc.packed import XML, packed, rels

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" '
    'mc:Ignorable="w14 wpsCustomData"'
)
TYPES = (
    XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def r(text: str, *, bold: bool = False, size: int = 0, more: str = "") -> str:
    """Return a run; `size` is in half points, `more` further properties."""
    properties = more + ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", more: str = "") -> str:
    """Return a paragraph; a run without marks is taken as words, `more` are further properties."""
    properties = (f"<w:pStyle w:val={quoteattr(style)}/>" if style else "") + more
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{head}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def numbered(number: int, level: int = 0) -> str:
    """Return the property that puts a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def style(
    name: str, called: str, *, based: str = "", ppr: str = "", rpr: str = "", kind: str = "paragraph"
) -> str:
    """Return a style; `called` is the name that Word shows."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = ' w:default="1"' if called in ("Normal", "正文") else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{called}"/>{on}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def styles(*made: str) -> str:
    """Return the part of the styles."""
    usual = '<w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    return f"{XML}<w:styles {SPACES}><w:docDefaults>{usual}</w:docDefaults>{''.join(made)}</w:styles>"


def levels(*made: tuple[str, str]) -> str:
    """Return the levels of a list, each a format and a text such as %1、."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
        for at, (kind, text) in enumerate(made)
    )


def numbering(*lists: str) -> str:
    """Return the part of the numbering: one abstract list for each number from 1."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
        for at, made in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(lists))
    )
    return f"{XML}<w:numbering {SPACES}>{abstract}{numbers}</w:numbering>"


def table(*rows: tuple[str, ...], spans: Mapping[tuple[int, int], int] | None = None) -> str:
    """Return a table; a cell is words or whole paragraphs, `spans` says how many columns a cell takes."""
    said = ""
    for at, row in enumerate(rows):
        said += "<w:tr>"
        for column, cell in enumerate(row):
            across = (spans or {}).get((at, column), 1)
            span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
            said += f"<w:tc><w:tcPr>{span}</w:tcPr>{cell if cell.startswith('<') else p(cell)}</w:tc>"
        said += "</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{said}</w:tbl>"


def notes(kind: str, *said: str) -> str:
    """Return the part of the footnotes or endnotes, numbered from 2 as WPS does."""
    one = kind.removesuffix("s")
    made = "".join(
        f'<w:{one} w:id="{at}"><w:p><w:r><w:{one}Ref/></w:r>{r(" " + words)}</w:p></w:{one}>'
        for at, words in enumerate(said, start=2)
    )
    separator = f'<w:{one} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{one}>'
    return f"{XML}<w:{kind} {SPACES}>{separator}{made}</w:{kind}>"


def call(number: int, kind: str = "footnote") -> str:
    """Return the call of a note."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def inline(thread: str, said: str) -> str:
    """Return a picture in the line; `thread` is the id of its relationship, `said` its description."""
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{thread}"/></pic:blipFill></pic:pic>'
    graphic = f"<a:graphic><a:graphicData>{blip}</a:graphicData></a:graphic>"
    said = f'<wp:docPr id="1" name="x" descr={quoteattr(said)}/>'
    return f"<w:r><w:drawing><wp:inline>{said}{graphic}</wp:inline></w:drawing></w:r>"


def field(instruction: str, result: str) -> str:
    """Return a field, one run for each of its pieces."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return marks[0] + code + marks[1] + (result if result.startswith("<") else r(result)) + marks[2]


Thread = tuple[str, str, str] | tuple[str, str, str, str]


def wordfile(
    *body: str,
    parts: Mapping[str, str | bytes] | None = None,
    threads: tuple[Thread, ...] = (),
    strict: bool = False,
) -> bytes:
    """Return a Word file with a body; `parts` lie beside it under word/, each related by its name."""
    given = dict(parts or {})
    kinds = {"styles.xml": "styles", "numbering.xml": "numbering", "footnotes.xml": "footnotes"}
    kinds |= {"endnotes.xml": "endnotes", "comments.xml": "comments", "header1.xml": "header"}
    found = [(f"rId{at}", kinds[name], name) for at, name in enumerate(given, start=1) if name in kinds]
    document = f"{XML}<w:document {SPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": rels(*found, *threads),
        **{f"word/{name}": data for name, data in given.items()},
    }
    return packed({name: _strict(data) for name, data in made.items()} if strict else made)


def _strict(data: str | bytes) -> str | bytes:
    """Return a part with the names of the strict form of the standard."""
    if isinstance(data, bytes):
        return data
    office = "http://schemas.openxmlformats.org/"
    said = data.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    return said.replace(
        f"{office}officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
