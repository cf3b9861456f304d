"""What a file says of itself: the PDF/X it claims to be, its dates, its title, whether it is trapped.

Source: ISO 15930-7 (XMP), ISO 15930-4 (document information); ISO 16684-1 (XMP); ISO 32000-1, 7.9.4 and 14.3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from pikepdf import Object, Stream

from reportpub.checks.preflight.reading.objects import MALFORMED, entry, text
from reportpub.checks.preflight.subject import Subject
from reportpub.findings import Severity

_SPACES = {
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}
_WANTED = (
    *("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"),
    *("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "dc:title"),
)
_DATE = re.compile(
    r"D:(?P<y>\d{4})(?P<m>\d\d)?(?P<d>\d\d)?(?P<H>\d\d)?(?P<M>\d\d)?(?P<S>\d\d)?"
    r"(?P<zone>Z(00'?(00'?)?)?|[+-]\d\d'?(\d\d'?)?)?"
)
_ISO = re.compile(r"(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?")
_LARGEST = 4 << 20
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def check_metadata(subject: Subject) -> None:
    """Add what is missing or wrong in the description of the file."""
    stream = subject.pdf.Root.get("/Metadata")
    info = subject.pdf.docinfo
    properties = _properties(subject, stream)
    _version(subject, info, properties)
    if properties is not None:
        for wanted in _WANTED:
            if not properties.get(wanted, "").strip():
                subject.faults.add("X.xmp-property", value=wanted)
        _agreement(subject, info, properties)
    if isinstance(stream, Stream) and entry(stream, "/Filter") is not None:
        subject.faults.add("X.xmp-compressed")
    trapped = text(entry(info, "/Trapped"))
    if trapped not in {"/True", "/False"}:
        subject.faults.add("X.trapped", value=trapped or "—", limit="True, False")
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not text(entry(info, key)).strip():
            subject.faults.add("X.info", value=key[1:])
    for key in ("/CreationDate", "/ModDate"):
        said = text(entry(info, key))
        if said.strip() and not _well_formed(said):
            subject.faults.add("X.date", value=f"{key[1:]} {said[:40]}", limit="D:YYYYMMDDHHmmSSOHH'mm'")


def _version(subject: Subject, info: Object, properties: Mapping[str, str] | None) -> None:
    if subject.profile.x1a:
        said = text(entry(info, "/GTS_PDFXVersion"))
        if not said.startswith(("PDF/X-1a:2003", "PDF/X-1:2001")):
            subject.faults.add("X.version-key", value=said or "—", limit="PDF/X-1a")
        return
    if properties is None:
        return
    said = properties.get("pdfxid:GTS_PDFXVersion", "")
    if said != "PDF/X-4":
        subject.faults.add("X.version-key", value=said or "—", limit="PDF/X-4")


def _properties(subject: Subject, stream: object) -> Mapping[str, str] | None:
    """Return the properties of the XMP packet by their usual names, or nothing where there is none."""
    if not isinstance(stream, Stream):
        subject.faults.add("X.xmp", value="—")
        if not subject.profile.x1a:
            subject.faults.add("X.version-key", value="—", limit="PDF/X-4")
        return None
    try:
        data = stream.read_bytes()[:_LARGEST]
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data.strip().strip(b"\0"), parser)
    except (*MALFORMED, etree.LxmlError) as broken:
        subject.faults.add("X.xmp", value=str(broken)[:120])
        return None
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        given = [(key, value) for key, value in description.attrib.items()]
        given += [(one.tag, "".join(one.itertext())) for one in description if isinstance(one.tag, str)]
        for key, value in given:
            space, _, local = key.removeprefix("{").partition("}")
            if space in _SPACES:
                found.setdefault(f"{_SPACES[space]}:{local}", value.strip())
    return found


def _agreement(subject: Subject, info: Object, properties: Mapping[str, str]) -> None:
    """Add where document information and metadata contradict each other."""
    pairs = (
        ("/Title", "dc:title", _plain),
        ("/CreationDate", "xmp:CreateDate", _moment),
        ("/ModDate", "xmp:ModifyDate", _moment),
        ("/Trapped", "pdf:Trapped", _plain),
    )
    for key, other, meaning in pairs:
        if meaning is _moment and not _well_formed(text(entry(info, key))):
            continue
        one, two = meaning(text(entry(info, key))), meaning(properties.get(other, ""))
        if one and two and one != two and not (key == "/Title" and one in two):
            value = f"{key[1:]} {one[:30]}; {other} {two[:30]}"
            subject.faults.add("X.info-xmp", value=value, least=Severity.WARNING)


def _plain(said: str) -> str:
    return " ".join(said.removeprefix("/").split())


def _moment(said: str) -> str:
    """Return a date to the minute, without its zone: programs write the same zone in many ways."""
    found = _DATE.fullmatch(said.strip())
    parts = (
        [found[group] for group in "ymdHM"]
        if found
        else [*(match.groups()[:5] if (match := _ISO.match(said)) else ())]
    )
    # The minutes of two dates are compared, and no hours: one of them may be given in another zone.
    return "".join(part or "" for part in (*parts[:2], *parts[4:5]))


def _well_formed(said: str) -> bool:
    found = _DATE.fullmatch(said)
    if found is None:
        return False
    most = {"m": 12, "d": 31, "H": 23, "M": 59, "S": 59}
    least = {"m": 1, "d": 1}
    return all(
        found[part] is None or least.get(part, 0) <= int(found[part]) <= top for part, top in most.items()
    )
