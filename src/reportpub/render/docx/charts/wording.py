"""How the words of a chart are set: small, in the faces of headings, Han in Hei.

Source: ECMA-376 part 1, 21.2.2.216 (txPr) and 21.1.2.3 (runs).
"""

from __future__ import annotations

from typing import Final

from reportpub.render.docx.look import Look
from reportpub.render.docx.oxml import escaped

SIZE: Final = 8.5
"""pt, as in print."""


def text_look(look: Look, colour: str, *, bold: bool = False) -> str:
    """Return a c:txPr: words in a colour."""
    weight = ' b="1"' if bold else ' b="0"'
    return (
        '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{round(SIZE * 100)}"{weight}>{_dress(look, colour)}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def written_out(look: Look, words: str, colour: str, *, bold: bool = False) -> str:
    """Return a c:tx that holds words of its own, which no number format could give."""
    weight = ' b="1"' if bold else ' b="0"'
    return (
        "<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>"
        f'<a:rPr lang="zh-CN" sz="{round(SIZE * 100)}"{weight}>{_dress(look, colour)}</a:rPr>'
        f"<a:t>{escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>"
    )


def _dress(look: Look, colour: str) -> str:
    return (
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{escaped(look.sans)}"/><a:ea typeface="{escaped(look.hei)}"/>'
    )
