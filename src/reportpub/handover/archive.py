"""A hand-over as one zip: the same bytes whenever, wherever and by whomever it is packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can tell."""
_PACKED_ALREADY = (".pdf", ".docx", ".xlsx", ".jpg", ".png")
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return a zip of the files by path, in one folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            one = zipfile.ZipInfo(f"{folder}/{path}", OLDEST)
            stored = path.endswith(_PACKED_ALREADY)
            one.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            one.create_system = 3
            one.external_attr = _READABLE
            archive.writestr(one, files[path])
    return buffer.getvalue()
