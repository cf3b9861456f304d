"""Blocks as WordprocessingML: the twin of the HTML body, with the same functions in the same order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import assert_never

from reportpub.edition.edition import Edition, Part, ShownChapter
from reportpub.model.anchors import bookmark
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
    Status,
    Table,
)
from reportpub.model.report import Place
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.docx.contents import Pages, contents, toc_bookmark
from reportpub.render.docx.cover import cover, half_title, imprint
from reportpub.render.docx.inlines import Voice, inlines, reference, said, spoken
from reportpub.render.docx.oxml import field, paragraph, run
from reportpub.render.docx.pictures import drawing
from reportpub.render.docx.sections import Section, blank, closed, running, section
from reportpub.render.docx.styles import heading as heading_style
from reportpub.render.docx.tables import grid, key_grid
from reportpub.render.docx.words import DRAFT, GAP, SOURCE, dash, lead_stop

POINTS_PER_MM = 72 / 25.4
_NUMBER = re.compile(r"(.*?)(\d+)$")


def document(edition: Edition, voice: Voice, pages: Pages) -> str:
    """Return the content of w:body: cover, imprint, contents and the parts, every section with its heads."""
    front = closed(cover(voice) + imprint(voice), section(Section(heads=blank(voice))), voice)
    spoken_parts = [
        (lang, replace(part, languages=(lang,))) for part in edition.parts for lang in part.languages
    ]
    lists = "".join(contents(part, replace(voice, lang=lang), pages) for lang, part in spoken_parts)
    roman = Section(heads=blank(voice), format="lowerRoman", start=1)
    front += closed(lists, section(roman), voice)
    for turn, (lang, shown) in enumerate(spoken_parts):
        spoken_voice = replace(voice, lang=lang)
        if turn:
            opener = Section(heads=blank(spoken_voice), odd=True, restart_notes=True)
            front += closed(half_title(spoken_voice), section(opener), spoken_voice)
        front += part(shown, spoken_voice, first=turn == 0)
    # The last section of a document is not kept in a paragraph (ECMA-376 part 1, 17.6.17).
    head, _, last = front.rpartition("<w:sectPr>")
    last, _, tail = last.partition("</w:sectPr>")
    return f"{head}{tail}<w:sectPr>{last}</w:sectPr>"
