"""The job ticket as HTML for the layout engine."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from reportpub.handover.ticket import CLEAN, TO_SIGN, USES, Checked, Listed, Ticket, specification
from reportpub.model.facts import Words

TITLE = ("印刷工单", "Job ticket")
_COLUMNS: tuple[tuple[str, Words], ...] = (
    ("file", ("文件", "File")),
    ("use", ("用途", "Use")),
    ("number pages", ("页数", "Pages")),
    ("number size", ("成品（毫米）", "Trimmed (mm)")),
    ("sum", ("SHA-256 前16位", "first 16 digits")),
)
_DRAFT = (
    "注意：本次交付含{0}处未定稿的英文，请勿付印。",
    "Mind: {0} English passages are not final; this is not to be printed yet.",
)
_NOTE = (
    "以上检查依据自订规则（ISO 15930、GWG 2022），不是认证；请印刷厂先做预检，并将结果发回。",
    "These are our own rules after ISO 15930 and GWG 2022, no certificate: preflight it and send the result.",
)
_BLANKS = ("空白页为有意留白", "blank on purpose")
_SIGNED = (("编辑部", "Office"), ("印刷厂", "Printer"), ("日期", "Date"))


def body(ticket: Ticket) -> str:
    """Return the body of the document."""
    return (
        _head(ticket)
        + _section(("交付文件", "Files"), _files(ticket))
        + _section(("印刷要求", "Specification"), _specification(ticket))
        + _section(("已做检查", "Checks made"), _checks(ticket))
        + _section(("请核对并签字", "To be confirmed and signed"), _signing())
    )


def _head(ticket: Ticket) -> str:
    many = ticket.draft
    draft = f'<p class="draft">{_pair((_DRAFT[0].format(many), _DRAFT[1].format(many)))}</p>' if many else ""
    return (
        f'<header><h1>{_pair(TITLE)}</h1><p class="report">{_pair(ticket.title)}</p>'
        f'<p class="about">{_pair(ticket.issuer)} <span class="date">{escape(ticket.date)}</span></p>'
        f"{draft}</header>"
    )


def _section(title: Words, inside: str) -> str:
    return f"<section><h2>{_pair(title)}</h2>{inside}</section>"


def _files(ticket: Ticket) -> str:
    heads = "".join(f'<th scope="col" class="{name}">{_pair(words)}</th>' for name, words in _COLUMNS)
    rows = "".join(map(_file, ticket.files))
    return f'<table class="files"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _file(one: Listed) -> str:
    blank = ", ".join(map(str, one.blanks))
    note = (
        f'<p class="blanks">{_pair((f"{_BLANKS[0]}：{blank}", f"{_BLANKS[1]}: {blank}"))}</p>'
        if blank
        else ""
    )
    size = f"{one.size[0]:g} × {one.size[1]:g}" if one.size else ""
    return (
        f'<tr><td class="file"><p lang="en">{escape(one.name)}</p>{note}</td>'
        f'<td class="use">{_pair(USES[one.target])}</td><td class="number pages">{one.pages or ""}</td>'
        f'<td class="number size">{size}</td><td class="sum" lang="en">{one.sha256[:16]}</td></tr>'
    )


def _specification(ticket: Ticket) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_pair(name)}</th><td>{"".join(map(_value, values))}</td></tr>'
        for name, values in specification(ticket)
    )
    return f'<table class="spec"><tbody>{rows}</tbody></table>'


def _value(words: Words) -> str:
    if not any(words):
        return '<p class="open">' + _pair(("待填", "to be filled in")) + "</p>"
    return f"<p>{_pair(words)}</p>"


def _checks(ticket: Ticket) -> str:
    items = "".join(map(_check, ticket.checks))
    return f'<ul class="checks">{items}</ul><p class="remark">{_pair(_NOTE)}</p>'


def _check(one: Checked) -> str:
    kind = "clean" if one.result == CLEAN else "remarked"
    return f'<li>{_pair(one.what)} <b class="{kind}">{_pair(one.result)}</b></li>'


def _signing() -> str:
    boxes = "".join(f'<li><span class="tick"></span>{_pair(words)}</li>' for words in TO_SIGN)
    lines = "".join(f'<div class="signed"><p class="who">{_pair(who)}</p></div>' for who in _SIGNED)
    return f'<ul class="signing">{boxes}</ul><div class="signatures">{lines}</div>'


def _pair(words: Words) -> str:
    return "".join(_spans(words))


def _spans(words: Words) -> Iterator[str]:
    zh, en = words
    if zh:
        yield f'<span class="zh" lang="zh-Hans">{escape(zh)}</span>'
    if en and en != zh:
        yield f'<span class="en" lang="en">{escape(en)}</span>'
