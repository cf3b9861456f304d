"""Citations that cannot be said: a form that does not fit its fact, a reference to nothing numbered."""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.edition.figures_in_words import why_not
from reportpub.edition.labels import labels
from reportpub.findings import Finding, error
from reportpub.model.report import Report
from reportpub.model.text import Bilingual, BlockCite, FactCite
from reportpub.model.walk import leaves, texts
from reportpub.sentences import say


def misfits(report: Report) -> tuple[Finding, ...]:
    """Return a finding for each fact in a form it does not have, and each reference without words."""
    found: list[Finding] = []
    numbered = labels(report)
    for passage in (p for text in _texts(report) for p in text.said()):
        for leaf in leaves(passage.inlines):
            match leaf:
                case FactCite(name, form) if name in report.facts.facts:
                    reason = why_not(report.facts.facts[name], form)
                    if reason:
                        message = say(
                            "“{{{name}:{form}}}” cannot be said: {reason}",
                            name=name,
                            form=form,
                            reason=reason,
                        )
                        found.append(error("edition/form", message, passage.span))
                case BlockCite(name) if name not in numbered:
                    message = say("“{name}” has no number a reader could look up", name=name)
                    hint = say("refer to a heading, table, chart or figure")
                    found.append(error("edition/reference", message, passage.span, hint))
                case _:
                    pass
    return tuple(found)


def _texts(report: Report) -> Iterator[Bilingual]:
    yield from report.metadata.texts()
    for chapter in report.chapters:
        for block in (chapter.title, *chapter.blocks):
            yield from texts(block)
