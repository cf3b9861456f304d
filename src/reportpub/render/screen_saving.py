"""Saves a screen file so that every stream has the length it says, however its end is looked for.

Data that ends with a carriage return, followed by the line feed before `endstream`, looks one byte shorter to
a reader that counts both as the end of a line. Source: ISO 19005-2 (PDF/A-2), 6.1.7.1; ISO 32000-1, 7.3.8.1.
"""

from __future__ import annotations

import zlib
from io import BytesIO

from pikepdf import Name, ObjectStreamMode, Pdf, Stream

_RETURN = 13
_BLURRED = b"\r\nendstream"
_MOVABLE = ("/ViewerPreferences", "/MarkInfo", "/PageLabels", "/OutputIntents", "/Names")
"""Entries of the catalog that may stand on their own, which moves all objects after them."""


def saved(pdf: Pdf) -> bytes:
    """Return the bytes of a document; the same document has the same bytes."""
    for one in [*pdf.objects]:
        if isinstance(one, Stream):
            _end(one)
    data = _bytes(pdf, ObjectStreamMode.generate)
    for key in _MOVABLE:
        if _BLURRED not in data:
            return data
        # The objects are packed into streams by their number: one more of them, and every stream is another.
        if key in pdf.Root and pdf.Root[key].objgen == (0, 0):
            pdf.Root[key] = pdf.make_indirect(pdf.Root[key])
            data = _bytes(pdf, ObjectStreamMode.generate)
    return data if _BLURRED not in data else _bytes(pdf, ObjectStreamMode.disable)


def _end(stream: Stream) -> None:
    """Let the data of a stream end with another byte than a carriage return, once it is compressed.

    What is compressed ends with the last byte of its checksum, so that one byte more is always another end.
    """
    held = stream.get("/Filter")
    if stream.get("/Type") == Name.Metadata or (held is not None and held != Name.FlateDecode):
        return
    last = zlib.adler32(stream.read_bytes()) % 256 if held is None else stream.read_raw_bytes()[-1]
    if last == _RETURN:
        # A font program ends with its last table; white after content, tables and samples is not read.
        more = b"\0\0\0\1" if "/Length1" in stream else b"\n"
        data = stream.read_bytes() + more
        if "/Length1" in stream:
            stream["/Length1"] = len(data)
        stream.write(data)


def _bytes(pdf: Pdf, mode: ObjectStreamMode) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        force_version="1.7",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=mode,
    )
    return out.getvalue()
