"""The cover, the page behind it and the title before a second language, with a red band and no tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from reportpub.edition.edition import Edition
from reportpub.model.text import Inlines, Lang, Shown, plain
from reportpub.render.docx.inlines import Voice, inlines, spoken
from reportpub.render.docx.look import Look, twips
from reportpub.render.docx.oxml import paragraph, run
from reportpub.render.docx.shapes import Shape
from reportpub.render.docx.text_shapes import paragraph_shapes
from reportpub.render.docx.widths import em
from reportpub.render.docx.words import day

SLACK = 36.0
"""Points left over at the foot of a page filled by reckoning, for faces wider than those reckoned with."""

LATIN = 1.12
"""What bold capitals and the ends of ragged lines add to the reckoned width."""

HOW = {
    Lang.ZH: "修改时请保持“修订”开启，意见写成批注，改后存为.docx交回。",
    Lang.EN: "Please keep Track Changes on, write remarks as comments, and return the file as .docx.",
}
"""What reviewers are asked for, as a note to the titles.

The first note of a file stands outside every table for a reason: where it stood in one, LibreOffice 7.4
would save the notes without the changes tracked in them, and write out the deleted words as text.
"""
HOW_SIGN = "※"
HOW_ROOM = 48.0
"""Points that the note takes at the foot of the cover."""

Line = tuple[str, Lang, Inlines | str]
"""A style, a language and the words set in it."""


def cover(voice: Voice) -> str:
    """Return the paragraphs of the cover: period, titles, and the issuer at the foot."""
    meta = voice.edition.metadata
    languages = voice.edition.languages
    lines: list[Line] = [
        ("Cover Period", voice.lang, meta.period),
        ("Title", voice.lang, _in(meta.title, voice.lang)),
    ]
    if meta.subtitle:
        lines.append(("Subtitle", voice.lang, _in(meta.subtitle, voice.lang)))
    lines += [("Cover Second Title", lang, _in(meta.title, lang)) for lang in languages[1:]]
    foot: list[Line] = [("Cover Issuer", lang, _in(meta.issuer, lang)) for lang in languages]
    foot += [("Date", lang, day(meta.date, lang)) for lang in languages]
    asks = voice.edition.spec.review
    return _page(lines, foot, voice, _how(voice) if asks else "")


def _how(voice: Voice) -> str:
    """Return the call of a note that tells reviewers how to work in the file."""
    told = (run(HOW[lang], lang) for lang in voice.edition.languages)
    gap = run(" ", voice.lang)
    return voice.gather.footnote(voice.style("footnote text"), gap.join(told), HOW_SIGN)


def imprint(voice: Voice) -> str:
    """Return the page behind the cover, its lines at the foot, with the standing of any English."""
    meta = voice.edition.metadata
    lines: list[Line] = [
        ("Imprint", lang, _in(text, lang)) for lang in voice.edition.languages for text in meta.imprint
    ]
    if Lang.EN in voice.edition.languages:
        lines += [
            ("Imprint Notice", lang, _in(meta.english_status, lang)) for lang in voice.edition.languages
        ]
    told = _page([], lines, voice) if has_imprint(voice.edition) else ""
    return told.replace("<w:spacing", "<w:pageBreakBefore/><w:spacing", 1)


def has_imprint(edition: Edition) -> bool:
    """Return whether there is anything to say behind the cover."""
    return bool(edition.metadata.imprint) or Lang.EN in edition.languages


def half_title(voice: Voice) -> str:
    """Return the title before the part of a second language."""
    meta = voice.edition.metadata
    lines: list[Line] = [
        ("Cover Period", voice.lang, meta.period),
        ("Title", voice.lang, _in(meta.title, voice.lang)),
    ]
    if meta.subtitle:
        lines.append(("Subtitle", voice.lang, _in(meta.subtitle, voice.lang)))
    return _page(lines, [("Cover Issuer", voice.lang, _in(meta.issuer, voice.lang))], voice)


def _in(text: Shown, lang: Lang) -> Inlines:
    return spoken(text, lang).inlines


def _page(lines: list[Line], foot: list[Line], voice: Voice, call: str = "") -> str:
    """Return paragraphs of which the last ones are pushed to the foot of the page by space before them.

    A note is called behind the first ones.
    """
    room = voice.look.page_height - voice.look.top - voice.look.bottom - SLACK - (HOW_ROOM if call else 0)
    used = sum(_height(line, voice) for line in (*lines, *foot))
    push = max(room - used, 12.0)
    told = "".join(_paragraph(line, voice) for line in lines)
    told = f"{told.removesuffix('</w:p>')}{call}</w:p>" if call else told
    for turn, line in enumerate(foot):
        told += _paragraph(line, voice, push if turn == 0 else None)
    return told


def _paragraph(line: Line, voice: Voice, push: float | None = None) -> str:
    style, lang, words = line
    speaker = replace(voice, lang=lang)
    told = run(words, lang) if isinstance(words, str) else inlines(words, speaker)
    space = f'<w:spacing w:before="{twips(push)}"/>' if push is not None else ""
    return paragraph(speaker.style(style), told, space)


def _height(line: Line, voice: Voice) -> float:
    style, lang, words = line
    shape = _shape(style, lang, voice)
    text = words if isinstance(words, str) else plain(words)
    width = voice.look.measure - shape.left - shape.right
    rows = math.ceil(em(text) * shape.size * LATIN / width) or 1
    return rows * shape.leading + shape.before + shape.after


def _shape(style: str, lang: Lang, voice: Voice) -> Shape:
    return _shapes(voice.look, lang)[style]


@cache
def _shapes(look: Look, lang: Lang) -> Mapping[str, Shape]:
    return {shape.name: shape for shape in paragraph_shapes(look, lang)}
