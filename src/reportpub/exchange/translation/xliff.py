"""XLIFF 1.2: facts, terms, notes and marks stand as protected elements among the words.

Source: OASIS XLIFF 1.2, 2.3 (inline elements), 2.2.4.3 (states).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reportpub.exchange.translation.exchanged import Exchanged, Returned, about, known
from reportpub.exchange.translation.units import Piece, Progress, Unit, pieces, typed
from reportpub.findings import ContentError, Span, error
from reportpub.model.text import Lang
from reportpub.opc.markup import Element, parsed
from reportpub.sentences import say

SPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
STATES: Final = {
    Progress.MISSING: "new",
    Progress.DRAFT: "needs-review-translation",
    Progress.STALE: "needs-adaptation",
    Progress.UNREVISED: "needs-adaptation",
    Progress.REVIEWED: "final",
}
READY: Final = frozenset({"final", "signed-off"})
"""States that say somebody approved a translation."""

_CITE = re.compile(r"(?:[~@]?[a-z][a-z0-9.-]*(?::[A-Za-z]+)?|/)\Z")
_TURN = re.compile(r"#\d+\Z")

Spoken = Callable[[Piece, Lang], str]
"""What a protected piece says in a language, for translators to see."""


def xliff(told: Sequence[Unit], report: str, scope: str, spoken: Spoken) -> bytes:
    """Return the file; the same units give the same bytes."""
    body = "".join(_unit(unit, spoken) for unit in told)
    head = f"<header><note>{escape(about(report, scope))}</note></header>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="{SPACE}">\n'
        f'<file original={quoteattr(report)} source-language="zh-CN" target-language="en-US"'
        f' datatype="plaintext">\n{head}\n<body>\n{body}</body>\n</file>\n</xliff>\n'
    ).encode()


def _unit(unit: Unit, spoken: Spoken) -> str:
    state = STATES[unit.progress]
    target = ""
    if unit.en:
        target = f'<target xml:lang="en-US" state="{state}">{_inline(unit.en, Lang.EN, spoken)}</target>'
    note = f"<note>{escape(unit.note)}</note>" if unit.note else ""
    return (
        f'<trans-unit id={quoteattr(unit.id)} xml:space="preserve" extradata="{unit.digest}">'
        f'<source xml:lang="zh-CN">{_inline(unit.zh, Lang.ZH, spoken)}</source>{target}{note}</trans-unit>\n'
    )


def _inline(text: str, lang: Lang, spoken: Spoken) -> str:
    turns: Counter[str] = Counter()
    told = ""
    for piece in pieces(text, lang):
        if not piece.kind:
            told += escape(piece.text)
            continue
        turns[piece.name] += 1
        again = f"#{turns[piece.name]}" if turns[piece.name] > 1 else ""
        shown = quoteattr(spoken(piece, lang))
        told += f'<x id={quoteattr(piece.name + again)} ctype="x-{piece.kind}" equiv-text={shown}/>'
    return told


def read(data: bytes, file: str) -> Exchanged:
    """Return what a file says; `ContentError` where it is no XLIFF of ours or an element is damaged."""
    root = parsed(data, file, "xliff")
    body = root.find(f".//{{{SPACE}}}file")
    if root.tag != f"{{{SPACE}}}xliff" or body is None:
        hint = say("name a file that `translate export` wrote, in XLIFF 1.2")
        raise ContentError((error("translate/foreign", say("this is no XLIFF 1.2"), Span(file), hint),))
    notes = [note.text or "" for note in body.iter(f"{{{SPACE}}}note")]
    report, scope = next((known(note) for note in notes if known(note)[0]), ("", ""))
    found, digests = [], []
    for unit in body.iter(f"{{{SPACE}}}trans-unit"):
        source, target = unit.find(f"{{{SPACE}}}source"), unit.find(f"{{{SPACE}}}target")
        state = target.get("state", "") if target is not None else ""
        ready = state in READY or unit.get("approved") == "yes"
        name = unit.get("id", "")
        found.append(Returned(name, _text(source), _text(target), ready, unit.sourceline or 1))
        digests.append((name, unit.get("extradata", "")))
    return Exchanged(file, report, scope, tuple(found), tuple(digests))


def _text(element: Element | None) -> str:
    if element is None:
        return ""
    told = [Piece(element.text or "")]
    for child in element:
        told.append(_piece(child))
        told.append(Piece(child.tail or ""))
    return typed(tuple(piece for piece in told if piece.text))


def _piece(element: Element) -> Piece:
    """Return a protected element as it is typed; what is none of ours stays visible as a broken citation."""
    name = _TURN.sub("", element.get("id", ""))
    kind = element.get("ctype", "").removeprefix("x-")
    if element.tag not in {f"{{{SPACE}}}x", f"{{{SPACE}}}ph"}:
        return Piece("".join(element.itertext()))
    if kind in {"note", "mark"} or not _CITE.match(name):
        return Piece(name, "mark")
    return Piece("{" + name + "}", kind or "fact")
