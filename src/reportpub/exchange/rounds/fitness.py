"""Whether whole blocks can be put in and taken out: what new words hold, and what cites the old ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportpub.exchange.parts import blocks, homes
from reportpub.exchange.rounds.steps import Step, TakeOut
from reportpub.findings import Span
from reportpub.model.blocks import Block, Note
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, BlockCite, Inline, Lang, NoteCall
from reportpub.model.walk import leaves
from reportpub.sentences import NOTHING, Sentence, say
from reportpub.source.markup import parse


def unfit(said: Mapping[Lang, str], style: str, before: Block[Bilingual]) -> Sentence:
    """Return why new words can be no block, if so."""
    if isinstance(before, Note):
        return say("a note is one paragraph: write it by hand")
    if style.startswith(("table", "caption", "toc", "title", "heading 1", "unit")):
        return say("it stands among a table, a caption or the titles: write it by hand")
    if any("\ufffc" in words or "\ufff9" in words for words in said.values()) or unsound(said):
        return say("it holds a note, a picture or a mark: write it by hand")
    return NOTHING


def unsound(said: Mapping[Lang, str]) -> bool:
    """Tell whether texts cannot be read, or hold a mark that is left over."""
    return any(parse(words, lang, Span(""))[1] for lang, words in said.items())


def citers(report: Report) -> Mapping[str, frozenset[str]]:
    """Return for each block the others that cite it or call it as their note."""
    found: dict[str, set[str]] = {block.id: set() for block in blocks(report)}
    for home, passage in homes(report, hidden=True).items():
        for leaf in leaves(passage.inlines):
            if _cited(leaf) in found and _cited(leaf) != home.block:
                found[_cited(leaf)].add(home.block)
    return {name: frozenset(by) for name, by in found.items()}


def free_to_go(told: Sequence[Step], report: Report) -> frozenset[str]:
    """Return the blocks to be taken out that nothing cites but what is taken out with them."""
    going = {step.block for step in told if isinstance(step, TakeOut) and not step.part}
    cited = citers(report)
    while kept := {name for name in going if cited.get(name, frozenset()) - going}:
        going -= kept
    return frozenset(going)


def _cited(leaf: Inline) -> str:
    match leaf:
        case BlockCite(name) | NoteCall(name):
            return name
        case _:
            return ""
