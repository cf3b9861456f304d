"""Saves a screen file so that every stream has the length it says, however its end is looked for.

Data that ends with a carriage return, followed by the line feed before `endstream`, looks one byte shorter to
a reader that counts both as the end of a line. Source: ISO 19005-2 (PDF/A-2), 6.1.7.1; ISO 32000-1, 7.3.8.1.
"""

from __future__ import annotations

import zlib
from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

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
    """Let the data of a stream end with another byte than a carriage return, once it is compressed."""
    if "/Filter" not in stream:
        if (
            stream.get("/Type") != Name.Metadata
            and zlib.adler32(plain := stream.read_bytes()) % 256 == _RETURN
        ):
            # Only content and tables of characters are uncompressed still; both may end with a space.
            stream.write(plain + b"\n")
    elif (raw := stream.read_raw_bytes())[-1:] == b"\r":
        filters = stream["/Filter"]
        inner = [*filters] if isinstance(filters, Array) else [filters]
        parameters = stream.get("/DecodeParms")
        given = [*parameters] if isinstance(parameters, Array) else [parameters or Dictionary()]
        stream.write(
            zlib.compress(raw, 9),
            filter=Array([Name.FlateDecode, *inner]),
            decode_parms=Array([Dictionary(), *given]),
        )


def _bytes(pdf: Pdf, mode: ObjectStreamMode) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        force_version="1.7",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=mode,
        stream_decode_level=StreamDecodeLevel.none,
    )
    return out.getvalue()
