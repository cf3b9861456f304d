"""A Markdown text as a manuscript: headings, lists, tables and notes by their marks (CommonMark, GFM)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportpub.findings import Span, warning
from reportpub.manuscript.elements import Cell, Element, Item, LeftOut, Manuscript, Paragraph, Run, Table
from reportpub.manuscript.encodings import decoded
from reportpub.sentences import say

_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ ]{2,}|\t).*)*)", re.MULTILINE)
_CALL = re.compile(r"\[\^([^\]\s]+)\]")
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def markdown_manuscript(data: bytes, file: str) -> Manuscript:
    """Return the manuscript in a Markdown text; `ContentError` when it is empty or cannot be read."""
    text, encoding = decoded(data, file)
    remarks = []
    if encoding != "utf-8":
        message = say("the text was read as {encoding}", encoding=encoding.upper())
        remarks.append(
            warning("adopt/encoding-guessed", message, Span(file), say("look whether it reads right"))
        )
    notes = {}
    for found in _NOTE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        words = " ".join(found[2].split())
        notes[f"note-{found[1]}"] = (Paragraph(runs=(Run(words),), span=Span(file, line)),)
    # Blanked, not cut, so that lines keep their numbers.
    body = _NOTE.sub(lambda found: "\n" * found[0].count("\n"), text)
    left: list[LeftOut] = []
    elements = tuple(_elements(_PARSER.parse(body), file, left))
    return Manuscript(file=file, elements=elements, notes=notes, left_out=tuple(left), remarks=tuple(remarks))


def _elements(tokens: Sequence[Token], file: str, left: list[LeftOut]) -> Iterator[Element]:
    lists: list[Item] = []
    level, begun, at = 0, False, 0
    while at < len(tokens):
        token = tokens[at]
        span = Span(file, token.map[0] + 1 if token.map else 1)
        match token.type:
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "bullet_list_open":
                lists.append(Item.BULLET)
            case "ordered_list_open":
                lists.append(Item.NUMBER)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                begun = True
            case "inline":
                item = lists[-1] if lists and begun else Item.NONE
                begun = False
                runs = tuple(_runs(token.children or (), left, span))
                yield Paragraph(runs=runs, span=span, level=level, item=item)
            case "fence" | "code_block" | "html_block":
                for line in token.content.splitlines():
                    yield Paragraph(runs=(Run(line),), span=span)
            case "table_open":
                end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                yield _table(tokens[at:end], left, span)
                at = end
            case _:
                pass
        at += 1


def _table(tokens: Sequence[Token], left: list[LeftOut], span: Span) -> Table:
    rows: list[list[Cell]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            runs = tuple(_runs(token.children or (), left, span))
            rows[-1].append(Cell((Paragraph(runs=runs, span=span),)))
    return Table(tuple(tuple(row) for row in rows), span)


def _runs(tokens: Sequence[Token], left: list[LeftOut], span: Span) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += 1 if token.nesting > 0 else -1
            case "em_open" | "em_close":
                italic += 1 if token.nesting > 0 else -1
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                yield Run("\n")
            case "image":
                left.append(LeftOut("picture", f"{token.content} {token.attrGet('src')}", span))
            case _:
                yield from _words(token.content, Run("", bold > 0, italic > 0, link))


def _words(text: str, look: Run) -> Iterator[Run]:
    """Yield words with the calls of notes in them apart."""
    at = 0
    for call in _CALL.finditer(text):
        yield Run(text[at : call.start()], look.bold, look.italic, look.link)
        yield Run("", note=f"note-{call[1]}")
        at = call.end()
    yield Run(text[at:], look.bold, look.italic, look.link)
