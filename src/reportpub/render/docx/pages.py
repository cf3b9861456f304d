"""Which page every heading stands on, from a real layout of the file.

A layout program tells on which sheet a heading lies; what the contents print is its folio, which counts
in Roman before the first numbered chapter and starts again there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportpub.edition.edition import Edition
from reportpub.findings import ToolError, error
from reportpub.render.docx.contents import Entry, entries
from reportpub.render.docx.cover import has_imprint


def contents_entries(edition: Edition) -> tuple[Entry, ...]:
    """Return the lines of all contents of an edition, in the order of its text."""
    return tuple(
        entry for part in edition.parts for lang in part.languages for entry in entries(part, edition, lang)
    )


def page_numbers(edition: Edition, sheets: Sequence[int]) -> Mapping[str, int]:
    """Return the page numbers `docx_bytes` asks for, from the sheet of every heading of levels 1 and 2.

    Sheets count from 1 and include the blank ones before right-hand pages (LibreOffice leaves those out
    of a PDF unless `IsSkipEmptyPages` is false). `ToolError` when there are more or fewer sheets than
    headings.
    """
    told = contents_entries(edition)
    if len(told) != len(sheets):
        message = f"the layout shows {len(sheets)} headings, the contents have {len(told)}"
        raise ToolError((error("docx/page-number", message),))
    before_front = 2 if has_imprint(edition) else 1
    first = next((sheet for entry, sheet in zip(told, sheets, strict=True) if not entry.front), 1)
    return {
        entry.anchor: sheet - (before_front if entry.front else first - 1)
        for entry, sheet in zip(told, sheets, strict=True)
    }
