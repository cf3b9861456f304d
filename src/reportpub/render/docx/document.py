"""The whole text of a Word file: cover, contents and parts, every section with its own heads and feet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportpub.edition.edition import Part
from reportpub.model.report import Place
from reportpub.model.text import plain
from reportpub.render.docx import sections
from reportpub.render.docx.body import chapter
from reportpub.render.docx.contents import contents
from reportpub.render.docx.cover import cover, half_title, imprint
from reportpub.render.docx.inlines import Voice, spoken
from reportpub.render.docx.oxml import paragraph
from reportpub.render.docx.sections import Section


def document(voice: Voice) -> list[str]:
    """Return the content of w:body by section: cover, contents and chapters, in one language or two.

    The text stays in pieces, since a string of the whole file is copied by whatever touches it.
    """
    made_parts = voice.edition.parts
    parts = [(tuple(replace(voice, lang=lang) for lang in made.languages), made) for made in made_parts]
    told = [sections.closed(cover(voice) + imprint(voice), _plain_section(voice))]
    roman = Section(heads=sections.folios(voice, "i"), numbers="lowerRoman", start=1)
    listed = contents(voice.edition, voice) + paragraph("SectionEnd", "")
    told.append(sections.closed(listed, sections.section(roman, voice.look)))
    for voices, made in parts:
        if voices[0].lang is not voice.leading:
            told.append(sections.closed(half_title(voices[0]), _plain_section(voices[0], odd=True)))
        told += part(made, voices)
    # The last section of a document is not kept in a paragraph (ECMA-376 part 1, 17.6.17).
    head, _, last = told[-1].rpartition("<w:sectPr>")
    last, _, tail = last.partition("</w:sectPr>")
    told[-1] = f"{head}{tail}<w:sectPr>{last}</w:sectPr>"
    return told


def part(made: Part, voices: tuple[Voice, ...]) -> Iterator[str]:
    """Yield the chapters of a part, each in a section of its own."""
    voice = voices[0]
    second = voice.lang is not voice.leading
    opened = False
    for turn, shown in enumerate(made.chapters):
        front = shown.place is Place.FRONT and not second
        title = plain(spoken(shown.title.text, voice.lang).inlines)
        setting = Section(
            heads=sections.running(voice, title, numbered=_is_numbered(shown.id, voice)),
            numbers="lowerRoman" if front else "decimal",
            start=1 if not (front or opened or second) else None,
            # Where the count starts again at one the page is a right-hand one already.
            odd=second and turn == 0,
        )
        opened = opened or not front
        yield sections.closed(chapter(shown, voices), sections.section(setting, voice.look))


def _is_numbered(chapter_id: str, voice: Voice) -> bool:
    label = voice.edition.labels.get(chapter_id)
    return bool(label and label.number.get(voice.lang))


def _plain_section(voice: Voice, *, odd: bool = False) -> str:
    return sections.section(Section(heads=sections.blank(voice), odd=odd), voice.look)
