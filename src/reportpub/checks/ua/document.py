"""The document as a whole: what it says of itself, and what would shut a reader out of all of it.

Source: Matterhorn Protocol 1.1, checkpoints 01, 06, 07, 11, 20, 21, 25, 26 and 30; WCAG 2.1, 2.4.5.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reportpub.checks.ua.content import Content
from reportpub.checks.ua.faults import Fault, fault
from reportpub.checks.ua.languages import is_language
from reportpub.checks.ua.tree import Piece, Tree
from reportpub.sentences import say

_PART = re.compile(r"pdfuaid:part(?:>|\s*=\s*[\"'])\s*1\s*[<\"']")
_TITLE = re.compile(r"<dc:title>(.*?)</dc:title>", re.DOTALL)
_READ_ALOUD = 1 << 9
"""The bit that lets assistive technology read an encrypted file (ISO 32000-1, table 22)."""
_LONG = 5
"""Pages; a longer document has bookmarks (WCAG 2.4.5)."""


def check_document(pdf: Pdf, content: Content, tree: Tree) -> Iterator[Fault]:
    """Yield each fault of the catalog, the metadata and the pages."""
    root = pdf.Root
    yield from _metadata(root)
    preferences = root.get("/ViewerPreferences", Dictionary())
    if "/DisplayDocTitle" not in preferences:
        yield fault("ua/07-001", say("nothing says that the title is to be shown"))
    elif not preferences["/DisplayDocTitle"]:
        yield fault("ua/07-002", say("a reader would show the name of the file instead of its title"))
    marks = root.get("/MarkInfo", Dictionary())
    if not marks.get("/Marked", False) or "/StructTreeRoot" not in root:
        yield fault("pdf/untagged", say("the file is not tagged"))
    if marks.get("/Suspects", False):
        yield fault("ua/01-007", say("the file says that its tags are suspect"))
    if not is_language(str(root.get("/Lang", ""))):
        yield fault("ua/11-006", say("the document does not say its language"))
        if "/First" in root.get("/Outlines", Dictionary()):
            yield fault("ua/11-003", say("the language of the bookmarks cannot be told"))
    if len(pdf.pages) > _LONG and "/First" not in root.get("/Outlines", Dictionary()):
        yield fault("pdf/no-bookmarks", say("{pages} pages and no bookmarks", pages=len(pdf.pages)))
    yield from _content(content, tree)
    yield from _layers(root.get("/OCProperties", Dictionary()))
    yield from _attached(pdf)
    yield from _forms(pdf, content)
    yield from _encryption(pdf)


def _metadata(root: Object) -> Iterator[Fault]:
    stream = root.get("/Metadata")
    if not isinstance(stream, Stream):
        yield fault("ua/06-001", say("the document has no XMP metadata"))
        return
    xmp = stream.read_bytes().decode("utf-8", "replace")
    if not _PART.search(xmp):
        yield fault("ua/06-002", say("the metadata do not say PDF/UA-1"))
    title = _TITLE.search(xmp)
    if title is None or not re.sub(r"<[^>]*>", "", title[1]).strip():
        yield fault(
            "ua/06-003", say("the metadata have no title"), hint=say("write the title in report.yaml")
        )


def _content(content: Content, tree: Tree) -> Iterator[Fault]:
    held = {child.key for element in tree.walk() for child in element.children if isinstance(child, Piece)}
    loose = Counter(content.page_of[key] for key in content.painted - held)
    for page, times in sorted((content.unmarked + loose).items()):
        hint = say("opacity does this; use a tint instead")
        yield fault(
            "ua/01-005",
            say("{times} things painted are neither text nor decoration", times=times),
            page=page,
            hint=hint,
        )
    for page in sorted(content.decoration_within):
        yield fault("ua/01-003", say("decoration stands within tagged content"), page=page)
    for page in sorted(content.content_within_decoration):
        yield fault("ua/01-004", say("tagged content stands within decoration"), page=page)


def _layers(layers: Object) -> Iterator[Fault]:
    default = layers.get("/D")
    others = [*layers.get("/Configs", Array())]
    if any(not str(one.get("/Name", "")).strip() for one in others):
        yield fault("ua/20-001", say("a configuration of layers has no name"))
    if default is not None and not str(default.get("/Name", "")).strip():
        yield fault("ua/20-002", say("the default configuration of layers has no name"))
    if any("/AS" in one for one in (*others, *([default] if default is not None else []))):
        yield fault("ua/20-003", say("layers change by themselves"))


def _attached(pdf: Pdf) -> Iterator[Fault]:
    for one in pdf.objects:
        is_file = isinstance(one, Dictionary) and one.get("/Type") == Name.Filespec and "/EF" in one
        if is_file and not {"/F", "/UF"} <= set(one.keys()):
            yield fault(
                "ua/21-001", say("an attached file has no name (object {number})", number=one.objgen[0])
            )


def _forms(pdf: Pdf, content: Content) -> Iterator[Fault]:
    if "/AcroForm" in pdf.Root and "/XFA" in pdf.Root["/AcroForm"]:
        held = pdf.Root["/AcroForm"]["/XFA"]
        parts = [
            part for part in ([*held] if isinstance(held, Array) else [held]) if isinstance(part, Stream)
        ]
        if any(re.search(rb"dynamicRender>\s*required", part.read_bytes()) for part in parts):
            yield fault("ua/25-001", say("the file has a form that only one program can show"))
    for one in pdf.objects:
        if isinstance(one, Stream) and one.get("/Subtype") == Name.Form and "/Ref" in one:
            yield fault(
                "ua/30-001",
                say("a page of another file is referred to (object {number})", number=one.objgen[0]),
            )
    for form, times in content.marked_forms.items():
        if times > 1:
            yield fault(
                "ua/30-002",
                say(
                    "a form with tagged content is used {times} times (object {form})",
                    times=times,
                    form=form[0],
                ),
            )


def _encryption(pdf: Pdf) -> Iterator[Fault]:
    key = pdf.trailer.get("/Encrypt")
    if key is None:
        return
    if "/P" not in key:
        yield fault("ua/26-001", say("the encryption has no permissions"))
    elif not int(key["/P"]) & _READ_ALOUD:
        yield fault("ua/26-002", say("the encryption shuts assistive technology out"))
