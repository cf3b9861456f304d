"""What a person should look at in an adopted project: lines without a partner, bad fits, glued words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportpub.adoption.adopt import Adopted
from reportpub.adoption.compose import DOUBTFUL
from reportpub.adoption.drafts import Draft
from reportpub.adoption.glued import glued
from reportpub.adoption.headings import numbered
from reportpub.adoption.pairs import Match
from reportpub.adoption.units import Kind, Unit
from reportpub.adoption.words import Words, put_right, written
from reportpub.findings import Finding, warning
from reportpub.model.text import Lang
from reportpub.sentences import say

_SHOWN = 24
_TWO = 2


def doubts(adopted: Adopted) -> tuple[Finding, ...]:
    """Return a finding for each line without a partner and everything else that wants a look."""
    found: list[Finding] = []
    if adopted.bilingual:
        for match in adopted.matches:
            found += _match(match)
    else:
        found.append(_no_english(adopted))
    for lang in Lang:
        found += _numbering([u for u in adopted.units if u.lang is lang])
    for draft in adopted.drafts():
        found += _draft(draft)
    english = (put_right(u.runs, u.lang, u.span) for u in adopted.units if u.lang is Lang.EN and u.runs)
    found += glued(english)
    return tuple(found)


def _no_english(adopted: Adopted) -> Finding:
    hint = say("adopt it together with the English, or translate it: every block says status: missing")
    return warning(
        "adopt/chinese-only", say("there is no English in the manuscript"), adopted.units[0].span, hint
    )


def _match(match: Match) -> Iterator[Finding]:
    if not match.en:
        for unit in match.zh:
            hint = say(
                "translate it, or see whether the English stands elsewhere; its block says status: missing"
            )
            yield warning(
                "adopt/no-english", say("no English answers “{unit}”", unit=_shown(unit)), unit.span, hint
            )
    elif not match.zh:
        for unit in match.en:
            hint = say("write the Chinese where 【待补】 stands, or see whether it stands elsewhere")
            yield warning(
                "adopt/no-chinese", say("no Chinese answers “{unit}”", unit=_shown(unit)), unit.span, hint
            )
    elif len(match.zh) + len(match.en) > _TWO:
        several, one = (match.zh, match.en) if len(match.zh) > 1 else (match.en, match.zh)
        message = say(
            "{count} paragraphs were joined, because one answers them: “{first}”",
            count=len(several),
            first=_shown(several[0]),
        )
        hint = say("look whether they belong together: “{answer}”", answer=_shown(one[0]))
        yield warning("adopt/joined", message, several[0].span, hint)
    elif match.score < DOUBTFUL:
        zh, en = match.zh[0], match.en[0]
        message = say(
            "“{zh}” and “{en}” may not say the same (score {score:.2f})",
            zh=_shown(zh),
            en=_shown(en),
            score=match.score,
        )
        yield warning("adopt/doubtful", message, zh.span, say("look at both; the block says status: draft"))


def _draft(draft: Draft) -> Iterator[Finding]:
    text = draft.texts.get("text")
    if draft.kind == "paragraph" and draft.status == "draft" and draft.score >= DOUBTFUL and text and text.en:
        tail = text.en.text[-_SHOWN:]
        hint = say("complete it; the block says status: draft")
        yield warning(
            "adopt/cut-off",
            say("the English ends within a sentence: “…{tail}”", tail=tail),
            text.en.span,
            hint,
        )
    for one in draft.texts.values():
        for words in (one.zh, one.en):
            if words is not None and not _keeps_looks(words):
                message = say("bold or italic type could not be kept in “{text}…”", text=words.text[:_SHOWN])
                yield warning("adopt/look", message, words.span, say("set the marks ** or * by hand"))


def _keeps_looks(words: Words) -> bool:
    return written(words)[1]


def _numbering(units: Sequence[Unit]) -> Iterator[Finding]:
    """Yield the headings whose number in the manuscript is not the one the layout will print."""
    counts: dict[int, int] = {}
    for unit in units:
        if unit.kind is not Kind.HEADING or (unit.level == 1 and not unit.label and not counts):
            continue
        counts[unit.level] = counts.get(unit.level, 0) + 1
        for deeper in [level for level in counts if level > unit.level]:
            del counts[deeper]
        typed = numbered(unit)
        if typed is not None and unit.label and typed.number != counts[unit.level]:
            message = say(
                "“{unit}” will be number {counts} on its level", unit=_shown(unit), counts=counts[unit.level]
            )
            hint = say("see whether a heading before it is missing or was not found")
            yield warning("adopt/renumbered", message, unit.span, hint)


def _shown(unit: Unit) -> str:
    if unit.table is not None or unit.picture is not None:
        return f"a {unit.kind}"
    text = unit.label + unit.text
    return text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")
