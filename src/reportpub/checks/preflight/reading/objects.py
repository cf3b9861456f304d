"""Values out of a PDF that may hold anything: a wrong type reads as nothing, never as a crash."""

from __future__ import annotations

import re
import zlib
from decimal import Decimal

from pikepdf import Array, Dictionary, ForeignObjectError, Name, Object, PdfError, Stream, String

from reportpub.geometry import Box, Matrix

MALFORMED = (
    ArithmeticError,
    AttributeError,
    ForeignObjectError,
    LookupError,
    NotImplementedError,
    OSError,
    PdfError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What libraries raise over a file that is not what it says; none of it is a fault of the program."""

DEEPEST = 24
"""Forms within forms, spaces within spaces; a real file needs a handful."""
EMPTY = Dictionary()


def number(value: object, otherwise: float = 0.0) -> float:
    """Return a number, or what is given instead where there is none."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return float(value)
    return otherwise


def whole(value: object, otherwise: int = 0) -> int:
    """Return a whole number, or what is given instead where there is none."""
    return int(number(value, float(otherwise)))


def name(value: object) -> str:
    """Return a name without its stroke, or an empty string where there is none."""
    return str(value)[1:] if isinstance(value, Name) else ""


def text(value: object) -> str:
    """Return a text string or a name as text; an empty string for anything else."""
    if isinstance(value, (Name, String, str)):
        return str(value)
    return ""


def numbers(value: object) -> tuple[float, ...]:
    """Return the numbers of an array; what is no number is left out."""
    found: tuple[object, ...] = tuple(value) if isinstance(value, Array) else ()
    return tuple(number(one) for one in found if isinstance(one, (int, float, Decimal)))


def matrix(value: object) -> Matrix | None:
    """Return the six numbers of a matrix, or nothing."""
    found = numbers(value)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) >= 6 else None  # noqa: PLR2004


def box(value: object) -> Box | None:
    """Return a rectangle the right way up, or nothing."""
    found = numbers(value)
    if len(found) < 4:  # noqa: PLR2004
        return None
    x, y, u, v = found[:4]
    return (min(x, u), min(y, v), max(x, u), max(y, v))


def entry(holder: object, key: str) -> object:
    """Return what stands under a key of a dictionary or stream, or nothing."""
    if isinstance(holder, (Dictionary, Stream)):
        return holder.get(key)
    return None


def inner(holder: object, key: str) -> Object:
    """Return the dictionary (or stream) under a key, an empty one where there is none."""
    found = entry(holder, key)
    return found if isinstance(found, (Dictionary, Stream)) else EMPTY


def items(value: object) -> tuple[Object, ...]:
    """Return what an array holds; a single object is taken for a list of one, nothing for none."""
    if isinstance(value, Array):
        return tuple(value)
    return () if value is None else (value,)  # type: ignore[return-value]  # a direct name is an object too


def inherited(page: Object, key: str) -> object:
    """Return a page attribute, from the nodes above where the page itself has none (ISO 32000-1, 7.7.3.4)."""
    node: object = page
    for _ in range(DEEPEST):
        found = entry(node, key)
        if found is not None:
            return found
        node = entry(node, "/Parent")
    return None


def filters(stream: Object) -> tuple[str, ...]:
    """Return the names of the filters of a stream, in the order of decoding, abbreviations written out."""
    found = items(entry(stream, "/Filter") or entry(stream, "/F"))
    return tuple(_FILTERS.get(name(one), name(one)) for one in found)


def where(value: object, label: str = "") -> str:
    """Return how an object is named in a finding: its label in the resources and its number."""
    generation = value.objgen if isinstance(value, Object) else (0, 0)
    numbered = f"(object {generation[0]})" if generation[0] else ""
    return f"{label} {numbered}".strip()


def complaint(said: object) -> str:
    """Return what a library says of a file, without the names it gives to what it holds in memory."""
    text_ = _NOISE.sub("", str(said)).strip() or type(said).__name__
    return text_ if len(text_) <= _LONGEST else text_[: _LONGEST - 1] + "…"


_NOISE = re.compile(r"WARNING: |stream <[^>]*>:? ?|<[\w.]+ object at 0x[0-9a-f]+>:? ?")
_LONGEST = 160
_FILTERS = {
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "RL": "RunLengthDecode",
}
