"""Inlines as HTML; the twin of `render.docx`'s inlines."""

from __future__ import annotations

from html import escape
from typing import assert_never

from reportpub.model.anchors import anchor
from reportpub.model.text import (
    BlockCite,
    Emph,
    FactCite,
    Figures,
    Inline,
    Inlines,
    Lang,
    Link,
    Named,
    NoteCall,
    NoteMark,
    Pointer,
    Str,
    Strong,
    TermCite,
)
from reportpub.render.html.context import Context
from reportpub.render.html.setting import TEXT


def inlines(words: Inlines, lang: Lang, context: Context) -> str:
    """Return the words of one passage."""
    return "".join(inline(word, lang, context) for word in words)


def inline(word: Inline, lang: Lang, context: Context) -> str:
    """Return one inline; a citation that was not resolved cannot reach a renderer."""
    match word:
        case Str(text) | Figures(_, _, text):
            return escape(text)
        case Named(_, text, title):
            return f"<cite>{escape(text)}</cite>" if title and lang is Lang.EN else escape(text)
        case Emph(children):
            return f"<em>{inlines(children, lang, context)}</em>"
        case Strong(children):
            return f"<strong>{inlines(children, lang, context)}</strong>"
        case Link(children, url):
            return f'<a href="{escape(url)}">{inlines(children, lang, context)}</a>'
        case Pointer(block, text):
            target = anchor(block, context.landing(lang))
            return f'<a class="pointer" href="#{target}">{escape(text)}</a>'
        case NoteMark(note, number):
            return _note(note, number, lang, context)
        case NoteCall() | FactCite() | TermCite() | BlockCite():
            raise AssertionError(word)
        case _:
            assert_never(word)


def _note(note: str, number: int, lang: Lang, context: Context) -> str:
    shown = context.notes[note].text.of(lang)
    said = inlines(shown.inlines, lang, context) if shown else ""
    return f'<span class="note"{TEXT} lang="{lang}" data-number="{number}">{said}</span>'
