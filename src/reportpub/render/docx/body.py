"""Blocks as WordprocessingML: the twin of the HTML body, with the same functions in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from reportpub.edition.edition import ShownChapter
from reportpub.model.anchors import bookmark
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
from reportpub.model.text import Lang, Shown, plain
from reportpub.render.docx.charts.cells import grid as cells
from reportpub.render.docx.charts.frame import frame
from reportpub.render.docx.charts.part import chart_xml
from reportpub.render.docx.charts.workbook import workbook
from reportpub.render.docx.contents import toc_bookmark
from reportpub.render.docx.inlines import Voice, reference, said, spoken
from reportpub.render.docx.oxml import field, run
from reportpub.render.docx.oxml import paragraph as styled
from reportpub.render.docx.paired import paired
from reportpub.render.docx.pictures import charted, drawing
from reportpub.render.docx.styles import heading as heading_style
from reportpub.render.docx.tables import grid, key_grid
from reportpub.render.docx.words import DRAFT, GAP, SOURCE, STALE, UNREVISED, dash, lead_stop

MM_PER_POINT = 25.4 / 72
_LAST_NUMBER = re.compile(r"(.*?)(\d+)$")


def chapter(shown: ShownChapter, voices: tuple[Voice, ...]) -> str:
    """Return a chapter: its title and its blocks; two languages stand side by side."""
    inside = tuple(replace(voice, notes=shown.notes) for voice in voices)
    told = "".join(heading(replace(shown.title, id=shown.id), voice) for voice in inside)
    tags = {voice.lang: dict(_runs(shown.blocks, voice)) for voice in inside}
    leads = {each.id for each, after in pairwise(shown.blocks) if isinstance(after, List)}
    leading = {voice.lang: replace(voice, leads_on=True) for voice in inside}

    def write(each: Block[Shown], voice: Voice) -> str:
        # One mark stands over every run of text that is not final.
        said = tags[voice.lang].get(each.id, "")
        tag = styled(voice.style("Draft Tag"), run(said, voice.lang)) if said else ""
        words = block(each, leading[voice.lang] if each.id in leads else voice)
        asked = shown.questions.get(each.id, {}).get(voice.lang, "")
        return tag + (voice.gather.asked(asked, voice.lang, words) if asked else words)

    if len(inside) == 1:
        return told + "".join(write(each, inside[0]) for each in shown.blocks)
    return told + paired(shown, inside, write)


def _runs(blocks: tuple[Block[Shown], ...], voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield the block that each run of text begins with which is not final, and what stands over it.

    Headings do not end a run.
    """
    marked = ""
    for each in blocks:
        if isinstance(each, Heading):
            continue
        tag = _tag(each, voice)
        if tag and tag != marked:
            yield each.id, tag
        marked = tag


def block(shown: Block[Shown], voice: Voice) -> str:
    """Return the paragraphs and tables of a block, within its bookmark; the last of them is a paragraph."""
    match shown:
        case Heading():
            return heading(shown, voice)
        case Paragraph():
            return paragraph(shown, voice)
        case List():
            return list_(shown, voice)
        case Quote():
            return quote(shown, voice)
        case Callout():
            return callout(shown, voice)
        case Table():
            return table(shown, voice)
        case Figure():
            return figure(shown, voice)
        case Chart():
            return chart(shown, voice)
        case KeyFigures():
            return key_figures(shown, voice)
        case Note():
            # A note is set by the mark that calls it.
            return ""
        case _:
            assert_never(shown)


def heading(shown: Heading[Shown], voice: Voice) -> str:
    """Return a heading; its number comes from Word, and the contents find it by a bookmark of their own."""
    numbered = _number(shown.id, voice) != ""
    words = voice.gather.marked(toc_bookmark(shown.id, voice.lang), said(shown.text, voice))
    style = voice.style(heading_style(shown.level, numbered=numbered))
    return styled(style, voice.gather.marked(bookmark(shown.id, voice.lang), words))


def paragraph(shown: Paragraph[Shown], voice: Voice) -> str:
    """Return a paragraph with its run-in lead."""
    lead = ""
    if shown.lead is not None:
        words = plain(spoken(shown.lead, voice.lang).inlines)
        stop = lead_stop(words, voice.lang)
        lead = run(words + stop.rstrip(), voice.lang, voice.style("Lead"))
        lead += run(" " if stop.endswith(" ") else "", voice.lang)
    words = _marked(shown, voice, lead + said(shown.text, voice))
    return styled(_text_style("Body Text", shown, voice), words, "<w:keepNext/>" if voice.leads_on else "")


def list_(shown: List[Shown], voice: Voice) -> str:
    """Return the items of a list; an ordered list has a numbering of its own, which starts at one.

    No item stands alone at the foot or the head of a page: the first stays with the second, the last with
    the one before.
    """
    style = _text_style("List Number" if shown.ordered else "List Bullet", shown, voice)
    number = ""
    if shown.ordered:
        number = (
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{voice.gather.new_list(voice.lang)}"/></w:numPr>'
        )
    items = [said(item, voice) for item in shown.items]
    items[0] = voice.gather.opened(bookmark(shown.id, voice.lang)) + items[0]
    items[-1] += voice.gather.closed(bookmark(shown.id, voice.lang))
    held = {0, len(items) - 2}
    keep = ["<w:keepNext/>" if at in held and len(items) > 1 else "" for at in range(len(items))]
    return "".join(styled(style, item, kept + number) for item, kept in zip(items, keep, strict=True))


def quote(shown: Quote[Shown], voice: Voice) -> str:
    """Return somebody's words, and under them whose they are."""
    name = bookmark(shown.id, voice.lang)
    style = _text_style("Quote", shown, voice)
    if shown.source is None:
        return styled(style, voice.gather.marked(name, said(shown.text, voice)))
    words = styled(style, voice.gather.opened(name) + said(shown.text, voice), "<w:keepNext/>")
    source = run(dash(voice.lang), voice.lang) + said(shown.source, voice)
    return words + styled(voice.style("Quote Source"), source + voice.gather.closed(name))


def callout(shown: Callout[Shown], voice: Voice) -> str:
    """Return a boxed remark: paragraphs that share one edge and one shade."""
    name = bookmark(shown.id, voice.lang)
    title, start = "", voice.gather.opened(name)
    if shown.title is not None:
        title, start = styled(voice.style("Callout Title"), start + said(shown.title, voice)), ""
    return title + styled(voice.style("Callout"), start + said(shown.text, voice) + voice.gather.closed(name))


def table(shown: Table[Shown], voice: Voice) -> str:
    """Return the caption, the unit line, the table and its source."""
    name = bookmark(shown.id, voice.lang)
    told = styled(voice.style("Table Caption"), voice.gather.opened(name) + _caption(shown, voice))
    if shown.unit is not None:
        told += styled(voice.style("Table Unit"), said(shown.unit, voice))
    told += grid(shown, voice)
    return told + _source(shown.source, voice.gather.closed(name), voice)


def figure(shown: Figure[Shown], voice: Voice) -> str:
    """Return an illustration with its caption and source below; both languages show the same picture."""
    picture, relation = voice.gather.picture(shown.id)
    drawn = voice.gather.drawn("Picture", *_told(shown, voice))
    return _pictured(shown, drawing(picture, relation, drawn, voice.look.measure * MM_PER_POINT), voice)


def chart(shown: Chart[Shown], voice: Voice) -> str:
    """Return a chart that Word draws, in the words of its language, with its caption and source below."""
    drawn = voice.gather.drawn("Chart", *_told(shown, voice))
    told = cells(voice.edition.plots[shown.id], voice.lang)
    framed = frame(shown.kind, told, voice.look.measure)
    xml = chart_xml(shown.kind, told, framed, voice.lang, voice.look)
    relation = voice.gather.chart(xml, workbook(told, voice.look))
    return _pictured(shown, charted(relation, drawn, framed.width, framed.height), voice)


def key_figures(shown: KeyFigures[Shown], voice: Voice) -> str:
    """Return the numbers that open a chapter."""
    name = bookmark(shown.id, voice.lang)
    return voice.gather.opened(name) + key_grid(shown, voice) + styled("TableEnd", voice.gather.closed(name))


def _number(block_id: str, voice: Voice) -> str:
    label = voice.edition.labels.get(block_id)
    return label.number.get(voice.lang, "") if label else ""


def _tag(shown: Block[Shown], voice: Voice) -> str:
    """Return the words over a block that is not final in the language of the voice."""
    if shown.status is Status.UNREVISED:
        return UNREVISED[voice.lang]
    if voice.lang is Lang.EN and shown.status is Status.STALE:
        return STALE
    return DRAFT if voice.lang is Lang.EN and shown.status is Status.DRAFT else ""


def _text_style(name: str, shown: Block[Shown], voice: Voice) -> str:
    return voice.style(f"{name} Draft" if _tag(shown, voice) else name)


def _marked(shown: Block[Shown], voice: Voice, content: str) -> str:
    return voice.gather.marked(bookmark(shown.id, voice.lang), content)


def _caption(shown: Table[Shown] | Figure[Shown] | Chart[Shown], voice: Voice) -> str:
    """Return number and title; the number is a field that counts within its chapter, bookmarked.

    The counter carries the chapter in its name (表3, Table3), so that it starts again with the chapter in
    every word processor and whatever way the chapters themselves are numbered.
    """
    number, title = _number(shown.id, voice), said(shown.title, voice)
    counted = _LAST_NUMBER.fullmatch(number)
    if counted is None:
        return run(number + GAP[voice.lang] if number else "", voice.lang) + title
    before, last = counted.groups()
    counter = re.sub(r"\W", "", before)
    words = run(before, voice.lang) + field(f"SEQ {counter} \\* ARABIC", run(last, voice.lang))
    return (
        voice.gather.marked(reference(shown.id, voice.lang), words) + run(GAP[voice.lang], voice.lang) + title
    )


def _told(shown: Figure[Shown] | Chart[Shown], voice: Voice) -> tuple[str, str]:
    """Return title and alternative text."""
    return plain(spoken(shown.title, voice.lang).inlines), plain(spoken(shown.alt, voice.lang).inlines)


def _pictured(shown: Figure[Shown] | Chart[Shown], image: str, voice: Voice) -> str:
    name = bookmark(shown.id, voice.lang)
    told = styled("Figure", voice.gather.opened(name) + image)
    if shown.source is None:
        return told + styled(voice.style("caption"), _caption(shown, voice) + voice.gather.closed(name))
    told += styled(voice.style("caption"), _caption(shown, voice), "<w:keepNext/>")
    return told + _source(shown.source, voice.gather.closed(name), voice)


def _source(source: Shown | None, end: str, voice: Voice) -> str:
    """Return the source line, or the narrow gap that stands in its place below a table."""
    if source is None:
        return styled("TableEnd", end)
    return styled(voice.style("Source"), run(SOURCE[voice.lang], voice.lang) + said(source, voice) + end)
