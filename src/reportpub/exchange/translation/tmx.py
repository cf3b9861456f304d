"""TMX 1.4: the finished texts of a report as the memory of a translation tool.

Source: LISA OSCAR TMX 1.4b, 2.3 (structural elements), 2.4 (inline elements).
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from reportpub import __version__
from reportpub.exchange.translation.units import Progress, Unit, pieces
from reportpub.model.text import Lang


def tmx(told: Sequence[Unit], report: str) -> bytes:
    """Return the file: every text whose English is finished."""
    body = "".join(_unit(unit) for unit in told if unit.en and unit.progress is Progress.REVIEWED)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="reportpub" creationtoolversion={quoteattr(__version__)} segtype="paragraph"'
        f' o-tmf="reportpub" adminlang="en" srclang="zh-CN" datatype="plaintext"'
        f"><note>{escape(report)}</note></header>\n<body>\n{body}</body>\n</tmx>\n"
    ).encode()


def _unit(unit: Unit) -> str:
    return (
        f"<tu tuid={quoteattr(unit.id)}>"
        f'<tuv xml:lang="zh-CN"><seg>{_inline(unit.zh, Lang.ZH)}</seg></tuv>'
        f'<tuv xml:lang="en-US"><seg>{_inline(unit.en, Lang.EN)}</seg></tuv></tu>\n'
    )


def _inline(text: str, lang: Lang) -> str:
    told, turn = "", 0
    for piece in pieces(text, lang):
        if piece.kind:
            turn += 1
            told += f'<ph x="{turn}" type="x-{piece.kind}">{escape(piece.text)}</ph>'
        else:
            told += escape(piece.text)
    return told
