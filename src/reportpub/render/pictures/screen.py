"""A picture for the screen: sRGB, as many pixels as a good screen shows, as JPEG or PNG by what it is."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from reportpub.layout.picture_files import Original
from reportpub.layout.picture_sizes import Printed
from reportpub.render.pictures.press import to_srgb

PPI = 200
"""Pixels per inch of the page: sharp when the page fills a good screen."""
WORD_PPI = 220
"""What Word itself keeps when it saves a picture for print."""
_QUALITY = 88


def screen_picture(given: Original, size: Printed, press: bytes) -> bytes:
    """Return the bytes of a file that every reader shows, at the size of the page."""
    shown, alpha = _shown(given, size, press, PPI)
    out = BytesIO()
    if given.photograph and alpha is None:
        shown.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        if alpha is not None:
            shown.putalpha(alpha)
        shown.save(out, "PNG", optimize=True)
    return out.getvalue()


def word_picture(given: Original, size: Printed, press: bytes) -> bytes:
    """Return the bytes of a PNG for Word, on white where the picture is transparent."""
    shown, alpha = _shown(given, size, press, WORD_PPI)
    if alpha is not None:
        ground = Image.new("RGB", shown.size, "white")
        ground.paste(shown, mask=alpha)
        shown = ground
    out = BytesIO()
    shown.save(out, "PNG", optimize=True)
    return out.getvalue()


def _shown(given: Original, size: Printed, press: bytes, ppi: int) -> tuple[Image.Image, Image.Image | None]:
    image, alpha = given.image.convert("L") if given.image.mode == "1" else given.image, given.alpha
    if size.ppi > ppi:
        smaller = size.needed(ppi)
        image = image.resize(smaller, Image.Resampling.LANCZOS)
        alpha = alpha.resize(smaller, Image.Resampling.LANCZOS) if alpha else None
    return to_srgb(image, given.profile if given.image.mode != "1" else b"", press), alpha
