"""The sheet as HTML for the layout engine: landscape pages, a box to tick, signatures on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from reportpub.callsheet.calls import GAP, Mention
from reportpub.callsheet.sheet import Line, Sheet, both_ways, source_letters
from reportpub.callsheet.wording import (
    COLUMNS,
    DATE,
    FRONT,
    GONE,
    HOW,
    LOST,
    NOTHING,
    SIGNED,
    SOURCES,
    TITLE,
    WAS,
    about,
)
from reportpub.model.facts import Words
from reportpub.model.text import Lang
from reportpub.render.html.setting import TEXT

_COLUMNS = ("number", "page", "chinese", "english", "value", "source", "tick", "tick")


def body(sheet: Sheet) -> str:
    """Return the body of the document: signatures for the page foot, the head, a table for each chapter."""
    groups = groupby(sheet.lines, key=lambda line: line.chapter)
    tables = "".join(_table(sheet, chapter, tuple(lines)) for chapter, lines in groups)
    nothing = "" if sheet.lines else f'<p class="how">{_both(NOTHING)}</p>'
    return f"{_signatures()}{_head(sheet)}{nothing}{tables}{_gone(sheet)}"


def _head(sheet: Sheet) -> str:
    return (
        f'<header><h1>{_both(TITLE)}</h1><p class="report">{_both(sheet.title)}</p>'
        f'<p class="about">{_both(about(sheet))}</p><p class="how">{_both(HOW)}</p>{_sources(sheet)}</header>'
    )


def _sources(sheet: Sheet) -> str:
    """Return which letter stands for which source, once for the whole sheet."""
    listed = "".join(
        f'<p class="source"><b lang="en">{letter}</b> {_both(both_ways(source))}</p>'
        for source, letter in source_letters(sheet.lines).items()
    )
    return f'<div class="sources"><p class="about">{_both(SOURCES)}</p>{listed}</div>' if listed else ""


def _signatures() -> str:
    signed = "".join(
        f'<span class="who">{_both(who)}</span><span class="line"></span>'
        f'<span class="who">{_both(DATE)}</span><span class="line short"></span>'
        for who in SIGNED
    )
    return f'<div class="signatures">{signed}</div>'


def _table(sheet: Sheet, chapter: str, lines: tuple[Line, ...]) -> str:
    title = sheet.chapters.get(chapter, FRONT)
    heads = "".join(
        f'<th scope="col" class="{name}">{_both(words)}</th>'
        for words, name in zip(COLUMNS, _COLUMNS, strict=True)
    )
    rows = "".join(_rows(lines, source_letters(sheet.lines)))
    return (
        f'<section><h2>{_both(title)}</h2><table class="figures"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def _rows(lines: tuple[Line, ...], letters: Mapping[Words, str]) -> Iterator[str]:
    for line in lines:
        small = " · ".join(filter(None, (line.qualifier, line.period[0])))
        dated = f'<p class="period" lang="zh-Hans">{escape(small)}</p>' if small else ""
        was = f'<p class="was">{_both(WAS)} {escape(line.was)}</p>' if line.was else ""
        box = '<td class="tick"><span class="box"></span></td>'
        yield (
            f'<tr><td class="number">{line.number}</td><td class="page">{escape(line.page)}</td>'
            f'<td class="chinese"><p{TEXT} lang="zh-Hans">{_mention(line.zh, Lang.ZH)}</p></td>'
            f'<td class="english"><p{TEXT} lang="en">{_mention(line.en, Lang.EN)}</p></td>'
            f'<td class="value"><p lang="zh-Hans">{escape(line.value)}</p>{dated}{was}'
            f'<p class="id" lang="en">{escape(line.fact)}</p></td>'
            f'<td class="source" lang="en">{letters.get(line.source, "")}</td>{box}{box}</tr>'
        )


def _mention(mention: Mention | None, lang: Lang) -> str:
    if mention is None:
        words = LOST[0] if lang is Lang.ZH else LOST[1]
        return f'<span class="lost">{words}</span>'
    head = GAP[lang].join(map(escape, mention.head))
    above = f'<span class="under">{head}{escape(GAP[lang])}</span>' if head else ""
    return f"{above}{escape(mention.before)}<strong>{escape(mention.words)}</strong>{escape(mention.after)}"


def _gone(sheet: Sheet) -> str:
    if not sheet.gone:
        return ""
    items = "".join(
        f'<li><span class="id" lang="en">{escape(one.fact)}</span> {escape(one.said)}</li>'
        for one in sheet.gone
    )
    return f'<section><h2>{_both(GONE)}</h2><ul class="gone">{items}</ul></section>'


def _both(words: Words) -> str:
    zh, en = map(escape, words)
    return f'<span class="zh" lang="zh-Hans">{zh}</span> <span class="en" lang="en">{en}</span>'
