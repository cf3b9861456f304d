"""The printing condition: one output intent, a registered name, the profile of a press.

Source: ISO 15930-4 and -7; GWG 2022, R0035; ICC.1:2010, 7.2 (header), 7.3 (tag table).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

from pikepdf import Object, Stream

from reportpub.checks.preflight.reading.objects import entry, items, name, text, whole
from reportpub.checks.preflight.subject import Subject

_CMYK = 4
_NEWEST = 4
_LONGEST_NAME = 60
_HEADER = 128
_TAG = 12


@dataclass(frozen=True, slots=True)
class Condition:
    """The printing condition a file names, and the profile it embeds: its version and its SHA-256."""

    name: str
    registry: str = ""
    version: str = ""
    digest: str = ""


def check_intent(subject: Subject) -> Condition | None:
    """Add what is wrong with the output intent; return the printing condition it names."""
    intents = [
        one for one in items(subject.pdf.Root.get("/OutputIntents")) if name(entry(one, "/S")) == "GTS_PDFX"
    ]
    if len(intents) != 1:
        subject.faults.add("X.output-intent", value=str(len(intents)), limit="1")
    found = [_intent(subject, intent) for intent in intents]
    return found[0] if found else None


def _intent(subject: Subject, intent: Object) -> Condition:
    faults = subject.faults
    called = text(entry(intent, "/OutputConditionIdentifier"))
    registry = text(entry(intent, "/RegistryName"))
    shown = " ".join(called.split())[:_LONGEST_NAME]
    if not called.strip() or len(called.splitlines()) > 1 or len(called) > _LONGEST_NAME:
        faults.add("X.oi-identifier", value=shown or "—", limit="FOGRA39, JC200103 …")
    elif not registry.strip():
        faults.add("X.oi-registry", value=shown, limit="http://www.color.org")
    stream = entry(intent, "/DestOutputProfile")
    if not isinstance(stream, Stream):
        faults.add("X.oi-profile", value=shown)
        return Condition(shown, registry)
    data = stream.read_bytes()
    if said := damaged_profile(data):
        faults.add("X.oi-damaged", value=said)
        return Condition(shown, registry, digest=hashlib.sha256(data).hexdigest())
    kind, space = data[12:16].decode("latin-1"), data[16:20].decode("latin-1").strip()
    if space != "CMYK" or whole(entry(stream, "/N")) != _CMYK:
        faults.add("GWG.R0035", value=f"{space}, N {whole(entry(stream, '/N'))}", limit="CMYK, N 4")
    if kind != "prtr":
        faults.add("X.oi-class", value=kind, limit="prtr")
    version = f"{data[8]}.{data[9] >> 4}"
    if data[8] > _NEWEST:
        faults.add("X.oi-icc-version", value=version, limit=str(_NEWEST))
    return Condition(shown, registry, version, hashlib.sha256(data).hexdigest())


def damaged_profile(data: bytes) -> str:
    """Return what is wrong with the bytes of an ICC profile, or nothing."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        return "no ICC profile"
    (size,) = struct.unpack_from(">L", data)
    if size > len(data):
        return f"{len(data)} bytes of {size}"
    (count,) = struct.unpack_from(">L", data, _HEADER)
    for at in range(min(count, 200)):
        start = _HEADER + 4 + _TAG * at
        if start + _TAG > len(data):
            return "its table of tags is cut off"
        offset, length = struct.unpack_from(">LL", data, start + 4)
        if offset + length > len(data):
            return f"its tag {data[start : start + 4].decode('latin-1')} lies outside of it"
    return ""
