"""Whether a file is sound as a whole: header, structure, version, identifier, no later changes.

Source: ISO 32000-1, 7.5; ISO 15930-4 and -7.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Stream

from reportpub.checks.preflight.reading.objects import complaint, name, where
from reportpub.checks.preflight.subject import Subject
from reportpub.findings import Severity
from reportpub.seal import seal_holds

_NEWEST = {"PDF/X-4": "1.6", "PDF/X-1a": "1.4"}
_MOST_TOLD = 5


def check_file(subject: Subject) -> None:
    """Add what is wrong with the file as a whole."""
    faults, pdf = subject.faults, subject.pdf
    if not subject.data.startswith(b"%PDF-"):
        faults.add("PDF.header", value=repr(subject.data[:8]), limit="%PDF-")
    if seal_holds(subject.data) is False:
        faults.add("PDF.seal", value="SHA-256")
    if pdf.is_encrypted:
        faults.add("PDF.encrypted")
    newest = _NEWEST[subject.profile.standard]
    # The catalog may name a newer version than the header (ISO 32000-1, 7.5.2).
    version = max(pdf.pdf_version, name(pdf.Root.get("/Version")), key=_order)
    if _order(version) > _order(newest):
        least = None if subject.profile.x1a else Severity.WARNING
        faults.add("PDF.version", value=version, limit=newest, least=least)
    key = pdf.trailer.get("/ID")
    if not isinstance(key, Array) or len(key) != 2 or not all(bytes(one) for one in key):  # noqa: PLR2004
        faults.add("X.id")
    updates = subject.data.count(b"%%EOF") - 1
    if updates > 0 and not pdf.is_linearized:
        faults.add("PDF.updates", value=str(updates))
    check_structure(subject)


def check_structure(subject: Subject) -> None:
    """Add what the parser has repaired since it was asked last."""
    for said in subject.pdf.get_warnings()[:_MOST_TOLD]:
        subject.faults.add("PDF.syntax", value=complaint(said))


def check_keys(subject: Subject) -> None:
    """Add keys with characters that stand in no name: the file is damaged where the parser let it pass."""
    for one in subject.objects:
        if isinstance(one, (Dictionary, Stream)):
            for key in one.keys():  # noqa: SIM118 - a stream is no mapping
                if not key.isprintable():
                    subject.faults.add("PDF.syntax", value=repr(key)[:40], where=where(one))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
