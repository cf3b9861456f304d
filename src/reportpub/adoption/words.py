"""The words of a unit put right, with looks, links and notes in their places, and written for YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from reportpub.findings import Span
from reportpub.manuscript.elements import Run
from reportpub.model.text import Lang
from reportpub.source.markup import parse
from reportpub.typeset.normalise import Change, normalise

_SAFE = ("http://", "https://", "mailto:")
_MARKS = re.compile(r"([\\*_\[{`])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]")


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of words that is bold, slanted or a link."""

    start: int
    end: int
    bold: bool
    italic: bool
    link: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A stretch of words that a citation says instead; one of a note has no words."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words put right: what was changed, and where looks, notes and citations stand in them."""

    text: str
    lang: Lang
    span: Span
    changes: tuple[Change, ...] = ()
    typed: str = ""
    looks: tuple[Look, ...] = ()
    calls: tuple[tuple[int, str], ...] = ()
    cites: tuple[Cite, ...] = ()

    def part(self, start: int, end: int) -> Words:
        """Return the words between two places, with what belongs to them."""
        return Words(
            text=self.text[start:end],
            lang=self.lang,
            span=self.span,
            looks=tuple(
                replace(one, start=max(0, one.start - start), end=min(end, one.end) - start)
                for one in self.looks
                if one.start < end and one.end > start
            ),
            calls=tuple(
                (at - start, name)
                for at, name in self.calls
                if start <= at <= end and (at > start or not start)
            ),
            cites=tuple(
                replace(one, start=one.start - start, end=one.end - start)
                for one in self.cites
                if start <= one.start and one.end <= end
            ),
        )

    def citing(self, cites: Sequence[Cite]) -> Words:
        """Return the words with more citations; one that would meet another, or cut a look, is left out."""
        kept = list(self.cites)
        for new in cites:
            meets = any(new.start < one.end and one.start < new.end for one in kept)
            cuts = any(one.start < new.start < one.end or one.start < new.end < one.end for one in self.looks)
            inside = any(one.start <= new.start and new.end <= one.end for one in self.looks)
            called = any(new.start < at < new.end for at, _ in self.calls)
            if not meets and not called and (inside or not cuts):
                kept.append(new)
        return replace(self, cites=tuple(sorted(kept, key=lambda one: one.start)))


def put_right(runs: Sequence[Run], lang: Lang, span: Span) -> Words:
    """Return the words of runs put right by the rules of their language."""
    typed = "".join(run.text for run in runs)
    clean = _CONTROL.sub("", typed)
    made = normalise(clean, "zh" if lang is Lang.ZH else "en")
    looks, calls = _places([replace(run, text=_CONTROL.sub("", run.text)) for run in runs])
    if looks or calls:
        moved = _moved(clean, made.text)
        looks = [replace(one, start=moved(one.start), end=moved(one.end)) for one in looks]
        calls = [(moved(at), name) for at, name in calls]
    whole = len(looks) == 1 and (looks[0].start, looks[0].end) == (0, len(made.text)) and not looks[0].link
    return Words(
        text=made.text,
        lang=lang,
        span=span,
        changes=made.changes,
        typed=clean,
        looks=() if whole else tuple(one for one in looks if one.end > one.start),
        calls=tuple(calls),
    )


def _places(runs: Sequence[Run]) -> tuple[list[Look], list[tuple[int, str]]]:
    looks: list[Look] = []
    calls: list[tuple[int, str]] = []
    at = 0
    for run in runs:
        after = at + len(run.text)
        if run.note:
            calls.append((at, run.note))
        elif run.text.strip() and (run.bold or run.italic or run.link):
            link = run.link if run.link.startswith(_SAFE) else ""
            if run.bold or run.italic or link:
                looks.append(Look(at, after, run.bold, run.italic, link))
        at = after
    return looks, calls


def _moved(before: str, after: str) -> Callable[[int], int]:
    """Return where each place of a text has gone to."""
    if before == after:
        return lambda at: at
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()

    def moved(at: int) -> int:
        for _, a, b, c, d in codes:
            if a <= at < b:
                return min(c + at - a, d)
        return len(after)

    return moved


def written(words: Words) -> tuple[str, bool]:
    """Return words as YAML has them, and whether their looks could be kept."""
    for keep in (True, False):
        text = "".join(_pieces(words if keep else replace(words, looks=())))
        _, wrong = parse(text, words.lang, words.span)
        if not wrong:
            return text, keep or not words.looks
    return text, False


def _pieces(words: Words) -> Iterator[str]:
    """Yield the text with citations, notes and the marks of looks, every plain mark made harmless."""
    cuts = {0, len(words.text)}
    cuts |= {at for look in words.looks for at in (look.start, look.end)}
    cuts |= {at for cite in words.cites for at in (cite.start, cite.end)}
    cuts |= {at for at, _ in words.calls}
    order = sorted(cuts)
    calls = sorted(words.calls)
    for start, end in zip(order, [*order[1:], len(words.text)], strict=True):
        for at, name in calls:
            if at == start:
                yield f"[^{name}]"
        look = next((one for one in words.looks if one.start <= start < one.end), None)
        if look is not None and look.start == start:
            yield ("[" if look.link else "") + _stars(look)
        cite = next((one for one in words.cites if one.start <= start < one.end), None)
        if cite is None:
            yield escaped(words.text[start:end])
        elif cite.start == start:
            yield cite.mark
        if look is not None and look.end == end:
            yield _stars(look) + (f"]({look.link})" if look.link else "")


def _stars(look: Look) -> str:
    return "*" * (2 * look.bold + look.italic)


def escaped(text: str) -> str:
    """Return plain words with every mark that the source would read made harmless."""
    return _MARKS.sub(r"\\\1", text)
