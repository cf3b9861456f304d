"""The contents: chapters and their headings, with page numbers the layout fills in."""

from __future__ import annotations

from html import escape

from reportpub.edition.edition import Edition, Part
from reportpub.model.anchors import anchor
from reportpub.model.blocks import Heading
from reportpub.model.text import Inlines, Lang, Link, NoteMark, Passage, Pointer, Shown
from reportpub.render.html.context import Context
from reportpub.render.html.inlines import inline
from reportpub.render.html.setting import GRID, TEXT


def contents(edition: Edition) -> str:
    """Return the contents of every part; a sequential edition lists its languages one after the other."""
    return "\n".join(contents_of(edition, shown) for shown in edition.parts)


def contents_of(edition: Edition, shown: Part) -> str:
    """Return the contents of one part."""
    lines: list[str] = []
    for chapter in shown.chapters:
        context = Context(edition, shown, chapter.notes, {})
        lines.append(_entry(chapter.title, context))
        lines += [_entry(b, context) for b in chapter.blocks if isinstance(b, Heading)]
    return f'<div class="contents-part"{GRID}>{"".join(lines)}</div>'


def _entry(heading: Heading[Shown], context: Context) -> str:
    said = "".join(_title(p, heading.id, context) for p in heading.text.passages)
    target = anchor(heading.id, context.languages[0])
    return f'<div class="entry level-{heading.level}">{said}<a class="folio" href="#{target}"></a></div>'


def _title(passage: Passage, block: str, context: Context) -> str:
    lang = passage.lang
    number = context.number(block, lang)
    gap = " " if lang is Lang.EN and number else ""
    words = _words(passage.inlines, lang, context)
    return (
        f'<a class="{lang.key}"{TEXT} lang="{lang}" href="#{anchor(block, lang)}">'
        f'<span class="number">{number}{gap}</span>{words}</a>'
    )


def _words(words: Inlines, lang: Lang, context: Context) -> str:
    """Return a title without its notes and without links of its own: the whole line is one."""
    said = ""
    for word in words:
        match word:
            case NoteMark():
                pass
            case Link(children):
                said += _words(children, lang, context)
            case Pointer(_, text):
                said += escape(text)
            case _:
                said += inline(word, lang, context)
    return said
