"""The styles of a reference with ours beside them: each that it has by name is its own, the rest is added.

Source: ECMA-376 part 1, 17.7 (styles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from reportpub.layout.reference import WORD, Reference
from reportpub.layout.style_names import canonical
from reportpub.model.text import Lang
from reportpub.opc.markup import Element, parsed, written
from reportpub.render.docx.numbering import HEADINGS
from reportpub.render.docx.oxml import PROLOGUE, escaped
from reportpub.render.docx.reference.numbering import shifted
from reportpub.render.docx.styles import style_name

HEADED: Final = ("heading 1", "heading 2", "heading 3")
CONTENTS: Final = ("toc 1", "toc 2")
RUNNING: Final = frozenset(("Body Text", "List Bullet", "List Number", "Quote", "Callout", "Callout Title"))
"""Styles of running text: where they are added they take size and leading from the text of the reference."""

_USED: Final = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]+)"')
_POINTING: Final = ("basedOn", "next", "link")
_OWN_OF_DERIVED: Final = frozenset(
    WORD + name for name in ("keepNext", "keepLines", "pageBreakBefore", "numPr", "outlineLvl", "pBdr")
)
_ORDER: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs",
)  # fmt: skip
"""The first paragraph properties in the order of the schema (17.3.1.26)."""

_RULED: Final = f"{WORD}pBdr"


def merged(ours: str, reference: Reference, leading: Lang) -> tuple[str, Mapping[str, str]]:
    """Return styles.xml with the styles of both, and the id that stands for each of ours in it."""
    mine = parsed(ours.encode(), reference.file, "styles")
    root = _theirs(reference)
    styles = mine.findall(f"{WORD}style")
    ids = dict(_ids(styles, reference))
    for number, name in enumerate(HEADED):
        if (heading := _found(root, reference, name)) is not None:
            _number(heading, HEADINGS[leading], number)
    for name in CONTENTS:
        line = _found(root, reference, name)
        tabs = next(s.find(f"{WORD}pPr/{WORD}tabs") for s in styles if _key(s) == ("paragraph", name))
        # Word writes the place of page numbers into each line of the contents, and not into their style.
        if line is not None and tabs is not None and line.find(f"{WORD}pPr/{WORD}tabs") is None:
            _put(line, deepcopy(tabs))
    if root.find(f"{WORD}docDefaults") is None:
        root.insert(0, deepcopy(mine.find(f"{WORD}docDefaults")))
    running = {style_name(name, lang, leading): name for name in RUNNING for lang in Lang}
    own_indent = (normal := _found(root, reference, "Normal")) is not None and (
        normal.find(f"{WORD}pPr/{WORD}ind") is not None
    )
    for style in styles:
        if _key(style) in reference.styles:
            continue
        name, base = _value(style, "name"), _value(style, "basedOn")
        if name in running:
            _follow(style, indented=running[name] != "Body Text" or not own_indent)
        elif _stands_on(base, styles, reference):
            _derive(style)
        _rename(style, ids)
        root.append(style)
    return PROLOGUE + written(root), ids


def restyled(text: str, ids: Mapping[str, str]) -> str:
    """Return a part of ours with the ids of the merged styles in place of our own."""
    return _USED.sub(lambda used: f'{used[1]}{escaped(ids.get(used[2], used[2]))}"', text)


def _theirs(reference: Reference) -> Element:
    """Return their defaults and styles, with numbering ids out of the way of ours."""
    root = deepcopy(reference.root)
    for child in list(root):
        if child.tag not in {f"{WORD}docDefaults", f"{WORD}latentStyles", f"{WORD}style"}:
            root.remove(child)
        for mark in child.findall(f"{WORD}rsid"):
            child.remove(mark)
    for number in root.iterfind(f".//{WORD}numPr/{WORD}numId"):
        number.set(f"{WORD}val", shifted(str(number.get(f"{WORD}val", "0")), reference))
    return root


def _ids(styles: list[Element], reference: Reference) -> Iterator[tuple[str, str]]:
    taken = {str(style.get(f"{WORD}styleId")) for style in reference.root.iterfind(f"{WORD}style")}
    for style in styles:
        own = str(style.get(f"{WORD}styleId"))
        theirs = reference.styles.get(_key(style))
        if theirs is not None:
            yield own, str(theirs.get(f"{WORD}styleId"))
        else:
            yield own, f"{own}Rp" if own in taken else own


def _key(style: Element) -> tuple[str, str]:
    return str(style.get(f"{WORD}type")), canonical(_value(style, "name"))


def _found(root: Element, reference: Reference, name: str) -> Element | None:
    """Return the copy of one of their paragraph styles."""
    theirs = reference.styles.get(("paragraph", name))
    wanted = theirs.get(f"{WORD}styleId") if theirs is not None else None
    same = (s for s in root.iterfind(f"{WORD}style") if wanted and s.get(f"{WORD}styleId") == wanted)
    return next(same, None)


def _stands_on(base: str, styles: list[Element], reference: Reference) -> bool:
    """Tell whether a style of ours is based on one that the reference has, other than that of all text."""
    return base not in {"", "Normal", "TableNormal", "DefaultParagraphFont"} and any(
        style.get(f"{WORD}styleId") == base and _key(style) in reference.styles for style in styles
    )


def _derive(style: Element) -> None:
    """Leave of a style only what makes it another than the one it is based on."""
    properties, dress = style.find(f"{WORD}pPr"), style.find(f"{WORD}rPr")
    # A draft is known by its edge; the rule below a heading is that of the heading itself.
    ruled = "Draft" in _value(style, "name")
    for one in list(properties) if properties is not None else ():
        if one.tag not in _OWN_OF_DERIVED or (one.tag == _RULED and not ruled):
            properties.remove(one)
    if dress is not None:
        style.remove(dress)


def _follow(style: Element, *, indented: bool) -> None:
    """Take size and leading from a style of running text, and its indent unless it stays `indented`."""
    for size in style.findall(f"{WORD}rPr/{WORD}sz") + style.findall(f"{WORD}rPr/{WORD}szCs"):
        size.getparent().remove(size)
    for spacing in style.iterfind(f"{WORD}pPr/{WORD}spacing"):
        for name in ("line", "lineRule"):
            spacing.attrib.pop(WORD + name, None)
    for indent in style.findall(f"{WORD}pPr/{WORD}ind") if not indented else ():
        indent.getparent().remove(indent)


def _rename(style: Element, ids: Mapping[str, str]) -> None:
    """Give a style the id it has in the merged part, and let it point at the others there."""
    own = str(style.get(f"{WORD}styleId"))
    style.set(f"{WORD}styleId", ids[own])
    style.attrib.pop(f"{WORD}default", None)
    for name in _POINTING:
        for pointer in style.findall(WORD + name):
            aim = str(pointer.get(f"{WORD}val"))
            pointer.set(f"{WORD}val", ids.get(aim, aim))


def _number(heading: Element, number: int, level: int) -> None:
    """Let a heading of theirs count as the contents and the cross-references of the report say it."""
    own = heading.makeelement(f"{WORD}numPr")
    for name, value in (("ilvl", level), ("numId", number)):
        said = own.makeelement(WORD + name)
        said.set(f"{WORD}val", str(value))
        own.append(said)
    _put(heading, own)


def _put(style: Element, own: Element) -> None:
    """Put a paragraph property into a style, in its place and in the place of any of its kind."""
    properties = style.find(f"{WORD}pPr")
    if properties is None:
        properties = style.makeelement(f"{WORD}pPr")
        dress = style.find(f"{WORD}rPr")
        style.insert(len(style) if dress is None else list(style).index(dress), properties)
    for old in properties.findall(own.tag):
        properties.remove(old)
    before = {WORD + name for name in _ORDER[: _ORDER.index(own.tag.removeprefix(WORD))]}
    at = next((turn for turn, one in enumerate(properties) if one.tag not in before), len(properties))
    properties.insert(at, own)


def _value(holder: Element, name: str) -> str:
    below = holder.find(WORD + name)
    return str(below.get(f"{WORD}val", "")) if below is not None else ""
