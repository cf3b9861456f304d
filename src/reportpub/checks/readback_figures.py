"""Whether the figures of tables and charts stand where they belong in a finished file, row by row.

A figure that stands somewhere in a file proves little in a report that says it three times; here it must
stand behind the head of its row, or on the page of its chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reportpub.checks.readback import squeeze
from reportpub.checks.word_charts import Drawn
from reportpub.edition.edition import Edition, Part, Plot
from reportpub.findings import Finding, Span, error
from reportpub.model.blocks import Block, Chart, Row, Table
from reportpub.model.text import Lang, Shown, plain
from reportpub.sentences import listed, say

_HINT = say("this is a fault of the program")


def rows_lost(edition: Edition, text: str, *, apart: bool = False) -> tuple[Finding, ...]:
    """Return a finding for each row of a table whose cells do not follow each other in the text of a file.

    In Word each language has tables of its own: there the languages stand `apart`.
    """
    whole = squeeze(text)
    found = []
    for part, block in _blocks(edition):
        for row in block.rows if isinstance(block, Table) else ():
            for said in _rows(row, part.languages) if apart else (_row(row),):
                if squeeze(said) not in whole:
                    message = say(
                        "a row of “{id}” is not whole in the finished file: “{said}”", id=block.id, said=said
                    )
                    found.append(error("readback/row", message, row.cells[0].passages[0].span, _HINT))
    return tuple(found)


def _row(row: Row[Shown]) -> str:
    """Return the words of a row as they are printed: what both languages share is printed once."""
    cells = ([plain(p.inlines) for p in cell.passages] for cell in row.cells)
    return " ".join(words[0] if len(set(words)) == 1 else " ".join(words) for words in cells)


def _rows(row: Row[Shown], languages: tuple[Lang, ...]) -> tuple[str, ...]:
    """Return the words of a row in each language."""
    return tuple(" ".join(_words(cell, lang) for cell in row.cells) for lang in languages)


def charts_lost(edition: Edition, pages: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return a finding for each figure of a chart that is missing from the page its caption stands on."""
    squeezed = tuple(map(squeeze, pages))
    found = []
    for part, block in _blocks(edition):
        if not isinstance(block, Chart):
            continue
        lang = part.languages[0]
        caption = squeeze(edition.labels[block.id].number[lang] + _words(block.title, lang))
        holders = [page for page in squeezed if caption in page]
        wanted = [point for series in edition.plots[block.id].series for point in series.points]
        for point in wanted:
            words = point.words[lang]
            if not any(squeeze(words) in page for page in holders):
                found.append(_lost(block.id, point.fact, words, block.span))
    return tuple(found)


def redrawn(edition: Edition, charts: tuple[Drawn, ...]) -> tuple[Finding, ...]:
    """Return a finding for each chart of a Word file whose numbers or names are not those of the edition.

    A chart may show its values in another power of ten than the facts have, but all in the same; the workbook
    behind it must hold the same numbers.
    """
    expected = [
        (block, edition.plots[block.id], lang)
        for part, block in _blocks(edition)
        if isinstance(block, Chart)
        for lang in part.languages
    ]
    if len(charts) != len(expected):
        message = say(
            "the file holds {charts} charts instead of {expected}", charts=len(charts), expected=len(expected)
        )
        return (error("readback/chart", message, None, _HINT),)
    return tuple(
        finding
        for (block, plot, lang), drawn in zip(expected, charts, strict=True)
        for finding in _compared(block, plot, lang, drawn)
    )


def _compared(block: Chart[Shown], plot: Plot, lang: Lang, drawn: Drawn) -> Iterator[Finding]:
    facts = [point for series in plot.series for point in series.points]
    values = [value for series in drawn.series for value in series]
    powers = Counter(_power(point.value, value) for point, value in zip(facts, values, strict=False))
    if len(facts) != len(values) or len(powers) != 1 or None in powers:
        yield _lost(block.id, "", ", ".join(map(str, values)), block.span)
    if drawn.workbook != drawn.series:
        message = say("the workbook behind “{id}” does not hold what the chart shows", id=block.id)
        yield error("readback/chart", message, block.span, _HINT)
    longest = max((series.points for series in plot.series), key=len, default=())
    names = tuple(_words(point.category, lang) for point in longest)
    if names != drawn.categories:
        message = say(
            "the chart “{id}” names {categories} instead of {names}",
            id=block.id,
            categories=listed(drawn.categories),
            names=listed(names),
        )
        yield error("readback/chart", message, block.span, _HINT)


def _power(fact: Decimal, shown: Decimal) -> int | None:
    """Return the power of ten between two values; nothing where no power of ten lies between them."""
    if not fact or not shown:
        return 0 if fact == shown else None
    left, right = fact.normalize(), shown.normalize()
    same = left.as_tuple().digits == right.as_tuple().digits and (fact > 0) == (shown > 0)
    return left.adjusted() - right.adjusted() if same else None


def _lost(block: str, fact: str, words: str, span: Span) -> Finding:
    what = say("the figure {fact} of", fact=fact) if fact else say("the figures of")
    return error(
        "readback/chart",
        say("{what} the chart “{block}” are not as written: “{words}”", what=what, block=block, words=words),
        span,
        _HINT,
    )


def _blocks(edition: Edition) -> Iterator[tuple[Part, Block[Shown]]]:
    for part in edition.parts:
        for chapter in part.chapters:
            for block in chapter.blocks:
                yield part, block


def _words(text: Shown, lang: Lang) -> str:
    passage = text.of(lang)
    return plain(passage.inlines) if passage else ""
