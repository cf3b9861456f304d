"""A plain text as a manuscript: a paragraph is a line, or several where lines were wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportpub.findings import Finding, Span, warning
from reportpub.manuscript.elements import Manuscript, Paragraph, Run
from reportpub.manuscript.encodings import decoded
from reportpub.sentences import say

_STOPS = tuple("。！？；：.!?;:”’）)》…")
_WRAPPED = 0.6
"""The share of lines without a stop, within groups of lines, from which on lines were wrapped."""
_SHORTEST = 24
"""Characters of a line that may have been wrapped."""
_FEWEST = 4
"""Lines that tell whether lines were wrapped."""


def text_manuscript(data: bytes, file: str) -> Manuscript:
    """Return the manuscript in a text; `ContentError` when it is empty or cannot be read."""
    text, encoding = decoded(data, file)
    lines = text.split("\n")
    remarks: list[Finding] = []
    if encoding != "utf-8":
        message = say("the text was read as {encoding}", encoding=encoding.upper())
        remarks.append(
            warning("adopt/encoding-guessed", message, Span(file), say("look whether it reads right"))
        )
    groups = list(_groups(lines))
    if _are_wrapped(groups, lines):
        message = say("lines that stand together were joined to paragraphs, because they are wrapped")
        hint = say("look whether any paragraphs have grown together")
        remarks.append(warning("adopt/joined-lines", message, Span(file), hint))
        said = [(at, _together([lines[i] for i in group])) for group in groups for at in group[:1]]
    else:
        said = list(enumerate(lines))
    paragraphs = tuple(
        Paragraph(runs=(Run(words),), span=Span(file, at + 1)) for at, words in said if words.strip()
    )
    return Manuscript(file=file, elements=paragraphs, notes={}, remarks=tuple(remarks))


def _groups(lines: Sequence[str]) -> Iterator[list[int]]:
    group: list[int] = []
    for at, line in enumerate(lines):
        if line.strip():
            group.append(at)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _are_wrapped(groups: Sequence[Sequence[int]], lines: Sequence[str]) -> bool:
    inner = [lines[at].rstrip() for group in groups for at in group[:-1]]
    if len(groups) <= 1 or len(inner) < _FEWEST:
        return False
    cut = [line for line in inner if len(line) >= _SHORTEST and not line.endswith(_STOPS)]
    return len(cut) >= _WRAPPED * len(inner)


def _together(lines: Sequence[str]) -> str:
    said = lines[0].rstrip()
    for line in lines[1:]:
        after = line.strip()
        both_latin = said[-1:].isascii() and after[:1].isascii()
        said += (" " if both_latin else "") + after
    return said
