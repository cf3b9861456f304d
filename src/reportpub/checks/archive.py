"""Whether a screen file may lie in an archive: what PDF/A-2a asks for beyond its tags.

Source: ISO 19005-2 (PDF/A-2), clause 6. A second judge looks at the rest; see `checks.judges`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from reportpub.findings import Finding, error
from reportpub.sentences import say

_PART = re.compile(r"pdfaid:part(?:>|\s*=\s*[\"'])\s*2\s*[<\"']")
_LEVEL = re.compile(r"pdfaid:conformance(?:>|\s*=\s*[\"'])\s*A\s*[<\"']")
_FORBIDDEN = frozenset(
    [
        "Launch",
        "Sound",
        "Movie",
        "ResetForm",
        "ImportData",
        "Hide",
        "SetOCGState",
        "Rendition",
        "Trans",
        "GoTo3DView",
        "JavaScript",
    ]
)
_ARCHIVED = frozenset(
    {"/Link", "/Widget", "/Popup", "/Highlight", "/Underline", "/Text", "/FreeText", "/Stamp", "/Ink"}
)
_PRINTED = 1 << 2
_NOT_SHOWN = 1 << 0 | 1 << 1 | 1 << 5 | 1 << 8
"""Flags of annotations that are invisible, hidden, unseen, or seen at times."""


def check_archive(pdf: Pdf) -> Iterator[Finding]:
    """Yield a finding for each thing that keeps a file out of an archive."""
    metadata = pdf.Root.get("/Metadata")
    xmp = metadata.read_bytes().decode("utf-8", "replace") if isinstance(metadata, Stream) else ""
    if not _PART.search(xmp) or not _LEVEL.search(xmp):
        yield error("archive/key", say("the file does not say that it is PDF/A-2a"))
    if isinstance(metadata, Stream) and "/Filter" in metadata:
        yield error(
            "archive/metadata",
            say("the metadata are compressed, so that they cannot be found without a reader"),
        )
    yield from _intent(pdf)
    if "/ID" not in pdf.trailer:
        yield error("archive/identifier", say("the file has no identifier"))
    for one in pdf.objects:
        if isinstance(one, Stream):
            yield from _stream(one)
        elif isinstance(one, Dictionary) and str(one.get("/S", "/"))[1:] in _FORBIDDEN and "/P" not in one:
            yield error(
                "archive/action",
                say(
                    "an action of the kind {kind} (object {number})",
                    kind=str(one["/S"])[1:],
                    number=one.objgen[0],
                ),
            )
    if {"/OpenAction", "/AA"} & set(pdf.Root.keys()) and "/JavaScript" in pdf.Root.get(
        "/Names", Dictionary()
    ):
        yield error("archive/action", say("a script runs when the file is opened"))
    if "/EmbeddedFiles" in pdf.Root.get("/Names", Dictionary()):
        yield error("archive/attachment", say("a file is attached"))
    for number, page in enumerate(pdf.pages, start=1):
        for one in page.obj.get("/Annots", Array()):
            yield from _annotation(one, number)


def _intent(pdf: Pdf) -> Iterator[Finding]:
    intents = [one for one in pdf.Root.get("/OutputIntents", Array()) if one.get("/S") == Name.GTS_PDFA1]
    if len(intents) != 1 or not isinstance(intents[0].get("/DestOutputProfile"), Stream):
        yield error(
            "archive/output-intent", say("there is not exactly one profile for the colours of the file")
        )


def _stream(one: Stream) -> Iterator[Finding]:
    held = one.get("/Filter")
    filters = [*held] if isinstance(held, Array) else [held]
    place = say("object {number}", number=one.objgen[0])
    if Name.LZWDecode in filters or Name.Crypt in filters:
        yield error(
            "archive/filter", say("data are packed in a way that no archive takes ({place})", place=place)
        )
    if one.get("/Interpolate", False):
        yield error(
            "archive/interpolate", say("a picture is to be smoothed by the reader ({place})", place=place)
        )
    if {"/F", "/FFilter", "/FDecodeParms"} & set(one.keys()) and one.get("/Type") != Name.EmbeddedFile:
        yield error("archive/external", say("data lie in another file ({place})", place=place))
    if one.get("/Subtype") == Name.PS or "/PS" in one:
        yield error("archive/postscript", say("PostScript code ({place})", place=place))


def _annotation(one: Object, page: int) -> Iterator[Finding]:
    place = say("page {page}, annotation (object {number})", page=page, number=one.objgen[0])
    flags = int(one.get("/F", 0))
    if one.get("/Subtype") not in {Name(kind) for kind in _ARCHIVED}:
        yield error("archive/annotation", say("{place} is of a kind that no archive takes", place=place))
    elif one.get("/Subtype") != Name.Popup and (not flags & _PRINTED or flags & _NOT_SHOWN):
        yield error("archive/annotation", say("{place} is not shown and printed at all times", place=place))
