"""Whether every stream decodes to its end, and every picture has all its pixels.

A damaged picture prints as grey stripes, or not at all, and nothing else in the file tells.
Source: ISO 32000-1, 7.4 (filters), 8.9.5 (image dictionaries); ITU-T T.81, B.1 (markers of JPEG).
"""

from __future__ import annotations

import warnings
import zlib
from base64 import a85decode
from collections.abc import Callable, Mapping
from io import BytesIO

from pikepdf import Object, Stream, StreamDecodeLevel
from PIL import Image

from reportpub.checks.preflight.reading.bounds import LARGEST_PICTURE, LARGEST_STREAM, Unfinished
from reportpub.checks.preflight.reading.jpeg import oddity
from reportpub.checks.preflight.reading.objects import (
    MALFORMED,
    complaint,
    entry,
    filters,
    name,
    where,
    whole,
)
from reportpub.checks.preflight.reading.spaces import space_of
from reportpub.checks.preflight.subject import Subject

_PIECE = 1 << 16
_SWELLING = frozenset({"FlateDecode", "LZWDecode", "RunLengthDecode"})
_WHOLE_PICTURES = frozenset({"DCTDecode", "JPXDecode"})
_OPAQUE = frozenset({"CCITTFaxDecode", "JBIG2Decode", *_WHOLE_PICTURES})
_END, _TAIL = b"\xff\xd9", 64


def check_streams(subject: Subject) -> None:
    """Add every stream that is not whole; `Unfinished` where they are too large to be read."""
    for one in subject.objects:
        if not isinstance(one, Stream):
            continue
        subject.budget.look()
        try:
            said = _cut_off(subject, one) or _damage(subject, one)
        except MALFORMED as broken:
            said = complaint(broken)
        told = subject.pdf.get_warnings()
        if not said and told:
            said = complaint(told[0])
        if said:
            subject.faults.add("PDF.stream", value=said, where=where(one))


def _cut_off(subject: Subject, stream: Stream) -> str:
    """Count what a stream becomes before anybody decodes it whole, and tell whether it ends too early."""
    raw = bytes(stream.get_raw_stream_buffer())
    used = filters(stream)
    size, complete = len(raw), True
    if used[:1] == ("FlateDecode",):
        size, complete = _inflated(raw)
    if set(used[1:]) & _SWELLING or set(used[:1]) & (_SWELLING - {"FlateDecode"}):
        # LZW, and Flate within Flate, may swell a thousandfold.
        size *= 1000
    subject.budget.decode(size)
    return "" if complete or not raw else "compressed data ends too early"


def _inflated(raw: bytes) -> tuple[int, bool]:
    """Return how many bytes Flate data becomes, and whether it comes to its end."""
    unpacked, size = zlib.decompressobj(), 0
    for at in range(0, len(raw), _PIECE):
        rest = raw[at : at + _PIECE]
        while rest and not unpacked.eof and size <= LARGEST_STREAM:
            size += len(unpacked.decompress(rest, _PIECE))
            rest = unpacked.unconsumed_tail
        if unpacked.eof or size > LARGEST_STREAM:
            break
    return size, unpacked.eof or size > LARGEST_STREAM


def _damage(subject: Subject, stream: Stream) -> str:
    """Return what is wrong with a stream, or nothing."""
    used = filters(stream)
    picture = name(entry(stream, "/Subtype")) == "Image"
    if picture and whole(entry(stream, "/Width")) * whole(entry(stream, "/Height")) > LARGEST_PICTURE:
        raise Unfinished("图片像素过多", "a picture has too many pixels")
    if used[-1:] and used[-1] in _WHOLE_PICTURES and set(used[:-1]) <= set(_AROUND):
        return _picture_damage(subject, stream, used) if picture else ""
    if set(used) & _OPAQUE:
        return ""
    length = len(stream.get_stream_buffer())
    needed = _needed(stream) if picture else 0
    return f"{length} bytes of pixels, not {needed}" if length < needed else ""


def _needed(stream: Object) -> int:
    """Return how many bytes the pixels of a picture take."""
    given = entry(stream, "/ColorSpace")
    mask = bool(entry(stream, "/ImageMask"))
    each = 1 if given is None or mask else max(1, space_of(given).components)
    bits = 1 if mask else whole(entry(stream, "/BitsPerComponent"), 8)
    row = (whole(entry(stream, "/Width")) * each * bits + 7) // 8
    return row * whole(entry(stream, "/Height"))


def _picture_damage(subject: Subject, stream: Stream, used: tuple[str, ...]) -> str:
    data = bytes(stream.get_raw_stream_buffer())
    for one in used[:-1]:
        data = _AROUND[one](data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = Image.open(BytesIO(data))
        if picture.width * picture.height > LARGEST_PICTURE:
            raise Unfinished("图片像素过多", "a picture has too many pixels")
        if used[-1] == "JPXDecode":
            picture.load()
    stated = (whole(entry(stream, "/Width")), whole(entry(stream, "/Height")))
    if picture.size != stated:
        return f"{picture.size[0]} × {picture.size[1]} pixels, stated as {stated[0]} × {stated[1]}"
    if used[-1] == "JPXDecode":
        return ""
    given = entry(stream, "/ColorSpace")
    colours = 0 if given is None or bool(entry(stream, "/ImageMask")) else space_of(given).components
    bands = len(picture.getbands())
    if colours and bands != colours:
        return f"{bands} components in the data, {colours} in the dictionary"
    # The checksum around the data proves every bit of it; bare data shows what no coder writes, and no more.
    proved = "FlateDecode" in used[:-1]
    return _jpeg_damage(stream, data, walked=not proved and subject.budget.walk(len(data)))


def _jpeg_damage(stream: Stream, data: bytes, *, walked: bool) -> str:
    if _END not in data[-_TAIL:]:
        return "the data has no end"
    # Readers of JPEG pass over damage; this one refuses what is not as the coder left it.
    stream.get_stream_buffer(StreamDecodeLevel.all)
    return oddity(data) if walked else ""


def _from_hexadecimal(data: bytes) -> bytes:
    digits = b"".join(data.partition(b">")[0].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _from_base_85(data: bytes) -> bytes:
    return a85decode(data.partition(b"~")[0])


_AROUND: Mapping[str, Callable[[bytes], bytes]] = {
    "FlateDecode": zlib.decompress,
    "ASCIIHexDecode": _from_hexadecimal,
    "ASCII85Decode": _from_base_85,
}
"""The filters that may lie around a picture that has a coding of its own."""
