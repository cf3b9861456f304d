"""Whether a screen file can be read by everyone: tags, languages, names of links and figures, bookmarks.

Source: ISO 14289-1 (PDF/UA-1), 5 (identification), 7.1 (title, tags), 7.18 (links); WCAG 2.1, 2.4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reportpub.checks.pdf_paint import Kind, uses
from reportpub.checks.pdf_structure import check_structure
from reportpub.findings import Finding, error

_UA = re.compile(r"pdfuaid:part(?:>|=[\"'])1[<\"']")
_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)<", re.DOTALL)
_INKS = frozenset({"DeviceCMYK", "ICC CMYK"})
_LIGHTS = frozenset({"DeviceRGB", "DeviceGray", "ICC RGB", "ICC grey", "Pattern"})
_WITH_BOOKMARKS = 5
"""Pages; a longer document has bookmarks (WCAG 2.4.5)."""


def check_reading(pdf: Pdf) -> Iterator[Finding]:
    """Yield a finding for each way in which a file shuts a reader out or is not meant for a screen."""
    for use in uses(pdf):
        if use.space not in _LIGHTS:
            shown = f"{use.kind.value} {use.space} {use.numbers}".rstrip()
            code = "pdf/cmyk" if use.space in _INKS or use.kind is Kind.GROUP else "pdf/screen-space"
            yield error(code, f"page {use.page}, {use.place}: {shown}")
    yield from _document(pdf)
    yield from _links(pdf)
    if "/StructTreeRoot" in pdf.Root:
        yield from check_structure(pdf)


def _document(pdf: Pdf) -> Iterator[Finding]:
    metadata = pdf.Root.get("/Metadata")
    xmp = metadata.read_bytes().decode("utf-8", "replace") if isinstance(metadata, Stream) else ""
    if not _UA.search(xmp):
        yield error("pdf/ua-key", "the file does not say that it is PDF/UA-1")
    if not _TITLE.search(xmp) or not str(pdf.docinfo.get("/Title", "")).strip():
        yield error("pdf/no-title", "the document has no title")
    if not pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield error("pdf/title-hidden", "a reader would show the name of the file instead of its title")
    if not pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False) or "/StructTreeRoot" not in pdf.Root:
        yield error("pdf/untagged", "the file is not tagged")
    if not str(pdf.Root.get("/Lang", "")).strip():
        yield error("pdf/no-language", "the document has no language")
    if len(pdf.pages) > _WITH_BOOKMARKS and "/First" not in pdf.Root.get("/Outlines", Dictionary()):
        yield error("pdf/no-bookmarks", f"{len(pdf.pages)} pages and no bookmarks")


def _links(pdf: Pdf) -> Iterator[Finding]:
    held = _owners(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots", Array())
        if len(annotations) and page.obj.get("/Tabs") != Name.S:
            yield error("pdf/tab-order", f"page {number}: links are not reached in reading order")
        for one in annotations:
            place = f"page {number}, link (object {one.objgen[0]})"
            said = str(one.get("/Contents", "")).strip()
            if not said:
                yield error("pdf/link-contents", f"{place} has no description")
            elif said == str(one.get("/Dest", "")):
                yield error("pdf/link-name", f"{place} is described by the inner name {said!r}")
            if held.get(int(one.get("/StructParent", -1))) != "/Link":
                yield error("pdf/link-untagged", f"{place} belongs to no link of the text")


def _owners(pdf: Pdf) -> dict[int, str]:
    tree = pdf.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary())
    numbers: Object = tree.get("/Nums", Array())
    pairs = ((int(numbers[index]), numbers[index + 1]) for index in range(0, len(numbers), 2))
    return {number: str(owner.get("/S", "")) for number, owner in pairs if isinstance(owner, Dictionary)}
