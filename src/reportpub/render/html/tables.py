"""Tables, and the captions and source lines they share with charts and figures."""

from __future__ import annotations

from reportpub.edition.columns import numeric
from reportpub.model.blocks import Row, Table
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.html.context import Context, Piece
from reportpub.render.html.inlines import inlines
from reportpub.render.html.setting import TEXT, TITLE

SHORT = 10
"""Rows; a table no longer than this is never parted by a page break."""

FLOATING = 20
"""Rows; a table no longer than this is not parted where it can wait while text fills the page."""

_GOES_ON = {Lang.ZH: "（续）", Lang.EN: " (continued)"}
"""What the title of a table says where it goes on after a page break that was planned."""

_NUMBER = ' class="number"'


def table(shown: Table[Shown], context: Context) -> str:
    """Return a table with its title and unit line above, repeated heads, and the source below."""
    right = numeric(shown, context.languages[0])
    heads = "".join(
        _cell("th", cell, context, f' scope="col"{_NUMBER * number}')
        for cell, number in zip(shown.columns, right, strict=True)
    )
    piece = context.piece
    within = shown.rows[piece.start : piece.end] if piece else shown.rows
    rows = "".join(_row(row, right, context) for row in within)
    draft = context.draft(shown.status)
    kind = "table short" if len(shown.rows) <= SHORT else "table"
    floats = context.floats if len(shown.rows) <= FLOATING else ""
    above = caption(shown.id, shown.title, context) + _line("unit", shown.unit, context)
    below = "" if piece and piece.end < len(shown.rows) else source_line(shown.source, context)
    return (
        f'<div class="{kind}{draft}"{floats}>{above}{_columns(piece)}'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{below}</div>"
    )


def _columns(piece: Piece | None) -> str:
    """Return the beginning of a table; every stretch of a parted one has the same columns."""
    if piece is None or not piece.columns:
        return "<table>"
    widths = "".join(f'<col style="width: {width:.2f}pt">' for width in piece.columns)
    return f'<table style="table-layout: fixed"><colgroup>{widths}</colgroup>'


def _row(row: Row[Shown], right: tuple[bool, ...], context: Context) -> str:
    if row.group:
        span = f' colspan="{len(right)}" scope="rowgroup"'
        return f'<tr class="group">{_cell("th", row.cells[0], context, span)}</tr>'
    first, *rest = row.cells
    others = "".join(
        _cell("td", cell, context, _NUMBER * number) for cell, number in zip(rest, right[1:], strict=True)
    )
    head = _cell("th", first, context, ' scope="row"')
    return f"<tr>{head}{others}</tr>"


def _cell(tag: str, text: Shown, context: Context, more: str = "") -> str:
    """Return a cell; a text that is the same in both languages is printed once."""
    words = [plain(p.inlines) for p in text.passages]
    same = len(set(words)) == 1
    shown = text.passages[:1] if same else text.passages
    said = "".join(
        f'<span class="{p.lang.key}"{TEXT} lang="{p.lang}">{inlines(p.inlines, p.lang, context)}</span>'
        for p in shown
    )
    return f"<{tag}{more}>{said}</{tag}>"


def caption(block: str, title: Shown, context: Context) -> str:
    """Return the numbered title of a table, chart or figure, a line for each language."""
    lines = []
    for passage in title.passages:
        lang = passage.lang
        number = context.number(block, lang)
        said = inlines(passage.inlines, lang, context)
        more = _GOES_ON[lang] if context.goes_on else ""
        lines.append(
            f'<p class="{lang.key}"{TITLE} lang="{lang}" id="{context.name(block, lang)}">'
            f"<b>{number}</b> {said}{more}</p>"
        )
    return f'<div class="caption">{"".join(lines)}</div>'


def source_line(source: Shown | None, context: Context) -> str:
    """Return where the numbers come from, introduced in each language."""
    return _line("source", source, context, {Lang.ZH: "资料来源：", Lang.EN: "Source: "})


def _line(kind: str, text: Shown | None, context: Context, intro: dict[Lang, str] | None = None) -> str:
    if text is None:
        return ""
    said = "".join(
        f'<span class="{p.lang.key}"{TEXT} lang="{p.lang}">{(intro or {}).get(p.lang, "")}'
        f"{inlines(p.inlines, p.lang, context)}</span>"
        for p in text.passages
    )
    return f'<p class="{kind}"{TEXT}>{said}</p>'
