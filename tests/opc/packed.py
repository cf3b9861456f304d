"""Packages as strangers send them: whole ones, and ones that are meant to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def rels(*threads: tuple[str, str, str] | tuple[str, str, str, str]) -> str:
    """Return a part of relationships; each is id, kind, target and, for what lies outside, External."""
    said = "".join(
        f'<Relationship Id="{one[0]}" Type="{OFFICE}/{one[1]}" Target="{one[2]}"'
        + (f' TargetMode="{one[3]}"' if len(one) == 4 else "")
        + "/>"
        for one in threads
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}">{said}</Relationships>'


WHOLE: Mapping[str, str] = {
    "[Content_Types].xml": XML
    + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": f'{XML}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>文</w:t></w:r></w:p>'
    "</w:body></w:document>",
    "word/_rels/document.xml.rels": rels(
        ("rId1", "styles", "styles.xml"), ("rId2", "hyperlink", "https://example.org/", "External")
    ),
    "word/styles.xml": f'{XML}<w:styles xmlns:w="{WORD}"/>',
}
"""The parts of a Word file that nobody need fear."""


def packed(parts: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return some parts as a zip."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return into.getvalue()


def with_parts(**parts: str | bytes) -> bytes:
    """Return the whole file with parts added or changed; / is written __ and . is written _dot_."""
    return packed({**WHOLE, **{k.replace("__", "/").replace("_dot_", "."): v for k, v in parts.items()}})


def lying(data: bytes, name: str, size: int) -> bytes:
    """Return a zip whose table of contents gives a member another size than it has."""
    at = data.rindex(name.encode(), 0, data.rindex(b"PK\x05\x06")) - 46
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]
