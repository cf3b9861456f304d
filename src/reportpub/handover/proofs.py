"""Proof images: all pages of a file on contact sheets, as spreads lie open, and a cover whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

PAGE_WIDTH = 300
"""Pixels of a page on a contact sheet."""
COVER_WIDTH = 2200
"""Pixels of a cover."""
ACROSS, DOWN = 4, 5
"""Spreads on a contact sheet."""
GUTTER, HEAD, FOOT = 36, 70, 26
_GREY, _INK, _EDGE = (238, 238, 236), (60, 60, 60), (190, 190, 188)
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class _Shown:
    number: int
    picture: Image.Image


def contact_sheets(data: bytes, title: str, face: Path) -> tuple[bytes, ...]:
    """Return the pages of a press file, trimmed, as JPEG sheets; page 1 lies on the right.

    `face` is the font file that numbers and title are written in.
    """
    spreads = [*_spreads([*_pages(data, PAGE_WIDTH)])]
    many = ACROSS * DOWN
    chunks = [spreads[at : at + many] for at in range(0, len(spreads), many)]
    return tuple(
        _jpeg(_sheet(chunk, f"{title}  {at}/{len(chunks)}" if len(chunks) > 1 else title, face))
        for at, chunk in enumerate(chunks, start=1)
    )


def cover_image(data: bytes) -> bytes:
    """Return the cover as it is trimmed, back, spine and front, as JPEG."""
    return _jpeg(next(_pages(data, COVER_WIDTH)).picture)


def _pages(data: bytes, width: int) -> Iterator[_Shown]:
    document = pypdfium2.PdfDocument(data)
    try:
        for at in range(len(document)):
            page = document[at]
            left, bottom, right, top = page.get_trimbox()
            media = page.get_mediabox()
            scale = width / (right - left)
            crop = (left - media[0], bottom - media[1], media[2] - right, media[3] - top)
            picture = page.render(scale=scale, crop=crop).to_pil().convert("RGB")
            yield _Shown(at + 1, picture)
    finally:
        document.close()


def _spreads(pages: Sequence[_Shown]) -> Iterator[tuple[_Shown | None, _Shown | None]]:
    """Yield left and right pages as they lie beside each other."""
    yield None, pages[0]
    for at in range(1, len(pages), 2):
        yield pages[at], pages[at + 1] if at + 1 < len(pages) else None


def _sheet(spreads: Sequence[tuple[_Shown | None, _Shown | None]], title: str, face: Path) -> Image.Image:
    page = next(one for spread in spreads for one in spread if one).picture
    width, height = page.size
    rows = -(-len(spreads) // ACROSS)
    cell = (2 * width + GUTTER, height + FOOT + GUTTER)
    sheet = Image.new("RGB", (ACROSS * cell[0] + GUTTER, HEAD + rows * cell[1] + GUTTER), _GREY)
    draw = ImageDraw.Draw(sheet)
    draw.text((GUTTER, GUTTER // 2), title, font=ImageFont.truetype(face, 30), fill=_INK)
    small = ImageFont.truetype(face, 18)
    for at, spread in enumerate(spreads):
        x, y = GUTTER + at % ACROSS * cell[0], HEAD + at // ACROSS * cell[1]
        for side, one in enumerate(spread):
            if one is None:
                continue
            left = x + side * width
            sheet.paste(one.picture, (left, y))
            draw.rectangle((left - 1, y - 1, left + width, y + height), outline=_EDGE)
            draw.text(
                (left + width // 2, y + height + 5), str(one.number), font=small, fill=_INK, anchor="ma"
            )
    return sheet


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return out.getvalue()
