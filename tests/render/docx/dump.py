"""A Word file as plain text: for every paragraph its style, its bookmarks and what it says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.render.docx import sample

from reportpub.render.docx.file import docx_bytes

EXPECTED = Path(__file__).parent / "expected"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def dump(data: bytes) -> str:
    """Return the text and the footnotes of a Word file, one paragraph a line."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = {
            style.get(f"{W}styleId", ""): _val(style.find(f"{W}name"))
            for style in _root(archive, "word/styles.xml").iter(f"{W}style")
        }
        lines = [line(p, styles) for p in _root(archive, "word/document.xml").iter(f"{W}p")]
        notes = [line(p, styles) for p in _root(archive, "word/footnotes.xml").iter(f"{W}p")]
    return "\n".join([*lines, "--- footnotes", *notes, ""])


def write_expected() -> None:
    """Write what the sample gives now; read the difference before you keep it."""
    for name in sample.LANGUAGES:
        told = dump(docx_bytes(sample.edition(name), sample.pictures()))
        (EXPECTED / f"{name}.txt").write_text(told, encoding="utf-8")


def _root(archive: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.XML(archive.read(name))


def _val(element: ET.Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def line(paragraph: ET.Element, styles: dict[str, str]) -> str:
    """Return the style, the bookmarks and the words of a paragraph; a style without a name has its id."""
    style = styles.get(identifier := _val(paragraph.find(f"{W}pPr/{W}pStyle")), identifier)
    marks = " ".join(mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart"))
    return f"{style} | {marks} | {''.join(_words(paragraph))}"


def _words(paragraph: ET.Element) -> Iterator[str]:
    for element in paragraph.iter():
        match element.tag.removeprefix(W):
            case "t":
                yield element.text or ""
            case "instrText":
                yield "{" + (element.text or "").strip() + "}"
            case "tab":
                yield "" if element.get(f"{W}pos") else "\t"
            case "footnoteReference":
                yield f"[{element.get(f'{W}id')}]"
            case "drawing":
                yield "[drawing]"
            case "sectPr":
                yield "[section]"
            case _:
                pass


if __name__ == "__main__":
    write_expected()
