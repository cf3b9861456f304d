"""What the engine leaves out of the tags of a PDF: languages, notes, contents, names of links, figure boxes.

This stands on inner parts of WeasyPrint 70.0 and refuses any other version. Source: ISO 32000-1, 14.8
(structure types), 14.9.2 (language); ISO 14289-1 (PDF/UA-1), 7.2, 7.5, 7.9 and 7.18.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.formatting_structure.boxes import FootnoteAreaBox
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

from reportpub.findings import ToolError, error

ENGINE = "70.0"

BY_CLASS: Mapping[str, str] = {"contents-part": "TOC", "entry": "TOCI"}
"""Classes of the HTML that stand for a structure type."""

BY_TAG: Mapping[str, str] = {
    "aside": "Div",
    "b": "Span",
    "cite": "Span",
    "code": "Code",
    "em": "Span",
    "header": "Div",
    "i": "Span",
    "nav": "Sect",
    "span::footnote-call": "Reference",
    "span::footnote-marker": "Lbl",
    "strong": "Span",
    "sub": "Span",
    "sup": "Span",
}
"""Elements that the engine tags as nothing in particular, and what they are."""

_DOUBLED = frozenset({"Div", "Link", "P", "Part", "Sect", "Span", *(f"H{level}" for level in range(1, 7))})
"""Types that the engine gives to a box and again to the nameless boxes within it."""

_LONGEST_NAME = 200
"""Characters of the name of a link."""

_PX = 0.75
"""pt."""


class _Element(Protocol):
    tag: str
    attrib: Mapping[str, str]

    def itertext(self) -> Iterator[str]: ...

    def __iter__(self) -> Iterator[_Element]: ...


class _Box(Protocol):
    element: _Element | None
    element_tag: str | None
    style: Mapping[str, object]
    link_annotation: dict[str, object] | None


_Tree = dict[str, object]
"""A dictionary of the PDF that the engine is about to write."""

_Build = Callable[..., Iterator[_Tree]]

_AREA = "@footnote"
"""Stands among the open elements for the place of the notes at the foot of a page."""

_open: list[tuple[_Element | None, str]] = []
"""The elements whose boxes are being tagged, from the outside in."""


def install() -> None:
    """Let the engine tag documents in this way from now on; a second call changes nothing.

    `ToolError` when the engine is of another version than the one this was written for.
    """
    if weasyprint.__version__ != ENGINE:
        message = f"WeasyPrint is of version {weasyprint.__version__}, not {ENGINE}"
        hint = "install what requirements/runtime.lock names"
        raise ToolError((error("render/engine-version", message, None, hint),))
    if tags._build_box_tree is not _build:  # noqa: SLF001
        tags._build_box_tree = _build  # noqa: SLF001


def _type(box: _Box) -> str | None:
    if box.element is None or box.element_tag is None:
        return None
    if _open and _open[-1] == (None, _AREA):
        return "Note"
    own = box.element_tag == box.element.tag
    classes = box.element.attrib.get("class", "").split() if own else []
    named = (BY_CLASS[name] for name in classes if name in BY_CLASS)
    return next(named, None) or BY_TAG.get(box.element_tag)


def _build(
    box: _Box,
    parent: _Tree,
    pdf: pydyf.PDF,
    page_number: int,
    nums: dict[int, object],
    annotations: list[object],
    marks: dict[object, object],
) -> Iterator[_Tree]:
    real: _Box = box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001
    element, name = real.element, real.element_tag
    if isinstance(real, FootnoteAreaBox):
        element, name = None, _AREA
    elif element is None or name is None or name in {"html", "body"}:
        yield from _engine(box, parent, pdf, page_number, nums, annotations, marks)
        return
    inner = any(known is element and tag == name for known, tag in _open)
    if real.link_annotation and element is not None:
        real.link_annotation["Contents"] = pydyf.String(_link_name(element, real.link_annotation))
    _open.append((element, name))
    # The whole branch is built before the elements around it are closed.
    built = [*_engine(box, parent, pdf, page_number, nums, annotations, marks)]
    _open.pop()
    for one in built:
        _complete(one, real, inner=inner)
        if one["S"] == "/Figure":
            _place(one, pdf, page_number)
    yield from built


def _complete(one: _Tree, box: _Box, *, inner: bool) -> None:
    engine_type = str(one["S"])[1:]
    wanted = _type(box)
    if inner and (engine_type in _DOUBLED or wanted):
        one["S"] = "/NonStruct"
    elif wanted and engine_type in {*_DOUBLED, "NonStruct"}:
        one["S"] = f"/{wanted}"
    if one["S"] == "/Note":
        one["ID"] = pydyf.String(f"note-{one.number}")  # type: ignore[attr-defined]  # pydyf counts its objects
    if language := box.style["lang"]:
        one["Lang"] = pydyf.String(language)
    if one["S"] == "/TH" and box.element is not None and isinstance(attributes := one.get("A"), dict):
        row = box.element.attrib.get("scope") == "row"
        attributes["Scope"] = "/Row" if row else "/Column"


def _link_name(element: _Element, annotation: Mapping[str, object]) -> str:
    said = _words([element])
    if not said:
        # A link without words of its own, such as a page number, is named by what it stands in.
        around = (known for known, _ in reversed(_open) if known is not None)
        said = next((words for one in around if (words := _words(one))), "")
    action = annotation.get("A")
    target = action.get("URI") if isinstance(action, dict) else None
    address = target.string if isinstance(target, pydyf.String) else ""
    named = said if not address or address in said else f"{said} {address}"
    return named[:_LONGEST_NAME]


def _words(parts: Iterable[_Element]) -> str:
    said = (" ".join("".join(part.itertext()).split()) for part in parts)
    return " ".join(words for words in said if words)


def _place(figure: _Tree, pdf: pydyf.PDF, page_number: int) -> None:
    # The engine writes CSS pixels from the top; a reader expects points from the foot of the page.
    attributes = figure.get("A")
    if not isinstance(attributes, dict) or "BBox" not in attributes:
        return
    number = int(pdf.page_references[page_number].split()[0])
    trim = pdf.objects[number]["TrimBox"]
    left, top, right, bottom = (value * _PX for value in attributes["BBox"])
    foot = trim[3] - trim[1]
    attributes["BBox"] = pydyf.Array((left, foot - bottom, right, foot - top))


_engine: _Build = tags._build_box_tree  # noqa: SLF001
