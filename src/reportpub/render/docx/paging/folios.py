"""The folio of every bookmark of a file, from its finished parts; the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from reportpub.render.docx.oxml import WORD
from reportpub.render.docx.paging.boxes import Reckoner
from reportpub.render.docx.paging.flow import placed
from reportpub.render.docx.paging.formats import formats


def folios(document: str, styles: str, footnotes: str, measure: float) -> Mapping[str, int]:
    """Return the number of the page, as its section counts, that each bookmark starts on; `measure` in pt."""
    forms = formats(_parsed(styles))
    plain = Reckoner(forms, {}, measure)
    notes = {
        note.get(f"{WORD}id", ""): sum(
            box.lines * box.leading + box.after
            for paragraph in note.iter(f"{WORD}p")
            for box in (plain.paragraph(paragraph, measure),)
        )
        for note in _parsed(footnotes)
    }
    body = next(iter(_parsed(document)))
    return placed(Reckoner(forms, notes, measure).body(body))


def _parsed(part: str) -> ET.Element:
    return ET.fromstring(part)  # noqa: S314  a part we wrote ourselves
