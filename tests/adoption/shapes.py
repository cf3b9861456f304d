"""One small report in many shapes: as Word, WPS, old versions and other systems write it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.manuscript.wordfile import (
    field,
    levels,
    numbered,
    numbering,
    p,
    r,
    style,
    styles,
    table,
    wordfile,
)


class Line(NamedTuple):
    """A line of the report: level (0 the title, 1 and 2 headings, 3 text), words and numbers."""

    level: int
    zh: str
    en: str
    zh_mark: str = ""
    en_mark: str = ""


LINES = (
    Line(0, "2024年某省数据工作报告", "Report on Data Work in a Province 2024"),
    Line(1, "统筹规划", "Overall Planning", "一、", "I. "),
    Line(2, "制度建设", "Building the Rules", "（一）", "A. "),
    Line(
        3,
        "健全制度。全年制定办法12项，办结事项9012件。",
        "Improving the rules. In the year, 12 measures were issued and 9,012 matters were concluded.",
    ),
    Line(
        3,
        "完善标准。全年发布标准36项，覆盖21个地市。",
        "Refining the standards. In the year, 36 standards were published, covering 21 cities.",
    ),
    Line(2, "队伍建设", "Building the Teams", "（二）", "B. "),
    Line(
        3,
        "加强培训。全年举办培训班15期，培训1530人次。",
        "Strengthening the training. In the year, 15 classes were held for 1,530 participants.",
    ),
    Line(1, "数据服务", "Data Services", "二、", "II. "),
    Line(
        3,
        "拓展服务。全省办理业务692600件，金额88.5亿元。",
        "Expanding the services. The province handled 692,600 matters with a value of RMB 8.85 billion.",
    ),
)
Shape = tuple[tuple[str, bytes], ...]
Write = Callable[[Line, str, str], str]


def plain() -> str:
    """Return the report as plain text, the twin of every shape."""
    said = [one.zh_mark + one.zh for one in LINES] + [one.en_mark + one.en for one in LINES]
    return "\n".join(said) + "\n"


def sequential(write: Write) -> str:
    """Return all Chinese, then all English."""
    return "".join(write(one, one.zh_mark, one.zh) for one in LINES) + "".join(
        write(one, one.en_mark, one.en) for one in LINES
    )


def interleaved(write: Write) -> str:
    """Return each line in Chinese, then in English."""
    return "".join(write(one, one.zh_mark, one.zh) + write(one, one.en_mark, one.en) for one in LINES)


def one(body: str, **parts: str) -> Shape:
    """Return one Word file of a body; parts are named without their ending."""
    return (("manuscript.docx", wordfile(body, parts={f"{name}.xml": data for name, data in parts.items()})),)


# --- how headings are made ---

ENGLISH_STYLES = styles(
    style("Normal", "Normal"),
    style("Title", "Title", based="Normal"),
    style("Heading1", "heading 1", based="Normal", ppr='<w:outlineLvl w:val="0"/>', rpr="<w:b/>"),
    style("Heading2", "heading 2", based="Normal", ppr='<w:outlineLvl w:val="1"/>', rpr="<w:b/>"),
)
CHINESE_STYLES = styles(
    style("a", "正文"),
    style("a5", "标题", based="a"),
    style("1", "heading 1", based="a"),
    style("2", "标题 2", based="a"),
)
OFFICE_STYLES = styles(
    style("a", "Normal"),
    style("10", "一级标题", based="a", rpr="<w:b/>"),
    style("20", "二级标题", based="a"),
    style("a9", "Title", based="a"),
)
NAMES = {0: "Title", 1: "Heading1", 2: "Heading2", 3: ""}
WPS_NAMES = {0: "a5", 1: "1", 2: "2", 3: ""}
OFFICE_NAMES = {0: "a9", 1: "10", 2: "20", 3: ""}


def in_styles(names: dict[int, str], *, marks: bool) -> Write:
    """Return paragraphs in styles, with or without their typed numbers."""
    return lambda line, mark, words: p((mark if marks else "") + words, style=names[line.level])


def bold(line: Line, mark: str, words: str) -> str:
    """Return headings as bold text of different sizes, without numbers or styles."""
    del mark
    size = {0: 44, 1: 32, 2: 28, 3: 21}[line.level]
    centre = '<w:jc w:val="center"/>' if line.level == 0 else ""
    return p(r(words, bold=line.level < 3, size=size), more=centre)


def bold_numbers(line: Line, mark: str, words: str) -> str:
    """Return headings as bold text with typed numbers."""
    return p(r(mark + words, bold=0 < line.level < 3))


def typed(line: Line, mark: str, words: str) -> str:
    """Return headings as plain text with typed numbers."""
    del line
    return p(mark + words)


def outlined(line: Line, mark: str, words: str) -> str:
    """Return headings that only their outline level tells."""
    del mark
    level = f'<w:outlineLvl w:val="{line.level - 1}"/>' if line.level in (1, 2) else ""
    return p(words, more=level)


LISTS = numbering(
    levels(("chineseCountingThousand", "%1、"), ("japaneseCounting", "（%2）")),
    levels(("upperRoman", "%1."), ("upperLetter", "%2.")),
)


def automatic(line: Line, mark: str, words: str) -> str:
    """Return headings whose numbers Word makes, in paragraphs without a style."""
    number = 1 if mark[:1] in "一二（" else 2
    return p(words, more=numbered(number, line.level - 1) if line.level in (1, 2) else "")


def indented(line: Line, mark: str, words: str) -> str:
    """Return paragraphs indented by full-width spaces, with spaces that do not break."""
    return p("\u3000\u3000" * (line.level > 2) + mark + words.replace("。", "。\u00a0", 1) * 1 + "\u3000")


def parted(line: Line, mark: str, words: str) -> str:
    """Return runs parted by revisions, proofing marks, bookmarks, smart tags and links."""
    text = mark + words
    third = max(1, len(text) // 3)
    a, b, c = text[:third], text[third : 2 * third], text[2 * third :]
    return p(
        f'<w:r w:rsidR="00A{line.level}"><w:t xml:space="preserve">{a}</w:t></w:r>',
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>',
        f'<w:smartTag w:uri="urn:x" w:element="place"><w:smartTagPr/>{r(b)}</w:smartTag>',
        '<w:bookmarkEnd w:id="1"/>',
        f'<w:hyperlink w:anchor="x">{r(c)}</w:hyperlink><w:proofErr w:type="spellEnd"/>',
        style=NAMES[line.level] if line.level < 3 else "",
    )


def controlled(line: Line, mark: str, words: str) -> str:
    """Return paragraphs in content controls, around them and within them."""
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{r(mark + words)}</w:sdtContent></w:sdt>"
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{p(inner, style=NAMES[line.level])}</w:sdtContent></w:sdt>"


def soft_returns(side: Iterable[tuple[Line, str, str]]) -> str:
    """Return everything as one paragraph whose lines are parted by soft returns."""
    return p(*(r(mark + words) + "<w:r><w:br/></w:r>" for _, mark, words in side))


def two_columns(*, head: bool = False) -> str:
    """Return a table with Chinese on the left and English on the right."""
    rows = [(line.zh_mark + line.zh, line.en_mark + line.en) for line in LINES]
    return table(*([("中文", "English")] if head else []), *rows)


def on_one_line() -> str:
    """Return headings with both languages on one line, and paragraphs one after the other."""
    said = ""
    for line in LINES:
        zh, en = line.zh_mark + line.zh, line.en_mark + line.en
        said += p(f"{zh} {en}") if line.level < 3 else p(zh) + p(en)
    return said


def boxed(line: Line, mark: str, words: str) -> str:
    """Return text in text boxes, as new versions of Word write them, twice: to choose and to fall back on."""
    if line.level < 3:
        return p(mark + words, style=NAMES[line.level])
    box = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return p(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def old_box(line: Line, mark: str, words: str) -> str:
    """Return text in text boxes of versions before 2010."""
    if line.level < 3:
        return p(mark + words)
    box = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return p(f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>")


def strict() -> bytes:
    """Return the report in the strict form of the standard."""
    body = sequential(in_styles(NAMES, marks=False))
    return wordfile(body, parts={"styles.xml": ENGLISH_STYLES}, strict=True)


def with_contents() -> str:
    """Return the report with a table of contents as a field, and one in a content control."""
    entries = "".join(
        p(r(line.zh) + "<w:r><w:tab/></w:r>" + field("PAGEREF _T1 \\h", "3")) for line in LINES[1:3]
    )
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    contents = p(begin) + entries + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('目录')}{p('统筹规划')}</w:sdtContent></w:sdt>"
    )
    first, *rest = sequential(in_styles(NAMES, marks=False)).split("</w:p>", 1)
    return first + "</w:p>" + contents + control + rest[0]


def mac(line: Line, mark: str, words: str) -> str:
    """Return paragraphs as programs of macOS write them: every run with its faces, no style anywhere."""
    faces = '<w:rFonts w:ascii="Songti SC" w:hAnsi="Songti SC" w:eastAsia="Songti SC" w:hint="eastAsia"/>'
    return p(
        r(mark + words, bold=0 < line.level < 3, more=faces), more='<w:spacing w:before="0" w:after="0"/>'
    )


SIDES = (
    [(line, line.zh_mark, line.zh) for line in LINES],
    [(line, line.en_mark, line.en) for line in LINES],
)
SHAPES: dict[str, Callable[[], Shape]] = {
    "plain": lambda: (("a.txt", plain().encode()),),
    "plain in GB18030": lambda: (("a.txt", plain().encode("gb18030")),),
    "plain in UTF-16": lambda: (("a.txt", plain().encode("utf-16")),),
    "plain in UTF-16 without a mark": lambda: (("a.txt", plain().encode("utf-16-le")),),
    "plain with lines of Windows": lambda: (("a.txt", plain().replace("\n", "\r\n").encode("utf-8-sig")),),
    "Markdown": lambda: (("a.md", markdown().encode()),),
    "styles": lambda: one(sequential(in_styles(NAMES, marks=False)), styles=ENGLISH_STYLES),
    "styles with typed numbers": lambda: one(sequential(in_styles(NAMES, marks=True)), styles=ENGLISH_STYLES),
    "styles of WPS": lambda: one(sequential(in_styles(WPS_NAMES, marks=True)), styles=CHINESE_STYLES),
    "styles of an office": lambda: one(sequential(in_styles(OFFICE_NAMES, marks=True)), styles=OFFICE_STYLES),
    "bold without numbers": lambda: one(sequential(bold)),
    "bold with numbers": lambda: one(sequential(bold_numbers)),
    "typed numbers": lambda: one(sequential(typed)),
    "outline levels": lambda: one(sequential(outlined)),
    "automatic numbers": lambda: one(sequential(automatic), numbering=LISTS),
    "automatic numbers of styles": lambda: one(
        sequential(in_styles(NAMES, marks=False)), styles=numbered_styles(), numbering=LISTS
    ),
    "full-width indents": lambda: one(sequential(indented)),
    "runs in pieces": lambda: one(sequential(parted), styles=ENGLISH_STYLES),
    "content controls": lambda: one(sequential(controlled), styles=ENGLISH_STYLES),
    "soft returns": lambda: one("".join(soft_returns(side) for side in SIDES)),
    "interleaved": lambda: one(interleaved(typed)),
    "interleaved in styles": lambda: one(interleaved(in_styles(NAMES, marks=False)), styles=ENGLISH_STYLES),
    "two columns": lambda: one(two_columns()),
    "two columns with a head": lambda: one(two_columns(head=True)),
    "headings on one line": lambda: one(on_one_line()),
    "two files": lambda: tuple(
        (f"{name}.docx", wordfile("".join(typed(*line) for line in side)))
        for name, side in zip(("zh", "en"), SIDES, strict=True)
    ),
    "two files, English first": lambda: tuple(
        (f"{name}.docx", wordfile("".join(typed(*line) for line in side)))
        for name, side in zip(("en", "zh"), reversed(SIDES), strict=True)
    ),
    "text boxes": lambda: one(sequential(boxed), styles=ENGLISH_STYLES),
    "text boxes of old versions": lambda: one(sequential(old_box)),
    "macOS": lambda: one(sequential(mac)),
    "the strict form": lambda: (("a.docx", strict()),),
    "with contents": lambda: one(with_contents(), styles=ENGLISH_STYLES),
    "in a frame": lambda: one(table((sequential(typed),))),
}


def markdown() -> str:
    """Return the report in Markdown."""
    marks = {0: "", 1: "# ", 2: "## ", 3: ""}
    sides = ([line.zh for line in LINES], [line.en for line in LINES])
    return "".join(
        marks[line.level] + words + "\n\n" for side in sides for line, words in zip(LINES, side, strict=True)
    )


def numbered_styles() -> str:
    """Return heading styles that bring their numbers along."""
    made = [style("Normal", "Normal"), style("Title", "Title")]
    for level in (1, 2):
        ppr = numbered(1, level - 1)
        made.append(style(f"Heading{level}", f"heading {level}", based="Normal", ppr=ppr))
    return styles(*made)
