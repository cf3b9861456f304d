"""The pages of a finished PDF: how many, how large when trimmed, and which are blank on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pikepdf import Pdf, PdfError

MM_PER_POINT = 25.4 / 72
INTENDED_BLANK = b"/IntendedBlank MP"
"""The marked-content point in the content of a page that is blank on purpose (ISO 32000-1, 14.6)."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a file; `size` is the first page trimmed, in mm."""

    pages: int
    size: tuple[float, float]
    blanks: tuple[int, ...]


def sheets(data: bytes) -> Sheets:
    """Return what the pages of a PDF are; none at all when it cannot be read."""
    try:
        with Pdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            left, bottom, right, top = (float(value) for value in pdf.pages[0].trimbox)
            size = (round((right - left) * MM_PER_POINT, 2), round((top - bottom) * MM_PER_POINT, 2))
            blanks = (
                number
                for number, page in enumerate(pdf.pages, start=1)
                if "/Contents" in page.obj and INTENDED_BLANK in page.Contents.read_bytes()
            )
            return Sheets(len(pdf.pages), size, tuple(blanks))
    except (PdfError, IndexError, TypeError, ValueError, AttributeError):
        return Sheets(0, (0.0, 0.0), ())
