"""The numbers that readers see on the pages of a PDF.

Source: ISO 32000-1, 12.4.2 (page labels).
"""

from __future__ import annotations

import pypdfium2


def page_labels(data: bytes) -> tuple[str, ...]:
    """Return the label of each page, or its place in the file, counted from 1, where it has none."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(document.get_page_label(at) or str(at + 1) for at in range(len(document)))
    finally:
        document.close()
