"""The names of Word's own styles, in the English of every file and in the Chinese some programs write.

Word keeps the English name in the file whatever language its surface has; WPS, translators and old
converters write what they show. Source: ECMA-376 part 1, 17.7.4.9 (style names), 17.7.4.5 (latent styles).
"""

from __future__ import annotations

from typing import Final

BUILT_IN: Final = frozenset(
    (
        "Normal", "heading 1", "heading 2", "heading 3", "Title", "Subtitle", "Date", "Body Text",
        "List Bullet", "List Number", "Quote", "caption", "footnote text", "footnote reference", "header",
        "footer", "toc 1", "toc 2", "TOC Heading", "Hyperlink", "Strong", "Emphasis",
        "Default Paragraph Font", "Normal Table", "No List", "annotation text", "annotation reference",
    )
)  # fmt: skip
"""Those of Word's own styles that a report is set in; every other style is declared as ours."""

WISHED: Final = (
    "heading 1", "heading 2", "heading 3", "Title", "Body Text", "List Bullet", "List Number", "Quote",
    "caption", "footnote text", "header", "footer", "toc 1", "toc 2",
)  # fmt: skip
"""The styles of a reference document that a reader would miss."""

_CHINESE: Final = {
    "正文": "Normal",
    "标准": "Normal",
    "标题": "Title",
    "标题 1": "heading 1",
    "标题 2": "heading 2",
    "标题 3": "heading 3",
    "副标题": "Subtitle",
    "日期": "Date",
    "正文文本": "Body Text",
    "列表项目符号": "List Bullet",
    "列表编号": "List Number",
    "引用": "Quote",
    "题注": "caption",
    "脚注文本": "footnote text",
    "脚注引用": "footnote reference",
    "页眉": "header",
    "页脚": "footer",
    "目录 1": "toc 1",
    "目录 2": "toc 2",
    "toc 标题": "TOC Heading",
    "目录标题": "TOC Heading",
    "超链接": "Hyperlink",
    "要点": "Strong",
    "强调": "Emphasis",
    "默认段落字体": "Default Paragraph Font",
    "普通表格": "Normal Table",
    "无列表": "No List",
    "批注文字": "annotation text",
    "批注引用": "annotation reference",
}
_OTHER: Final = {
    "text body": "Body Text",
    "standard": "Normal",
    "quotations": "Quote",
    "footnote": "footnote text",
}
"""What LibreOffice calls them on its surface."""


def _plain(name: str) -> str:
    """Return a name as two programs would agree on it: one space, small letters, no full-width figures."""
    spaced = " ".join(name.translate(_FIGURES).replace("\u3000", " ").lower().split())
    head, tail = spaced.rstrip("123"), spaced[len(spaced.rstrip("123")) :]
    return f"{head.rstrip()} {tail}" if tail and not head.isascii() else spaced


_FIGURES: Final = {ord(wide): str(number) for number, wide in enumerate("０１２３４５６７８９")}
_KNOWN: Final = {
    **{_plain(name): name for name in BUILT_IN},
    **{_plain(name): built_in for name, built_in in (_CHINESE | _OTHER).items()},
}


def canonical(name: str) -> str:
    """Return the name by which a style is found: `heading 1` for `标题1` and `Heading 1`."""
    plain = _plain(name)
    return _KNOWN.get(plain, plain)
