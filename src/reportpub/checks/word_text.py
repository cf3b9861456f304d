"""The text of a finished Word file as python-docx, a reader that is not ours, finds it."""

from __future__ import annotations

import io

from docx import Document
from lxml import etree

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_NOTES = "/word/footnotes.xml"


_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def word_paragraphs(data: bytes) -> tuple[str, ...]:
    """Return the text of each paragraph of the body in order, those of tables included."""
    body = Document(io.BytesIO(data)).element.body
    return tuple("".join(str(t.text or "") for t in p.iter(_TEXT)) for p in body.iter(_PARAGRAPH))


def word_parts(data: bytes) -> tuple[str, ...]:
    """Return the text of the body, then that of the notes; a package that is not whole is an error."""
    document = Document(io.BytesIO(data))
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    bodies = [document.element]
    if _NOTES in parts:
        bodies.append(etree.fromstring(parts[_NOTES].blob))
    return tuple("".join(str(t.text or "") for t in body.iter(_TEXT)) for body in bodies)
