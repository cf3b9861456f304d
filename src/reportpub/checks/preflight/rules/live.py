"""What belongs on a screen: annotations, forms, scripts, actions, attachments, layers; and forbidden filters.

Source: ISO 15930-4 and -7; GWG 2022, R0034 and R0036; ISO 32000-1, 7.11, 8.11, 12.5 to 12.7.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Object, Stream, String

from reportpub.checks.preflight.reading.objects import box, entry, filters, inner, items, name, where
from reportpub.checks.preflight.subject import Leaf, Subject
from reportpub.geometry import apart

_FOR_PRINTERS = frozenset({"PrinterMark", "TrapNet"})
_ACTIONS = frozenset(
    {
        *("Launch", "SubmitForm", "ResetForm", "ImportData", "Movie", "Sound", "Rendition"),
        *("Trans", "GoTo3DView", "SetOCGState", "Hide", "RichMediaExecute"),
    }
)


def check_live(subject: Subject) -> None:
    """Add whatever is interactive, attached, layered or outside of the file."""
    catalog, faults = subject.pdf.Root, subject.faults
    if entry(catalog, "/AcroForm") is not None:
        faults.add("X.acroform")
    if entry(catalog, "/AA") is not None:
        faults.add("X.actions", value="AA")
    opening = entry(catalog, "/OpenAction")
    if isinstance(opening, Dictionary) and name(entry(opening, "/S")) != "GoTo":
        faults.add("X.actions", value=f"OpenAction {name(entry(opening, '/S'))}")
    names = inner(catalog, "/Names")
    if entry(names, "/JavaScript") is not None:
        faults.add("X.javascript", value="Names")
    if entry(names, "/EmbeddedFiles") is not None:
        faults.add("X.attachment", value="EmbeddedFiles")
    if entry(catalog, "/AF") is not None:
        faults.add("X.attachment", value="AF")
    led = [key[1:] for key in ("/Outlines", "/Dests") if entry(catalog, key) is not None]
    if led or entry(names, "/Dests") is not None:
        faults.add("JOB.navigation", value=", ".join(led) or "Names")
    _layers(subject)
    private = False
    for one in subject.objects:
        _object(subject, one)
        private = private or entry(one, "/PieceInfo") is not None
    if private:
        faults.add("X.private", value="PieceInfo")
    for leaf, page in zip(subject.leaves, subject.pdf.pages, strict=True):
        _page(subject, leaf, page.obj)


def _object(subject: Subject, one: Object) -> None:
    faults, place = subject.faults, where(one)
    if isinstance(one, Stream):
        _stream(subject, one, place)
    elif not isinstance(one, Dictionary):
        return
    action = name(entry(one, "/S"))
    if entry(one, "/JS") is not None and action in {"JavaScript", "Rendition"}:
        faults.add("X.javascript", where=place)
    elif action in _ACTIONS and name(entry(one, "/Type")) in {"Action", ""}:
        faults.add("X.actions", value=action, where=place)
    if entry(one, "/EF") is not None and name(entry(one, "/Type")) in {"Filespec", "F", ""}:
        faults.add("X.attachment", value=str(entry(one, "/F") or "")[:40], where=place)


def _stream(subject: Subject, one: Stream, place: str) -> None:
    faults = subject.faults
    outside = entry(one, "/F")
    if isinstance(outside, (Dictionary, String)) or entry(one, "/FFilter") is not None:
        faults.add("X.external", where=place)
    if "LZWDecode" in filters(one):
        faults.add("X.lzw", where=place)
    if entry(one, "/OPI") is not None and name(entry(one, "/Subtype")) == "Image":
        faults.add("X.opi", where=place)
    if entry(one, "/Alternates") is not None:
        faults.add("X.alternates", where=place)


def _layers(subject: Subject) -> None:
    layers = entry(subject.pdf.Root, "/OCProperties")
    if layers is None:
        return
    subject.faults.add("X.optional-content", value=str(len(items(entry(layers, "/OCGs")))))
    if entry(layers, "/Configs") is not None:
        subject.faults.add("GWG.R0034", value=str(len(items(entry(layers, "/Configs")))))
    usual = inner(layers, "/D")
    hidden = len(items(entry(usual, "/OFF")))
    if name(entry(usual, "/BaseState")) == "OFF":
        shown = {one.objgen for one in items(entry(usual, "/ON"))}
        hidden += sum(one.objgen not in shown for one in items(entry(layers, "/OCGs")))
    if hidden:
        subject.faults.add("GWG.R0036", value=str(hidden), limit="0")


def _page(subject: Subject, leaf: Leaf, page: Object) -> None:
    if entry(page, "/AA") is not None:
        subject.faults.add("X.actions", page=leaf.number, value="AA")
    given = entry(page, "/Annots")
    for one in given if isinstance(given, Array) else ():
        kind = name(entry(one, "/Subtype"))
        place = box(entry(one, "/Rect"))
        if kind in _FOR_PRINTERS or (place is not None and apart(place, leaf.bleed)):
            continue
        subject.faults.add(
            "X.annotation",
            page=leaf.number,
            box=leaf.mm(place) if place else None,
            value=kind,
            where=where(one),
        )
