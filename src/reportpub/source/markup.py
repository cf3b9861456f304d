"""The few marks a text may carry, read into inlines: emphasis, links, notes and citations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reportpub.findings import Finding, Span, error
from reportpub.model.text import (
    SENSE_BREAK,
    BlockCite,
    Emph,
    FactCite,
    Inline,
    Inlines,
    Lang,
    Link,
    NoteCall,
    Passage,
    Str,
    Strong,
    TermCite,
)
from reportpub.sentences import say

_CITE = re.compile(r"\{(?P<mark>[~@]?)(?P<id>[a-z][a-z0-9.-]*)(?::(?P<form>[A-Za-z]+))?\}")
_SENSE_BREAK = re.compile(r"\{/\}")
_CALL = re.compile(r"\[\^(?P<id>[a-z][a-z0-9-]*)\]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]")
"""What no text needs: control characters, a tab among them, line separators and changes of direction."""
_SAFE = ("http://", "https://", "mailto:")


def _cite(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the signature is markdown-it's
    """Recognise {…}, [^…] and {/} where they begin; everything else is left to the other rules."""
    marks = (_CITE, _CALL, _SENSE_BREAK)
    found = next((match for mark in marks if (match := mark.match(state.src, state.pos))), None)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.content = found.group()
    state.pos = found.end()
    return True


def _any_link(url: str) -> bool:
    """Let every address through: it is refused below, with its place."""
    return isinstance(url, str)


_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(["emphasis", "link", "escape"])
# What was escaped stays apart from what was not, so that \\{ is no broken citation.
_MARKDOWN.disable("text_join")
_MARKDOWN.inline.ruler.before("link", "cite", _cite)
_MARKDOWN.validateLink = _any_link  # type: ignore[method-assign]


def parse(text: str, lang: Lang, span: Span) -> tuple[Passage, tuple[Finding, ...]]:
    """Return a text as a passage, with what is wrong in its marks."""
    problems: list[Finding] = []
    if "\n" in text.strip():
        hint = say("make two paragraphs of it, each with an id; a long text is written after >-, not after |")
        problems.append(error("source/two-paragraphs", say("a line break parts this text"), span, hint))
    if control := _CONTROL.search(text):
        message = say("the control character U+{code:04X} stands in this text", code=ord(control.group()))
        problems.append(error("source/control-character", message, span, say("delete it")))
    tokens = _MARKDOWN.parseInline(text)[0].children or []
    inlines, _ = _inlines(tokens, 0, span, problems)
    return Passage(lang, inlines, span), tuple(problems)


def _inlines(tokens: Sequence[Token], at: int, span: Span, problems: list[Finding]) -> tuple[Inlines, int]:
    """Return the inlines from one token to the end of its level, and where that end is."""
    found: list[Inline] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        match token.type:
            case "text":
                _words(token.content, span, problems)
                found.append(Str(token.content))
            case "text_special":
                found.append(Str(token.content))
            case "hardbreak":
                found.append(Str("\n"))  # the line break is a finding already
            case "cite":
                found.append(_cited(token.content))
            case "em_open" | "strong_open" | "link_open":
                children, at = _inlines(tokens, at, span, problems)
                found.append(_around(token, children, span, problems))
            case _:
                return _joined(found), at
    return _joined(found), at


def _around(token: Token, children: Inlines, span: Span, problems: list[Finding]) -> Inline:
    if token.type == "em_open":
        return Emph(children)
    if token.type == "strong_open":
        return Strong(children)
    url = str(token.attrGet("href") or "")
    if not url.startswith(_SAFE):
        hint = say("write the whole address, from https:// on")
        problems.append(
            error("source/link", say("“{url}” is no address a reader can open", url=url), span, hint)
        )
    return Link(children, url)


def _cited(source: str) -> Inline:
    if _SENSE_BREAK.fullmatch(source):
        return Str(SENSE_BREAK)
    if call := _CALL.fullmatch(source):
        return NoteCall(call["id"])
    cite = _CITE.fullmatch(source)
    assert cite is not None, "the cite rule only passes what it has matched"  # noqa: S101
    match cite["mark"]:
        case "~":
            return TermCite(cite["id"], cite["form"] or "")
        case "@":
            return BlockCite(cite["id"])
        case _:
            return FactCite(cite["id"], cite["form"] or "")


def _words(text: str, span: Span, problems: list[Finding]) -> None:
    if broken := re.search(r"\{[^{}]{0,40}\}?|\[\^[^\]]{0,40}\]?", text):
        hint = say(
            "write {{fact}}, {{fact:form}}, {{~term}}, {{@block}} or [^note]; a plain brace is "
            "\\{{, a bracket \\["
        )
        problems.append(
            error("source/citation", say("“{broken}” is no citation", broken=broken.group()), span, hint)
        )
    if "*" in text:
        hint = say(
            "close the emphasis, keep marks of punctuation outside it, or write \\* for a plain asterisk"
        )
        problems.append(error("source/emphasis", say("an asterisk is left over"), span, hint))


def _joined(inlines: list[Inline]) -> Inlines:
    """Return the inlines with neighbouring words as one."""
    joined: list[Inline] = []
    for inline in inlines:
        if inline == Str(""):
            continue
        if isinstance(inline, Str) and joined and isinstance(joined[-1], Str):
            joined[-1] = Str(joined[-1].text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
