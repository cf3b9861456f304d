"""The call-figures sheet of a report: its figures found on their pages and written for paper and desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reportpub.callsheet.calls import calls
from reportpub.callsheet.gather import both_languages, sources, title, titles
from reportpub.callsheet.ledger import changed, gone, ledger, written
from reportpub.callsheet.paper import body
from reportpub.callsheet.places import places
from reportpub.callsheet.sheet import Sheet, lines
from reportpub.callsheet.versions import version
from reportpub.callsheet.word import docx
from reportpub.callsheet.wording import TITLE
from reportpub.callsheet.workbook import xlsx
from reportpub.checks.pdf_labels import page_labels
from reportpub.checks.readback import pdf_pages
from reportpub.model.report import EditionSpec, Report
from reportpub.model.text import Lang
from reportpub.render.office import OfficePaper, office_pdf

LAYOUT = "callsheet"
"""The layout of the sheet: A4, lying."""

LANDSCAPE = (297.0, 210.0)
"""mm."""


def call_figures(report: Report, spec: EditionSpec, finished: bytes, since: str = "") -> Sheet:
    """Return the sheet of a report, with the pages of one of its finished PDFs.

    `since` names an earlier version, of which see `callsheet.versions`; then only what changed is listed.
    """
    edition = both_languages(report)
    called = calls(edition)
    pages, labels = pdf_pages(finished), page_labels(finished)
    found = [places(called, pages, lang) if lang in spec.languages else () for lang in Lang]
    folios = [_folio([f[at] for f in found if f], labels) for at in range(len(called))]
    every = lines(called, folios, report.facts, sources(edition))
    sheet = Sheet(
        title=title(edition),
        edition=spec.name,
        date=report.metadata.date,
        chapters=titles(edition),
        lines=every,
        every=every,
    )
    if not since:
        return sheet
    old = version(since, report.root.parent)
    return replace(
        sheet,
        lines=tuple(changed(every, old)),
        gone=gone(ledger(every), old),
        since=Path(since).name or since,
    )


def _folio(found: list[int | None], labels: tuple[str, ...]) -> str:
    """Return the page of a figure: one number where both languages stand on it, else two."""
    return " / ".join(dict.fromkeys(labels[at] for at in found if at is not None)) or "–"


def files(sheet: Sheet, report: str, project: Path) -> Mapping[str, bytes]:
    """Return the sheet as PDF, Word file and workbook, and all figures of the report as data, by name."""
    return {
        f"{report}-call-figures.pdf": pdf(sheet, project),
        f"{report}-call-figures.docx": docx(sheet),
        f"{report}-call-figures.xlsx": xlsx(sheet),
        f"{report}-figures.json": written(ledger(sheet.every)).encode(),
    }


def pdf(sheet: Sheet, project: Path) -> bytes:
    """Return the sheet as an accessible PDF for an office printer."""
    said = OfficePaper(
        layout=LAYOUT,
        title=" · ".join((" ".join(TITLE), *sheet.title)),
        date=sheet.date,
        seed=f"{sheet.edition}-call-figures",
        body=body(sheet),
        paper=LANDSCAPE,
    )
    return office_pdf(said, project)
