"""An edition as Markdown, as far as that goes: the same content for another writer of Word files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from reportpub.edition.edition import Edition, Part, Plot
from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    Figure,
    Heading,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Table,
)
from reportpub.model.text import (
    BlockCite,
    Emph,
    FactCite,
    Figures,
    Inline,
    Lang,
    Link,
    Named,
    NoteCall,
    NoteMark,
    Pointer,
    Shown,
    Str,
    Strong,
    TermCite,
)
from reportpub.render.docx.inlines import spoken


def markdown(edition: Edition) -> str:
    """Return the parts of an edition, each in its first language; a chart is a table of its values."""
    title = _said(edition.metadata.title, edition.languages[0])
    told = [f"% {title}", *(block for part in edition.parts for block in _part(part, edition))]
    return "\n\n".join(told) + "\n"


def _part(part: Part, edition: Edition) -> Iterator[str]:
    lang = part.languages[0]
    for chapter in part.chapters:
        for block in (chapter.title, *chapter.blocks, *chapter.notes.values()):
            yield from _block(block, lang, edition.plots.get(block.id))


def _block(block: Block[Shown], lang: Lang, plot: Plot | None) -> Iterator[str]:
    match block:
        case Heading(id=name, level=level, text=text):
            yield f"{'#' * level} {_said(text, lang)} {{#{name}-{lang.key}}}"
        case Paragraph(text=text, lead=lead):
            yield f"**{_said(lead, lang)}** {_said(text, lang)}" if lead else _said(text, lang)
        case List(ordered=ordered, items=items):
            yield "\n".join(f"{'1.' if ordered else '-'} {_said(item, lang)}" for item in items)
        case Quote(text=text, source=source) | Callout(text=text, title=source):
            yield "\n>\n".join(f"> {_said(each, lang)}" for each in (text, source) if each)
        case Table():
            rows = [[_said(cell, lang) for cell in row.cells] for row in block.rows]
            yield _table([_said(column, lang) for column in block.columns], rows)
            yield f": {_said(block.title, lang)}"
            yield from (_said(text, lang) for text in (block.unit, block.source) if text)
        case Figure():
            yield from (_said(text, lang) for text in (block.title, block.source, block.alt) if text)
        case Chart():
            points = [point for series in plot.series for point in series.points] if plot else []
            rows = [[_said(point.category, lang), point.words[lang]] for point in points]
            yield _table([_said(block.title, lang), ""], rows)
            yield from (_said(text, lang) for text in (block.alt, block.source) if text)
        case KeyFigures(items=items):
            yield _table([_said(i.value, lang) for i in items], [[_said(i.label, lang) for i in items]])
        case Note(id=name, text=text):
            yield f"[^{name}-{lang.key}]: {_said(text, lang)}"
        case _:
            assert_never(block)


def _table(heads: list[str], rows: list[list[str]]) -> str:
    ruled = ["---"] * len(heads)
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ruled, *rows))


def _said(text: Shown, lang: Lang) -> str:
    return _inlines(spoken(text, lang).inlines, lang)


def _inlines(children: Iterable[Inline], lang: Lang) -> str:
    return "".join(_inline(child, lang) for child in children)


def _inline(inline: Inline, lang: Lang) -> str:
    match inline:
        case Str(text) | Figures(_, _, text):
            return text
        case Emph(children):
            return f"*{_inlines(children, lang)}*"
        case Strong(children):
            return f"**{_inlines(children, lang)}**"
        case Link(children, url):
            return f"[{_inlines(children, lang)}]({url})"
        case Named(_, text, title):
            return f"*{text}*" if title else text
        case Pointer(block, text):
            return f"[{text}](#{block}-{lang.key})"
        case NoteMark(note):
            return f"[^{note}-{lang.key}]"
        case NoteCall() | FactCite() | TermCite() | BlockCite():
            return ""
        case _:
            assert_never(inline)
