"""What readers extract from a finished PDF, and whether a paragraph stands in it exactly.

Only what setting in lines must change is undone: the end of a line, which stands for a space or for nothing,
and the hyphen of a word divided there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from reportpub.edition.edition import Edition
from reportpub.model.blocks import Block, Callout, List, Note, Paragraph, Quote
from reportpub.model.report import Arrangement
from reportpub.model.text import Emph, Inlines, Lang, Link, NoteMark, Passage, Shown, Strong, plain
from reportpub.programs import find, run

PAGE_END = "\x0c"
SOFT = "\u00ad\x02\ufffe"
"""A soft hyphen, and what PDFium writes in the place of any hyphen that ends a line."""
SURE = "\u00ad"
_LINE_END = re.compile(r"[\r\n]+|(?<=[\x02\ufffe])")
_TIGHT = re.compile("[-–—/“”‘’]$|^[“”‘’]|[.,;:)]\\d")
"""Where a line may end without a space: after a dash, beside a Chinese quotation mark, before a note mark."""
_MARK = re.compile(r"^(?:•|\d+\.?) ?")
"""What stands before an item of a list or a note."""
_FIRST_HAN = "\u2e80"
_STOPS = "。！？：.!?:"

Pages: TypeAlias = tuple[tuple[str, ...], ...]
"""The lines of each page."""


def lines(pages: Iterator[str] | tuple[str, ...]) -> Pages:
    """Return the lines of each page as extracted, without empty ones."""
    return tuple(tuple(line for line in _LINE_END.split(page) if line.strip()) for page in pages)


def pdftotext(pdf: Path) -> tuple[str, ...]:
    """Return the text of each page as poppler reads it, in the order in which it is drawn."""
    done = run(find("pdftotext"), ["-raw", "-enc", "UTF-8", pdf.name, "-"], cwd=pdf.parent, timeout=120)
    assert done.ok, done.complaint
    return tuple(done.stdout.decode("utf-8").split(PAGE_END)[:-1])


def paragraphs(edition: Edition) -> Iterator[tuple[str, Lang, str]]:
    """Yield every paragraph of running text: block, language, and the words with the marks of their notes.

    On facing pages leads stand beside their paragraphs, each a text of its own.
    """
    beside = edition.spec.arrangement is Arrangement.FACING
    for part in edition.parts:
        for chapter in part.chapters:
            for block in (*chapter.blocks, *chapter.notes.values()):
                for passage, lead in _running(block):
                    if lead and beside:
                        yield block.id, lead.lang, plain(lead.inlines)
                    before = "" if beside else _lead(lead)
                    yield block.id, passage.lang, before + _marked(passage.inlines)


def sides(edition: Edition) -> frozenset[str]:
    """Return the leads that stand beside paragraphs, on facing pages."""
    if edition.spec.arrangement is not Arrangement.FACING:
        return frozenset()
    blocks = (block for part in edition.parts for chapter in part.chapters for block in chapter.blocks)
    return frozenset(
        plain(lead.inlines) for block in blocks for _, lead in _running(block) if lead is not None
    )


def apart(pages: Pages, beside: frozenset[str]) -> Pages:
    """Part what a reader takes for one line: a paragraph, and the lead on the same height beside it."""
    return tuple(tuple(part for line in page for part in _parted(line, beside)) for page in pages)


def _parted(line: str, beside: frozenset[str]) -> tuple[str, ...]:
    for lead in beside:
        if line.startswith(f"{lead} "):
            return lead, line.removeprefix(f"{lead} ")
        if line.endswith(f".{lead}"):
            return line.removesuffix(lead), lead
    return (line,)


def _running(block: Block[Shown]) -> Iterator[tuple[Passage, Passage | None]]:
    """Yield the running text of a block, each with its lead."""
    match block:
        case Paragraph(text=text, lead=lead):
            yield from ((passage, lead.of(passage.lang) if lead else None) for passage in text.passages)
        case List(items=items):
            yield from ((passage, None) for item in items for passage in item.passages)
        case Quote(text=text) | Callout(text=text) | Note(text=text):
            yield from ((passage, None) for passage in text.passages)
        case _:
            pass


def _lead(lead: Passage | None) -> str:
    if lead is None:
        return ""
    said = plain(lead.inlines)
    stop = "" if said.endswith(tuple(_STOPS)) else "。" if lead.lang is Lang.ZH else "."
    return said + stop + (" " if lead.lang is Lang.EN else "")


def _marked(inlines: Inlines) -> str:
    said = ""
    for inline in inlines:
        match inline:
            case NoteMark(number=number):
                said += str(number)
            case Emph(children) | Strong(children) | Link(children):
                said += _marked(children)
            case _:
                said += plain((inline,))
    return said


def exact(said: str, pages: Pages) -> bool:
    """Tell whether a paragraph stands in a file whole: from a line start to a line end, all its own."""
    return any(
        _goes_on(said, pages, at, number, begin)
        for at, page in enumerate(pages)
        for number, line in enumerate(page)
        for begin in {line, _MARK.sub("", line)}
        if begin[:1] == said[:1]
    )


def _goes_on(said: str, pages: Pages, at: int, number: int, line: str) -> bool:
    """Tell whether a text begins with a line and goes on with the next, or with a line of the next page."""
    while (rest := _after(said, line)) is not None:
        if not rest:
            return True
        said, number = rest, number + 1
        line = pages[at][number] if number < len(pages[at]) else ""
        if _after(said, line) is None:
            following = pages[at + 1] if at + 1 < len(pages) else ()
            return any(_goes_on(said, pages, at + 1, *one) for one in enumerate(following))
    return False


def _after(said: str, line: str) -> str | None:
    """Return what is left of a text after a line, or nothing where the line is not what it begins with."""
    words = line.strip(" ").rstrip(SOFT)
    if not words or not said.startswith(words):
        return None
    rest = said[len(words) :]
    if line.endswith(tuple(SOFT)):
        # PDFium does not tell whether the hyphen is one of the text.
        return rest.removeprefix("-") if SURE not in line else rest
    if not rest or rest.startswith(" "):
        return rest[1:]
    beside = _TIGHT.search(words[-1]) or _TIGHT.search(rest[0]) or _TIGHT.search(words[-1] + rest[0])
    tight = beside or max(words[-1], rest[0]) >= _FIRST_HAN
    return rest if tight and not line.endswith(" ") else None
