"""The texts of a report as units of translation: Chinese and English in pieces, with what is protected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportpub.exchange.carrying import written
from reportpub.exchange.files import Files
from reportpub.exchange.marks import PROTECTED, atoms
from reportpub.exchange.marks import Kind as Cited
from reportpub.exchange.parts import blocks, parts, unseen
from reportpub.findings import Span
from reportpub.model.blocks import Block, KeyFigures, Status
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, Lang
from reportpub.sentences import Sentence, say
from reportpub.source.markup import parse
from reportpub.source.translations import digest

_NOWHERE = Span("")


class Progress(StrEnum):
    """How far the English of a block has come."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    UNREVISED = "unrevised"
    REVIEWED = "reviewed"

    @property
    def said(self) -> Sentence:
        """Return the word for people."""
        return _SAID[self]


_SAID = {
    Progress.MISSING: say("missing"),
    Progress.DRAFT: say("draft"),
    Progress.STALE: say("stale"),
    Progress.UNREVISED: say("unrevised"),
    Progress.REVIEWED: say("reviewed"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or what is protected among them: a citation or a mark, as it is typed."""

    text: str
    kind: str = ""
    """Empty for words; else fact, term, reference, note or mark."""

    @property
    def name(self) -> str:
        """Return a protected piece as an id: without the braces around it."""
        return self.text.strip("{}") if self.text.startswith("{") else self.text


@dataclass(frozen=True, slots=True)
class Unit:
    """One text: its id, what it says in Chinese as it is typed, its English where there is some."""

    id: str
    block: str
    part: str
    zh: str
    en: str
    progress: Progress
    digest: str
    note: str = ""


def progress(block: Block[Bilingual]) -> Progress:
    """Return how far the English of a block has come."""
    match block.status:
        case Status.MISSING:
            return Progress.MISSING
        case Status.DRAFT:
            return Progress.DRAFT
        case Status.STALE:
            return Progress.STALE
        case Status.UNREVISED:
            return Progress.UNREVISED
        case Status.FINAL:
            return Progress.REVIEWED


def units(report: Report, typed: Files, *, todo: bool = False) -> Iterator[Unit]:
    """Yield every text that has words of its own, in the order of the report.

    With `todo` only those of blocks whose English is not finished. What is written once for both languages,
    such as a cell that cites a figure, is nobody's to translate.
    """
    asked = {name: one for chapter in report.chapters for name, one in chapter.questions.items()}
    for block in blocks(report):
        state = progress(block)
        if isinstance(block, KeyFigures) or (todo and state is Progress.REVIEWED):
            continue
        made_from = digest(block)
        for part, text in (*parts(block), *unseen(block)):
            if text.zh is None or (text.en is not None and text.en.span == text.zh.span):
                continue
            zh = typed.scalar(text.zh.span).text
            en = typed.scalar(text.en.span).text if text.en else ""
            note = asked.get(block.id, {}).get(Lang.EN, "")
            yield Unit(f"{block.id}.{part}", block.id, part, zh, en, state, made_from, note)


def pieces(typed: str, lang: Lang) -> tuple[Piece, ...]:
    """Return a typed text in pieces; what the words of a text escape is words again."""
    if not typed:
        return ()
    passage, _ = parse(typed, lang, _NOWHERE)
    found: list[Piece] = []
    for atom in atoms(typed, passage.inlines, passage.inlines):
        said = typed[atom.start : atom.end]
        if atom.kind is Cited.WORDS:
            if found and not found[-1].kind:
                found[-1] = Piece(found[-1].text + said)
            else:
                found.append(Piece(said))
        elif atom.kind in PROTECTED:
            found.append(Piece(said, atom.kind.value))
        elif said != "\\":
            found.append(Piece(said, "mark"))
    return tuple(found)


def typed(told: tuple[Piece, ...]) -> str:
    """Return pieces as a text is typed."""
    return "".join(piece.text if piece.kind else written(piece.text) for piece in told)


def protected(text: str, lang: Lang) -> list[tuple[str, str]]:
    """Return what a typed text protects, forms aside: a language may ask for another form of a fact."""
    return sorted(
        (piece.kind, piece.name.partition(":")[0])
        for piece in pieces(text, lang)
        if piece.kind in {kind.value for kind in PROTECTED}
    )
