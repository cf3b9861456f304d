"""The properties of the file: title, language, date, and which edition of which report it is.

Source: ECMA-376 part 2, 11 (core properties); part 1, 22.2 and 22.3.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reportpub.edition.edition import Edition
from reportpub.model.text import Shown, plain
from reportpub.render.docx.inlines import spoken
from reportpub.render.docx.oxml import PROLOGUE, escaped
from reportpub.render.docx.words import WORD_LANG

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def fingerprint(edition: Edition, written: Iterable[str]) -> str:
    """Return the SHA-256 of what an edition says, from its texts as they were written for Word."""
    digest = hashlib.sha256(f"{edition.report} {edition.name}".encode())
    for text in written:
        digest.update(text.encode())
    return digest.hexdigest()


def core_xml(edition: Edition) -> str:
    """Return the core properties; the dates are those of the report, never those of the clock."""
    meta, lang = edition.metadata, edition.languages[0]

    def say(text: Shown | None) -> str:
        return escaped(plain(spoken(text, lang).inlines)) if text else ""

    day = f"{escaped(meta.date)}T00:00:00Z"
    issuer = say(meta.issuer)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{PACKAGE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{say(meta.title)}</dc:title><dc:subject>{say(meta.subtitle)}</dc:subject>"
        f"<dc:creator>{issuer}</dc:creator><cp:keywords>{say(meta.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{issuer}</cp:lastModifiedBy><cp:revision>1</cp:revision>{dates}"
        f"<dc:language>{WORD_LANG[lang]}</dc:language></cp:coreProperties>"
    )


def app_xml(edition: Edition) -> str:
    """Return the extended properties."""
    issuer = escaped(plain(spoken(edition.metadata.issuer, edition.languages[0]).inlines))
    return (
        f'{PROLOGUE}<Properties xmlns="{OFFICE}/extended-properties"><Application>reportpub</Application>'
        f"<DocSecurity>0</DocSecurity><Company>{issuer}</Company></Properties>"
    )


def custom_xml(edition: Edition, digest: str) -> str:
    """Return the custom properties, by which a file that comes back is known again."""
    values = {"report": edition.report, "edition": edition.name, "fingerprint": digest}
    told = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="reportpub.{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        f'{PROLOGUE}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
        f"{told}</Properties>"
    )
