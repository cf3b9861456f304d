"""The descriptions a PDF carries of itself: dates, identifiers and the XMP packet.

Source: ISO 16684-1 (XMP); ISO 32000-1, 14.3 (metadata) and 7.9.4 (dates); ISO 15930-7 (PDF/X-4).
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

_UA_SCHEMA = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A wants every property explained that it does not know itself (ISO 19005-2, 6.6.2.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of a file: the same in its XMP packet and in its information dictionary.

    `date` is YYYY-MM-DD; files say midnight UTC of that day, whenever they are made. `seed` names the file:
    its identifier follows from it. `language` is a BCP 47 tag, or empty when nothing is to be said.
    """

    title: str
    author: str
    creator: str
    producer: str
    date: str
    seed: str
    language: str = ""


def identifier(seed: str) -> UUID:
    """Return the identifier of the artefact that the seed names; the same seed has the same identifier."""
    return uuid5(NAMESPACE_URL, f"reportpub:{seed}")


def xmp_date(date: str) -> str:
    """Return midnight UTC of a YYYY-MM-DD date as XMP writes it."""
    return f"{date}T00:00:00Z"


def info_date(date: str) -> str:
    """Return midnight UTC of a YYYY-MM-DD date as the information dictionary writes it."""
    return f"D:{date.replace('-', '')}000000Z"


def packet(said: Description, **marks: str) -> bytes:
    """Return the XMP packet, in UTF-8; the mark `pdfuaid_part` becomes the property `pdfuaid:part`."""
    date = xmp_date(said.date)
    properties = [
        *((name.replace("_", ":", 1), escape(value)) for name, value in marks.items()),
        ("dc:format", "application/pdf"),
        ("dc:title", _list("Alt", said.title, ' xml:lang="x-default"')),
        ("dc:creator", _list("Seq", said.author)),
        ("dc:language", _list("Bag", said.language) if said.language else ""),
        ("xmp:CreateDate", date),
        ("xmp:ModifyDate", date),
        ("xmp:MetadataDate", date),
        ("xmp:CreatorTool", escape(said.creator)),
        ("xmpMM:DocumentID", f"uuid:{identifier(said.seed)}"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
        ("pdf:Producer", escape(said.producer)),
    ]
    namespaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    body = "\n".join(f"<{name}>{value}</{name}>" for name, value in properties if value)
    explained = _UA_SCHEMA if {"pdfaid_part", "pdfuaid_part"} <= marks.keys() else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{namespaces}>\n{body}\n</rdf:Description>{explained}\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _list(kind: str, item: str, attribute: str = "") -> str:
    return f"<rdf:{kind}><rdf:li{attribute}>{escape(item)}</rdf:li></rdf:{kind}>" if item else ""
