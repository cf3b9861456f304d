"""Pages of a PDF as PNG pictures, cut to the trim, for the browser."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from threading import Lock

import pypdfium2

WIDEST = 3000
"""px; no screen shows a page wider."""
_KEPT = 160
"""Pictures; about a whole report at two sizes."""

_one_at_a_time = Lock()
"""PDFium may be used by one thread only."""


class Drawer:
    """Draws pages of documents that it is handed by name; what is no longer named is forgotten."""

    def __init__(self) -> None:
        """Begin without documents."""
        self._documents: dict[str, bytes] = {}
        self._picture = lru_cache(maxsize=_KEPT)(self._drawn)

    def keep(self, documents: dict[str, bytes]) -> None:
        """Hold these documents and no others."""
        self._documents = dict(documents)

    def picture(self, document: str, index: int, width: int) -> bytes | None:
        """Return a page as PNG so many pixels wide; nothing where there is no such page any more."""
        if document not in self._documents or not 0 < width <= WIDEST:
            return None
        return self._picture(document, index, width)

    def _drawn(self, document: str, index: int, width: int) -> bytes | None:
        with _one_at_a_time:
            pdf = pypdfium2.PdfDocument(self._documents[document])
            try:
                if not 0 <= index < len(pdf):
                    return None
                page = pdf[index]
                left, bottom, right, top = page.get_trimbox()
                page.set_cropbox(left, bottom, right, top)
                page.set_mediabox(left, bottom, right, top)
                drawn = page.render(scale=width / (right - left)).to_pil()
            finally:
                pdf.close()
        out = BytesIO()
        drawn.save(out, "PNG", compress_level=1)
        return out.getvalue()
