"""What came of many projects, a line for each: its files, what was found, its exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import east_asian_width

from reportpub.findings import Severity
from reportpub.finished import Outcome
from reportpub.messages.catalogue import Catalogue
from reportpub.projects import Project
from reportpub.sentences import Sentence, as_it_is, say

_HEADS = (say("project"), say("made"), say("kept"), say("errors"), say("warnings"), say("exit code"))


def summary(outcomes: Mapping[Project, Outcome], words: Catalogue) -> Iterator[Sentence]:
    """Yield the lines of a table in the order of the names, and one for all of them together."""
    rows = [tuple(words.tell(head) for head in _HEADS)]
    for project, outcome in sorted(outcomes.items(), key=lambda one: one[0].name):
        kept = sum(artefact.kept for artefact in outcome.artefacts)
        counts = [sum(f.severity is s for f in outcome.findings) for s in (Severity.ERROR, Severity.WARNING)]
        made = len(outcome.artefacts) - kept
        rows.append((project.name, *map(str, (made, kept, *counts, outcome.exit_code))))
    wide = [max(_width(row[at]) for row in rows) for at in range(len(_HEADS))]
    for name, *figures in rows:
        cells = (" " * (width - _width(one)) + one for one, width in zip(figures, wide[1:], strict=True))
        yield as_it_is("  ".join((name + " " * (wide[0] - _width(name)), *cells)))
    failed = sum(outcome.exit_code != 0 for outcome in outcomes.values())
    yield say("projects: {count}, with errors: {failed}", count=len(outcomes), failed=failed)


def _width(text: str) -> int:
    """Return the columns of a terminal that a text takes; Han and full-width marks take two."""
    return sum(1 + (east_asian_width(character) in "WF") for character in text)
