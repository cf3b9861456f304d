"""The small change of the report: escaped words in both languages, tables, and maps of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from reportpub.checks.preflight.faults import Fault
from reportpub.checks.preflight.rulebook import Words
from reportpub.checks.preflight.subject import Leaf
from reportpub.geometry import Box

_MAP_HEIGHT = 62.0
"""px."""
_LEAST_MARK = 2.5
_COLOURS = {"error": "#b3261e", "warning": "#d9a227", "note": "#7b9cc9"}
_MOST_INK = 400.0
_BAR = (70.0, 7.0)


def words(said: Words, *, block: bool = False) -> str:
    """Return words in Chinese with the English after them, or below."""
    zh, en = map(escape, said)
    if zh == en:
        return zh
    return f'{zh}{"" if block else " "}<span lang="en">{en}</span>'


def heading(said: Words) -> str:
    """Return the heading of a section."""
    return f"<h2>{words(said)}</h2>"


def table(kind: str, heads: Sequence[Words], rows: Iterable[Sequence[str]], numbers: frozenset[int]) -> str:
    """Return a table; cells are HTML already, and `numbers` are the columns that hold figures."""
    top = "".join(f"<th{_class(at, numbers)}>{words(head)}</th>" for at, head in enumerate(heads))
    body = "".join(
        "<tr>" + "".join(f"<td{_class(at, numbers)}>{cell}</td>" for at, cell in enumerate(row)) + "</tr>"
        for row in rows
    )
    return f'<table class="{kind}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _class(at: int, numbers: frozenset[int]) -> str:
    return ' class="num right"' if at in numbers else ""


def page_map(leaf: Leaf, faults: Iterable[Fault]) -> str:
    """Return a small drawing of a page: its trim, its bleed, and where the faults lie."""
    width, height = leaf.size_mm
    left, bottom, right, top = (max(0.0, gap) for gap in leaf.bleed_mm)
    scale = _MAP_HEIGHT / max(1.0, height + top + bottom)
    whole = (scale * (width + left + right), scale * (height + top + bottom))
    marks = "".join(_mark(fault.box, fault, scale, (left, top)) for fault in faults if fault.box)
    trim = f'<rect x="{left * scale:.1f}" y="{top * scale:.1f}" width="{width * scale:.1f}"'
    return (
        f'<figure><svg width="{whole[0]:.0f}" height="{whole[1]:.0f}"'
        f' viewBox="0 0 {whole[0]:.1f} {whole[1]:.1f}"'
        f' role="img" aria-label="{leaf.number}">'
        f'<rect width="{whole[0]:.1f}" height="{whole[1]:.1f}" fill="#f5f6f8"/>'
        f'{trim} height="{height * scale:.1f}" fill="#fff" stroke="#aeb5c0" stroke-width=".7"/>'
        f"{marks}</svg>{leaf.number}</figure>"
    )


def _mark(box: Box, fault: Fault, scale: float, corner: tuple[float, float]) -> str:
    x, y = (box[0] + corner[0]) * scale, (box[1] + corner[1]) * scale
    across = max(_LEAST_MARK, (box[2] - box[0]) * scale)
    down = max(_LEAST_MARK, (box[3] - box[1]) * scale)
    colour = _COLOURS[fault.severity.word]
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{across:.1f}" height="{down:.1f}" fill="{colour}"'
        f' fill-opacity=".35" stroke="{colour}" stroke-width=".8"/>'
    )


def ink_bar(value: float, limit: float) -> str:
    """Return a bar for an amount of ink, with a stroke at the limit."""
    across, down = _BAR
    colour = "#b3261e" if value > limit else "#5d6675"
    at = across * limit / _MOST_INK
    return (
        f'<svg class="bar" width="{across:g}" height="{down:g}" aria-hidden="true">'
        f'<rect width="{across:g}" height="{down:g}" fill="#eceef2"/>'
        f'<rect width="{across * min(value, _MOST_INK) / _MOST_INK:.1f}" height="{down:g}" fill="{colour}"/>'
        f'<path d="M{at:.1f} 0V{down:g}" stroke="#1b2330" stroke-width="1"/></svg>'
    )
