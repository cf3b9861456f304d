"""The words of the report: inlines, a passage in one language, a bilingual text, a shown text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportpub.findings import Span


class Lang(StrEnum):
    """A language of the report as BCP 47 writes it, used verbatim in `lang=` and `w:lang`."""

    ZH = "zh-Hans"
    EN = "en"

    @property
    def key(self) -> str:
        """Return the short name used in YAML keys."""
        return "zh" if self is Lang.ZH else "en"


@dataclass(frozen=True, slots=True)
class Str:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Emph:
    """Emphasis: Kai in Chinese, italics in English."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis: Hei in Chinese, bold in English."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the report."""

    children: Inlines
    url: str


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The mark of a footnote."""

    note: str


@dataclass(frozen=True, slots=True)
class FactCite:
    """A fact cited from text, in a form of `edition.figures_in_words`; the empty form is the usual one."""

    fact: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class TermCite:
    """A term cited from text; the form is empty for the full name or `short`."""

    term: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class BlockCite:
    """A cross-reference to a numbered block."""

    block: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A fact in words, as an edition shows it; keeps the id it came from."""

    fact: str
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A term in words, as an edition shows it; titles of documents are set as titles."""

    term: str
    text: str
    title: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """A cross-reference in words, as an edition shows it."""

    block: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote with its number, as an edition shows it."""

    note: str
    number: int


Inline = (
    Str | Emph | Strong | Link | NoteCall | FactCite | TermCite | BlockCite
    | Figures | Named | Pointer | NoteMark
)  # fmt: skip
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """What one language says, and where it is written."""

    lang: Lang
    inlines: Inlines
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text as written: each language once, or not yet."""

    zh: Passage | None
    en: Passage | None

    def said(self) -> tuple[Passage, ...]:
        """Return the passages that exist, Chinese first."""
        return tuple(p for p in (self.zh, self.en) if p is not None)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as one edition shows it: the passages of its languages in order, never empty."""

    passages: tuple[Passage, ...]

    def of(self, lang: Lang) -> Passage | None:
        """Return the passage in a language, if this edition shows it."""
        for passage in self.passages:
            if passage.lang is lang:
                return passage
        return None


SENSE_BREAK = "\u200b"
"""Where an author lets a line of a heading end; it is no part of the words."""


def plain(inlines: Inlines, *, breaks: bool = False) -> str:
    """Return the words of shown inlines without any marking; note marks say nothing.

    With `breaks`, the places where a title may be broken at sense stay in it.
    """
    words = "".join([each.text if isinstance(each, _WORDED) else _plain(each) for each in inlines])
    return words if breaks or SENSE_BREAK not in words else words.replace(SENSE_BREAK, "")


_WORDED = (Str, Figures, Named, Pointer)
"""The inlines that are words and nothing else, which nearly all are."""


def _plain(inline: Inline) -> str:
    match inline:
        case Str(text) | Figures(_, _, text) | Named(_, text) | Pointer(_, text):
            return text
        case Emph(children) | Strong(children) | Link(children):
            return plain(children, breaks=True)
        case NoteCall() | NoteMark():
            return ""
        case FactCite(name, _) | TermCite(name, _) | BlockCite(name):
            return "{" + name + "}"
