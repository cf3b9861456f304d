"""A project folder becomes a Report, with every problem of every file in one go."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from reportpub.findings import ContentError, Finding, Severity, Span, in_order
from reportpub.inputs import Inputs, Refused
from reportpub.model.facts import FactBook
from reportpub.model.report import Chapter, Report
from reportpub.nodes import Mapping, read
from reportpub.source.chapters import chapter
from reportpub.source.factbook import fact_book
from reportpub.source.references import Lost, unresolved
from reportpub.source.reportfile import report_file
from reportpub.source.termbook import term_book
from reportpub.source.texts import Problems
from reportpub.source.translations import FILE, translations, with_stale
from reportpub.source.unseen import unseen

T = TypeVar("T")


def _built(
    file: tuple[str, str] | None, build: Callable[..., T], problems: Problems, *given: object
) -> T | None:
    """Return what a file, its text and its name, is built into; its problems join the others."""
    if file is None:
        return None
    built, own = _built_once(build, *file, given)
    problems.join(own)
    return built


@lru_cache(maxsize=64)  # as many as nodes are kept of: of the files a preview reads again, one has changed
def _built_once(
    build: Callable[..., T], text: str, shown: str, given: tuple[object, ...]
) -> tuple[T | None, Problems]:
    problems = Problems()
    root, found = read(text, shown)
    problems.add(*found, *unseen(text, shown))
    if not isinstance(root, Mapping):
        problems.unread.add(shown)
    return (None if root is None else build(root, *given, problems)), problems


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

    def file(name: str, span: Span | None = None) -> tuple[str, str] | None:
        """Return the text of one file and its name as findings tell it; it is kept for placing them."""
        path = source / name
        shown = path.relative_to(project).as_posix()
        try:
            sources[shown] = inputs.read_text(path, span)
        except Refused as refused:
            problems.add(refused.finding)
            problems.unread.add(shown)
            return None
        return sources[shown], shown

    outline = _built(file("report.yaml"), report_file, problems)
    facts = _built(file("facts.yaml"), fact_book, problems)
    terms = _built(file("terms.yaml"), term_book, problems)
    chapters: list[Chapter] = []
    for entry in outline.chapters if outline else ():
        built = _built(file(f"chapters/{entry.name}.yaml", entry.span), chapter, problems, entry.place)
        if built:
            chapters.append(built)
    if outline is None:
        return None, in_order(tuple(problems.found))
    kept = file(FILE) if FILE in inputs.names(source) else None
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
