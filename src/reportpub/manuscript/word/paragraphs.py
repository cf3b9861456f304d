"""One paragraph of a Word file: its words with what was tracked in them decided, its level and its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportpub.manuscript.elements import Item, Paragraph, Role, Run
from reportpub.manuscript.word.formulas import linear
from reportpub.manuscript.word.names import R, child, local, toggle, value, whole
from reportpub.manuscript.word.reading import Changes, Reading
from reportpub.manuscript.word.runs import run_words
from reportpub.manuscript.word.shapes import branch
from reportpub.opc.markup import Element
from reportpub.sentences import say

_THROUGH = frozenset({"smartTag", "customXml", "bdo", "dir", "fldSimple", "sdtContent", "Choice", "Fallback"})
"""Wrappings of runs that say nothing themselves."""
_NOTHING = frozenset(
    {
        "pPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
        "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "customXmlPr",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd", "smartTagPr", "sdtPr", "sdtEndPr", "fldData",
    }
)  # fmt: skip
_SAFE = ("http://", "https://", "mailto:")
_LARGEST_LEVEL = 9


def paragraph(p: Element, reading: Reading) -> Paragraph | None:
    """Return a paragraph; nothing where it is empty, is made anew (contents), or goes on in the next one."""
    reading.line += 1
    properties = child(p, "pPr")
    style = value(properties, "pStyle")
    contents = reading.fields.made_anew
    reading.size = 0
    runs = [*reading.carried, *_inline(p, reading, style, gone=False, link="")]
    reading.carried.clear()
    if _mark_gone(properties, reading) or _is_drop_cap(properties):
        reading.carried += runs
        return None
    said = "".join(run.text for run in runs)
    if not said.strip() and not any(run.note for run in runs):
        return None
    if not contents and reading.styles.is_contents(style):
        reading.leave("contents", said)
        return None
    return _described(runs, properties, style, reading)


def _is_drop_cap(properties: Element | None) -> bool:
    """Tell whether a paragraph is the large first letter of the next one (ECMA-376 part 1, 17.3.1.11)."""
    return value(properties, "framePr", key="dropCap") in {"drop", "margin"}


def standing_formula(piece: Element, reading: Reading) -> Paragraph | None:
    """Return a formula that stands between paragraphs, as the words it is made of."""
    reading.line += 1
    runs = tuple(_formula(piece, reading))
    return Paragraph(runs=runs, span=reading.span) if runs else None


def left_over(reading: Reading) -> Paragraph | None:
    """Return the words that a deleted end of a paragraph would carry on where no paragraph follows."""
    runs = tuple(reading.carried)
    reading.carried.clear()
    said = "".join(run.text for run in runs).strip()
    return Paragraph(runs=runs, span=reading.span) if said else None


def _described(runs: list[Run], properties: Element | None, style: str, reading: Reading) -> Paragraph:
    styles = reading.styles
    level = _level(properties, style, reading)
    label, item = _number(properties, style, reading)
    return Paragraph(
        runs=tuple(_joined(runs)),
        span=reading.span,
        role=styles.role(style) if not level else Role.BODY,
        level=level,
        label=label,
        item=item,
        size=reading.size or styles.size(child(properties, "rPr"), style),
        centred=styles.centred(properties, style),
    )


def _level(properties: Element | None, style: str, reading: Reading) -> int:
    """Return the level of a heading: that of the paragraph itself before that of its style."""
    said = value(properties, "outlineLvl")
    if said:
        level = whole(said, _LARGEST_LEVEL)
        return level + 1 if level < _LARGEST_LEVEL else 0
    return reading.styles.level(style)


def _number(properties: Element | None, style: str, reading: Reading) -> tuple[str, Item]:
    from_style = reading.styles.numbering(style)
    own = child(properties, "numPr")
    if own is not None and (child(own, "numId") is not None or from_style is None):
        label = reading.numbering.label(own, whole(value(from_style, "ilvl")))
    else:
        label = reading.numbering.label(from_style, whole(value(own, "ilvl")))
    if label is None:
        return "", Item.NONE
    if not label.known:
        reading.remark(
            say("the numbering “{format}” is not known and was read as 1, 2, 3", format=label.format),
            say("compare the number with Word"),
        )
    return (label.text, Item.BULLET) if label.bullet else (label.text, Item.NUMBER)


def _mark_gone(properties: Element | None, reading: Reading) -> bool:
    """Tell whether the end of a paragraph is tracked away (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20)."""
    marks = child(properties, "rPr")
    what = ("del", "moveFrom") if reading.changes is Changes.ACCEPT else ("ins", "moveTo")
    return any(child(marks, name) is not None for name in what)


def _inline(parent: Element, reading: Reading, style: str, *, gone: bool, link: str) -> Iterator[Run]:
    accepts = reading.changes is Changes.ACCEPT
    for piece in parent:
        match local(piece):
            case "r":
                yield from run_words(piece, reading, style, gone=gone, link=link)
            case "ins" | "moveTo":
                yield from _inline(piece, reading, style, gone=gone or not accepts, link=link)
            case "del" | "moveFrom":
                yield from _inline(piece, reading, style, gone=gone or accepts, link=link)
            case "hyperlink":
                yield from _inline(piece, reading, style, gone=gone, link=_address(piece, reading) or link)
            case "sdt":
                yield from _control(piece, reading, style, gone=gone, link=link)
            case "AlternateContent":
                one = branch(piece)
                if one is not None:
                    yield from _inline(one, reading, style, gone=gone, link=link)
            case "oMath" | "oMathPara":
                if not gone:
                    yield from _formula(piece, reading)
            case name if name in _THROUGH:
                yield from _inline(piece, reading, style, gone=gone, link=link)
            case name if name in _NOTHING:
                pass
            case name:
                reading.remark(
                    say("“{name}” is not known; its words were taken as they are", name=name),
                    say("look at it in Word"),
                )
                yield from _inline(piece, reading, style, gone=gone, link=link)


def _control(sdt: Element, reading: Reading, style: str, *, gone: bool, link: str) -> Iterator[Run]:
    """Yield the words of a content control; a prompt nobody has answered is kept for the report."""
    content = child(sdt, "sdtContent")
    if content is None:
        return
    runs = _inline(content, reading, style, gone=gone, link=link)
    if toggle(child(sdt, "sdtPr"), "showingPlcHdr"):
        reading.leave("prompt", "".join(run.text for run in runs))
    else:
        yield from runs


def _address(hyperlink: Element, reading: Reading) -> str:
    thread = reading.threads.get(str(hyperlink.get(R + "id", "")))
    return thread.target if thread is not None and thread.target.lower().startswith(_SAFE) else ""


def _formula(piece: Element, reading: Reading) -> Iterator[Run]:
    words = linear(piece)
    if words:
        reading.remark(
            say("the formula “{words}” was taken as plain words", words=words[:40]),
            say("set it as a picture"),
        )
        yield Run(words)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs with neighbours of one look as one: Word parts them at every edit."""
    last: Run | None = None
    for run in runs:
        if (
            last is not None
            and not last.note
            and not run.note
            and replace(last, text="") == replace(run, text="")
        ):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
