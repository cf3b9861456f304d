"""Is the text typed as it should be set: full-width marks in Chinese, curly quotes and dashes in English?"""

from __future__ import annotations

from collections.abc import Iterator

from reportpub.findings import Finding, warning
from reportpub.model.report import Report
from reportpub.model.text import Inlines, Passage, Str
from reportpub.model.walk import leaves, texts
from reportpub.sentences import say
from reportpub.typeset.normalise import normalise


def repairs(report: Report) -> tuple[Finding, ...]:
    """Return a warning for each mark or space that typesetters would put right; nothing is changed."""
    return tuple(
        finding
        for chapter in report.chapters
        for block in (chapter.title, *chapter.blocks)
        for text in texts(block)
        for passage in text.said()
        for finding in _repairs(passage)
    )


def _repairs(passage: Passage) -> Iterator[Finding]:
    typed = _typed(passage.inlines)
    for change in normalise(typed, "zh" if passage.lang.key == "zh" else "en").changes:
        around = typed[max(0, change.start - 6) : change.end + 6]
        message = say(
            "“{before}” in “{around}” is better typed “{after}”",
            before=change.before,
            around=around,
            after=change.after,
        )
        yield warning("typed/repair", message, passage.span, change.why)


def _typed(inlines: Inlines) -> str:
    """Return the words as typed, with `{x}` for whatever the program says itself."""
    return "".join(leaf.text if isinstance(leaf, Str) else "{x}" for leaf in leaves(inlines))
