"""The structure tree of a PDF: figures described, tables with heads, notes with names, every language true.

Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1), 7.2, 7.3, 7.4, 7.5 and 7.9; WCAG 2.1, 3.1.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Object, Pdf

from reportpub.checks.pdf_words import Words, words
from reportpub.findings import Finding, error

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile("[A-Za-z]{2,}")
_HEADING = re.compile("/H([1-6])")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_HEADINGS = (f"/H{level}" for level in range(1, 7))
_BLOCKS = frozenset({"/P", "/LI", "/TD", "/TH", "/Caption", "/Note", "/TOCI", *_HEADINGS})
"""Types whose text is judged as a whole."""

_HAN_IN_ENGLISH = 3
_WORDS_IN_CHINESE = 8
"""A Chinese block may be a name or an address; as many words without one Chinese character are English."""


@dataclass(slots=True)
class _Block:
    page: int
    kind: str
    said: dict[str, str] = field(default_factory=dict)
    """The text in each language."""


@dataclass(slots=True)
class _Tree:
    pages: dict[tuple[int, int], int]
    words: Words
    found: list[Finding] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)
    level: int = 0
    notes: set[str] = field(default_factory=set)

    def element(self, element: Object, block: _Block, language: str, page: Object | None) -> None:
        kind = str(element["/S"])
        page = element.get("/Pg", page)
        number = self.pages.get(page.objgen, 0) if page is not None else 0
        if "/Lang" in element:
            language = str(element["/Lang"])
            if not _LANGUAGE.fullmatch(language):
                self._error("pdf/language-tag", f"page {number}: {language!r} is no language")
        if kind in _BLOCKS:
            block = _Block(number, kind[1:])
            self.blocks.append(block)
        self._judge(element, kind, number)
        held = element.get("/K")
        for child in [*held] if isinstance(held, Array) else [] if held is None else [held]:
            if isinstance(child, Dictionary):
                if "/S" in child:
                    self.element(child, block, language, page)
                elif "/MCID" in child:
                    text = self.words.text.get((child["/Pg"].objgen, int(child["/MCID"])), "")
                    block.said[language] = block.said.get(language, "") + text
            elif page is not None:
                text = self.words.text.get((page.objgen, int(child)), "")
                block.said[language] = block.said.get(language, "") + text

    def _judge(self, element: Object, kind: str, number: int) -> None:
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            self._error("pdf/figure-alt", f"page {number}: a figure has no description")
        if kind == "/TH" and "/Scope" not in _attributes(element):
            self._error("pdf/header-scope", f"page {number}: a table head does not say what it heads")
        if kind == "/Note":
            name = str(element.get("/ID", ""))
            if not name or name in self.notes:
                self._error("pdf/note-name", f"page {number}: a note has no name of its own")
            self.notes.add(name)
        if heading := _HEADING.fullmatch(kind):
            level = int(heading[1])
            if level > self.level + 1:
                message = f"page {number}: a heading of level {level} after one of level {self.level}"
                self._error("pdf/heading-level", message)
            self.level = level

    def _error(self, code: str, message: str) -> None:
        self.found.append(error(code, message))


def check_structure(pdf: Pdf) -> Iterator[Finding]:
    """Yield a finding for each fault of the structure tree, and for what is painted outside of it."""
    known = words(pdf)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    tree = _Tree(pages, known)
    top = pdf.Root["/StructTreeRoot"].get("/K", Array())
    for element in [*top] if isinstance(top, Array) else [top]:
        tree.element(element, _Block(0, "document"), str(pdf.Root.get("/Lang", "")), None)
    yield from tree.found
    for number, times in known.unmarked.items():
        hint = "opacity does this; use a tint instead"
        message = f"page {number}: {times} things painted are neither text nor decoration"
        yield error("pdf/unmarked", message, None, hint)
    if tree.level == 0:
        yield error("pdf/no-heading", "the document has no heading")
    for block in tree.blocks:
        for language, text in block.said.items():
            yield from _language(block, language.lower(), text)


def _language(block: _Block, language: str, text: str) -> Iterator[Finding]:
    han, latin = len(_HAN.findall(text)), len(_WORD.findall(text))
    place = f"page {block.page}, {block.kind}"
    if not language.startswith("zh") and han >= _HAN_IN_ENGLISH:
        yield error("pdf/language", f"{place}: Chinese is marked {language or 'as nothing'}: {text[:40]}")
    if language.startswith("zh") and not han and latin >= _WORDS_IN_CHINESE:
        yield error("pdf/language-zh", f"{place}: English is marked {language}: {text[:40]}")


def _attributes(element: Object) -> Object:
    attributes = element.get("/A", Dictionary())
    return attributes if isinstance(attributes, Dictionary) else Dictionary()
