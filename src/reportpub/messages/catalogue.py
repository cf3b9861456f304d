"""The Chinese of every message, by its English template, from zh.po."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportpub.model.text import Lang
from reportpub.sentences import in_words

CHINESE = Path(__file__).with_name("zh.po")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language; its file is read when the first of them is told."""

    language: Lang

    @property
    def chinese(self) -> bool:
        """Tell whether it is Chinese."""
        return self.language is Lang.ZH

    def of(self, template: str) -> str:
        """Return a template in this language, in English where it has none."""
        return read(CHINESE).get(template, template) if self.chinese else template

    def tell(self, text: str) -> str:
        """Return a text as this language has it; one without a template stays as it is."""
        return str(in_words(text, self)) if self.chinese else str(text)


ENGLISH = Catalogue(Lang.EN)


@cache
def read(file: Path) -> Mapping[str, str]:
    """Return the translations of a PO file; what is empty or doubtful (fuzzy) is told in English."""
    import polib  # noqa: PLC0415 - most runs tell nothing in Chinese and need not wait for it

    entries = polib.pofile(str(file), encoding="utf-8")
    return {entry.msgid: entry.msgstr for entry in entries if entry.translated()}
