"""A Word file whose look a report is to take: its styles, theme, numbering and page, read from a stranger.

What it says in its text is left where it is. Source: ECMA-376 part 1, 17.7 (styles), 17.6 (sections).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportpub.findings import ContentError, Finding, Span, error, warning
from reportpub.inputs import Inputs, Refused
from reportpub.layout.style_names import WISHED, canonical
from reportpub.model.report import EditionSpec
from reportpub.opc.markup import Element
from reportpub.opc.package import LARGEST, Package, opened
from reportpub.sentences import listed, say

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NARROWEST = 150.0
"""pt; a text block that is smaller in either direction holds no report."""
_TWIPS = 20
_A4 = {"w": 11906.0, "h": 16838.0}
_LARGEST_PAGE = 1584.0
_MARGINS = ("top", "bottom", "left", "right", "header", "footer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the reference; lengths in pt, a pitch of 0 where it has no grid of lines."""

    width: float
    height: float
    margins: Mapping[str, float]
    pitch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What is taken from a Word file; `styles` are keyed by kind and by the name they are found by."""

    file: str
    root: Element = field(repr=False)
    styles: Mapping[tuple[str, str], Element] = field(repr=False)
    numbering: Element | None = field(repr=False)
    theme: Element | None = field(repr=False)
    page: Page | None


def reference_of(
    spec: EditionSpec, source: Path, inputs: Inputs
) -> tuple[Reference | None, tuple[Finding, ...]]:
    """Return the reference document an edition asks for, if any; `source` is the folder it is named from."""
    if not spec.reference:
        return None, ()
    return load_reference(source / spec.reference, spec.span, inputs)


def load_reference(path: Path, span: Span, inputs: Inputs) -> tuple[Reference, tuple[Finding, ...]]:
    """Return a reference document, and a remark on what it lacks.

    `ContentError` when there is none, when it is no Word file that may be opened, or when it has no styles or
    no room on its pages. `span` is where it is named.
    """
    try:
        data = inputs.read_bytes(path, span, largest=LARGEST)
    except Refused as refused:
        raise ContentError((refused.finding,)) from None
    package = opened(data, f"source/{path.name}")
    root = package.beside("styles")
    if root is None or root.tag != f"{WORD}styles":
        hint = say("save it in Word or WPS as a plain .docx")
        message = say("nothing can be taken from this file: it has no styles")
        raise ContentError((error("reference/styles", message, Span(package.file), hint),))
    page = _page(package)
    if page is not None and (problem := _without_room(page, package.file)):
        raise ContentError((problem,))
    found = Reference(
        file=package.file,
        root=root,
        styles=dict(_styles(root)),
        numbering=package.beside("numbering"),
        theme=package.beside("theme"),
        page=page,
    )
    return found, tuple(_missing(found, span))


def _styles(root: Element) -> Iterator[tuple[tuple[str, str], Element]]:
    """Yield every style by kind and name; an alias finds it too, but the name of another wins."""
    named: list[tuple[tuple[str, str], Element]] = []
    also: list[tuple[tuple[str, str], Element]] = []
    for style in root.iterfind(f"{WORD}style"):
        kind, name = str(style.get(f"{WORD}type", "paragraph")), _said(style, "name")
        if kind == "paragraph" and style.get(f"{WORD}default") in {"1", "true", "on"}:
            name = "Normal"
        named.append(((kind, canonical(name)), style))
        also += (((kind, canonical(alias)), style) for alias in _said(style, "aliases").split(",") if alias)
    # Of two styles of one name Word takes the first.
    yield from reversed((*named, *also))


def _said(holder: Element, name: str) -> str:
    below = holder.find(WORD + name)
    return str(below.get(f"{WORD}val", "")) if below is not None else ""


def _page(package: Package) -> Page | None:
    """Return the page of the last section, which is the one a file without sections has."""
    root = package.xml(package.main)
    sections = root.findall(f".//{WORD}sectPr") if root is not None else []
    if not sections:
        return None
    size, margins = sections[-1].find(f"{WORD}pgSz"), sections[-1].find(f"{WORD}pgMar")
    grid = sections[-1].find(f"{WORD}docGrid")
    if size is None or margins is None:
        return None
    lined = grid is not None and str(grid.get(f"{WORD}type", "default")) in {"lines", "linesAndChars"}
    return Page(
        width=_length(size, "w", _A4["w"]),
        height=_length(size, "h", _A4["h"]),
        margins={name: abs(_length(margins, name, 1440.0)) for name in _MARGINS},
        pitch=_length(grid, "linePitch", 0.0) if grid is not None and lined else 0.0,
    )


def _length(holder: Element, name: str, default: float) -> float:
    try:
        return float(str(holder.get(WORD + name, default))) / _TWIPS
    except ValueError:
        return default / _TWIPS


def _without_room(page: Page, file: str) -> Finding | None:
    wide = page.width - page.margins["left"] - page.margins["right"]
    high = page.height - page.margins["top"] - page.margins["bottom"]
    # Word opens no page that is larger than 22 inches.
    if min(wide, high) >= NARROWEST and max(page.width, page.height) <= _LARGEST_PAGE:
        return None
    message = say("its page leaves {wide:.0f} by {high:.0f} pt for text", wide=wide, high=high)
    return error(
        "reference/page", message, Span(file), say("set page and margins in Word, then save it again")
    )


def _missing(reference: Reference, span: Span) -> Iterator[Finding]:
    absent = [name for name in WISHED if ("paragraph", name) not in reference.styles]
    if absent:
        message = say(
            "{file} has no style {absent}",
            file=reference.file,
            absent=listed(say("“{name}”", name=name) for name in absent),
        )
        hint = say("ours stand in; to have yours, use each style once in that file and save it")
        yield warning("reference/unmatched", message, span, hint)
