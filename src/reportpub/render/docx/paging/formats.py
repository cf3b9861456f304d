"""What the styles of a file say of lines and pages: sizes, leadings, indents and what is kept together.

Read from styles.xml itself, inheritance and all, so that it holds for styles taken from another file too.
Source: ECMA-376 part 1, 17.7 (styles), 17.3.1.33 (spacing), 17.3.1.12 (indents).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree as ET

from reportpub.render.docx.oxml import WORD

NATURAL: Final = 1.25
"""The height of a line that is not told, in sizes: between that of Times and that of Song."""

_TWIPS: Final = 20
_LINES: Final = 240
_CHARS: Final = 100
_HALF_POINTS: Final = 2
_EIGHTHS: Final = 8


@dataclass(frozen=True, slots=True)
class Format:
    """What a paragraph is set with; lengths in pt, `exact` for a leading that does not follow the size."""

    size: float = 10.5
    sans: bool = False
    bold: bool = False
    italic: bool = False
    raised: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0
    exact: bool = False
    left: float = 0
    right: float = 0
    first: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    widows: bool = True
    edges: float = 0
    """What rules above and below take, with their distance."""

    @property
    def leading(self) -> float:
        """Return the height of a line."""
        return self.line if self.exact else self.line * self.size * NATURAL


def formats(styles: ET.Element) -> Callable[[str], Format]:
    """Return what gives the format of a style by its id; a style that is not there says nothing."""
    raw = {style.get(f"{WORD}styleId", ""): style for style in styles.findall(f"{WORD}style")}
    defaults = Format()
    for holder in ("rPrDefault", "pPrDefault"):
        for found in styles.findall(f"{WORD}docDefaults/{WORD}{holder}"):
            defaults = changed(defaults, found)
    made: dict[str, Format] = {}

    def of(name: str, path: tuple[str, ...] = ()) -> Format:
        if name not in raw or name in path:
            return defaults
        if name not in made:
            based = raw[name].find(f"{WORD}basedOn")
            above = of(based.get(f"{WORD}val", ""), (*path, name)) if based is not None else defaults
            made[name] = changed(above, raw[name])
        return made[name]

    return of


def changed(form: Format, holder: ET.Element) -> Format:
    """Return a format with what an element's own w:pPr and w:rPr say of it."""
    told: dict[str, object] = {}
    for name in ("pPr", "rPr"):
        for prop in holder.findall(WORD + name):
            told |= properties(prop, form)
    return replace(form, **told) if told else form  # type: ignore[arg-type]


def properties(holder: ET.Element, form: Format) -> dict[str, object]:
    """Return what a w:pPr or w:rPr changes in a format, by field."""
    told: dict[str, object] = {}
    for prop in holder:
        kind = prop.tag.removeprefix(WORD)
        if kind in _FLAGS:
            told[_FLAGS[kind]] = _on(prop)
        elif kind == "sz":
            told["size"] = _number(prop, "val") / _HALF_POINTS
        elif kind == "pBdr":
            told["edges"] = sum(
                _number(edge, "space") + _number(edge, "sz") / _EIGHTHS
                for edge in prop
                if edge.tag.removeprefix(WORD) in {"top", "bottom"}
            )
        elif kind == "rFonts":
            told |= _face(prop)
        elif kind == "vertAlign":
            told["raised"] = prop.get(f"{WORD}val") != "baseline"
        elif kind == "spacing":
            told |= _spacing(prop)
        elif kind == "ind":
            told |= _indents(prop, form.size)
    return told


def differing(style: Format, plain: Format) -> dict[str, object]:
    """Return what a character style says otherwise than the plain one, by field."""
    names = ("size", "sans", "bold", "italic", "raised")
    return {name: getattr(style, name) for name in names if getattr(style, name) != getattr(plain, name)}


_FLAGS: Final = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "new_page",
    "widowControl": "widows",
    "b": "bold",
    "i": "italic",
}


def _on(prop: ET.Element) -> bool:
    return prop.get(f"{WORD}val", "1") not in {"0", "false", "off"}


def _number(prop: ET.Element, name: str) -> float:
    try:
        return float(prop.get(WORD + name, "0"))
    except ValueError:
        return 0.0


def _face(prop: ET.Element) -> dict[str, object]:
    theme, name = prop.get(f"{WORD}asciiTheme"), prop.get(f"{WORD}ascii", "")
    if theme:
        return {"sans": theme.startswith("major")}
    return {"sans": not any(word in name for word in ("Times", "Serif", "宋", "Song"))} if name else {}


def _spacing(prop: ET.Element) -> dict[str, object]:
    told: dict[str, object] = {
        side: _number(prop, side) / _TWIPS for side in ("before", "after") if prop.get(WORD + side)
    }
    if prop.get(f"{WORD}line"):
        exact = prop.get(f"{WORD}lineRule", "auto") != "auto"
        told |= {"exact": exact, "line": _number(prop, "line") / (_TWIPS if exact else _LINES)}
    return told


def _indents(prop: ET.Element, size: float) -> dict[str, object]:
    told: dict[str, object] = {
        side: _number(prop, side) / _TWIPS for side in ("left", "right") if prop.get(WORD + side)
    }
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        if prop.get(WORD + name):
            told["first"] = sign * _number(prop, name) / _TWIPS
        elif _number(prop, f"{name}Chars"):
            told["first"] = sign * _number(prop, f"{name}Chars") / _CHARS * size
    return told
