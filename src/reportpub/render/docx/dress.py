"""What a Word file is dressed in: styles, numbering and theme, ours or those of a reference with ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportpub.layout.reference import Reference
from reportpub.model.text import Lang
from reportpub.render.docx.look import Look
from reportpub.render.docx.numbering import numbering_xml
from reportpub.render.docx.reference.numbering import merged_numbering
from reportpub.render.docx.reference.styles import merged, restyled
from reportpub.render.docx.reference.theme import merged_theme
from reportpub.render.docx.styles import style_id, styles_xml
from reportpub.render.docx.theme import theme_xml


@dataclass(frozen=True, slots=True)
class Dress:
    """The parts; `ids` tell which style stands for one of ours, where that is another."""

    styles: str
    numbering: str
    theme: str
    ids: Mapping[str, str]

    def worn(self, text: str) -> str:
        """Return a part as it is written, with the ids of these styles."""
        return restyled(text, self.ids) if self.ids else text


def dressed(look: Look, languages: tuple[Lang, ...], lists: list[Lang], reference: Reference | None) -> Dress:
    """Return what a file of some languages is dressed in; `lists` are its ordered lists by language."""
    leading = languages[0]
    styles, theme = styles_xml(look, languages), theme_xml(look)

    def style(name: str, lang: Lang) -> str:
        return style_id(name, lang, leading)

    numbering = numbering_xml(look, languages, lists, style)
    if reference is None:
        return Dress(styles, numbering, theme, {})
    both, ids = merged(styles, reference, leading)
    numbered = merged_numbering(restyled(numbering, ids), reference, leading)
    return Dress(both, numbered, merged_theme(theme, reference), ids)
