"""What a release refuses and a draft build only marks: text and figures that are not finished."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.findings import Finding, error, warning
from reportpub.model.blocks import Block, Chart, KeyFigures, Status
from reportpub.model.report import Report
from reportpub.model.revision import waiting
from reportpub.model.text import Bilingual, FactCite
from reportpub.model.walk import leaves, texts
from reportpub.sentences import say


def unfinished(report: Report) -> tuple[Finding, ...]:
    """Return a finding for each block that is not final and each cited fact without a value of this year."""
    found = [_unfinished(block) for block in _blocks(report) if block.status is not Status.FINAL]
    late = waiting(report.facts.facts)
    hint = say("write the value of this year and take “revised: false” away")
    for name in dict.fromkeys(name for block in _blocks(report) for name in cited(block)):
        fact = report.facts.facts.get(name)
        if fact is not None and name in late and not fact.expr:
            message = say("“{name}” still has the value of the year before", name=name)
            found.append(error("release/unrevised-fact", message, fact.span, hint))
    return tuple(found)


def early(report: Report) -> tuple[Finding, ...]:
    """Return a warning for each revised block that cites facts still waiting for the value of this year."""
    late = waiting(report.facts.facts)
    return tuple(
        _early(block, names)
        for block in _blocks(report)
        if block.status is not Status.UNREVISED
        if (names := [name for name in dict.fromkeys(cited(block)) if name in late])
    )


def _early(block: Block[Bilingual], names: list[str]) -> Finding:
    hint = say("write the values of this year, or say under status that the text is unrevised")
    more = say(" and {names} more", names=len(names) - 1) if len(names) > 1 else ""
    message = say(
        "“{id}” cites “{names}”{more} without a value of this year", id=block.id, names=names[0], more=more
    )
    return warning("release/early", message, block.span, hint)


def cited(block: Block[Bilingual]) -> Iterator[str]:
    """Yield the ids of the facts a block cites, shows large or draws."""
    match block:
        case KeyFigures(items=items):
            yield from (item.fact for item in items)
        case Chart(series=series):
            yield from (name for line in series for name in line.facts)
        case _:
            pass
    for text in texts(block):
        for passage in text.said():
            yield from (leaf.fact for leaf in leaves(passage.inlines) if isinstance(leaf, FactCite))


def _blocks(report: Report) -> Iterator[Block[Bilingual]]:
    for chapter in report.chapters:
        yield chapter.title
        yield from chapter.blocks


def _unfinished(block: Block[Bilingual]) -> Finding:
    if block.status is Status.UNREVISED:
        hint = say("bring it up to date and take the status away, or build without --release")
        return error(
            "release/unrevised",
            say("the text of “{id}” is that of the year before", id=block.id),
            block.span,
            hint,
        )
    if block.status is Status.STALE:
        hint = say("bring the English up to date; `reportpub translate status --reviewed` says that it is")
        message = say("the Chinese of “{id}” has changed since its English was made", id=block.id)
        return error("release/stale", message, block.span, hint)
    hint = say("finish the English and take the status away, or build without --release")
    return error(
        "release/unfinished",
        say("the English of “{id}” is {status}", id=block.id, status=block.status),
        block.span,
        hint,
    )
