"""An edition through docxtpl, as far as that goes: the same words, filled into a Word template.

Told twice: as words alone, and as runs that carry the styles of facts, terms, emphasis and links, as ours do.
Not a requirement of ours: `pip install docxtpl==0.20.2` before it is measured.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from reportpub.edition.edition import Edition, Part, Plot
from reportpub.model.blocks import Block, Chart, Heading, KeyFigures, List, Note, Paragraph, Table
from reportpub.model.text import Emph, Figures, Inlines, Lang, Link, Named, NoteMark, Shown, Strong, plain
from reportpub.model.walk import texts
from reportpub.render.docx.inlines import spoken

STYLES = ("Heading 1", "Heading 2", "Heading 3", "Normal", "List Bullet", "List Number", "Caption")
"""Styles of the template; each kind of line stands in it once."""
CHARACTERS = ("Lead", "Fact", "Term", "Link")
"""Character styles of the template, for words that are told as runs."""


def filled(edition: Edition, *, dressed: bool) -> Callable[[], bytes] | None:
    """Return what fills the template with an edition, or nothing where docxtpl is not installed.

    Its runs are `dressed` in character styles, or each text is one run.
    """
    if importlib.util.find_spec("docxtpl") is None:
        return None
    engine = importlib.import_module("docxtpl")
    empty = template(dressed=dressed)

    def work() -> bytes:
        made = engine.DocxTemplate(BytesIO(empty))
        filling = Filling(made, engine.RichText if dressed else None)
        told = [line for part in edition.parts for line in filling.part(part, edition)]
        made.render({"lines": told}, autoescape=True)
        out = BytesIO()
        made.save(out)
        return out.getvalue()

    return work


def template(*, dressed: bool) -> bytes:
    """Return the template: a loop over lines, each in its style, tables with a loop over rows and cells."""
    say = "{{r %s }}" if dressed else "{{ %s }}"
    made = Document()
    for name in CHARACTERS:
        made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    made.add_paragraph("{%p for line in lines %}")
    for turn, name in enumerate(STYLES):
        made.add_paragraph(f"{{%p {'elif' if turn else 'if'} line.style == {name!r} %}}")
        made.add_paragraph(style=name).add_run(say % "line.text")
    made.add_paragraph("{%p else %}")
    table = made.add_table(rows=3, cols=1)
    table.cell(0, 0).text = "{%tr for row in line.rows %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    for words in (say % "cell", "{%tc endfor %}"):
        table.add_column(1_000_000).cells[1].text = words
    table.cell(2, 0).text = "{%tr endfor %}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Filling:
    """What the template is filled with: lines of words, or of runs of a `rich` text of docxtpl."""

    made: Any
    rich: Any

    def part(self, part: Part, edition: Edition) -> Iterator[dict[str, Any]]:
        """Yield the lines of a part, in its first language."""
        lang = part.languages[0]
        for chapter in part.chapters:
            for block in (chapter.title, *chapter.blocks, *chapter.notes.values()):
                yield from self._block(block, lang, edition.plots.get(block.id))

    def _block(self, block: Block[Shown], lang: Lang, plot: Plot | None) -> Iterator[dict[str, Any]]:
        def line(style: str, text: Shown, lead: Shown | None = None) -> dict[str, Any]:
            return {"style": style, "text": self._said(text, lang, lead)}

        match block:
            case Heading(level=level, text=text):
                yield line(f"Heading {level}", text)
            case Paragraph(text=text, lead=lead):
                yield line("Normal", text, lead)
            case List(ordered=ordered, items=items):
                yield from (line("List Number" if ordered else "List Bullet", item) for item in items)
            case Table():
                yield line("Caption", block.title)
                rows = (block.columns, *(row.cells for row in block.rows))
                yield {"rows": [[self._said(cell, lang) for cell in row] for row in rows]}
                yield from (line("Normal", text) for text in (block.unit, block.source) if text)
            case Chart():
                points = [point for series in plot.series for point in series.points] if plot else []
                yield {"rows": [[self._said(p.category, lang), self._words(p.words[lang])] for p in points]}
                yield from (line("Caption", text) for text in (block.title, block.alt, block.source) if text)
            case KeyFigures(items=items):
                values, labels = ([getattr(i, name) for i in items] for name in ("value", "label"))
                yield {"rows": [[self._said(text, lang) for text in row] for row in (values, labels)]}
            case Note(text=text):
                yield line("Normal", text)
            case _:
                yield from (line("Normal", text) for text in texts(block))

    def _said(self, text: Shown, lang: Lang, lead: Shown | None = None) -> object:
        inlines = spoken(text, lang).inlines
        opening = plain(spoken(lead, lang).inlines) if lead else ""
        if self.rich is None:
            return opening + plain(inlines)
        told = self.rich(opening, style="Lead")
        self._runs(inlines, told)
        return told

    def _runs(self, inlines: Inlines, told: Any, **look: object) -> None:  # noqa: ANN401  a text of docxtpl
        for inline in inlines:
            match inline:
                case Emph(children):
                    self._runs(children, told, italic=True)
                case Strong(children):
                    self._runs(children, told, bold=True)
                case Link(children, url):
                    self._runs(children, told, style="Link", url_id=self.made.build_url_id(url))
                case NoteMark(_, number):
                    told.add(str(number), superscript=True)
                case Figures():
                    told.add(inline.text, style="Fact")
                case Named():
                    told.add(inline.text, style="Term")
                case _:
                    told.add(plain((inline,)), **look)

    def _words(self, words: str) -> object:
        return self.rich(words) if self.rich else words
