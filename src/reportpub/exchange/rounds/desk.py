"""The YAML while whole paragraphs are put in and taken out: its texts, and where each block stands now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportpub.exchange import typed_blocks as typed
from reportpub.exchange.parts import blocks, homes
from reportpub.exchange.rounds.kept import Round
from reportpub.exchange.typed_blocks import Entry
from reportpub.model.blocks import Block, List, Table
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, Lang
from reportpub.nodes import Mapping as Keys
from reportpub.nodes import Scalar
from reportpub.sentences import NOTHING, Sentence

MADE, ALREADY, CONFLICT = "", "already", "conflict"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step: nothing is wrong where `why` is empty; `name` is the block that came of it."""

    numbers: tuple[int, ...]
    why: Sentence = NOTHING
    state: str = MADE
    name: str = ""


@dataclass(slots=True)
class Desk:
    """The files while they are worked on; `busy` are the blocks that somebody rewords in the same round."""

    began: Round
    report: Report
    texts: dict[str, str]
    busy: frozenset[str]
    files: dict[str, str] = field(default_factory=dict)
    known: dict[str, Block[Bilingual]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    orders: dict[str, list[int]] = field(default_factory=dict)
    latest: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up where every block is typed."""
        for chapter in self.report.chapters:
            self.files[chapter.id] = chapter.span.file
            self.files |= {block.id: chapter.span.file for block in chapter.blocks}
        self.known = {block.id: block for block in blocks(self.report)}
        self.ids = set(self.files)

    def twin(self, file: str, said: Mapping[Lang, str]) -> str:
        """Return the block that says the very same already."""
        for one in typed.blocks(self.texts[file], file):
            if all(words == _text(one, lang) for lang, words in said.items()):
                return one.name
        return ""

    def items(self, name: str) -> tuple[Entry, ...]:
        """Return the items or rows of a block as they are now, if they are as many as they should be."""
        block, file = self.known[name], self.files[name]
        text = self.texts[file]
        entry = typed.block(text, file, name)
        kind, key = ("list", "items") if isinstance(block, List) else ("table", "rows")
        found = typed.items(text, entry, kind, key) if entry else ()
        sent = next((one for one in blocks(self.began.report) if one.id == name), None)
        count = (
            len(sent.items) if isinstance(sent, List) else len(sent.rows) if isinstance(sent, Table) else 0
        )
        order = self.orders.setdefault(name, list(range(count)))
        return found if len(found) == len(order) else ()

    def changed(self, name: str) -> bool:
        """Tell whether a block says otherwise in the YAML than when the file went out."""
        before = {home: passage.inlines for home, passage in homes(self.began.report, hidden=True).items()}
        now = {home: passage.inlines for home, passage in homes(self.report, hidden=True).items()}
        return any(before.get(home) != now.get(home) for home in {*before, *now} if home.block == name)


def said_in(entry: Entry, kind: str, lang: Lang) -> Scalar | None:
    """Return what a block says in a language below the name of its kind."""
    held = typed.content(entry, kind)
    found = held.get(lang.key) if isinstance(held, Keys) else None
    return found if isinstance(found, Scalar) else None


def scalar_in(text: str, file: str, name: str, lang: Lang) -> Scalar | None:
    """Return what a paragraph says in a language, as it stands in a text of a file."""
    entry = typed.block(text, file, name)
    return said_in(entry, "paragraph", lang) if entry else None


def says(text: str, file: str, name: str, said: Mapping[Lang, str]) -> bool:
    """Tell whether a block stands in a text of a file and says just that."""
    entry = typed.block(text, file, name)
    return entry is not None and all(_text(entry, lang) == words for lang, words in said.items())


def _text(entry: Entry, lang: Lang) -> str | None:
    scalar = said_in(entry, "paragraph", lang) or said_in(entry, "heading", lang)
    return scalar.text if scalar else None
