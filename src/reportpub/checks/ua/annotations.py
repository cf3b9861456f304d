"""Annotations: links described and tagged, in reading order; no other kind without a description.

Source: ISO 14289-1 (PDF/UA-1), 7.18; Matterhorn Protocol 1.1, checkpoint 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reportpub.checks.ua.faults import Fault, doubt, fault
from reportpub.checks.ua.tree import Element, Tree
from reportpub.sentences import say

_KNOWN = frozenset(
    {
        *("3D", "Caret", "Circle", "FileAttachment", "FreeText", "Highlight", "Ink", "Line", "Link", "Movie"),
        *(
            "Polygon",
            "PolyLine",
            "Popup",
            "PrinterMark",
            "Redact",
            "Screen",
            "Sound",
            "Square",
            "Squiggly",
            "Stamp",
        ),
        *("StrikeOut", "Text", "TrapNet", "Underline", "Watermark", "Widget"),
    }
)
"""Every kind that ISO 32000-1 defines, in table 169."""
_HIDDEN = 1 << 1
_OUTSIDE = frozenset({"Link", "Popup", "PrinterMark", "Widget"})
"""Kinds that stand in no Annot element."""


def check_annotations(pdf: Pdf, tree: Tree) -> Iterator[Fault]:
    """Yield each fault of an annotation; hidden ones and those off the page are let alone."""
    holders = {one.objgen: element for element in tree.walk() for one in element.annotations}
    for number, page in enumerate(pdf.pages, start=1):
        seen = [one for one in page.obj.get("/Annots", Array()) if _seen(one, page.obj)]
        if seen and "/Tabs" not in page.obj:
            yield fault("ua/28-008", say("links are not reached in any order"), page=number)
        elif seen and page.obj["/Tabs"] != Name.S:
            yield fault("ua/28-009", say("links are not reached in reading order"), page=number)
        for one in seen:
            yield from _annotation(one, number, holders)
    yield from _clips(pdf)


def _seen(one: Object, page: Object) -> bool:
    if not isinstance(one, Dictionary) or int(one.get("/F", 0)) & _HIDDEN:
        return False
    rect, box = one.get("/Rect"), page.get("/CropBox", page.get("/MediaBox"))
    if not isinstance(rect, Array) or not isinstance(box, Array):
        return True
    left, low, right, high = (float(value) for value in rect)
    return left < float(box[2]) and low < float(box[3]) and right > float(box[0]) and high > float(box[1])


def _annotation(one: Object, page: int, holders: Mapping[tuple[int, int], Element]) -> Iterator[Fault]:
    kind = str(one.get("/Subtype", "/"))[1:]
    holder = holders.get(one.objgen)
    place = say("{kind} (object {number})", kind=kind or say("an annotation"), number=one.objgen[0])
    said = str(one.get("/Contents", "")).strip()
    described = bool(said) or any(element.alt for element in (holder.around() if holder else ()))
    match kind:
        case "Link":
            yield from _link(one, said, place, page, holder)
        case "Widget":
            if (
                not str(one.get("/TU", one.get("/Parent", Dictionary()).get("/TU", ""))).strip()
                and not described
            ):
                yield fault(
                    "ua/28-005", say("{place} has no name for readers", place=place), holder, page=page
                )
            if holder is None or holder.role != "Form":
                yield fault(
                    "ua/28-010",
                    say("{place} does not stand in a Form element", place=place),
                    holder,
                    page=page,
                )
        case "TrapNet":
            yield fault("ua/28-007", say("{place} is not allowed", place=place), holder, page=page)
        case "PrinterMark":
            yield from _mark(one, place, page, holder)
        case "Popup":
            pass
        case _:
            if kind not in _KNOWN and not described:
                yield fault(
                    "ua/28-006",
                    say("{place} is of no known kind and says nothing", place=place),
                    holder,
                    page=page,
                )
            elif not described:
                yield fault("ua/28-004", say("{place} has no description", place=place), holder, page=page)
            if holder is None or holder.role != "Annot":
                yield fault(
                    "ua/28-002",
                    say("{place} does not stand in an Annot element", place=place),
                    holder,
                    page=page,
                )
    if kind == "FileAttachment" and not {"/F", "/UF"} <= set(one.get("/FS", Dictionary()).keys()):
        yield fault("ua/28-016", say("{place} names no file", place=place), holder, page=page)


def _link(one: Object, said: str, place: str, page: int, holder: Element | None) -> Iterator[Fault]:
    if holder is None or not any(element.role == "Link" for element in holder.around()):
        yield fault(
            "ua/28-011", say("{place} belongs to no link of the text", place=place), holder, page=page
        )
    if not said:
        yield fault("ua/28-012", say("{place} has no description", place=place), holder, page=page)
    elif said == str(one.get("/Dest", "")) or re.fullmatch(r"(https?://|mailto:)\S+", said):
        yield doubt(
            "pdf/link-name",
            say("{place} is described by {said!r} and not in words", place=place, said=said),
            holder,
            page=page,
        )


def _mark(one: Object, place: str, page: int, holder: Element | None) -> Iterator[Fault]:
    if holder is not None:
        yield fault("ua/28-017", say("{place} stands in the structure", place=place), holder, page=page)
    look = one.get("/AP", Dictionary()).get("/N")
    if isinstance(look, Stream) and b"/Artifact" not in look.read_bytes():
        yield fault("ua/28-018", say("{place} is not marked as decoration", place=place), holder, page=page)


def _clips(pdf: Pdf) -> Iterator[Fault]:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == Name.MCD:
            if "/CT" not in one:
                yield fault(
                    "ua/28-014", say("a media clip has no type (object {number})", number=one.objgen[0])
                )
            if "/Alt" not in one:
                yield fault(
                    "ua/28-015",
                    say("a media clip has no description (object {number})", number=one.objgen[0]),
                )
