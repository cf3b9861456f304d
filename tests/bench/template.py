"""An edition through docxtpl, as far as that goes: the same words, filled into a Word template.

Not a requirement of ours: `pip install docxtpl==0.20.2` before it is measured.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from docx import Document

from reportpub.edition.edition import Edition, Part, Plot
from reportpub.model.blocks import Block, Chart, Heading, KeyFigures, List, Note, Paragraph, Table
from reportpub.model.text import Lang, Shown, plain
from reportpub.model.walk import texts
from reportpub.render.docx.inlines import spoken

STYLES = ("Heading 1", "Heading 2", "Heading 3", "Normal", "List Bullet", "List Number", "Caption")
"""Styles of the template; each kind of line stands in it once."""


def filled(edition: Edition) -> Callable[[], object] | None:
    """Return what fills the template with an edition, or nothing where docxtpl is not installed."""
    if importlib.util.find_spec("docxtpl") is None:
        return None
    engine = importlib.import_module("docxtpl")
    empty = template()

    def work() -> bytes:
        told = [line for part in edition.parts for line in _part(part, edition)]
        made = engine.DocxTemplate(BytesIO(empty))
        made.render({"lines": told}, autoescape=True)
        out = BytesIO()
        made.save(out)
        return out.getvalue()

    return work


def template() -> bytes:
    """Return the template: a loop over lines, each in its style, tables with a loop over rows and cells."""
    made = Document()
    made.add_paragraph("{%p for line in lines %}")
    for turn, name in enumerate(STYLES):
        made.add_paragraph(f"{{%p {'elif' if turn else 'if'} line.style == {name!r} %}}")
        written = made.add_paragraph(style=name)
        written.add_run("{{ line.lead }}").bold = True
        written.add_run("{{ line.text }}")
    made.add_paragraph("{%p else %}")
    table = made.add_table(rows=3, cols=1)
    table.cell(0, 0).text = "{%tr for row in line.rows %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    for words in ("{{ cell }}", "{%tc endfor %}"):
        table.add_column(1_000_000).cells[1].text = words
    table.cell(2, 0).text = "{%tr endfor %}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _part(part: Part, edition: Edition) -> Iterator[dict[str, Any]]:
    lang = part.languages[0]
    for chapter in part.chapters:
        for block in (chapter.title, *chapter.blocks, *chapter.notes.values()):
            yield from _block(block, lang, edition.plots.get(block.id))


def _block(block: Block[Shown], lang: Lang, plot: Plot | None) -> Iterator[dict[str, Any]]:
    match block:
        case Heading(level=level, text=text):
            yield _line(f"Heading {level}", _said(text, lang))
        case Paragraph(text=text, lead=lead):
            yield _line("Normal", _said(text, lang), _said(lead, lang) if lead else "")
        case List(ordered=ordered, items=items):
            yield from (_line("List Number" if ordered else "List Bullet", _said(i, lang)) for i in items)
        case Table():
            yield _line("Caption", _said(block.title, lang))
            heads = [_said(column, lang) for column in block.columns]
            yield {"rows": [heads, *([_said(cell, lang) for cell in row.cells] for row in block.rows)]}
            yield from (_line("Normal", _said(text, lang)) for text in (block.unit, block.source) if text)
        case Chart():
            points = [point for series in plot.series for point in series.points] if plot else []
            yield {"rows": [[_said(point.category, lang), point.words[lang]] for point in points]}
            yield from (_line("Caption", _said(text, lang)) for text in texts(block))
        case KeyFigures(items=items):
            yield {"rows": [[_said(i.value, lang) for i in items], [_said(i.label, lang) for i in items]]}
        case Note(text=text):
            yield _line("Normal", _said(text, lang))
        case _:
            yield from (_line("Normal", _said(text, lang)) for text in texts(block))


def _line(style: str, text: str, lead: str = "") -> dict[str, Any]:
    return {"style": style, "text": text, "lead": lead}


def _said(text: Shown, lang: Lang) -> str:
    return plain(spoken(text, lang).inlines)
