"""XML from a stranger: read without entities, without the network and within limits.

Source: ECMA-376 part 2, 8.1.4: a part has no document type declaration. Nothing of one is ever looked at.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from reportpub.findings import ContentError, Span, error
from reportpub.sentences import say

Element: TypeAlias = etree._Element  # noqa: SLF001 - the library has no public name for it
"""An element of a part, with those below it."""

LARGEST = 32 * 1024 * 1024
"""Bytes of one part of XML; a report of 340 pages has 5 MB."""
MOST_MARKS = 3_000_000
"""Tags and attributes in one part, counted by their signs, which bounds what the tree takes in memory."""

_OOXML = b"http://schemas.openxmlformats.org/"
_STRICT = tuple(
    (b"http://purl.oclc.org/ooxml/" + strict, _OOXML + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
    )
)
"""The names of the strict form of the standard, and those every reader knows (ISO/IEC 29500-1 and -4)."""


def parsed(data: bytes, file: str, part: str) -> Element:
    """Return the root of a part; `ContentError` when it is too large, declares entities or is no XML.

    The names of the strict form of the standard are read as the usual ones.
    """
    if len(data) > LARGEST or data.count(b"<") + data.count(b"=") > MOST_MARKS:
        hint = say("cut the manuscript into two files")
        raise ContentError(
            (
                error(
                    "package/too-large",
                    say("its part {part} holds too much XML", part=part),
                    Span(file),
                    hint,
                ),
            )
        )
    for strict, usual in _STRICT if b"purl.oclc.org" in data else ():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        line = getattr(broken, "lineno", None) or 1
        message = say("its part {part} is no XML that can be read (line {line})", part=part, line=line)
        hint = say("open it in Word or WPS and save it as .docx once more")
        raise ContentError((error("package/xml", message, Span(file), hint),)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        message = say(
            "its part {part} declares a document type or entities, which no file of Word does", part=part
        )
        raise ContentError(
            (error("package/dtd", message, Span(file), say("do not open it; ask who sent it")),)
        )
    return root


def written(root: Element) -> str:
    """Return an element as XML, without a head; what it holds may come from a stranger."""
    return str(etree.tostring(root, encoding="unicode"))
