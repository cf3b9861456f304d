"""A project folder becomes a Report, with every problem of every file in one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reportpub.findings import ContentError, Finding, Severity, Span, in_order
from reportpub.inputs import Inputs, Refused
from reportpub.model.facts import FactBook
from reportpub.model.report import Chapter, Report
from reportpub.nodes import Mapping, Node, read
from reportpub.source.chapters import chapter
from reportpub.source.factbook import fact_book
from reportpub.source.references import Lost, unresolved
from reportpub.source.reportfile import report_file
from reportpub.source.termbook import term_book
from reportpub.source.texts import Problems
from reportpub.source.translations import FILE, translations, with_stale
from reportpub.source.unseen import unseen

T = TypeVar("T")


def _built(root: Node | None, build: Callable[[Node, Problems], T], problems: Problems) -> T | None:
    return None if root is None else build(root, problems)


def load_report(project: Path, inputs: Inputs) -> tuple[Report, tuple[Finding, ...]]:
    """Return the report in `project/source` with its warnings; `ContentError` holds all problems at once."""
    report, found = read_report(project, inputs)
    if report is None or any(f.severity is Severity.ERROR for f in found):
        raise ContentError(found)
    return report, found


def read_report(project: Path, inputs: Inputs) -> tuple[Report | None, tuple[Finding, ...]]:
    """Return as much of the report as can be read, with every problem; what is broken is left out.

    For checks that go on looking; only `load_report` gives a report that is fit to be built.
    """
    source = project / "source"
    problems = Problems()
    sources: dict[str, str] = {}

    def node(name: str, span: Span | None = None) -> Node | None:
        """Return the document of one file and keep its text for placing findings."""
        path = source / name
        shown = path.relative_to(project).as_posix()
        try:
            sources[shown] = inputs.read_text(path, span)
        except Refused as refused:
            problems.add(refused.finding)
            problems.unread.add(shown)
            return None
        root, found = read(sources[shown], shown)
        problems.add(*found, *unseen(sources[shown], shown))
        if not isinstance(root, Mapping):
            problems.unread.add(shown)
        return root

    outline = _built(node("report.yaml"), report_file, problems)
    facts = _built(node("facts.yaml"), fact_book, problems)
    terms = _built(node("terms.yaml"), term_book, problems)
    chapters: list[Chapter] = []
    for entry in outline.chapters if outline else ():
        root = node(f"chapters/{entry.name}.yaml", entry.span)
        built = chapter(root, entry.place, problems) if root else None
        if built:
            chapters.append(built)
    if outline is None:
        return None, in_order(tuple(problems.found))
    kept = node(FILE) if FILE in inputs.names(source) else None
    made_from = _built(kept, translations, problems)
    report = Report(
        id=outline.id,
        root=source,
        metadata=outline.metadata,
        chapters=with_stale(tuple(chapters), made_from or {}),
        facts=facts or FactBook({}, {}),
        terms=terms or {},
        editions=outline.editions,
        job=outline.job,
    )
    lost = Lost(frozenset(problems.dropped), frozenset(problems.unread))
    problems.add(*unresolved(report, sources, lost))
    return report, in_order(tuple(problems.found))
