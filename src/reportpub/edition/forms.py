"""Does every form a fact is cited in fit the fact, and does every reference point at something numbered?"""

from __future__ import annotations

from reportpub.edition.figures_in_words import why_not
from reportpub.edition.labels import labels
from reportpub.findings import Finding, error
from reportpub.model.report import Report
from reportpub.model.text import BlockCite, FactCite
from reportpub.model.walk import leaves, texts


def misfits(report: Report) -> tuple[Finding, ...]:
    """Return a finding for each fact in a form it does not have, and each reference without words."""
    found: list[Finding] = []
    numbered = labels(report)
    for chapter in report.chapters:
        for block in (chapter.title, *chapter.blocks):
            for passage in (p for text in texts(block) for p in text.said()):
                for leaf in leaves(passage.inlines):
                    match leaf:
                        case FactCite(name, form) if name in report.facts.facts:
                            reason = why_not(report.facts.facts[name], form)
                            if reason:
                                message = f"“{{{name}:{form}}}” cannot be said: {reason}"
                                found.append(error("edition/form", message, passage.span))
                        case BlockCite(name) if name not in numbered:
                            message = f"“{name}” has no number a reader could look up"
                            hint = "refer to a heading, table, chart or figure"
                            found.append(error("edition/reference", message, passage.span, hint))
                        case _:
                            pass
    return tuple(found)
