"""A bilingual table in Word, read back: id, Chinese, English, one text a row."""

from __future__ import annotations

from reportpub.exchange.edits.wordfile import word_file
from reportpub.exchange.translation.exchanged import Exchanged, Returned, known
from reportpub.findings import ContentError, Span, error
from reportpub.sentences import say

ID, ZH, EN = range(3)
"""The columns."""


def read(data: bytes, file: str) -> Exchanged:
    """Return what the table of a Word file says, tracked changes accepted; its head tells the report."""
    written = word_file(data, file)
    rows: dict[tuple[int, int], dict[int, str]] = {}
    report = scope = ""
    for line in written.lines:
        if line.cell is None:
            report, scope = known(line.text) if not report else (report, scope)
            continue
        table, row, column = line.cell
        cells = rows.setdefault((table, row), {})
        cells[column] = f"{cells[column]} {line.text}" if cells.get(column) else line.text
    found = tuple(
        Returned(
            cells.get(ID, "").strip().partition(" ")[0],
            cells.get(ZH, ""),
            cells.get(EN, "").strip(),
            line=row + 1,
        )
        for (_, row), cells in rows.items()
        if row and "." in cells.get(ID, "")
    )
    if not found:
        hint = say("name a file that `translate export --as docx` wrote")
        raise ContentError((error("translate/foreign", say("it holds no table of texts"), Span(file), hint),))
    digests = tuple(
        (words[0], words[1]) for cells in rows.values() if len(words := cells.get(ID, "").split()) > 1
    )
    return Exchanged(file, report, scope, found, digests)
