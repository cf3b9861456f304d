"""The small change of WordprocessingML: text, runs, fields, paragraphs and bookmarks as strings.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.13.6 (bookmarks), 17.16 (fields).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from reportpub.findings import ToolError, error
from reportpub.model.text import Lang
from reportpub.sentences import say

PROLOGUE: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The main namespace, as parsed elements carry it."""
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{RELATIONS}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{DRAWING}"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
LONGEST_NAME: Final = 40
"""Characters Word allows in the name of a bookmark."""

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff&<>\"]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_AMBIGUOUS = re.compile("[“”‘’—…·]")
_NOTABLE = re.compile(f"{_UNFIT.pattern}|{_AMBIGUOUS.pattern}")


def escaped(text: str) -> str:
    """Return text fit for XML content and attributes; `ToolError` on a character XML cannot carry."""
    if not _UNFIT.search(text):
        return text
    if bad := _FORBIDDEN.search(text):
        hint = say("retype the passage; such characters come from copying out of PDF or old Word files")
        near = text[max(bad.start() - 10, 0) : bad.start()]
        message = say("U+{code:04X} after “{near}” cannot stand in a Word file", code=ord(bad[0]), near=near)
        raise ToolError((error("docx/control-character", message, None, hint),))
    return escape(text, {'"': "&quot;"})


def run(text: str, lang: Lang, style: str = "", fonts: str = "", rest: str = "") -> str:
    """Return a run; Chinese quotes, dashes and dots are told to come from the Chinese face.

    `fonts` are attributes of w:rFonts, `rest` the run properties that follow it in schema order.
    """
    if not text:
        return ""
    if _NOTABLE.search(text):
        if lang is Lang.ZH and _AMBIGUOUS.search(text):
            fonts = f'w:hint="eastAsia"{fonts}'
        text = escaped(text)
    return f'<w:r>{_properties(style, fonts, rest)}<w:t xml:space="preserve">{text}</w:t></w:r>'


@cache
def _properties(style: str, fonts: str, rest: str) -> str:
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties += f"<w:rFonts {fonts.strip()}/>" if fonts else ""
    properties += rest
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def field(instruction: str, cached: str) -> str:
    """Return a complex field with the text it shows until it is updated; one run per piece, as WPS needs."""
    return field_start(instruction) + cached + field_end()


def field_start(instruction: str) -> str:
    """Return the opening of a complex field, up to where its cached result starts."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """Return the closing of a complex field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def paragraph(style: str, content: str, extra: str = "") -> str:
    """Return a paragraph in a style; `extra` holds paragraph properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def tab() -> str:
    """Return a tabulator."""
    return "<w:r><w:tab/></w:r>"
