"""The text of a finished Word file as python-docx, a reader that is not ours, finds it."""

from __future__ import annotations

import io

from docx import Document
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH = _W + "t", _W + "p"
_BREAKS = frozenset([_W + "br", _W + "cr"])
_MARKS = {_W + "tab": " ", _W + "noBreakHyphen": "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml")


def word_paragraphs(data: bytes) -> tuple[str, ...]:
    """Return the lines of the body in order, those of tables and boxes included, then those of the notes.

    A line break within a paragraph ends a line, because many write one language above the other that way.
    """
    document = Document(io.BytesIO(data))
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    notes = [etree.fromstring(parts[name].blob) for name in _NOTES if name in parts]
    return tuple(
        line
        for body in (document.element.body, *notes)
        for p in body.iter(_PARAGRAPH)
        if next(p.iterancestors(_FALLBACK), None) is None
        for line in _lines(p).splitlines() or ("",)
    )


def _lines(paragraph: etree._Element) -> str:
    """Return the text of a paragraph itself, without that of a text box anchored in it."""
    words = []
    for node in paragraph.iter():
        if next(node.iterancestors(_PARAGRAPH), None) is not paragraph:
            continue
        if node.tag == _TEXT:
            words.append(str(node.text or ""))
        elif node.tag in _BREAKS:
            words.append("\n")
        else:
            words.append(_MARKS.get(str(node.tag), ""))
    return "".join(words)


def word_parts(data: bytes) -> tuple[str, ...]:
    """Return the text of the body, then that of the notes; a package that is not whole is an error."""
    document = Document(io.BytesIO(data))
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    bodies = [document.element]
    if _NOTES[0] in parts:
        bodies.append(etree.fromstring(parts[_NOTES[0]].blob))
    return tuple("".join(str(t.text or "") for t in body.iter(_TEXT)) for body in bodies)
