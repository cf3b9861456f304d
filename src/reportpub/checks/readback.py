"""Whether everything written stands in the finished file: opened again and compared with its edition."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

import pypdfium2

from reportpub.edition.edition import Edition
from reportpub.findings import Finding, Span, error
from reportpub.model.blocks import Block, Chart, Figure, KeyFigures
from reportpub.model.report import Arrangement
from reportpub.model.text import Figures, Lang, Passage, Shown, plain
from reportpub.model.walk import leaves, texts
from reportpub.sentences import say

AROUND = 10
"""Characters on either side of a figure that must stand there too."""

_INVISIBLE = re.compile("[\\s\\-\\x02\\u00ad\\u200b\\u2010\\u2011\\u2060\\ufeff\\ufffe]")
_LINE_END = re.compile(r"[\r\n\x02\ufffe]+")
"""PDFium writes a hyphen at a line end as one of the last two, and no line end after it."""
_NUMBER = re.compile(r"\d[\d.,]*")
_MARK = "\x00"
_CLAUSE = re.compile(r"(?<=[，。；：！？;!?])|(?<=[,.]) |\x00")


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that a finished file must hold: a clause of a block, or a figure with what stands around it."""

    block: str
    lang: Lang
    words: str
    span: Span
    fact: str = ""


def claims(edition: Edition, *, pictured: bool = False, front: bool = True) -> tuple[Claim, ...]:
    """Return every clause and every figure of an edition, in reading order.

    Where charts are `pictured`, only their titles and sources are text. Without its `front` the edition
    leaves the words of the cover to a file of their own.
    """
    before = front_claims(edition) if front else ()
    return (*before, *_claims(edition, pictured=pictured))


def front_claims(edition: Edition) -> tuple[Claim, ...]:
    """Return what the cover of an edition must say."""
    meta = edition.metadata
    texts_there = (meta.title, meta.issuer)
    return tuple(claim for text in texts_there for p in text.passages for claim in _said("report", p))


def _claims(edition: Edition, *, pictured: bool) -> Iterator[Claim]:
    for text in edition.metadata.imprint:
        for passage in text.passages:
            yield from _said("report", passage)
    for part in edition.parts:
        for chapter in part.chapters:
            for block in (chapter.title, *chapter.blocks, *chapter.notes.values()):
                if isinstance(block, KeyFigures):
                    yield from _large(block)
                    continue
                for text in texts(block):
                    if not _unseen(text, block, pictured=pictured):
                        for passage in text.passages:
                            yield from _said(block.id, passage)


def _large(block: KeyFigures[Shown]) -> Iterator[Claim]:
    """Yield the labels of key figures whole, and their numbers, which stand apart from qualifier and unit."""
    for item in block.items:
        for passage in item.label.passages:
            yield from _said(block.id, passage)
        for passage in item.value.passages:
            words = plain(passage.inlines)
            number = _NUMBER.search(words)
            yield Claim(block.id, passage.lang, number[0] if number else words, passage.span, item.fact)


def _unseen(text: Shown, block: Block[Shown], *, pictured: bool) -> bool:
    """Tell whether a text of a block is not set as text: alternatives, and the words within a picture."""
    match block:
        case Chart() if pictured:
            return text is not block.title and text is not block.source
        case Chart() | Figure():
            return text is block.alt
        case _:
            return False


def _said(block: str, passage: Passage) -> Iterator[Claim]:
    """Yield the clauses and figures of a passage; the mark of a note ends what stands around a figure."""
    words = ""
    found: list[tuple[int, int, str]] = []
    for leaf in leaves(passage.inlines):
        said = plain((leaf,))
        if isinstance(leaf, Figures):
            found.append((len(words), len(words) + len(said), leaf.fact))
        words += said or _MARK
    for clause in _CLAUSE.split(words):
        if squeeze(clause):
            yield Claim(block, passage.lang, clause.strip(), passage.span)
    for start, end, fact in found:
        before = words[max(0, start - AROUND) : start].rpartition(_MARK)[2]
        after = words[end : end + AROUND].partition(_MARK)[0]
        yield Claim(block, passage.lang, before + words[start:end] + after, passage.span, fact)


def squeeze(text: str) -> str:
    """Return a text without what line breaking and fonts may change: spaces, hyphens, compatibility forms."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=1)
def pdf_pages(data: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF as readers and search find it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    finally:
        document.close()


def reading_order(edition: Edition, pages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pages of a PDF as its text goes on: left ones before right ones, where they face."""
    facing = edition.spec.arrangement is Arrangement.FACING
    return (*pages[1::2], *pages[0::2]) if facing else pages


def missing(wanted: tuple[Claim, ...], pages: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return a finding for each claim that stands on no page and across no page break."""
    whole = "\x01".join(map(squeeze, pages))
    lined = [tuple(map(squeeze, _LINE_END.split(page))) for page in pages]
    found = []
    for claim in wanted:
        words = squeeze(claim.words)
        if words in whole or any(_across(words, *pair) for pair in pairwise(lined)):
            continue
        what = say("the figure {fact}", fact=claim.fact) if claim.fact else say("a clause")
        message = say(
            "{what} of “{block}” ({key}) is not in the finished file: “{words}”",
            what=what,
            block=claim.block,
            key=claim.lang.key,
            words=claim.words,
        )
        found.append(error("readback/lost", message, claim.span, say("this is a fault of the program")))
    return tuple(found)


def _across(words: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether a text ends a line of one page and goes on where a line of the next begins.

    Notes and heads stand between the two, so that it need not be the last line and the first.
    """
    before, after = "".join(first), "".join(second)
    cuts = [cut for cut in range(1, len(words)) if words[:cut] in before and words[cut:] in after]
    return any(
        any(before.endswith(words[:cut], 0, end) for end in accumulate(map(len, first)))
        and any(after.startswith(words[cut:], start) for start in (0, *accumulate(map(len, second))))
        for cut in cuts
    )


def spaced(wanted: tuple[Claim, ...], pages: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return a finding for each Chinese clause that extraction tears apart with spaces nobody wrote."""
    whole = "".join(re.sub("[\r\n]", "", page) for page in pages)
    tight = squeeze(whole)
    found = []
    for claim in wanted:
        torn = claim.lang is Lang.ZH and " " not in claim.words and claim.words not in whole
        if torn and squeeze(claim.words) in tight:
            message = say(
                "reading “{block}” back gives spaces inside “{words}”", block=claim.block, words=claim.words
            )
            found.append(error("readback/space", message, claim.span))
    return tuple(found)
