"""What the HTML of a block needs to know beside the block itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportpub.edition.edition import Edition, Part
from reportpub.model.blocks import Note, Status
from reportpub.model.report import Arrangement
from reportpub.model.text import Lang, Shown


@dataclass(frozen=True, slots=True)
class Context:
    """The edition, the part at hand, the notes of the chapter and the drawings of the charts by block id."""

    edition: Edition
    part: Part
    notes: Mapping[str, Note[Shown]]
    drawings: Mapping[str, str]

    @property
    def languages(self) -> tuple[Lang, ...]:
        """Return the languages of this part."""
        return self.part.languages

    @property
    def side_by_side(self) -> bool:
        """Tell whether the languages stand in columns."""
        return self.edition.spec.arrangement is Arrangement.PARALLEL

    def landing(self, lang: Lang) -> Lang:
        """Return the language whose block a cross-reference leads to: its own, where this part shows it."""
        return lang if lang in self.languages else self.languages[0]

    def draft(self, status: Status) -> str:
        """Return the class that marks text which is not final: English, or both languages of last year."""
        if status is Status.UNREVISED:
            return " unrevised"
        return " draft" if status is not Status.FINAL and Lang.EN in self.languages else ""

    def number(self, block: str, lang: Lang) -> str:
        """Return the number of a block as its language writes it, or an empty text."""
        label = self.edition.labels.get(block)
        return label.number.get(lang, "") if label else ""
