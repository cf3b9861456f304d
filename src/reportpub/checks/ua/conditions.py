"""The conditions of the Matterhorn Protocol 1.1 by their ids, with what each means in our own words.

Its tables list 137; its preface counts 136, as many as there were before 13-008 came with version 1.1.
Source: PDF Association, Matterhorn Protocol 1.1 (2021), for ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Judge(Enum):
    """Who can tell whether a condition is met."""

    PROGRAM = "program"
    PERSON = "person"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Condition:
    """A way in which a file fails: its id, who can see it, and what it is in Chinese and English."""

    id: str
    judge: Judge
    zh: str
    en: str


def _program(id_: str, zh: str, en: str) -> Condition:
    return Condition(id_, Judge.PROGRAM, zh, en)


def _person(id_: str, zh: str, en: str) -> Condition:
    return Condition(id_, Judge.PERSON, zh, en)


def _nobody(id_: str, zh: str, en: str) -> Condition:
    return Condition(id_, Judge.NOBODY, zh, en)


CONDITIONS: tuple[Condition, ...] = (
    _person("01-001", "装饰内容被标为正文", "decoration is tagged as content"),
    _person("01-002", "正文被标为装饰内容", "content is marked as decoration"),
    _program("01-003", "正文之内有装饰内容", "decoration stands within tagged content"),
    _program("01-004", "装饰内容之内有正文", "tagged content stands within decoration"),
    _program("01-005", "内容既非正文也非装饰", "something is painted that is neither tagged nor decoration"),
    _person("01-006", "结构类型与内容不符", "a structure type does not say what its content is"),
    _program("01-007", "文件称其标记可疑", "the file says that its tags are suspect"),
    _program("02-001", "自定义类型未对应到标准类型", "a type of its own leads to no standard type"),
    _person("02-002", "自定义类型对应不当", "a type of its own leads to an unfit standard type"),
    _program("02-003", "类型对应成环", "the role map runs in a circle"),
    _program("02-004", "标准类型被改作他用", "a standard type is mapped to another"),
    _person("03-001", "动作引起闪烁", "an action makes the page flicker"),
    _person("03-002", "多媒体引起闪烁", "a film or sound makes the page flicker"),
    _person("03-003", "脚本引起闪烁", "a script makes the page flicker"),
    _person("04-001", "只靠颜色、形状或版式表意", "meaning is carried by colour, form or place alone"),
    _person("05-001", "多媒体中的声音没有文字", "sound in a film has no words"),
    _person("05-002", "声音没有文字", "sound has no words"),
    _person("05-003", "脚本只用提示音", "a script gives notice by sound alone"),
    _program("06-001", "没有 XMP 元数据", "there is no XMP metadata"),
    _program("06-002", "没有声明 PDF/UA", "the metadata do not say PDF/UA"),
    _program("06-003", "元数据没有标题", "the metadata have no title"),
    _person("06-004", "标题没有说明是什么文件", "the title does not tell what the document is"),
    _program("07-001", "没有说明显示标题", "nothing is said about showing the title"),
    _program(
        "07-002", "窗口显示文件名而非标题", "readers would show the name of the file instead of its title"
    ),
    _person("08-001", "识别出的文字有错", "text from character recognition has errors"),
    _person("08-002", "识别出的文字没有标记", "text from character recognition is not tagged"),
    _person("09-001", "阅读次序不合理", "the order of reading is not logical"),
    _person("09-002", "标记嵌套不当", "tags are nested wrongly"),
    _person("09-003", "结构类型不当", "a structure type is unfit for its content"),
    _program("09-004", "表格结构不合规定", "the parts of a table are not in each other as they must be"),
    _program("09-005", "列表结构不合规定", "the parts of a list are not in each other as they must be"),
    _program("09-006", "目录结构不合规定", "the parts of the contents are not in each other as they must be"),
    _program("09-007", "注音结构不合规定", "the parts of a ruby are not in each other as they must be"),
    _program("09-008", "割注结构不合规定", "the parts of a warichu are not in each other as they must be"),
    _program("10-001", "字符代码没有对应的 Unicode", "a character has no Unicode value"),
    _program("11-001", "正文语言不明", "the language of text cannot be told"),
    _program("11-002", "替代文字语言不明", "the language of a description cannot be told"),
    _program("11-003", "书签语言不明", "the language of the bookmarks cannot be told"),
    _program("11-004", "批注说明语言不明", "the language of the description of an annotation cannot be told"),
    _program("11-005", "表单说明语言不明", "the language of the name of a form field cannot be told"),
    _program("11-006", "元数据语言不明", "the language of the metadata cannot be told"),
    _person("11-007", "语言标注与内容不符", "the language that is stated is not that of the text"),
    _person("12-001", "拉伸字符没有说明", "a stretched character is not explained"),
    _person("13-001", "图形没有标为图", "a graphic is not tagged as a figure"),
    _person("13-002", "有背景图的链接没有说明", "a link with a meaningful background is not described"),
    _person("13-003", "题注没有标为题注", "a caption is not tagged as one"),
    _program("13-004", "图没有替代文字", "a figure has no description"),
    _person("13-005", "应用替代文字处用了实际文字", "actual text stands where a description should"),
    _person("13-006", "成组图形没有标为一图", "graphics that belong together are not one figure"),
    _person("13-007", "没有采用更易读的形式", "a more accessible form was not used"),
    _person("13-008", "作为文字阅读的图没有实际文字", "a figure that is read as text has no actual text"),
    _person("14-001", "标题没有标为标题", "a heading is not tagged as one"),
    _program("14-002", "第一个标题不是一级", "the first heading is not of level 1"),
    _program("14-003", "标题级别有跳跃", "a level of heading is left out"),
    _person("14-004", "标题级别与编号不符", "the level of a heading does not agree with its number"),
    _person("14-005", "七级以下标题没有标明", "headings below level 6 are not tagged"),
    _program("14-006", "同一元素中有多个 H", "an element holds more than one H"),
    _program("14-007", "同时使用 H 与 H1 至 H6", "both H and numbered headings are used"),
    _person("15-001", "行标题没有标为 TH", "the head of a row is not tagged as TH"),
    _person("15-002", "列标题没有标为 TH", "the head of a column is not tagged as TH"),
    _program("15-003", "表头没有说明所管的行或列", "the head of a table does not say what it heads"),
    _person("15-004", "不是表格的内容标为表格", "what is no table is tagged as one"),
    _person("15-005", "单元格所属表头不能确定", "it cannot be told which heads belong to a cell"),
    _person("16-001", "有序列表没有说明编号方式", "an ordered list does not say how it is numbered"),
    _person("16-002", "列表编号方式不在规定之列", "an ordered list is numbered in a way that is not defined"),
    _person("16-003", "列表没有标为列表", "a list is not tagged as one"),
    _person("17-001", "公式没有标为公式", "a formula is not tagged as one"),
    _program("17-002", "公式没有替代文字", "a formula has no description"),
    _program("17-003", "公式字符没有对应的 Unicode", "a character of a formula has no Unicode value"),
    _person("18-001", "页眉页脚没有标为页面装饰", "heads and feet are not marked as pagination"),
    _person("18-002", "页眉页脚没有分类", "heads and feet are not told apart"),
    _person("19-001", "注释没有标为注释", "a note is not tagged as one"),
    _person("19-002", "注号没有标为引用", "the call of a note is not tagged as a reference"),
    _program("19-003", "注释没有标识", "a note has no name of its own"),
    _program("19-004", "注释标识重复", "two notes have the same name"),
    _program("20-001", "可选内容的配置没有名称", "a configuration of layers has no name"),
    _program("20-002", "可选内容的默认配置没有名称", "the default configuration of layers has no name"),
    _program("20-003", "可选内容随用途自动变化", "layers change by themselves"),
    _program("21-001", "附件没有文件名", "an attached file has no name"),
    _person("22-001", "文章线索次序不合理", "article threads are not in the order of reading"),
    _nobody("23-001", "数字签名（无另外的条件）", "digital signatures (no condition of their own)"),
    _person("24-001", "非交互表单没有标明", "a form on paper is not tagged as one"),
    _program("25-001", "使用动态 XFA 表单", "the file has a dynamic XFA form"),
    _program("26-001", "加密字典没有权限项", "the encryption has no permissions"),
    _program("26-002", "加密后读屏软件不能读取", "the encryption shuts assistive technology out"),
    _nobody("27-001", "导航（无另外的条件）", "navigation (no condition of its own)"),
    _person("28-001", "批注不在阅读次序之中", "an annotation is out of the order of reading"),
    _program("28-002", "批注不在 Annot 元素之中", "an annotation does not stand in an Annot element"),
    _person(
        "28-003",
        "只作装饰的批注没有标明用途",
        "an annotation used as decoration is not tagged for what it does",
    ),
    _program("28-004", "批注没有说明", "an annotation has no description"),
    _program("28-005", "表单字段没有名称", "a form field has no name for readers"),
    _program("28-006", "批注类型没有定义", "an annotation is of a kind that is not defined"),
    _program("28-007", "有陷印批注", "there is a trap network annotation"),
    _program("28-008", "有批注的页面没有跳转次序", "a page with annotations has no tab order"),
    _program(
        "28-009", "有批注的页面跳转次序不依结构", "the tab order of a page does not follow the structure"
    ),
    _program("28-010", "表单控件不在 Form 元素之中", "a form control does not stand in a Form element"),
    _program("28-011", "链接不在 Link 元素之中", "a link does not stand in a Link element"),
    _program("28-012", "链接没有说明", "a link has no description"),
    _person("28-013", "图像地图没有另一种途径", "an image map has no other way"),
    _program("28-014", "媒体片段没有类型", "a media clip has no type"),
    _program("28-015", "媒体片段没有说明", "a media clip has no description"),
    _program("28-016", "附件批注没有文件名", "an attachment in the text has no file name"),
    _program("28-017", "印刷标记进入了结构", "a printer's mark stands in the structure"),
    _program("28-018", "印刷标记没有标为装饰", "a printer's mark is not marked as decoration"),
    _person("29-001", "脚本限定按键时间", "a script wants keys in a given time"),
    _program("30-001", "引用了外部页面", "a page of another file is referred to"),
    _program("30-002", "有标记的表单对象被多次使用", "a form with tagged content is used more than once"),
    _program("31-001", "字体与编码的字符集登记者不同", "font and encoding name different registries"),
    _program("31-002", "字体与编码的字符集次序不同", "font and encoding name different orderings"),
    _program(
        "31-003", "字体的字符集版本低于编码", "the supplement of a font is lower than that of its encoding"
    ),
    _program("31-004", "字形对应表无效", "the table of glyphs of a font is not valid"),
    _program("31-005", "没有字形对应表", "a font has no table of glyphs"),
    _program("31-006", "编码表未内嵌", "an encoding is neither predefined nor embedded"),
    _program(
        "31-007", "编码表的书写方向自相矛盾", "an encoding contradicts itself about the direction of writing"
    ),
    _program("31-008", "编码表引用了未定义的编码表", "an encoding refers to another that is not defined"),
    _program("31-009", "字体未内嵌", "a font is not embedded"),
    _program("31-010", "内嵌字体缺少所用字形", "an embedded font lacks a glyph that is used"),
    _program("31-011", "字符表缺少字体中的字形", "the list of characters lacks a glyph of the font"),
    _program(
        "31-012", "字符表列有字体中没有的字形", "the list of characters has a glyph that the font lacks"
    ),
    _program("31-013", "CIDSet 缺少字形", "the CIDSet lacks a glyph of the font"),
    _program("31-014", "CIDSet 列有字体中没有的字形", "the CIDSet has a glyph that the font lacks"),
    _program("31-015", "字宽与内嵌字体不符", "a width is not that of the embedded font"),
    _program("31-016", "非符号 TrueType 字体没有可用的 cmap", "a non-symbolic TrueType font has no fit cmap"),
    _program(
        "31-017", "非符号 TrueType 字体查不到字形", "a glyph of a non-symbolic TrueType font cannot be found"
    ),
    _program("31-018", "非符号 TrueType 字体没有编码", "a non-symbolic TrueType font has no encoding"),
    _program(
        "31-019",
        "非符号 TrueType 字体的编码没有基础",
        "the encoding of a non-symbolic TrueType font has no base",
    ),
    _program(
        "31-020",
        "非符号 TrueType 字体的编码不在规定之列",
        "the encoding of a non-symbolic TrueType font is not one of the two allowed",
    ),
    _program(
        "31-021",
        "编码差异中有未定义的字形名",
        "an encoding names a glyph that is not in the Adobe Glyph List",
    ),
    _program(
        "31-022",
        "有编码差异而字体没有 Unicode cmap",
        "an encoding has differences and the font no Unicode cmap",
    ),
    _program("31-023", "符号 TrueType 字体有编码", "a symbolic TrueType font has an encoding"),
    _program("31-024", "符号 TrueType 字体没有 cmap", "a symbolic TrueType font has no cmap"),
    _program(
        "31-025",
        "符号 TrueType 字体有多个 cmap 而无 (3,0)",
        "a symbolic TrueType font has several cmaps and none is (3,0)",
    ),
    _program("31-026", "符号 TrueType 字体的 cmap 不适用", "the cmap of a symbolic TrueType font is unfit"),
    _program("31-027", "字体没有 ToUnicode", "a font has no table of characters (ToUnicode)"),
    _program("31-028", "ToUnicode 中有零值", "a character stands for U+0000"),
    _program("31-029", "ToUnicode 中有 U+FEFF 或 U+FFFE", "a character stands for U+FEFF or U+FFFE"),
    _program("31-030", "使用了 .notdef 字形", "the glyph for missing characters is used"),
)

BY_ID: Mapping[str, Condition] = {one.id: one for one in CONDITIONS}
