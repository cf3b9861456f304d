"""Inlines as HTML; the twin of `render.docx`'s inlines."""

from __future__ import annotations

import re
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

_ENGLISH = re.compile(r"(?<![A-Za-z])(?=[A-Za-z' -]*[a-z]{2})[A-Za-z][A-Za-z'-]+(?: [A-Za-z'-]+)+")
"""Two English words or more within Chinese; PCT, KTV and Wi-Fi are said in Chinese as they are."""

_CHINESE = re.compile("[\u3400-\u9fff\u3007](?:[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]*[\u3400-\u9fff])?")
"""Chinese within English, however short."""


def inlines(words: Inlines, lang: Lang, context: Context) -> str:
    """Return the words of one passage."""
    return "".join(inline(word, lang, context) for word in words)


def inline(word: Inline, lang: Lang, context: Context) -> str:
    """Return one inline; a citation that was not resolved cannot reach a renderer."""
    match word:
        case Str(text) | Figures(_, _, text):
            return spoken(text, lang)
        case Named(_, text, title):
            said = spoken(text, lang)
            return f"<cite>{said}</cite>" if title and lang is Lang.EN else said
        case Emph(children):
            return f"<em>{inlines(children, lang, context)}</em>"
        case Strong(children):
            return f"<strong>{inlines(children, lang, context)}</strong>"
        case Link(children, url):
            return f'<a href="{escape(url)}">{inlines(children, lang, context)}</a>'
        case Pointer(block, text):
            target = anchor(block, context.landing(lang))
            return f'<a class="pointer" href="#{target}">{spoken(text, lang)}</a>'
        case NoteMark(note, number):
            return _note(note, number, lang, context)
        case NoteCall() | FactCite() | TermCite() | BlockCite():
            raise AssertionError(word)
        case _:
            assert_never(word)


def spoken(text: str, lang: Lang) -> str:
    """Return words escaped, those of the other language marked so that they are spoken in it.

    The mark is for readers alone; faces and lines stay those of the passage.
    """
    foreign, other = (_ENGLISH, Lang.EN) if lang is Lang.ZH else (_CHINESE, Lang.ZH)
    said, reached = "", 0
    for found in foreign.finditer(text):
        said += f'{escape(text[reached : found.start()])}<span data-lang="{other}">{escape(found[0])}</span>'
        reached = found.end()
    return said + escape(text[reached:])


def _note(note: str, number: int, lang: Lang, context: Context) -> str:
    shown = context.notes[note].text.of(lang)
    said = inlines(shown.inlines, lang, context) if shown else ""
    return f'<span class="note"{TEXT} lang="{lang}" data-number="{number}">{said}</span>'
