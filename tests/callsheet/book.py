"""The small report as a sheet, without setting its pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportpub.callsheet.calls import Mention, calls
from reportpub.callsheet.gather import both_languages, sources, title, titles
from reportpub.callsheet.sheet import Line, Sheet, lines
from reportpub.inputs import Inputs
from reportpub.source.load import load_report

BOOK = Path(__file__).parents[1] / "book"


def sheet(project: Path = BOOK) -> Sheet:
    """Return the sheet of a project, every figure on page 1."""
    report, _ = load_report(project, Inputs(project))
    edition = both_languages(report)
    called = calls(edition)
    every = lines(called, ("1",) * len(called), report.facts, sources(edition))
    return Sheet(
        title=title(edition),
        edition="both",
        date=report.metadata.date,
        chapters=titles(edition),
        lines=every,
        every=every,
    )


def hostile(made: Sheet) -> Sheet:
    """Return a sheet whose first figure says what a workbook or a page might take for more than words."""
    wild = Mention("=1+2<b>&", "@SUM(A1) ", "\u2028|", ("http://a.b/", "</td>"))
    return replace(made, lines=(replace(made.lines[0], zh=wild, en=None), *made.lines[1:]))


def told(line: Line) -> str:
    """Return a line of a sheet as one line of text."""
    said = (_told(mention) for mention in (line.zh, line.en))
    return " | ".join((line.block, line.fact, *said, line.value))


def _told(mention: Mention | None) -> str:
    if mention is None:
        return "-"
    head = f"[{'; '.join(mention.head)}] " if mention.head else ""
    return f"{head}{mention.before}<{mention.words}>{mention.after}"
