"""Both languages side by side: a table row for each block, so that reviewers see what belongs together.

English needs 58 per cent of the width where Chinese needs 42. Headings stand between the tables, for the
navigation pane; so does what needs the whole width, the Chinese above the English. Rows of long paragraphs
may break across pages, and there are no merged cells.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final

from reportpub.edition.edition import ShownChapter
from reportpub.model.blocks import Block, Callout, List, Paragraph, Quote
from reportpub.model.text import Lang, Shown, plain
from reportpub.model.walk import texts
from reportpub.render.docx.inlines import Voice, spoken
from reportpub.render.docx.look import twips
from reportpub.render.docx.oxml import escaped, paragraph, run
from reportpub.render.docx.scale import SCALES
from reportpub.render.docx.table_styles import PAIRED_TABLE
from reportpub.render.docx.widths import em
from reportpub.render.docx.words import NAMES, SIDE_BY_SIDE

SHARES: Final = {Lang.ZH: 0.42, Lang.EN: 0.58}
"""The parts of the width."""

_TWIPS: Final = 20
WHOLE: Final = 8
"""Lines; a row of no more than these in either language is not parted by the end of a page."""

Write = Callable[[Block[Shown], Voice], str]
"""Gives the paragraphs of a block in one language."""


def paired(shown: ShownChapter, voices: tuple[Voice, ...], write: Write) -> str:
    """Return the blocks of a chapter: rows of tables, and between them what is no running text."""
    told, rows = "", ""
    for each in shown.blocks:
        words = [write(each, voice) for voice in voices]
        if isinstance(each, Paragraph | List | Quote | Callout):
            whole = all(_lines(each, voice) <= WHOLE for voice in voices)
            cells = [_cell(voice, w) for voice, w in zip(voices, words, strict=True)]
            rows += _row(cells, "<w:trPr><w:cantSplit/></w:trPr>" if whole else "")
        else:
            told += _table(rows, shown, voices) + "".join(words)
            rows = ""
    return told + _table(rows, shown, voices)


def _table(rows: str, shown: ShownChapter, voices: tuple[Voice, ...]) -> str:
    if not rows:
        return ""
    leading = voices[0]
    heads = [_cell(v, paragraph(v.style("Table Head"), run(NAMES[v.lang], v.lang))) for v in voices]
    title = escaped(plain(spoken(shown.title.text, leading.lang).inlines))
    columns = "".join(f'<w:gridCol w:w="{_width(voice)}"/>' for voice in voices)
    total = sum(_width(voice) for voice in voices)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{PAIRED_TABLE}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{SIDE_BY_SIDE[leading.lang]}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
        f"{_row(heads, '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>')}{rows}</w:tbl>"
        f"{paragraph('TableEnd', '')}"
    )


def _row(cells: list[str], properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(voice: Voice, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{_width(voice)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _lines(block: Block[Shown], voice: Voice) -> int:
    """Return into how many lines the texts of a block are broken in their cell, roughly."""
    room = _width(voice) / _TWIPS / SCALES[voice.lang].text[0]
    return sum(ceil(em(plain(spoken(text, voice.lang).inlines)) / room) for text in texts(block))


def _width(voice: Voice) -> int:
    return round(twips(voice.look.measure) * SHARES[voice.lang])
