"""The large numerals that open a chapter."""

from __future__ import annotations

import re
from html import escape

from reportpub.model.blocks import KeyFigure, KeyFigures
from reportpub.model.text import Passage, Shown, plain
from reportpub.render.html.context import Context
from reportpub.render.html.inlines import spoken
from reportpub.render.html.setting import TITLE

ABREAST = 3
"""Key figures in a row."""

BESIDE = 4
"""Letters of a unit that still stand beside the number: 件, 亿元, 余家次, %."""

_PARTS = re.compile(r"(?P<before>\D*)(?P<number>\d[\d.,]*)(?P<after>.*)", re.DOTALL)


def key_figures(shown: KeyFigures[Shown], _: Context) -> str:
    """Return the numerals three abreast, each with its unit and label."""
    rows = [shown.items[at : at + ABREAST] for at in range(0, len(shown.items), ABREAST)]
    return '<div class="keys">' + "".join(_row(row) for row in rows) + "</div>"


def _row(items: tuple[KeyFigure[Shown], ...]) -> str:
    filled = [_key(item) for item in items] + ['<div class="key none"></div>'] * (ABREAST - len(items))
    return f'<div class="keyrow">{"".join(filled)}</div>'


def _key(item: KeyFigure[Shown]) -> str:
    """Return one numeral, large in the leading language; a second language repeats it small."""
    first, *others = item.value.passages
    lines = _numeral(first)
    for at, label in enumerate(item.label.passages):
        value = others[at - 1] if at else None
        small = f"<b>{spoken(plain(value.inlines), label.lang)}</b> " if value else ""
        said = spoken(plain(label.inlines), label.lang)
        lines.append(
            f'<p class="{label.lang.key}"{TITLE} lang="{label.lang}">'
            f"{said}{' · ' if small else ''}{small}</p>"
        )
    return f'<div class="key">{"".join(lines)}</div>'


def _numeral(passage: Passage) -> list[str]:
    """Return the number large; a unit longer than a few letters has a line of its own below it."""
    words = plain(passage.inlines)
    parts = _PARTS.fullmatch(words)
    if parts is None:
        return [_line("numeral", passage, f"<b>{escape(words)}</b>")]
    before, number, after = (part.strip() for part in parts.groups())
    small = f'<span class="unit">{escape(before)}</span> ' if before else ""
    large = f"{small}<b>{number}</b>"
    if len(after) <= BESIDE:
        return [_line("numeral", passage, f'{large}<span class="unit">{escape(after)}</span>')]
    return [_line("numeral", passage, large), _line("unit", passage, spoken(after, passage.lang))]


def _line(kind: str, passage: Passage, said: str) -> str:
    return f'<p class="{kind}"{TITLE} lang="{passage.lang}">{said}</p>'
