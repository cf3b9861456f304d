"""Whether a press file is what a printer takes: boxes, bleed, output intent, PDF/X-4, nothing to click.

The standard names no bleed: 3 mm is what printers ask for. Source: ISO 15930-7 (PDF/X-4); GWG 2022 SheetCMYK,
R0002 to R0004 (page boxes), R0027 (colour), R0030 (groups), R0035 (output intent).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Array, Name, Object, Pdf, Stream

from reportpub.checks.pdf_paint import Kind, uses
from reportpub.findings import Finding, error
from reportpub.model.job import EVEN, Bleed, Standard

POINTS_PER_MM = 72 / 25.4
TOLERANCE_MM = 0.01

_INKS = frozenset({"DeviceCMYK", "DeviceGray", "Pattern", "Separation Black", "Separation All"})
_BLENDING = frozenset({"DeviceCMYK"})
_CODES = {
    Kind.COLOUR: "pdf/rgb",
    Kind.PICTURE: "pdf/picture-space",
    Kind.GROUP: "pdf/group-space",
    Kind.GRADIENT: "pdf/gradient-space",
}
_LIVE = ("/AcroForm", "/OpenAction", "/AA", "/Outlines", "/Names", "/Dests", "/OCProperties")
_PROFILE_CLASS, _PROFILE_SPACE = slice(12, 16), slice(16, 20)
"""Bytes of an ICC profile (ICC.1, 7.2.5 and 7.2.6)."""

_X4 = re.compile(r"GTS_PDFXVersion(?:>|=[\"'])PDF/X-4[<\"']")
_NEWEST = {Standard.X4: "1.6", Standard.X1A: "1.4"}


def check_press(pdf: Pdf, bleed: Bleed = EVEN, standard: Standard = Standard.X4) -> Iterator[Finding]:
    """Yield a finding for each way in which a file is not fit for the press."""
    yield from _colours(pdf)
    yield from _intent(pdf, standard)
    yield from _document(pdf, standard)
    for number, page in enumerate(pdf.pages, start=1):
        yield from _page(number, page.obj, bleed.of_page(number))


def _colours(pdf: Pdf) -> Iterator[Finding]:
    for use in uses(pdf):
        allowed = _BLENDING if use.kind is Kind.GROUP else _INKS
        if use.space not in allowed:
            shown = f"{use.kind.value} {use.space} {use.numbers}".rstrip()
            hint = "a press file has CMYK and black only"
            yield error(_CODES[use.kind], f"page {use.page}, {use.place}: {shown}", None, hint)


def _intent(pdf: Pdf, standard: Standard) -> Iterator[Finding]:
    intents = [one for one in pdf.Root.get("/OutputIntents", Array()) if one.get("/S") == Name.GTS_PDFX]
    if len(intents) != 1:
        yield error("pdf/output-intent", f"{len(intents)} output intents of PDF/X, not one")
        return
    intent = intents[0]
    condition = str(intent.get("/OutputConditionIdentifier", ""))
    if not condition.strip() or len(condition.splitlines()) > 1:
        yield error("pdf/output-condition", f"the printing condition is called {condition[:40]!r}")
    if not str(intent.get("/RegistryName", "")):
        yield error("pdf/registry", f"no registry is named for the printing condition {condition[:40]}")
    profile = intent.get("/DestOutputProfile")
    if profile is None and standard is Standard.X1A:
        return  # the registered name alone says how to print
    data = profile.read_bytes() if isinstance(profile, Stream) else b""
    if data[_PROFILE_CLASS] != b"prtr" or data[_PROFILE_SPACE] != b"CMYK":
        yield error("pdf/output-profile", "the output intent holds no CMYK profile of a printing process")


def _document(pdf: Pdf, standard: Standard) -> Iterator[Finding]:
    metadata = pdf.Root.get("/Metadata")
    xmp = metadata.read_bytes().decode("utf-8", "replace") if isinstance(metadata, Stream) else ""
    key = str(pdf.docinfo.get("/GTS_PDFXVersion", ""))
    if not _X4.search(xmp) if standard is Standard.X4 else key != standard.version:
        yield error("pdf/x-key", f"the file does not say that it is {standard.version}")
    if str(pdf.docinfo.get("/Trapped", "")) not in {"/True", "/False"}:
        yield error("pdf/trapped", "the file does not say whether it is trapped")
    if pdf.pdf_version > _NEWEST[standard]:
        yield error("pdf/version", f"PDF {pdf.pdf_version} is newer than {standard.version} allows")
    if "/ID" not in pdf.trailer:
        yield error("pdf/identifier", "the file has no identifier")
    for key in _LIVE:
        if key in pdf.Root:
            yield error("pdf/interactive", f"the file has {key[1:]}, which has no place in a press file")


def _page(number: int, page: Object, bleed: tuple[float, ...]) -> Iterator[Finding]:
    if len(page.get("/Annots", Array())):
        yield error("pdf/annotation", f"page {number}: {len(page['/Annots'])} annotations")
    for key in ("/ArtBox", "/CropBox", "/Rotate", "/UserUnit"):
        if key in page:
            yield error("pdf/page-key", f"page {number} has {key[1:]}")
    missing = [key[1:] for key in ("/MediaBox", "/BleedBox", "/TrimBox") if key not in page]
    if missing:
        yield error("pdf/no-box", f"page {number} has no {', no '.join(missing)}")
        return
    media, beyond, trim = (_box(page[key]) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    edge = TOLERANCE_MM * POINTS_PER_MM
    if min(media[:2]) < -edge:
        yield error("pdf/origin", f"page {number} begins at {media[0]:g} {media[1]:g}, left of or below 0 0")
    if any(min(_margins(inner, outer)) < -edge for outer, inner in pairwise((media, beyond, trim))):
        yield error("pdf/box-nesting", f"page {number}: a box reaches beyond the one around it")
    given = [points / POINTS_PER_MM for points in _margins(trim, beyond)]
    for has, asked in zip(given, bleed, strict=True):
        if has < asked - TOLERANCE_MM:
            yield error("pdf/bleed", f"page {number} has {has:.2f} mm of bleed, not {asked:g} mm")
            break


def _box(values: Object) -> tuple[float, ...]:
    return tuple(float(value) for value in values)


def _margins(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    left, bottom, right, top = (a - b for a, b in zip(inner, outer, strict=True))
    return (left, bottom, -right, -top)
