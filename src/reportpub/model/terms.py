"""The names of the report: one official wording per language."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportpub.findings import Span
from reportpub.model.text import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name or technical term in both languages, with short forms and forbidden variants.

    `kind` is `document` for titles, which English sets in italics and Chinese puts in 《》.
    `draft` marks an English name that is our own translation.
    """

    id: str
    zh: str
    en: str
    kind: str
    short_zh: str = ""
    short_en: str = ""
    draft: bool = False
    avoid_zh: tuple[str, ...] = ()
    avoid_en: tuple[str, ...] = ()
    span: Span = field(compare=False)

    def said(self, lang: Lang, form: str = "") -> str:
        """Return the name in a language, full or `short`; a term without a short form keeps the full one."""
        if lang is Lang.ZH:
            return (self.short_zh if form == "short" else "") or self.zh
        return (self.short_en if form == "short" else "") or self.en
