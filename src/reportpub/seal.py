"""The seal of a press file: a comment with the digest of every other byte, so that any damage is seen.

A program that writes the file anew drops comments, and the seal with them: what is sealed and differs was
damaged, or something was added to it. Source: ISO 32000-1, 7.2.4 (comments); FIPS 180-4 (SHA-256).
"""

from __future__ import annotations

import hashlib
import re

_SEAL = re.compile(rb"^%SHA-256 ([0-9a-f]{64})\n", re.MULTILINE)
_BEFORE = b"startxref\n"


def sealed(data: bytes) -> bytes:
    """Return a PDF with its digest before the line that says where its table of objects lies."""
    at = data.rindex(_BEFORE)
    return data[:at] + f"%SHA-256 {hashlib.sha256(data).hexdigest()}\n".encode() + data[at:]


def seal_holds(data: bytes) -> bool | None:
    """Tell whether a file is as it was sealed; nothing where it is not sealed."""
    found = _SEAL.search(data, max(0, data.rfind(b"%SHA-256 ")))
    if found is None:
        return None
    rest = data[: found.start()] + data[found.end() :]
    return hashlib.sha256(rest).hexdigest().encode() == found[1]
