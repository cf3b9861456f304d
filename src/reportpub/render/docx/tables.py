"""Tables: three rules, a head that repeats, columns as wide as their words; and key figures without rules.

Source: ECMA-376 part 1, 17.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportpub.edition.columns import figured
from reportpub.model.blocks import KeyFigure, KeyFigures, Row, Table
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.docx.inlines import Voice, said, spoken
from reportpub.render.docx.look import twips
from reportpub.render.docx.oxml import escaped, paragraph, run
from reportpub.render.docx.scale import KEY_LABEL, SCALES
from reportpub.render.docx.table_styles import KEY_TABLE, REPORT_TABLE
from reportpub.render.docx.widths import em
from reportpub.render.docx.words import KEY_FIGURES

NARROWEST = 7.0
"""Ems; no column is set narrower."""

WIDEST = 30.0
"""Ems; longer cells turn over rather than push the others aside."""

SHORT = 17
"""Rows, half a page; a table no longer than this stays on one page."""

ENDS = 4
"""Rows that a longer table keeps together at either end."""

WIDER = 1.12
"""What bold numerals and capitals add to the reckoned width of a key figure."""

_CELL = 8.0
"""pt that the two edges of a cell take from its words."""

_END = "</w:p></w:tc>"
_LARGE = re.compile(r"([+−-]?\d[\d,.]*\d%?|[+−-]?\d%?)")


def widths(columns: Sequence[Sequence[str]], total: int) -> tuple[int, ...]:
    """Return the widths of columns in twips, from the words of their cells, of which none lacks its head.

    They add up to `total` and follow the longest cells.
    """
    wanted = [min(max(max(map(em, column)) + 2, NARROWEST), WIDEST) for column in columns]
    shares = [int(total * want / sum(wanted)) for want in wanted]
    return (shares[0] + total - sum(shares), *shares[1:])


def grid(table: Table[Shown], voice: Voice) -> str:
    """Return the w:tbl of a table."""
    columns = [*_columns(table, voice.lang)]
    wide = widths(columns, twips(voice.look.measure))
    right = figured(column[1:] for column in columns)
    title = escaped(plain(spoken(table.title, voice.lang).inlines))
    heads = _opened(wide, right, "Table Head", voice)
    head = _row(table.columns, heads, voice, "<w:tblHeader/>")
    last = len(table.rows) - 1
    kept, free = (_opened(wide, right, "Table", voice, keep=keep) for keep in (True, False))
    body = ""
    for at, row in enumerate(table.rows):
        keep = at < last and (last < SHORT or at < ENDS - 1 or at > last - ENDS)
        body += _group(row, wide, voice) if row.group else _row(row.cells, kept if keep else free, voice)
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    look += ' w:noHBand="1" w:noVBand="1"/>'
    return _table(REPORT_TABLE, wide, f'{look}<w:tblCaption w:val="{title}"/>', head + body)


def key_grid(block: KeyFigures[Shown], voice: Voice) -> str:
    """Return the w:tbl of key figures: large numerals over their labels, two or three to a row."""
    columns = 2 if len(block.items) in {2, 4} or not _are_narrow(block, voice) else 3
    total = twips(voice.look.measure)
    wide = tuple(total // columns for _ in range(columns))
    rows = ""
    for start in range(0, len(block.items), columns):
        items = block.items[start : start + columns]
        cells = [_key_cell(item, voice) for item in items]
        cells += [paragraph(voice.style("Key Label"), "")] * (columns - len(items))
        told = "".join(_cell(width, cell) for width, cell in zip(wide, cells, strict=True))
        rows += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{told}</w:tr>"
    look = '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    look += ' w:noHBand="1" w:noVBand="1"/>'
    named = f'<w:tblCaption w:val="{KEY_FIGURES[voice.lang]}"/>'
    told = "; ".join(plain(spoken(item.label, voice.lang).inlines) for item in block.items)
    return _table(KEY_TABLE, wide, f'{look}{named}<w:tblDescription w:val="{escaped(told)}"/>', rows)


def _are_narrow(block: KeyFigures[Shown], voice: Voice) -> bool:
    """Tell whether three key figures stand side by side without turning over, and so do Chinese labels."""
    scale, room = SCALES[voice.lang], voice.look.measure / 3 - _CELL
    for item in block.items:
        sized = _sized(plain(spoken(item.value, voice.lang).inlines))
        value = sum(em(piece) * (scale.key[0] if large else scale.unit) for piece, large in sized)
        label = em(plain(spoken(item.label, voice.lang).inlines)) * KEY_LABEL[0]
        if value * WIDER > room or (voice.lang is Lang.ZH and label > room):
            return False
    return True


def _sized(words: str) -> list[tuple[str, bool]]:
    """Return the pieces of a value, and which are large: numerals, or the whole of one in words."""
    pieces = [piece for piece in _LARGE.split(words) if piece]
    worded = not any(map(_LARGE.fullmatch, pieces))
    return [(piece, worded or _LARGE.fullmatch(piece) is not None) for piece in pieces]


def _key_cell(item: KeyFigure[Shown], voice: Voice) -> str:
    runs = "".join(
        run(piece, voice.lang, "" if large else voice.style("Key Unit"))
        for piece, large in _sized(plain(spoken(item.value, voice.lang).inlines))
    )
    value = voice.gather.cited(item.fact, voice.lang, runs)
    return paragraph(voice.style("Key Figure"), value) + paragraph(
        voice.style("Key Label"), said(item.label, voice)
    )


def _group(row: Row[Shown], wide: tuple[int, ...], voice: Voice) -> str:
    """Return a row that is one cell, above the rows it names."""
    words = paragraph(voice.style("Table Group"), said(row.cells[0], voice))
    cell = _cell(sum(wide), words, f'<w:gridSpan w:val="{len(wide)}"/>', voice.look.warm)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _opened(
    wide: tuple[int, ...], right: tuple[bool, ...], name: str, voice: Voice, *, keep: bool = False
) -> tuple[str, ...]:
    """Return how the cells of each column begin, up to their words; they are alike in all rows."""
    plain_style = voice.style(name if name == "Table Head" else f"{name} Text")
    styles = (voice.style(f"{name} Number") if number else plain_style for number in right)
    return tuple(
        _cell(width, paragraph(style, "", "<w:keepNext/>" if keep else "")).removesuffix(_END)
        for width, style in zip(wide, styles, strict=True)
    )


def _row(cells: tuple[Shown, ...], opened: tuple[str, ...], voice: Voice, repeat: str = "") -> str:
    told = [f"{start}{said(cell, voice)}{_END}" for start, cell in zip(opened, cells, strict=False)]
    told += [start + _END for start in opened[len(cells) :]]
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(told)}</w:tr>"


def _cell(width: int, content: str, span: str = "", fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}</w:tcPr>{content}</w:tc>'


def _table(style: str, wide: tuple[int, ...], rest: str, rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(wide)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{rest}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _columns(table: Table[Shown], lang: Lang) -> Iterator[list[str]]:
    """Yield the words of each column from its head down; rows that are one cell belong to none."""
    rows = [table.columns, *(row.cells for row in table.rows if not row.group)]
    for at in range(len(table.columns)):
        yield [plain(spoken(cells[at], lang).inlines) for cells in rows if at < len(cells)]
