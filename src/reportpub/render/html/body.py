"""Blocks as HTML, in the languages of a part; the twin of `render.docx.body`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import assert_never

from reportpub.edition.edition import Edition, Part, ShownChapter
from reportpub.model.anchors import anchor
from reportpub.model.blocks import (
    Block,
    Callout,
    Chart,
    Figure,
    Heading,
    KeyFigures,
    List,
    Note,
    Paragraph,
    Quote,
    Status,
    Table,
)
from reportpub.model.report import Arrangement
from reportpub.model.text import Lang, Passage, Shown, plain
from reportpub.render.html.context import Context
from reportpub.render.html.inlines import inlines
from reportpub.render.html.keyfigures import key_figures
from reportpub.render.html.setting import GRID, TEXT, TITLE
from reportpub.render.html.tables import caption, source_line, table

_STOPS = "。！？：.!?:"


def part(edition: Edition, shown: Part, drawings: Mapping[str, str]) -> str:
    """Return all chapters of a part."""
    alone = edition.spec.arrangement in {Arrangement.PARALLEL, Arrangement.SINGLE}
    return "\n".join(
        chapter(c, Context(edition, shown, c.notes, drawings), first=alone and at == 0)
        for at, c in enumerate(shown.chapters)
    )


def chapter(shown: ShownChapter, context: Context, *, first: bool = False) -> str:
    """Return a chapter: the opener with its titles and key figures, then the blocks; one opens the body."""
    inner = "\n".join(block(b, context) for b in text_of(shown))
    place = f"{shown.place} opening" if first else shown.place
    head = opener(shown, context)
    return f'<section class="chapter {place}"{GRID}>\n{head}\n{inner}\n</section>'


def opener(shown: ShownChapter, context: Context) -> str:
    """Return what opens a chapter: its number and titles, and the key figures that stand first."""
    keys = "".join(block(b, context) for b in shown.blocks[: len(shown.blocks) - len(text_of(shown))])
    return f'<header class="opener">{_opener(shown, context)}{keys}</header>'


def text_of(shown: ShownChapter) -> tuple[Block[Shown], ...]:
    """Return the blocks of a chapter below its opener."""
    opens = bool(shown.blocks) and isinstance(shown.blocks[0], KeyFigures)
    return shown.blocks[1:] if opens else shown.blocks


def _opener(shown: ShownChapter, context: Context) -> str:
    numbers, titles, marks = [], [], []
    for passage in shown.title.text.passages:
        lang = passage.lang
        number = context.number(shown.id, lang)
        text = inlines(passage.inlines, lang, context)
        gap = " " if lang is Lang.EN and number else ""
        if number:
            # Set large and bare; read with its stop, so that 一 and 审判 do not become 一审判.
            numeral = f'class="numeral {lang.key}" lang="{lang}" data-said="{number}{gap}"'
            numbers.append(f"<span {numeral}>{number.strip('、.')}</span>")
        titles.append(
            f'<span class="title {lang.key}"{TITLE} lang="{lang}" id="{anchor(shown.id, lang)}"'
            f' data-number="{number}">{text}</span>'
        )
        marks.append(f"{number}{gap}{plain(passage.inlines)}")
    running = escape(" ".join(marks))
    words = escape(" ".join((*marks, *_beside(shown.id, context))))
    return (
        f'<h1 data-bookmark="{words}" data-running="{running}">'
        f'<span class="numerals">{"".join(numbers)}</span>{"".join(titles)}</h1>'
    )


def block(shown: Block[Shown], context: Context) -> str:
    """Return one block; a new kind must be named here before the types agree."""
    match shown:
        case Heading():
            return heading(shown, context)
        case Paragraph():
            return paragraph(shown, context)
        case List():
            return list_(shown, context)
        case Quote():
            return quote(shown, context)
        case Callout():
            return callout(shown, context)
        case Table():
            return table(shown, context)
        case Figure():
            return figure(shown, context)
        case Chart():
            return chart(shown, context)
        case KeyFigures():
            return key_figures(shown, context)
        case Note():
            return ""  # a note stands where it is called
        case _:
            assert_never(shown)


def heading(shown: Heading[Shown], context: Context) -> str:
    """Return a heading with its numbers; side by side both languages make one heading."""
    spans, marks = [], []
    for passage in shown.text.passages:
        lang = passage.lang
        number = context.number(shown.id, lang)
        gap = " " if lang is Lang.EN and number else ""
        marks.append(f"{number}{gap}{plain(passage.inlines)}")
        said = f'<span class="number">{number}{gap}</span>{inlines(passage.inlines, lang, context)}'
        name = anchor(shown.id, lang)
        spans.append(f'<span class="{lang.key}"{TITLE} lang="{lang}" id="{name}">{said}</span>')
    row = ' class="row"' if context.side_by_side else ""
    words = escape(" ".join((*marks, *_beside(shown.id, context))))
    return f'<h{shown.level}{row} data-bookmark="{words}">{"".join(spans)}</h{shown.level}>'


def _beside(block: str, context: Context) -> tuple[str, ...]:
    """Return how the other page calls a heading, if there is one."""
    return (context.beside[block],) if block in context.beside else ()


def paragraph(shown: Paragraph[Shown], context: Context) -> str:
    """Return a paragraph with its run-in lead."""
    return _columns(shown, context, lambda p: _paragraph(p, shown, context))


def _paragraph(passage: Passage, shown: Paragraph[Shown], context: Context) -> str:
    lead = shown.lead.of(passage.lang) if shown.lead and not context.goes_on else None
    words = inlines(passage.inlines, passage.lang, context)
    if context.facing:
        more = ' class="goes-on"' if context.goes_on else ""
        return f"{_side(lead, context)}<p{more}{TEXT}{context.lines}>{words}</p>"
    return f"<p{TEXT}>{_lead(lead, context)}{words}</p>"


def _side(lead: Passage | None, context: Context) -> str:
    """Return a lead that stands in the side column."""
    said = inlines(lead.inlines, lead.lang, context) if lead else ""
    return f'<p class="side"{TITLE}>{said}</p>' if said else ""


def _lead(lead: Passage | None, context: Context) -> str:
    """Return a run-in heading closed by a stop, unless the author has closed it."""
    if lead is None:
        return ""
    said = inlines(lead.inlines, lead.lang, context)
    stop = "" if plain(lead.inlines).endswith(tuple(_STOPS)) else "。" if lead.lang is Lang.ZH else "."
    return f'<b class="lead">{said}{stop}</b>' + (" " if lead.lang is Lang.EN else "")


def list_(shown: List[Shown], context: Context) -> str:
    """Return a list, whole in each language."""
    tag = "ol" if shown.ordered else "ul"

    begin = context.piece.start if context.piece else 0
    wanted = shown.items[begin : context.piece.end] if context.piece else shown.items
    shift = f' style="counter-reset: list-item {begin}"' if shown.ordered and begin else ""

    def items(lang: Lang) -> str:
        said = (inlines(p.inlines, lang, context) for item in wanted if (p := item.of(lang)))
        return f"<{tag}{shift}>" + "".join(f"<li{TEXT}>{s}</li>" for s in said) + f"</{tag}>"

    return _columns(shown, context, lambda p: items(p.lang))


def quote(shown: Quote[Shown], context: Context) -> str:
    """Return somebody's words with their source below."""

    def said(passage: Passage) -> str:
        source = shown.source.of(passage.lang) if shown.source else None
        below = (
            f'<p class="source"{TEXT}>{inlines(source.inlines, source.lang, context)}</p>' if source else ""
        )
        return (
            f"<blockquote><p{TEXT}>{inlines(passage.inlines, passage.lang, context)}</p>{below}</blockquote>"
        )

    return _columns(shown, context, said)


def callout(shown: Callout[Shown], context: Context) -> str:
    """Return a boxed remark."""

    def said(passage: Passage) -> str:
        title = shown.title.of(passage.lang) if shown.title else None
        head = (
            f'<p class="callout-title"{TITLE}>{inlines(title.inlines, title.lang, context)}</p>'
            if title
            else ""
        )
        return f"{head}<p{TEXT}>{inlines(passage.inlines, passage.lang, context)}</p>"

    return f'<aside class="box">{_columns(shown, context, said)}</aside>'


def figure(shown: Figure[Shown], context: Context) -> str:
    """Return an illustration with its caption and source below."""
    alt = escape(" ".join(plain(p.inlines) for p in shown.alt.passages))
    image = f'<img src="{escape((context.edition.root / shown.image).as_uri())}" alt="{alt}"/>'
    return _float(shown, image, context)


def chart(shown: Chart[Shown], context: Context) -> str:
    """Return a chart drawn to scale, with its caption and source below."""
    return _float(shown, context.drawings[f"{shown.id}-{context.languages[0].key}"], context)


def _float(shown: Figure[Shown] | Chart[Shown], picture: str, context: Context) -> str:
    words = caption(shown.id, shown.title, context) + source_line(shown.source, context)
    # The description in each language, for readers that speak it: a picture itself has room for one only.
    alts = escape("\n".join(f"{p.lang}\t{plain(p.inlines)}" for p in shown.alt.passages))
    kind = f"figure{context.draft(shown.status)}"
    return f'<div class="{kind}" data-alts="{alts}"{context.floats}>{picture}{words}</div>'


def _columns(
    shown: Paragraph[Shown] | List[Shown] | Quote[Shown] | Callout[Shown],
    context: Context,
    said: Callable[[Passage], str],
) -> str:
    """Return what each language says: in two columns side by side, or one below the other."""
    first = shown.items[0] if isinstance(shown, List) else shown.text
    cells = []
    for passage in first.passages:
        lang = passage.lang
        draft = context.draft(shown.status) if lang is Lang.EN or shown.status is Status.UNREVISED else ""
        name = context.name(shown.id, lang)
        cells.append(f'<div class="{lang.key}{draft}" lang="{lang}" id="{name}">{said(passage)}</div>')
    kind = type(shown).__name__.lower()
    row = "row " if context.side_by_side else ""
    return f'<div class="{row}{kind}">{"".join(cells)}</div>'
