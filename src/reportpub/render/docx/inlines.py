"""Inlines as runs: facts in hidden bookmarks, references as fields, notes as real footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from reportpub.edition.edition import Edition
from reportpub.findings import ToolError, error
from reportpub.model.anchors import bookmark
from reportpub.model.blocks import Note
from reportpub.model.text import (
    SENSE_BREAK,
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
    Passage,
    Pointer,
    Shown,
    Str,
    Strong,
    TermCite,
)
from reportpub.render.docx.gather import Gather
from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import escaped, field, run
from reportpub.render.docx.styles import style_id
from reportpub.sentences import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What a passage is written with: the edition, the language, the notes in reach and where ids are kept.

    `strong`, `stressed` and `linked` tell what the passage stands inside of; `in_note` that it is a footnote,
    `leads_on` that its paragraph introduces a list and stays with it.
    """

    edition: Edition
    look: Look
    gather: Gather
    lang: Lang
    leading: Lang
    notes: Mapping[str, Note[Shown]]
    strong: bool = False
    stressed: bool = False
    linked: bool = False
    in_note: bool = False
    leads_on: bool = False

    def style(self, name: str) -> str:
        """Return the id of a style in this language."""
        return style_id(name, self.lang, self.leading)


def spoken(text: Shown, lang: Lang) -> Passage:
    """Return what a text says in a language, or what it says at all."""
    first = text.passages[0]
    return first if first.lang is lang else text.of(lang) or first


def said(text: Shown, voice: Voice) -> str:
    """Return the runs of a text in the language of the voice."""
    return inlines(spoken(text, voice.lang).inlines, voice)


def reference(block: str, lang: Lang) -> str:
    """Return the bookmark of a caption's number."""
    return f"_Ref_{block.replace('-', '_')}_{lang.key}"


def inlines(children: Inlines, voice: Voice) -> str:
    """Return the runs of inlines."""
    if len(children) == 1:
        return _inline(children[0], voice)
    return "".join([_inline(child, voice) for child in children])


def _inline(inline: Inline, voice: Voice) -> str:
    match inline:
        case Str():
            return _run(inline.text.replace(SENSE_BREAK, ""), voice)  # Word breaks its own lines
        case Figures():
            words = _run(inline.text, voice, "Fact")
            return voice.gather.cited(inline.fact, voice.lang, words, in_note=voice.in_note)
        case Emph(children):
            return inlines(children, replace(voice, stressed=True))
        case Strong(children):
            return inlines(children, replace(voice, strong=True))
        case Link(children, url):
            return _link(children, url, voice)
        case Named(_, text, title):
            return _run(text, voice, voice.style("Term Title") if title else "Term")
        case Pointer(block, text):
            return _pointer(block, text, voice)
        case NoteMark(note, number):
            return _note(note, number, voice)
        case NoteCall() | FactCite() | TermCite() | BlockCite():
            message = say("{inline} reached the Word writer unresolved", inline=inline)
            raise ToolError((error("docx/unresolved", message),))
        case _:
            assert_never(inline)


def _run(text: str, voice: Voice, style: str = "") -> str:
    """Return a run; what is both a fact and emphatic keeps the style of the fact and is dressed by hand."""
    if not (voice.strong or voice.stressed or voice.linked):
        return run(text, voice.lang, style)
    if not style and voice.strong:
        style = voice.style("Strong")
    elif not style and voice.stressed:
        style = voice.style("Emphasis")
    elif not style and voice.linked:
        style = "Hyperlink"
    dressed = voice.lang is Lang.EN and style not in {voice.style("Strong"), voice.style("Emphasis")}
    bold = "<w:b/><w:bCs/>" if dressed and voice.strong else ""
    italic = (
        "<w:i/><w:iCs/>" if voice.lang is Lang.EN and voice.stressed and not style.startswith("Emph") else ""
    )
    return run(text, voice.lang, style, "", bold + italic)


def _link(children: Inlines, url: str, voice: Voice) -> str:
    relation = voice.gather.link(url, in_note=voice.in_note)
    inner = inlines(children, replace(voice, linked=True))
    return f'<w:hyperlink r:id="{relation}" w:history="1">{inner}</w:hyperlink>'


def _pointer(block: str, text: str, voice: Voice) -> str:
    """Return a cross-reference: a field where the words are a caption's number, else a link to the block."""
    label = voice.edition.labels.get(block)
    if label is None:
        return _run(text, voice)
    if label.number.get(voice.lang) == text:
        return field(f"REF {reference(block, voice.lang)} \\h", _run(text, voice))
    anchor = escaped(bookmark(block, voice.lang))
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{_run(text, voice)}</w:hyperlink>'


def _note(note: str, number: int, voice: Voice) -> str:
    """Return a footnote; a note that is called again points back at its first call.

    Its names stand around the call: LibreOffice drops the bookmarks within a note when it saves a file.
    """
    name = bookmark(note, voice.lang)
    if voice.gather.has(name):
        return field(f"NOTEREF {name} \\f \\h", run(str(number), voice.lang, "FootnoteReference"))
    inside = replace(voice, strong=False, stressed=False, linked=False, in_note=True)
    opened = voice.gather.opened(name)
    mark = voice.gather.footnote(voice.style("footnote text"), said(voice.notes[note].text, inside))
    return opened + voice.gather.around_call(mark) + voice.gather.closed(name)
